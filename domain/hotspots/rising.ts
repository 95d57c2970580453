import { chanceOf, expectedAfter } from './chance.ts';
import { DAY_MS, WEEK_MS, type Hotspot, type HotspotFact, type HotspotSpan } from './hotspot.ts';
import type { HotspotSettings } from './settings.ts';
import { commonOf, groupedBy, newestFirst, peopleIn, reportsIn, trendOf } from './tally.ts';

/** So many weeks back the weekdays are the same and the season is too. */
export const YEAR_WEEKS = 52;
const SEASON_SHRINK = 5;
const SEASON_BOUNDS = [0.5, 4] as const;

/** What is compared: the last days with the same days of some weeks before. */
interface Window {
  readonly now: number;
  readonly length: number;
  /** Weeks before, on record. */
  readonly weeks: number;
  readonly recordedSince: number;
}

/** More of one class in one grid than season and weekday lead one to expect. Silent while the record is too short. */
export function rising(facts: readonly HotspotFact[], settings: HotspotSettings, { now, recordedSince }: HotspotSpan): Hotspot[] {
  const length = settings.rising.days * DAY_MS;
  const weeks = Math.min(settings.rising.weeks, Math.floor((now - length - recordedSince) / WEEK_MS));
  if (weeks < settings.rising.leastWeeks) return [];

  const window = { now, length, weeks, recordedSince };
  const found: Hotspot[] = [];
  for (const ofClass of groupedBy(facts, ({ category }) => category).values()) {
    const season = seasonOf(ofClass, window);
    for (const group of groupedBy(ofClass, ({ grid }) => grid).values()) {
      const one = risingIn(group, settings, window, season);
      if (one !== undefined) found.push(one);
    }
  }
  return found;
}

function risingIn(group: readonly HotspotFact[], { rising: wanted, leastPeople }: HotspotSettings, window: Window, season: number): Hotspot | undefined {
  const inside = group.filter(({ at }) => isIn(window, at, 0));
  const [first] = inside;
  if (first === undefined || inside.length < wanted.demands || peopleIn(inside) < leastPeople) return undefined;

  const seen = seenBefore(group, window, 0);
  const chance = chanceOf(inside.length, seen, window.weeks, season);
  if (chance > wanted.chance) return undefined;
  const expected = expectedAfter(seen, window.weeks, season);
  const [count, before] = [reportsIn(inside), reportsIn(group.filter(({ at }) => isIn(window, at, 1)))];
  return {
    kind: 'rising',
    category: first.category,
    place: first.grid ?? '',
    places: [...new Set(inside.flatMap(({ places }) => places.slice(0, 1)))].sort(),
    grid: first.grid,
    unit: commonOf(inside, 'unit'),
    danger: inside.some(({ urgency }) => urgency === 'danger'),
    count,
    people: peopleIn(inside),
    before,
    trend: trendOf(count, before),
    why: [{ name: 'expected', demands: inside.length, expected: rounded(expected, 2), chance: rounded(chance, 6), days: wanted.days, weeks: window.weeks, season: rounded(season, 2) }],
    demandIds: newestFirst(inside),
    from: window.now - window.length,
    to: window.now,
  };
}

/** How much more of a class this time of the year had a year ago than the weeks before it; 1 while the record does not reach back. */
function seasonOf(ofClass: readonly HotspotFact[], window: Window): number {
  const { now, length, recordedSince } = window;
  const weeks = Math.min(window.weeks, Math.floor((now - YEAR_WEEKS * WEEK_MS - length - recordedSince) / WEEK_MS));
  if (weeks < window.weeks) return 1;
  const then = ofClass.filter(({ at }) => isIn(window, at, YEAR_WEEKS)).length;
  const factor = (then + SEASON_SHRINK) / (seenBefore(ofClass, window, YEAR_WEEKS) / weeks + SEASON_SHRINK);
  return Math.min(SEASON_BOUNDS[1], Math.max(SEASON_BOUNDS[0], factor));
}

function seenBefore(facts: readonly HotspotFact[], window: Window, weeksBack: number): number {
  let seen = 0;
  for (const { at } of facts) {
    const back = Math.floor((window.now - at) / WEEK_MS) - weeksBack;
    if (back >= 1 && back <= window.weeks && isIn(window, at, back + weeksBack)) seen++;
  }
  return seen;
}

function isIn({ now, length }: Window, at: number, weeksBack: number): boolean {
  const age = now - weeksBack * WEEK_MS - at;
  return age >= 0 && age < length;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
