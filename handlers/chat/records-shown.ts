import type { Actor } from '../../domain/commands.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { RecordField, RecordSection, Records } from '../../domain/mechanism/records.ts';
import { isKnown, maySeeField, progressOf } from '../../domain/records.ts';
import type { GridRecord } from '../../domain/records.ts';
import type { Language } from '../../locales/text.ts';
import { nameAndRest } from '../records/read-message.ts';
import { knownAround, knownOf, openedValue, sectionNamed } from '../records/recording.ts';
import type { Recording } from '../records/recording.ts';
import { saidValue, shownValue } from '../records/show-value.ts';
import type { Reply, Said, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** The grids whose records somebody may see: a grid worker's own, else those of the own unit and below. */
export function gridsSeen({ directory }: { readonly directory: () => Directory }, { roles, grids = [], unit }: Actor): readonly string[] {
  if (roles.includes('grid-worker') && grids.length > 0) return grids;
  return unit === undefined ? [] : directory().gridsIn(unit.id).map(({ id }) => id);
}

/** How far each grid has come with each section. */
export async function shownProgress(deps: Recording, actor: Actor, records: Records, language: Language): Promise<readonly Reply[]> {
  const grids = gridsSeen(deps, actor).flatMap((id) => deps.directory().grid(id) ?? []);
  const lines = await Promise.all(
    grids.map(async ({ id, name, households }): Promise<SaidText> => {
      const progress = progressOf(records, await deps.gridRecords.of(id), households, (owner) => knownOf(deps.directory(), owner));
      const sections = progress.map(({ section, count, whole, expected }): SaidText => {
        const title = records.sections.find((one) => one.id === section)?.name[language] ?? section;
        return { key: expected === undefined ? 'records.progress-section' : 'records.progress-of', params: { section: title, count, whole, expected } };
      });
      return { key: 'records.progress-grid', params: { grid: name, sections } };
    }),
  );
  return lines.length === 0 ? reply('records.not-yours') : reply('records.progress', { lines });
}

/** How a record of the first section is named. */
export function exampleOf({ sections: [first] }: Records, language: Language): { readonly section: string | undefined; readonly example: string | undefined } {
  return { section: first?.name[language], example: first?.example[language] };
}

/** A record by its section and name, among the grids given. */
export async function recordNamed(deps: Recording, grids: readonly string[], records: Records, named: string): Promise<{ readonly section: RecordSection; readonly record: GridRecord } | undefined> {
  const [word = '', ...behind] = named.split(/\s+/);
  const section = sectionNamed(records, word);
  const { name } = nameAndRest(behind.join(' '));
  if (section === undefined || name === '') return undefined;
  for (const grid of grids) {
    const record = await deps.gridRecords.named(grid, section.id, name);
    if (record !== undefined) return { section, record };
  }
  return undefined;
}

/** A record, as far as whoever asks may see it, with what was put right. */
export async function shownRecord(deps: Recording, { actor, person }: Utterance, records: Records, named: string): Promise<readonly Reply[]> {
  const found = actor.roles.some((role) => records.see.includes(role)) ? await recordNamed(deps, gridsSeen(deps, actor), records, named) : undefined;
  if (found === undefined) return reply('records.unknown', { name: named, ...exampleOf(records, person.language) });
  const { section, record } = found;
  const around = await knownAround(deps, record);
  const lines = await Promise.all(section.fields.map(async (field): Promise<SaidText> => {
    const value = maySeeField(records, field, actor.roles) ? await valueSaid(deps, record, field, person.language) : ({ key: 'records.hidden' } as const);
    const state: Said = value ?? { key: isKnown(field, record, around) ? 'records.known-elsewhere' : 'records.open' };
    return { key: 'records.line', params: { field: field.name[person.language], value: state } };
  }));
  return reply('records.shown', { name: record.name, lines, corrected: record.trace.length === 0 ? undefined : { key: 'records.corrected', params: { count: record.trace.length } } });
}

async function valueSaid(deps: Recording, record: GridRecord, field: RecordField, language: Language): Promise<Said> {
  const value = await openedValue(deps, record.fields[field.id]?.value);
  if (value === undefined) return undefined;
  return field.personal ? deps.sealer.seal(record.owner, shownValue(field, value, language)) : saidValue(field, value, language);
}
