import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { foresee } from '../../handlers/intake/foresee.ts';
import type { Foreseeing, Foreseen } from '../../handlers/intake/foresee.ts';
import { originOf } from '../../handlers/intake/intake.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Import, Imports } from '../../handlers/ports/imports.ts';
import type { Describing } from '../../handlers/showing/describe.ts';
import { nameIn, unitName } from '../../handlers/showing/describe.ts';
import type { ImportWork, RowHandedIn } from '../../handlers/sources/imports.ts';
import { MATTER_HEADINGS, TEMPLATE_LINES } from '../../locales/lexicon/source-headings.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import type { Caller, FileAnswer, Sources } from '../../web/deps.ts';
import type { ImportProgress, MatterFileBody, MatterFileView } from '../../web/schemas/sources.ts';
import { counted } from '../counted.ts';
import type { MatterTable } from '../tables/matter-table.ts';
import { matterFaultsInWords } from '../tables/source-faults.ts';
import { tableFile } from '../tables/table-file.ts';
import type { ReadTableApart } from '../tables/table-reader.ts';

/** What is needed to take tables of other sources' matters. */
export interface TakingTables extends Foreseeing {
  readonly imports: Pick<Imports, 'get' | 'latest'>;
  readonly work: Pick<ImportWork, 'begin' | 'known'>;
  readonly describing: () => Describing;
  readonly speak: Speak;
  /** Whether a source signs what it hands in, and whether it is told how its matters ended. */
  readonly signs: (source: string) => boolean;
  readonly told: (source: string) => boolean;
  readonly readTable: ReadTableApart;
  /** Something waits to be registered. */
  readonly begun: () => void;
}

const MOST_ROWS = 50_000;
const EXAMINED = 300;
const SHOWN_FAULTS = 200;
const SHOWN = 8;
const LISTED = 20;
const MOST_NAMED = 12;

/** Tables of matters as the pages and other programs hand them in. */
export function createSourceAccess(parts: TakingTables): Sources {
  return {
    kinds: (language) => ({ items: parts.mechanism.sources.map(({ id, name, port, follow = false }) => ({ id, name: name[language], port, follow, signs: parts.signs(id), told: parts.told(id) })) }),
    take: (body, caller, language) => take(parts, body, caller, language),
    imports: async (language) => ({ items: (await parts.imports.latest(LISTED)).map((one) => progressOf(parts, one, language)) }),
    import: async (id, language) => {
      const found = await parts.imports.get(id);
      return found && progressOf(parts, found, language);
    },
    template: (format, language) => template(parts, format, language),
  };
}

async function take(parts: TakingTables, { name, content, source, apply, withoutFaulty }: MatterFileBody, caller: Caller, language: Language): Promise<MatterFileView> {
  const how = { sources: parts.mechanism.sources.map((one) => ({ id: one.id, names: Object.values(one.name) })), source: sourceMeant(parts, source), now: parts.now(), most: MOST_ROWS };
  const table = await parts.readTable({ name, content, how, mostFaults: SHOWN_FAULTS });
  const { rows, faultCount, isWhole, digest } = table;
  const ok = faultCount === 0;
  const view = await foreseen(parts, table, language);
  const shown = { ...view, ok, faultCount, faults: matterFaultsInWords(table, (key, params) => parts.speak(language, key, params)) };
  if (!apply || rows.length === 0 || !(ok || (withoutFaulty && isWhole))) return shown;

  const print = createHash('sha256').update(JSON.stringify([how.source, withoutFaulty, digest])).digest('hex');
  const begun = await parts.work.begin({ name, print, by: caller.kind === 'admin' ? (caller.person ?? 'admin') : caller.person, rows });
  parts.begun();
  return { ...shown, import: progressOf(parts, begun, language) };
}

/** A name that nothing has is told with the rows. */
function sourceMeant({ mechanism }: TakingTables, said: string | undefined): string | undefined {
  return mechanism.sources.find(({ id, name }) => id === said || Object.values(name).some((one) => one === said))?.id;
}

/** What would become of it: all rows are counted, the first new ones looked at. */
async function foreseen(parts: TakingTables, { total, rows, ignored }: MatterTable, language: Language): Promise<Omit<MatterFileView, 'ok' | 'faultCount' | 'faults'>> {
  const known = await parts.work.known(rows);
  const fresh = rows.filter(({ matter }) => !known.has(originOf(matter)));
  const looked: (Foreseen & RowHandedIn)[] = [];
  for (const one of fresh.slice(0, EXAMINED)) {
    looked.push({ ...one, ...(await foresee(parts, one.matter)) });
    await breathe();
  }
  const named = { unit: (id: string) => unitName(parts.directory(), id), category: (id: string) => parts.describing().categoryName(id, language) };
  return {
    total,
    fresh: fresh.length,
    known: rows.length - fresh.length,
    faulty: total - rows.length,
    ignored: [...ignored],
    examined: looked.length,
    classes: mostNamed(looked.map(({ category }) => named.category(category))),
    units: mostNamed(looked.map(({ unit }) => named.unit(unit))),
    placeless: looked.filter(({ place }) => place === undefined).length,
    examples: looked.slice(0, SHOWN).map(({ row, matter, summary, category, place, unit }) => ({ row, source: nameIn(parts.mechanism.sources, matter.source, language), externalId: matter.externalId, summary, category: named.category(category), ...(place === undefined ? {} : { place }), unit: named.unit(unit) })),
  };
}

function mostNamed(names: readonly string[]): { name: string; count: number }[] {
  return counted(names).slice(0, MOST_NAMED).map(([name, count]) => ({ name, count }));
}

function progressOf({ speak }: TakingTables, { id, name, at, total, done, known, failed, finishedAt }: Import, language: Language): ImportProgress {
  return {
    id,
    name,
    at: isoTime(at),
    total,
    done,
    known,
    fresh: total - known - failed.length,
    failed: failed.slice(0, SHOWN_FAULTS).map(({ sheet, row, why }) => ({ ...(sheet === undefined ? {} : { sheet }), row, why: speak(language, why === 'unknown-source' ? 'http.refusal.unknown-source' : 'sources.row-broken') })),
    ...(finishedAt === undefined ? {} : { finishedAt: isoTime(finishedAt) }),
  };
}

const COLUMNS = ['source', 'externalId', 'title', 'text', 'reporter', 'phone', 'place', 'occurredAt'] as const;

function template(parts: TakingTables, format: 'csv' | 'xlsx', language: Language): Promise<FileAnswer> {
  const source = parts.mechanism.sources.find(({ port }) => port === 'system') ?? parts.mechanism.sources[0];
  const headings = COLUMNS.map((field) => (language === 'en' ? (MATTER_HEADINGS[field].find((word) => /^[\w ]+$/.test(word)) ?? field) : MATTER_HEADINGS[field][0]));
  const rows = [headings, ...TEMPLATE_LINES.map((line) => [source?.name[language], ...line])];
  return tableFile(format, { file: 'matters', name: parts.speak(language, 'sources.template'), rows });
}
