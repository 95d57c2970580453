import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Cell } from '../../handlers/assessment/sheet.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { OutcomeQuery } from '../../handlers/ports/demands.ts';
import type { HandBack } from '../../handlers/ports/hand-backs.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { nameIn, unitName } from '../../handlers/showing/describe.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import type { HandBackWork } from '../../handlers/sources/hand-back.ts';
import { createHandBack } from '../../handlers/sources/results.ts';
import type { ResultShown, Results } from '../../handlers/sources/results.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import { isTextKey } from '../../locales/text.ts';
import { rankOf } from '../../models/demand-facets.ts';
import { cursorAt, rankAt } from '../../models/demand-list.ts';
import type { Caller, FileAnswer, ResultReader } from '../../web/deps.ts';
import type { ResultTableQuery, UntoldList } from '../../web/schemas/results.ts';
import { tableFile } from '../tables/table-file.ts';

/** What is needed to hand results back. */
export interface ReadingResults {
  readonly stores: Pick<Stores, 'demands' | 'handBacks'>;
  readonly presenting: Presenting;
  readonly mechanism: Pick<Mechanism, 'sources'>;
  readonly directory: () => Directory;
  readonly speak: Speak;
  readonly scopeOf: (directory: Directory, caller: Caller) => readonly string[] | undefined;
  readonly work: Pick<HandBackWork, 'again'>;
  /** Something may be told again. */
  readonly begun: () => void;
}

const SHOWN = 100;
const ALL = 10_000;
const PAGE = 200;
const MOST_IN_TABLE = 50_000;

/** Results, within what the caller may see; and those that sources did not accept. Throws BadCursor for a cursor that no page gave. */
export function createResultReader(parts: ReadingResults): ResultReader {
  const { stores, presenting, directory, scopeOf } = parts;
  const handBack = createHandBack({ ...stores, ...presenting });
  return {
    list: async ({ source, since, cursor, limit }, caller) => {
      const { items, last } = await handBack({ source, limit, since: since === undefined ? undefined : new Date(since), after: cursor === undefined ? undefined : placeOf(cursor), units: scopeOf(directory(), caller) });
      const shown = items.map(({ called, ...item }) => ({ ...item, called: [...called] }));
      return last === undefined ? { items: shown } : { items: shown, next: cursorAt(rankOf(last.at, last.id)) };
    },
    table: (query, caller, language) => table(parts, handBack, query, caller, language),
    untold: async (language) => {
      const found = await stores.handBacks.unaccepted(SHOWN + 1);
      return { items: found.slice(0, SHOWN).map((one) => untoldOf(parts, one, language)), more: found.length > SHOWN, untried: await stores.handBacks.untried() };
    },
    again: async (ids) => {
      const count = await parts.work.again(ids ?? (await stores.handBacks.unaccepted(ALL)).map(({ id }) => id));
      parts.begun();
      return count;
    },
  };
}

function placeOf(cursor: string): { readonly at: Date; readonly id: string } {
  const [at = '', id = ''] = rankAt(cursor).split(' ');
  return { at: new Date(at), id };
}

function untoldOf({ mechanism, speak }: ReadingResults, { id, source, told, state, attempts, since, notBefore, triedAt, why = '' }: HandBack, language: Language): UntoldList['items'][number] {
  const { no, externalId, status } = told;
  const [, code] = /^code-(\d+)$/.exec(why) ?? [];
  const key = `results.why.${why}`;
  return {
    id,
    source,
    name: nameIn(mechanism.sources, source, language),
    no: text(no),
    ...(typeof externalId === 'string' ? { externalId } : {}),
    status: text(status),
    state: state === 'given-up' ? 'given-up' : 'waiting',
    attempts,
    since: isoTime(since),
    ...(triedAt === undefined ? {} : { triedAt: isoTime(triedAt) }),
    ...(state === 'waiting' ? { next: isoTime(notBefore) } : {}),
    why: code !== undefined ? speak(language, 'results.why.code', { code }) : isTextKey(key) ? speak(language, key) : why,
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const COLUMNS = ['no', 'externalId', 'source', 'status', 'at', 'doneAt', 'unit', 'called', 'result', 'redos', 'satisfied'] as const satisfies readonly (keyof ResultShown)[];

type Read = (query: OutcomeQuery) => Promise<Results>;

async function table(parts: ReadingResults, read: Read, { source, since, format }: ResultTableQuery, caller: Caller, language: Language): Promise<FileAnswer> {
  const units = parts.scopeOf(parts.directory(), caller);
  const rows: Cell[][] = [COLUMNS.map((column) => parts.speak(language, `results.${column}`))];
  for (let after: OutcomeQuery['after']; rows.length < MOST_IN_TABLE; ) {
    const { items, last } = await read({ source, limit: PAGE, since: since === undefined ? undefined : new Date(since), after, units });
    rows.push(...items.map((one) => cellsOf(parts, one, language)));
    if (last === undefined) break;
    after = last;
  }
  return tableFile(format, { file: `results-${source.replace(/[^\w-]/g, '-')}`, name: parts.speak(language, 'results.name'), rows });
}

function cellsOf({ mechanism, directory, speak }: ReadingResults, one: ResultShown, language: Language): Cell[] {
  const named = (key: string): string => (isTextKey(key) ? speak(language, key) : '');
  const unit = (id: string) => unitName(directory(), id);
  const words: Partial<Record<(typeof COLUMNS)[number], Cell>> = {
    source: nameIn(mechanism.sources, one.source, language),
    status: named(`status.${one.status}`),
    unit: one.unit === undefined ? undefined : unit(one.unit),
    called: one.called.map(unit).join(speak(language, 'part.list-join')),
    satisfied: one.satisfied === undefined ? undefined : named(`results.rated-${one.satisfied}`),
    redos: one.redos,
  };
  return COLUMNS.map((column) => (column in words ? words[column] : text(one[column])));
}
