import type { Demand } from '../../domain/demand.ts';
import { concernedUnits, isSeenBy } from '../../handlers/acting/concerned.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { MediaStore } from '../../handlers/ports/media.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { Language } from '../../locales/text.ts';
import type { Caller, ConsoleReader } from '../../web/deps.ts';
import { createEventStream } from '../../web/event-stream.ts';
import type { CallBacks, ConsoleWords } from '../../web/schemas/console.ts';
import type { Board } from './board.ts';
import { caseFile } from './case-file.ts';
import { demandLine } from './demand-lines.ts';
import { heat, trends } from './figures.ts';
import type { News } from './news.ts';
import { reveal, type Revealing } from './reveal.ts';
import { scopeSet, visible } from './scope.ts';
import { createTodayReader, type ShowingToday } from './today-reader.ts';

/** What is needed to read what the pages show. */
export interface ReadingConsole extends Revealing, ShowingToday {
  readonly stores: Pick<Stores, 'demands' | 'people' | 'outbox' | 'sealer'>;
  readonly media: MediaStore;
  readonly board: Board;
  readonly moves: Pick<News<Demand>, 'subscribe'>;
  readonly sandbox: boolean;
}

/** The most people to be called that are listed. */
const CALLED = 200;

/** What the pages show, each within what the caller may see. */
export function createConsoleReader(parts: ReadingConsole): ConsoleReader {
  const stream = createEventStream({ firstId: Math.floor(performance.timeOrigin) });
  parts.moves.subscribe((demand) => {
    parts.board.changed(demand);
    stream.tell('demand', { id: demand.id }, [...concernedUnits(demand)]);
  });
  const scope = (caller: Caller) => scopeSet(parts.directory(), caller);
  const today = createTodayReader(parts);
  const stored = (id: string, caller: Caller) => visible(parts.stores, parts.directory(), id, caller);
  return {
    scope,
    stream,
    words: (_caller, language) => words(parts, language),
    today: async (caller, language) => today(await visibleOnes(parts, caller), caller, language),
    heat: ({ category, days }, caller) => heat(parts, category, Number(days), scope(caller)),
    trends: async ({ days }, caller) => trends(parts, Number(days), scope(caller)),
    callBacks: async (caller, language) => callBacks(parts, await visibleOnes(parts, caller), language),
    file: async (id, caller) => {
      const found = await stored(id, caller);
      return found && caseFile(parts, found);
    },
    media: async (id, media, caller) => {
      const found = await stored(id, caller);
      return found?.state.media.includes(media) === true ? parts.media.get(media) : undefined;
    },
    reveal: async (id, no, reason, caller) => {
      const found = await stored(id, caller);
      return found && reveal(parts, found.state, no, reason, caller);
    },
  };
}

async function visibleOnes({ board, directory }: ReadingConsole, caller: Caller): Promise<readonly Demand[]> {
  const scope = scopeSet(directory(), caller);
  return (await board.demands()).filter((demand) => isSeenBy(scope, demand));
}

function words({ directory, mechanism, classes, now, sandbox }: ReadingConsole, language: Language): ConsoleWords {
  const { units, grids } = directory().data;
  const named = (list: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[]) => list.map(({ id, name }) => ({ id, name: name[language] }));
  return {
    now: isoTime(now()),
    district: mechanism.name[language],
    tiers: named(mechanism.tiers),
    grades: named(mechanism.grades),
    kinds: named(mechanism.kinds),
    chains: mechanism.chains.map(({ id, name, caller }) => ({ id, name: name[language], from: [...caller.tiers] })),
    stages: named(mechanism.stages),
    sources: named(mechanism.sources),
    classes: classes.listed.map(({ id }) => ({ id, name: classes.name(id, language) })),
    marks: { scale: mechanism.rateCallees.scale, dimensions: named(mechanism.rateCallees.dimensions) },
    units: units.map(({ id, name, tier, class: unitClass, parent }) => ({ id, name, tier, class: unitClass, ...(parent === undefined ? {} : { parent }) })),
    grids: grids.map(({ id, name, community, households }) => ({ id, name, community, households })),
    sandbox,
  };
}

async function callBacks(parts: ReadingConsole, demands: readonly Demand[], language: Language): Promise<CallBacks> {
  const waiting = demands.flatMap((demand) => demand.reporters.flatMap(({ no, revisit, left }) => (revisit.state === 'call-back' && left === undefined ? [{ demand, no, revisit }] : [])));
  const longestFirst = waiting.sort((one, other) => one.revisit.since.getTime() - other.revisit.since.getTime());
  const items = await Promise.all(
    longestFirst.slice(0, CALLED).map(async ({ demand, no, revisit }) => {
      const result = 'result' in demand.phase ? await parts.stores.sealer.openAll(demand.phase.result, parts.presenting.erased) : undefined;
      const answers = Object.fromEntries(Object.entries(revisit.answers).filter(([, answer]) => answer !== undefined));
      return { ...(await demandLine(parts, { demand }, language)), no, since: isoTime(revisit.since), answers, ...(result === undefined ? {} : { result: parts.presenting.maskPersonal(result) }) };
    }),
  );
  return { items };
}
