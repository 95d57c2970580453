import { join, resolve } from 'node:path';
import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Wording } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import type { Desk } from '../../web/desk.ts';
import type { PublishedCalendar } from '../district/calendar.ts';
import type { ClassNames } from '../district/district-files.ts';
import { openGridMap } from '../district/grid-map.ts';
import type { KeptDirectory } from '../district/kept-directory.ts';
import type { MessengerApi } from '../tencent/api.ts';
import { openCalendarDesk } from './calendar-desk.ts';
import { openDutyDesk } from './duty-desk.ts';
import { openOrganisationDesk } from './organisation-desk.ts';
import { openTemplateDesk } from './template-desk.ts';

/** What is needed to keep what administrators set on the pages. */
export interface OpeningDesk {
  readonly stores: Pick<Stores, 'people' | 'rooms' | 'ledger' | 'keptSettings' | 'demands'>;
  readonly keptDirectory: KeptDirectory;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly calendar: PublishedCalendar;
  readonly classes: ClassNames;
  /** The calls of a messenger's organisation, where one is set up. */
  readonly organisationApi: MessengerApi | undefined;
  /** What is under way. */
  readonly open: () => Promise<readonly Demand[]>;
  /** The folder or file that the directory was read from. */
  readonly listed: string;
  readonly speak: Speak;
  readonly wording: Pick<Wording, 'use'>;
  readonly now: Now;
}

/** The desk, and how to take what other processes have changed. */
export type OpenedDesk = Omit<Desk, 'groups' | 'channels'> & { readonly refresh: () => Promise<void> };

const MAP_FILE = 'grids.geojson';

/** Opens everything that administrators set on the pages. Throws when what was kept cannot be read. */
export async function openDesk(parts: OpeningDesk): Promise<OpenedDesk> {
  const common = { ...parts, settings: parts.stores.keptSettings, nameOf: namesIn(parts) };
  const map = await openGridMap({ ...common, file: resolve(parts.listed.endsWith('.xlsx') ? join(parts.listed, '..') : parts.listed, MAP_FILE) });
  const templates = await openTemplateDesk({ ...common, reword: parts.wording.use });
  const calendar = await openCalendarDesk(common);
  const duties = await openDutyDesk(common);
  const organisation = await openOrganisationDesk({ ...parts.stores, ...common, api: parts.organisationApi });
  return {
    organisation,
    map,
    templates,
    calendar,
    duties,
    refresh: async () => {
      await parts.keptDirectory.refresh();
      const versions = await parts.stores.keptSettings.versions();
      for (const one of [map, templates, calendar, duties]) await one.follow(versions);
    },
  };
}

function namesIn({ directory, speak }: OpeningDesk): (by: string, language: Language) => string {
  return (by, language) => (by === 'admin' ? speak(language, 'part.administrator') : (directory().person(by)?.name ?? by));
}
