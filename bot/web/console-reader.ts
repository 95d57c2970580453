import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/commands.ts';
import type { Demand } from '../../domain/demand.ts';
import { isHidden, present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { callsBack, directs } from '../../domain/powers.ts';
import { actorOf } from '../../handlers/acting/actor.ts';
import { concernedUnits, isSeenBy } from '../../handlers/acting/concerned.ts';
import type { Execute } from '../../handlers/execute.ts';
import { toldHome } from '../../handlers/intake/home.ts';
import { isoDate, isoTime } from '../../handlers/iso-time.ts';
import type { MediaStore } from '../../handlers/ports/media.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { dayTrends } from '../../handlers/showing/day-trends.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import { todayOf } from '../../handlers/showing/today.ts';
import type { Pressing, Sounding } from '../../handlers/showing/today.ts';
import type { Language } from '../../locales/text.ts';
import type { Caller, ConsoleReader, HotspotReader } from '../../web/deps.ts';
import { createEventStream } from '../../web/event-stream.ts';
import type { CallBacks, ConsoleWords, DemandLine, HeatView, SoundingWhistle, TodayView, ToDecide, TrendsView } from '../../web/schemas/console.ts';
import { counted } from '../counted.ts';
import type { ClassNames } from '../district/district-files.ts';
import type { Board } from './board.ts';
import { caseFile } from './case-file.ts';
import type { News } from './news.ts';
import { scopeSet, visible } from './scope.ts';

/** What is needed to read what the pages show. */
export interface ReadingConsole {
  readonly stores: Pick<Stores, 'demands' | 'people' | 'outbox' | 'sealer'>;
  readonly handlers: { readonly execute: Pick<Execute, 'execute'> };
  readonly media: MediaStore;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly classes: ClassNames;
  readonly presenting: Presenting;
  readonly board: Board;
  readonly moves: Pick<News<Demand>, 'subscribe'>;
  readonly hotspots: HotspotReader;
  readonly sandbox: boolean;
  readonly now: Now;
}

const SHOWN = 60;
/** The most people to be called that are listed. */
const CALLED = 200;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3600_000;
/** What is done in the days shown may have been raised so long before. */
const RAISED_BEFORE_DAYS = 60;

/** What the pages show, each within what the caller may see. */
export function createConsoleReader(parts: ReadingConsole): ConsoleReader {
  const stream = createEventStream({ firstId: Math.floor(performance.timeOrigin) });
  parts.moves.subscribe((demand) => {
    parts.board.changed(demand);
    stream.tell('demand', { id: demand.id }, [...concernedUnits(demand)]);
  });
  const scope = (caller: Caller) => scopeSet(parts.directory(), caller);
  const trending = rememberedTrends(parts);
  const stored = (id: string, caller: Caller) => visible(parts.stores, parts.directory(), id, caller);
  return {
    scope,
    stream,
    words: (_caller, language) => words(parts, language),
    today: (caller, language) => today(parts, trending, caller, language),
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

type Trending = (caller: Caller, language: Language) => Promise<Awaited<ReturnType<HotspotReader['list']>>['items']>;

/** What is trending, worked out once a minute for all who see the same units: it is most of the day's work, and changes slowly. */
function rememberedTrends({ hotspots, now }: Pick<ReadingConsole, 'hotspots' | 'now'>): Trending {
  const known = new Map<string, ReturnType<Trending>>();
  let minute = NaN;
  return (caller, language) => {
    const current = Math.floor(now().getTime() / MINUTE_MS);
    if (current !== minute) known.clear();
    minute = current;
    const key = JSON.stringify([language, caller.kind === 'admin' ? undefined : caller.units]);
    const found = known.get(key) ?? hotspots.list({}, caller, language).then(({ items }) => items);
    found.catch(() => known.delete(key));
    known.set(key, found);
    return found;
  };
}

async function today(parts: ReadingConsole, trending: Trending, caller: Caller, language: Language): Promise<TodayView> {
  const { now } = parts;
  const own = caller.kind === 'admin' ? undefined : new Set(caller.units);
  const day = todayOf(await visibleOnes(parts, caller), own, now());
  const trends = await trending(caller, language);
  const list = async <T, V>(all: readonly T[], show: (one: T) => Promise<V>) => ({ count: all.length, items: await Promise.all(all.slice(0, SHOWN).map(show)) });
  const { onTime, solved, satisfied, ...counts } = day.rates;
  return {
    now: isoTime(now()),
    open: day.open,
    urgent: await list(day.urgent, (demand) => line(parts, { demand }, language)),
    overdue: await list(day.overdue, (one) => line(parts, one, language)),
    due: await list(day.due, (one) => line(parts, one, language)),
    soundings: { ...(await list(day.soundings, (one) => sounding(parts, one, language))), tiers: countedIds(day.soundings.map(({ demand }) => demand.tier)), states: countedIds(day.soundings.flatMap(({ callees }) => callees.map(({ callee }) => callee.status))) },
    toDecide: await list(day.toDecide, (one) => toDecide(parts, one, language)),
    rates: { ...counts, ...(onTime === undefined ? {} : { onTime }), ...(solved === undefined ? {} : { solved }), ...(satisfied === undefined ? {} : { satisfied }) },
    hours: [...day.hours],
    trends: trends.slice(0, 8).map(({ category, place, count, before, trend, sentence, demandIds }) => ({ category: parts.classes.name(category, language), place: place.name, count, before, trend, sentence, demandIds: demandIds.slice(0, 50) })),
  };
}

function countedIds(ids: readonly string[]): { id: string; count: number }[] {
  return counted(ids).map(([id, count]) => ({ id, count }));
}

async function line({ classes, presenting, stores }: ReadingConsole, { demand, clock }: Pressing, language: Language): Promise<DemandLine> {
  const { facts, id, tier, holder, phase, urgency, raisedAt, category } = demand;
  const [summary, said] = await stores.sealer.openAll([facts.what, facts.place?.name ?? facts.placeSaid ?? ''] as const, presenting.erased);
  return {
    id,
    summary: presenting.maskPersonal(summary),
    category: classes.name(category, language),
    place: presenting.maskPersonal(said),
    ...(facts.place?.grid === undefined ? {} : { grid: facts.place.grid }),
    tier,
    owner: holder,
    status: phase.status,
    urgency,
    raisedAt: isoTime(raisedAt),
    supporters: Math.max(0, present(demand).length - 1),
    ...(clock === undefined ? {} : { due: isoTime(clock.due), clock: clock.kind, clockUnit: clock.unit }),
  };
}

async function sounding(parts: ReadingConsole, { demand, whistle, callees }: Sounding, language: Language): Promise<SoundingWhistle> {
  return {
    ...(await line(parts, { demand }, language)),
    whistle: whistle.id,
    kind: whistle.kind,
    caller: whistle.caller,
    at: isoTime(whistle.at),
    callees: callees.map(({ callee, waitsFor }) => ({ unit: callee.unit, role: callee.role, status: callee.status, ...(waitsFor === undefined ? {} : { kind: waitsFor.kind, due: isoTime(waitsFor.due) }) })),
  };
}

async function toDecide(parts: ReadingConsole, one: Pressing, language: Language): Promise<ToDecide> {
  const { demand, clock } = one;
  const { understood, category, facts, holder, proposals } = demand;
  const isNew = clock === undefined || clock.kind === 'take-up';
  const suggestions = parts
    .directory()
    .unitsFor(category, facts.place?.id ?? facts.place?.grid)
    .map(({ unit, role }) => ({ unit: unit.id, name: unit.name, role }))
    .slice(0, 6);
  const best = suggestions.find(({ role }) => role === 'own' || role === 'responsible');
  const proposal = proposals.at(-1);
  const accept: ToDecide['accept'] = !isNew ? undefined : proposal !== undefined && proposal.accepted === undefined ? { type: 'accept-proposal' } : best === undefined || best.unit === holder || facts.place === undefined ? { type: 'take' } : { type: 'dispatch', to: best.unit };
  return {
    ...(await line(parts, one, language)),
    ...(understood.category === category ? { confidence: understood.confidence } : {}),
    alternatives: understood.alternatives.filter((id) => id !== category).slice(0, 4),
    reasons: mostTelling(understood.reasons),
    suggestions,
    ...(accept === undefined ? {} : { accept }),
  };
}

const MODEL_VIEW = /^model:(?:class|urgency|place):/;

/** A few reasons; where a language model disagrees is among them. */
function mostTelling(reasons: readonly string[]): string[] {
  return [...reasons.filter((reason) => MODEL_VIEW.test(reason)), ...reasons.filter((reason) => !MODEL_VIEW.test(reason))].slice(0, 8);
}

async function heat({ stores, now }: ReadingConsole, category: string | undefined, days: number, scope: ReadonlySet<string> | undefined): Promise<HeatView> {
  const to = now();
  const from = new Date(to.getTime() - days * DAY_MS);
  const grids = new Map<string, { count: number; open: number }>();
  const byDay = new Map<string, number>();
  for await (const fact of stores.demands.factsSince(from, scope === undefined ? undefined : [...scope])) {
    if (category !== undefined && fact.category !== category) continue;
    const day = isoDate(fact.raisedAt);
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
    if (fact.grid === undefined) continue;
    const kept = grids.get(fact.grid) ?? { count: 0, open: 0 };
    grids.set(fact.grid, { count: kept.count + 1, open: kept.open + (fact.doneAt === undefined ? 1 : 0) });
  }
  return { from: isoTime(from), to: isoTime(to), grids: [...grids].map(([grid, counts]) => ({ grid, ...counts })), days: [...byDay].map(([day, count]) => ({ day, count })) };
}

async function trends({ stores, now }: ReadingConsole, count: number, scope: ReadonlySet<string> | undefined): Promise<TrendsView> {
  const to = now();
  const from = new Date(to.getTime() - count * DAY_MS);
  const units = scope === undefined ? undefined : [...scope];
  const days = await dayTrends(stores.demands.factsSince(new Date(from.getTime() - RAISED_BEFORE_DAYS * DAY_MS), units), stores.demands.casesBetween(from, new Date(to.getTime() + DAY_MS), units), to, count);
  return { from: isoTime(from), to: isoTime(to), days: days.map(({ responded, completed, satisfied, ...day }) => ({ ...day, ...(responded === undefined ? {} : { responded }), ...(completed === undefined ? {} : { completed }), ...(satisfied === undefined ? {} : { satisfied }) })) };
}

async function callBacks(parts: ReadingConsole, demands: readonly Demand[], language: Language): Promise<CallBacks> {
  const waiting = demands.flatMap((demand) => demand.reporters.flatMap(({ no, revisit, left }) => (revisit.state === 'call-back' && left === undefined ? [{ demand, no, revisit }] : [])));
  const longestFirst = waiting.sort((one, other) => one.revisit.since.getTime() - other.revisit.since.getTime());
  const items = await Promise.all(
    longestFirst.slice(0, CALLED).map(async ({ demand, no, revisit }) => {
      const result = 'result' in demand.phase ? await parts.stores.sealer.openAll(demand.phase.result, parts.presenting.erased) : undefined;
      const answers = Object.fromEntries(Object.entries(revisit.answers).filter(([, answer]) => answer !== undefined));
      return { ...(await line(parts, { demand }, language)), no, since: isoTime(revisit.since), answers, ...(result === undefined ? {} : { result: parts.presenting.maskPersonal(result) }) };
    }),
  );
  return { items };
}

/** Uncovers who raised it; that it was done, by whom and why stands in the demand's sealed timeline before anything is shown. */
async function reveal(parts: ReadingConsole, demand: Demand, no: string, reason: string, caller: Caller) {
  const { stores, handlers, presenting } = parts;
  const reporter = demand.reporters.find((one) => one.no === no);
  if (reporter === undefined) return { ok: false, refusal: 'no-such-reporter' } as const;
  const by = await revealing(parts, demand, no, caller);
  if (by === undefined) return { ok: false, refusal: 'may-not-reveal' } as const;
  const kept = await handlers.execute.execute(demand.id, { type: 'reveal', by, no, reason: await stores.sealer.sealFor([reporter.person, by.person], reason) }, `reveal:${randomUUID()}`);
  if (!kept.ok) return { ok: false, refusal: 'no-such-reporter' } as const;
  const known = await stores.people.get(reporter.person);
  const opened = await stores.sealer.openAll({ name: known?.name ?? presenting.erased, phone: known?.phone ?? '' }, presenting.erased);
  const home = await toldHome({ ...stores, directory: parts.directory }, reporter.person);
  return { ok: true, value: { no, name: opened.name, ...(opened.phone === '' ? {} : { phone: opened.phone }), ...(home === undefined ? {} : { home: home.said }) } } as const;
}

/** Who looks, when they may; the administrator may. */
async function revealing({ stores, directory, mechanism }: ReadingConsole, demand: Demand, no: string, caller: Caller): Promise<Actor | undefined> {
  if (caller.kind === 'admin') return { person: caller.person ?? 'admin', roles: [] };
  const person = await stores.people.get(caller.person);
  const actor = person && actorOf(directory(), person);
  return actor !== undefined && (isHidden(demand, no) ? directs(mechanism, actor, demand) : callsBack(actor, demand)) ? actor : undefined;
}
