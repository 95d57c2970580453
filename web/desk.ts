import type { Language, Outcome } from './outcome.ts';
import type { CalendarBody, CalendarQuery, CalendarTaken, CalendarView } from './schemas/calendar-desk.ts';
import type { DutyBody, DutyList, DutyQuery, DutyTaken } from './schemas/duty-desk.ts';
import type { GridMap, MapBody, MapState, MapTaken } from './schemas/grid-map.ts';
import type { ChannelList, GroupCode, GroupList } from './schemas/group-desk.ts';
import type { ConfirmBody, Confirmed, OrganisationView } from './schemas/organisation.ts';
import type { Template, TemplateBody, TemplateList, TemplateQuery } from './schemas/templates.ts';

/** What the bot says. */
export interface TemplateDesk {
  readonly list: (query: TemplateQuery, language: Language) => TemplateList;
  /** Other words, or the original again; refuses what would not be understood. */
  readonly change: (body: TemplateBody, by: string, language: Language) => Promise<Outcome<Template>>;
}

/** The district's own map. */
export interface MapDesk {
  readonly view: () => GridMap;
  readonly state: (language: Language) => MapState;
  /** Reads a map as a whole; it holds only when there is no fault and that was asked for. */
  readonly take: (body: MapBody, by: string, language: Language) => Promise<MapTaken>;
  /** Takes the uploaded map away; the one beside the directory holds again. */
  readonly remove: (by: string, language: Language) => Promise<MapState>;
}

/** The working calendar. */
export interface CalendarDesk {
  readonly view: (query: CalendarQuery, language: Language) => CalendarView;
  readonly take: (body: CalendarBody, by: string, language: Language) => Promise<Outcome<CalendarTaken>>;
}

/** The duty list: which unit is what to a class of matters, where. */
export interface DutyDesk {
  readonly list: (query: DutyQuery, language: Language) => DutyList;
  readonly take: (body: DutyBody, by: string, language: Language) => Promise<DutyTaken>;
}

/** The groups of the grids; undefined or false when there is no such group. */
export interface GroupDesk {
  readonly list: () => Promise<GroupList>;
  readonly issue: (group: string, language: Language) => Promise<GroupCode | undefined>;
  readonly release: (group: string) => Promise<boolean>;
}

/** How the channels are. */
export interface ChannelDesk {
  readonly list: () => Promise<ChannelList>;
}

/** The messenger's organisation beside the district's. */
export interface OrganisationDesk {
  readonly view: () => Promise<Outcome<OrganisationView>>;
  readonly confirm: (body: ConfirmBody, by: string, language: Language) => Promise<Confirmed>;
  /** Makes a group of the staff of a grid. */
  readonly group: (grid: string, by: string, language: Language) => Promise<Outcome<OrganisationView>>;
}

/** What administrators set on the pages besides people and the directory; `by` is who does so. */
export interface Desk {
  readonly map: MapDesk;
  readonly templates: TemplateDesk;
  readonly calendar: CalendarDesk;
  readonly duties: DutyDesk;
  readonly groups: GroupDesk;
  readonly channels: ChannelDesk;
  readonly organisation: OrganisationDesk;
}
