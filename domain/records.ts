import type { Role } from './mechanism/basics.ts';
import type { RecordField, RecordSection, Records } from './mechanism/records.ts';

/** A value as it is kept; what is personal is sealed. */
export interface Recorded {
  readonly value: string;
  readonly at: Date;
  readonly by: string;
}

/** A value that was put right, by whom and when. */
export interface Former extends Recorded {
  readonly field: string;
  readonly until: Date;
  readonly correctedBy: string;
}

/** Something that is known of a grid, collected once: a house, a person, a matter, a thing. */
export interface GridRecord {
  readonly id: string;
  readonly grid: string;
  readonly section: string;
  /** What it is called; sealed where the name itself is personal. */
  readonly name: string;
  /** Whose key seals what is personal. */
  readonly owner: string;
  /** The record it belongs to: of a person, the house. */
  readonly within?: string | undefined;
  readonly fields: Readonly<Record<string, Recorded>>;
  /** Oldest first. */
  readonly trace: readonly Former[];
  readonly version: number;
}

/** What is known of a record besides its own fields: of the record it belongs to, and of somebody in the directory. */
export interface KnownAround {
  readonly within?: Pick<GridRecord, 'fields'> | undefined;
  readonly listed?: { readonly phone?: string | undefined; readonly home?: string | undefined } | undefined;
}

/** Whether a field needs no question: it is recorded, or known around it. What is known is never asked again. */
export function isKnown(field: RecordField, record: Pick<GridRecord, 'fields'>, { within, listed }: KnownAround): boolean {
  if (record.fields[field.id] !== undefined) return true;
  if (field.same !== undefined && within?.fields[field.same] !== undefined) return true;
  return field.known !== undefined && listed?.[field.known] !== undefined;
}

/** The first field that must still be asked, but for those put off; undefined when all is known. */
export function nextField(section: RecordSection, record: Pick<GridRecord, 'fields'>, around: KnownAround, skipped: readonly string[] = []): RecordField | undefined {
  return section.fields.find((field) => !isKnown(field, record, around) && !skipped.includes(field.id));
}

/** The record after values were taken down: each that is another than before goes into the trace. Values that are the same change nothing; `same` tells whether two kept values are. */
export function withValues(record: GridRecord, values: Readonly<Record<string, string>>, { by, at, same }: { readonly by: string; readonly at: Date; readonly same: (field: string, before: string, after: string) => boolean }): GridRecord {
  const changed = Object.entries(values).filter(([field, value]) => {
    const before = record.fields[field];
    return before === undefined || !same(field, before.value, value);
  });
  if (changed.length === 0) return record;
  const former = changed.flatMap(([field]): Former[] => {
    const before = record.fields[field];
    return before === undefined ? [] : [{ ...before, field, until: at, correctedBy: by }];
  });
  const fields = { ...record.fields, ...Object.fromEntries(changed.map(([field, value]) => [field, { value, at, by }])) };
  return { ...record, fields, trace: [...record.trace, ...former], version: record.version + 1 };
}

/** How far a section of a grid has come: how many are recorded, how many of them wholly, and of how many, where that is known. */
export interface Progress {
  readonly section: string;
  readonly count: number;
  readonly whole: number;
  readonly expected?: number | undefined;
}

/** The progress of every section over the records of a grid; `listed` gives what the directory knows of whom a record is about. */
export function progressOf({ sections }: Records, records: readonly GridRecord[], households: number, listed: (owner: string) => KnownAround['listed'] = () => undefined): readonly Progress[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return sections.map((section) => {
    const own = records.filter((record) => record.section === section.id);
    const whole = own.filter((record) => nextField(section, record, { within: byId.get(record.within ?? ''), listed: listed(record.owner) }) === undefined);
    return { section: section.id, count: own.length, whole: whole.length, expected: section.perHousehold ? households : undefined };
  });
}

/** Whether somebody of these roles may see a field; a program that is nobody sees nothing personal. */
export function maySeeField({ see }: Records, field: RecordField, roles: readonly Role[]): boolean {
  if (!field.personal) return true;
  return roles.some((role) => (field.see ?? see).includes(role));
}
