import type { Demand } from '../../domain/demand.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Now } from '../../handlers/ports/now.ts';
import { todayOf } from '../../handlers/showing/today.ts';
import type { Language } from '../../locales/text.ts';
import type { Caller, HotspotReader } from '../../web/deps.ts';
import type { TodayView } from '../../web/schemas/console.ts';
import { counted } from '../counted.ts';
import { decisionLine, demandLine, soundingLine, type WritingLines } from './demand-lines.ts';

const SHOWN = 60;
const MINUTE_MS = 60_000;

/** What is needed to show a day. */
export interface ShowingToday extends WritingLines {
  readonly hotspots: HotspotReader;
  readonly now: Now;
}

/** Shows the day of whoever asks, of the demands they may see. */
export type TodayReader = (seen: readonly Demand[], caller: Caller, language: Language) => Promise<TodayView>;

/** Makes the reader of the day; it remembers what is trending for a minute. */
export function createTodayReader(parts: ShowingToday): TodayReader {
  const trending = rememberedTrends(parts);
  return async (seen, caller, language) => todayView(parts, seen, await trending(caller, language), caller, language);
}

type Trends = Awaited<ReturnType<HotspotReader['list']>>['items'];

/** What is trending, worked out once a minute for all who see the same units: it is most of the day's work, and changes slowly. */
function rememberedTrends({ hotspots, now }: Pick<ShowingToday, 'hotspots' | 'now'>): (caller: Caller, language: Language) => Promise<Trends> {
  const known = new Map<string, Promise<Trends>>();
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

async function todayView(parts: ShowingToday, seen: readonly Demand[], trends: Trends, caller: Caller, language: Language): Promise<TodayView> {
  const { now } = parts;
  const own = caller.kind === 'admin' ? undefined : new Set(caller.units);
  const day = todayOf(seen, own, now());
  const list = async <T, V>(all: readonly T[], show: (one: T) => Promise<V>) => ({ count: all.length, items: await Promise.all(all.slice(0, SHOWN).map(show)) });
  const { onTime, solved, satisfied, ...counts } = day.rates;
  return {
    now: isoTime(now()),
    open: day.open,
    urgent: await list(day.urgent, (demand) => demandLine(parts, { demand }, language)),
    overdue: await list(day.overdue, (one) => demandLine(parts, one, language)),
    due: await list(day.due, (one) => demandLine(parts, one, language)),
    soundings: { ...(await list(day.soundings, (one) => soundingLine(parts, one, language))), tiers: countedIds(day.soundings.map(({ demand }) => demand.tier)), states: countedIds(day.soundings.flatMap(({ callees }) => callees.map(({ callee }) => callee.status))) },
    toDecide: await list(day.toDecide, (one) => decisionLine(parts, one, language)),
    rates: { ...counts, ...(onTime === undefined ? {} : { onTime }), ...(solved === undefined ? {} : { solved }), ...(satisfied === undefined ? {} : { satisfied }) },
    hours: [...day.hours],
    trends: trends.slice(0, 8).map(({ category, place, count, before, trend, sentence, demandIds }) => ({ category: parts.classes.name(category, language), place: place.name, count, before, trend, sentence, demandIds: demandIds.slice(0, 50) })),
  };
}

function countedIds(ids: readonly string[]): { id: string; count: number }[] {
  return counted(ids).map(([id, count]) => ({ id, count }));
}
