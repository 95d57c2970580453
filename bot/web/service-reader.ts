import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism, Role } from '../../domain/mechanism/mechanism.ts';
import type { RecordField, RecordSection, Records } from '../../domain/mechanism/records.ts';
import { maySeeField, progressOf } from '../../domain/records.ts';
import type { GridRecord } from '../../domain/records.ts';
import { csvOf } from '../../handlers/assessment/sheet.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { knownOf, openedValue } from '../../handlers/records/recording.ts';
import { shownValue } from '../../handlers/records/show-value.ts';
import type { Language } from '../../locales/text.ts';
import type { ServiceAsked } from '../../understanding/understanding.ts';
import type { Caller, ServiceReader } from '../../web/deps.ts';
import type { GridRecordList } from '../../web/schemas/services.ts';

/** What is needed to show services, teams and what was collected. */
export interface ReadingServices {
  readonly stores: Pick<Stores, 'gridRecords' | 'sealer'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly understanding: { readonly askService: (text: string, intent: 'question', urgent: boolean) => ServiceAsked };
  readonly scopeOf: (directory: Directory, caller: Caller) => readonly string[] | undefined;
}

/** The catalogue for everybody with a token; what was collected of a grid for its own unit and those above, personal data only for the roles that the mechanism names. */
export function createServiceReader(deps: ReadingServices): ServiceReader {
  const { directory, mechanism, understanding } = deps;
  return {
    list: ({ q }) => {
      const asked = q === undefined ? undefined : understanding.askService(q, 'question', false);
      const ids = asked?.kind === 'found' ? [asked.id] : asked?.kind === 'unsure' ? asked.ids : [];
      const services = mechanism.services === undefined ? [] : directory().data.services;
      const items = asked === undefined ? services : ids.flatMap((id) => services.filter((one) => one.id === id));
      return Promise.resolve({ items: [...items] });
    },
    team: (grid) => Promise.resolve(teamOf(deps, grid)),
    records: async (grid, { section }, caller) => (mayRead(deps, grid, caller) ? listed(deps, grid, section, caller) : undefined),
    recordTable: async (grid, section, caller, language) => (mayRead(deps, grid, caller) ? table(deps, grid, section, caller, language) : undefined),
  };
}

function teamOf({ directory, mechanism }: ReadingServices, grid: string) {
  const forces = mechanism.serviceTeams?.forces.map(({ id }) => id) ?? [];
  if (directory().grid(grid) === undefined) return undefined;
  const shown = directory().teamAt(grid).filter(({ force }) => forces.includes(force));
  const members = shown.map(({ force, person, unit, title, duties, categories }) => ({ force, person: person?.name, unit: unit?.id, title, duties: [...duties], categories: [...categories] }));
  return { grid, workers: directory().gridWorkers(grid).map(({ name }) => name), members };
}

function mayRead({ directory, mechanism, scopeOf }: ReadingServices, grid: string, caller: Caller): boolean {
  const community = directory().grid(grid)?.community;
  const scope = scopeOf(directory(), caller);
  if (community === undefined || mechanism.records === undefined) return false;
  return scope === undefined || (scope.includes(community) && rolesOf(directory(), caller).some((role) => mechanism.records?.see.includes(role)));
}

/** The administrator keeps the program running and is nobody in a grid. */
function rolesOf(directory: Directory, caller: Caller): readonly Role[] {
  return caller.kind === 'admin' ? [] : (directory.person(caller.person)?.roles ?? []);
}

async function listed(deps: ReadingServices, grid: string, only: string | undefined, caller: Caller): Promise<GridRecordList> {
  const { records } = deps.mechanism;
  const all = await deps.stores.gridRecords.of(grid);
  if (records === undefined) return { grid, progress: [], items: [] };
  const items = await Promise.all(all.filter(({ section }) => only === undefined || section === only).map((record) => itemOf(deps, records, record, caller)));
  return { grid, progress: progressOf(records, all, deps.directory().grid(grid)?.households ?? 0, (owner) => knownOf(deps.directory(), owner)).map((one) => ({ ...one })), items };
}

async function itemOf(deps: ReadingServices, records: Records, record: GridRecord, caller: Caller): Promise<GridRecordList['items'][number]> {
  const section = records.sections.find(({ id }) => id === record.section);
  const fields = await valuesOf(deps, records, section, record, caller);
  const times = Object.values(record.fields).map(({ at }) => at.getTime());
  return {
    id: record.id,
    section: record.section,
    name: await nameOf(deps, records, section, record, caller),
    within: record.within,
    fields: Object.fromEntries(fields.map(({ field, value }) => [field.id, value])),
    corrected: record.trace.length,
    changedAt: times.length === 0 ? undefined : isoTime(new Date(Math.max(...times))),
  };
}

async function nameOf({ stores, directory }: ReadingServices, { see }: Records, section: RecordSection | undefined, { name }: GridRecord, caller: Caller): Promise<string | undefined> {
  const may = section?.personal === false || rolesOf(directory(), caller).some((role) => see.includes(role));
  return may ? openedValue(stores, name) : undefined;
}

async function valuesOf({ stores, directory }: ReadingServices, records: Records, section: RecordSection | undefined, record: GridRecord, caller: Caller): Promise<readonly { field: RecordField; value: string }[]> {
  const seen = (section?.fields ?? []).filter((field) => maySeeField(records, field, rolesOf(directory(), caller)));
  const values = await Promise.all(seen.map(async (field) => ({ field, value: await openedValue(stores, record.fields[field.id]?.value) })));
  return values.flatMap(({ field, value }) => (value === undefined ? [] : [{ field, value }]));
}

async function table(deps: ReadingServices, grid: string, only: string, caller: Caller, language: Language): Promise<string | undefined> {
  const { records } = deps.mechanism;
  const section = records?.sections.find(({ id }) => id === only);
  if (records === undefined || section === undefined) return undefined;
  const seen = section.fields.filter((field) => maySeeField(records, field, rolesOf(deps.directory(), caller)));
  const own = (await deps.stores.gridRecords.of(grid)).filter((record) => record.section === only);
  const rows = await Promise.all(own.map(async (record) => {
    const values = await valuesOf(deps, records, section, record, caller);
    const cell = (field: RecordField) => values.find((one) => one.field === field)?.value;
    return [record.id, await nameOf(deps, records, section, record, caller), ...seen.map((field) => shownCell(field, cell(field), language))];
  }));
  return csvOf([['id', section.name[language], ...seen.map(({ name }) => name[language])], ...rows]);
}

function shownCell(field: RecordField, value: string | undefined, language: Language): string | undefined {
  return value === undefined ? undefined : shownValue(field, value, language);
}
