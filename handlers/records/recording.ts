import type { Directory, Person as Listed } from '../../domain/directory/directory.ts';
import type { RecordSection, Records } from '../../domain/mechanism/records.ts';
import { withValues } from '../../domain/records.ts';
import type { GridRecord, KnownAround } from '../../domain/records.ts';
import type { Counters } from '../ports/coordination.ts';
import type { GridRecords } from '../ports/grid-records.ts';
import type { Now } from '../ports/now.ts';
import type { People } from '../ports/people.ts';
import type { Sealer } from '../ports/sealer.ts';

/** What is needed to keep what is collected. */
export interface Recording {
  readonly gridRecords: GridRecords;
  readonly sealer: Pick<Sealer, 'seal' | 'open' | 'erase'>;
  readonly counters: Counters;
  readonly people: Pick<People, 'get'>;
  readonly directory: () => Directory;
  readonly now: Now;
}

/** The section of the template that a word means. */
export function sectionNamed({ sections }: Records, word: string): RecordSection | undefined {
  const said = word.toLowerCase();
  return sections.find(({ id, name, words }) => [id, ...Object.values(name), ...words].some((one) => one.toLowerCase() === said));
}

/** The record of this name, begun when it is new. Of somebody in the directory it is kept under that person's own key, so that it goes when the person is erased. */
export async function openRecord({ gridRecords, sealer, counters, directory, people }: Recording, grid: string, section: RecordSection, name: string): Promise<GridRecord> {
  const known = await gridRecords.named(grid, section.id, name);
  if (known !== undefined) return known;
  const id = `rec-${await counters.next('record')}`;
  const listed = listedAs(directory(), grid, section, name)?.id;
  const owner = listed === undefined || (await people.get(listed))?.erased === true ? id : listed;
  return gridRecords.open({ id, grid, section: section.id, name: section.personal ? await sealer.seal(owner, name) : name, owner }, name);
}

/** Who of the grid is meant by the name of a record about people. */
function listedAs(directory: Directory, grid: string, { within }: RecordSection, name: string): Listed | undefined {
  const found = within === undefined ? [] : directory.peopleInGrid(grid).filter((one) => one.name === name.trim());
  return found.length === 1 ? found[0] : undefined;
}

/** What the directory knows of somebody that need not be asked. */
export function knownOf(directory: Directory, person: string): KnownAround['listed'] {
  const listed = directory.person(person);
  const { building = '', unit = '', room = '' } = listed?.home ?? {};
  const home = `${building}${unit}${room}`;
  return listed && { phone: listed.phone, home: home === '' ? undefined : home };
}

/** What is known of a record without asking: of the house it belongs to, and of the person in the directory. */
export async function knownAround({ gridRecords, directory }: Pick<Recording, 'gridRecords' | 'directory'>, { owner, within }: GridRecord): Promise<KnownAround> {
  return { within: within === undefined ? undefined : await gridRecords.get(within), listed: knownOf(directory(), owner) };
}

/** Takes values down; what is personal is sealed, and a value put right leaves the former one in the trace. */
export async function takeDown({ gridRecords, sealer, now }: Recording, section: RecordSection, record: GridRecord, values: Readonly<Record<string, string>>, by: string): Promise<GridRecord> {
  const plain = new Map<string, string | undefined>();
  for (const field of Object.keys(values)) plain.set(field, await openedValue({ sealer }, record.fields[field]?.value));
  const sealed = await Promise.all(
    Object.entries(values).map(async ([field, value]) => [field, section.fields.some(({ id, personal }) => id === field && personal) ? await sealer.seal(record.owner, value) : value] as const),
  );
  const after = withValues(record, Object.fromEntries(sealed), { by, at: now(), same: (field) => plain.get(field) === values[field] });
  if (after !== record) await gridRecords.change(record, after);
  return after;
}

/** A kept value to be read: opened where it is sealed; undefined when it was erased, or never was. */
export async function openedValue({ sealer }: Pick<Recording, 'sealer'>, value: string | undefined): Promise<string | undefined> {
  return value?.startsWith(SEALED) === true ? sealer.open(value) : value;
}

const SEALED = '~s1.';

/** Removes a record for good; what was sealed with a key of its own cannot be read again, wherever it may be copied. A person's key is the person's alone to destroy. */
export async function removeRecord({ gridRecords, sealer }: Pick<Recording, 'gridRecords' | 'sealer'>, { id, owner }: GridRecord): Promise<void> {
  await gridRecords.remove(id);
  if (owner === id) await sealer.erase(owner);
}
