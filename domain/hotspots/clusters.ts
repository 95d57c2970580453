import { DAY_MS, type Hotspot, type HotspotFact, type HotspotSpan, type Why } from './hotspot.ts';
import type { HotspotSettings } from './settings.ts';
import { commonOf, commonPlace, groupedBy, newestFirst, peopleIn, reportsIn, spotOf, trendOf } from './tally.ts';

/** Same class, same place, from enough different people since the moment given; and every danger. */
export function clusters(facts: readonly HotspotFact[], settings: HotspotSettings, span: HotspotSpan): Hotspot[] {
  const start = 2 * span.since - span.now;
  const near = facts.filter(({ at }) => at >= start && at <= span.now);
  return [...groupedBy(near, spotOf).values()].flatMap((group) => clusterOf(group, settings, span) ?? []);
}

function clusterOf(group: readonly HotspotFact[], { cluster, leastPeople }: HotspotSettings, { since, now }: HotspotSpan): Hotspot | undefined {
  const inside = group.filter(({ at }) => at >= since);
  const [first] = inside;
  const dangers = inside.filter(({ urgency }) => urgency === 'danger').length;
  const people = peopleIn(inside);
  if (first === undefined || (dangers === 0 && people < Math.max(cluster.people, leastPeople))) return undefined;

  const [count, before] = [reportsIn(inside), group.length === inside.length ? 0 : reportsIn(group.filter(({ at }) => at < since))];
  const grid = commonOf(inside, 'grid');
  const why: Why[] = [{ name: 'people', people, days: Math.round((now - since) / DAY_MS) }];
  return {
    kind: 'cluster',
    category: first.category,
    place: commonPlace(inside) ?? grid ?? '',
    places: [...new Set(inside.flatMap(({ places }) => places.slice(0, 1)))].sort(),
    grid,
    unit: commonOf(inside, 'unit'),
    danger: dangers > 0,
    count,
    people,
    before,
    trend: trendOf(count, before),
    why: dangers > 0 ? [{ name: 'danger', demands: dangers }, ...why] : why,
    demandIds: newestFirst(inside),
    from: since,
    to: now,
  };
}
