import { DAY_MS, WEEK_MS, type Hotspot, type HotspotFact, type HotspotSpan } from './hotspot.ts';
import type { HotspotSettings } from './settings.ts';
import { commonOf, compare, groupedBy, newestFirst, peopleIn, reportsIn, spotOf, trendOf } from './tally.ts';

/** One class at several places over some weeks, with the same unit likely to answer for it: perhaps one cause, to be put right once. */
export function roots(facts: readonly HotspotFact[], settings: HotspotSettings, { now }: HotspotSpan): Hotspot[] {
  const length = settings.root.days * DAY_MS;
  const near = facts.filter(({ at }) => at > now - 2 * length && at <= now);
  const groups = groupedBy(near, ({ category, unit }) => (unit === undefined ? undefined : `${category}|${unit}`));
  return [...groups.values()].flatMap((group) => rootOf(group, settings, now, length) ?? []);
}

function rootOf(group: readonly HotspotFact[], { root, leastPeople }: HotspotSettings, now: number, length: number): Hotspot | undefined {
  const inside = group.filter(({ at }) => at > now - length);
  const [first] = inside;
  if (first?.unit === undefined || inside.length < root.demands || peopleIn(inside) < leastPeople) return undefined;
  const places = placesOf(inside);
  const [busiest] = places;
  const weeks = new Set(inside.map(({ at }) => Math.floor((now - at) / WEEK_MS))).size;
  if (busiest === undefined || places.length < root.places || weeks < root.weeks) return undefined;

  const [count, before] = [reportsIn(inside), reportsIn(group.filter(({ at }) => at <= now - length))];
  return {
    kind: 'root',
    category: first.category,
    place: busiest,
    places,
    grid: commonOf(inside, 'grid'),
    unit: first.unit,
    danger: inside.some(({ urgency }) => urgency === 'danger'),
    count,
    people: peopleIn(inside),
    before,
    trend: trendOf(count, before),
    why: [{ name: 'places', places: places.length, weeks, unit: first.unit }],
    demandIds: newestFirst(inside),
    from: now - length,
    to: now,
  };
}

/** The widest places, or grids, those with most demands first. */
function placesOf(facts: readonly HotspotFact[]): string[] {
  const groups = groupedBy(facts, (fact) => spotOf({ ...fact, category: '' })?.slice(1));
  return [...groups].sort(([a, one], [b, other]) => other.length - one.length || compare(a, b)).map(([place]) => place);
}
