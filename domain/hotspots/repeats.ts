import { DAY_MS, type Hotspot, type HotspotFact, type HotspotSpan, type Why } from './hotspot.ts';
import type { HotspotSettings } from './settings.ts';
import { commonOf, compare, groupedBy, newestFirst, peopleIn, reportsIn, trendOf } from './tally.ts';

interface Again {
  readonly fact: HotspotFact;
  readonly after: HotspotFact;
}

/** Same class at the very same place again, not long after it was said to be done. A grid is no such place. */
export function repeats(facts: readonly HotspotFact[], settings: HotspotSettings, span: HotspotSpan): Hotspot[] {
  const groups = groupedBy(facts, ({ category, places: [place] }) => (place === undefined ? undefined : `${category}|${place}`));
  return [...groups.values()].flatMap((group) => (group.length < 2 ? [] : (repeatOf(group, settings, span) ?? [])));
}

function repeatOf(group: readonly HotspotFact[], { repeat }: HotspotSettings, { since, now }: HotspotSpan): Hotspot | undefined {
  const recent = group.filter(({ at }) => at >= 2 * since - now && at <= now);
  if (recent.length === 0) return undefined;
  const again = againIn(recent, group, repeat.days * DAY_MS);
  const [inside, earlier] = [again.filter(({ fact }) => fact.at >= since), again.filter(({ fact }) => fact.at < since)];
  const [first] = inside;
  if (first === undefined) return undefined;

  const facts = inside.map(({ fact }) => fact);
  const [count, before] = [reportsIn(facts), reportsIn(earlier.map(({ fact }) => fact))];
  const all = [...new Set(inside.flatMap(({ fact, after }) => [fact, after]))];
  return {
    kind: 'repeat',
    category: first.fact.category,
    place: first.fact.places[0] ?? '',
    places: first.fact.places.slice(0, 1),
    grid: commonOf(all, 'grid'),
    unit: commonOf(all, 'unit'),
    danger: facts.some(({ urgency }) => urgency === 'danger'),
    count,
    people: peopleIn(all),
    before,
    trend: trendOf(count, before),
    why: inside.map(whyOf),
    demandIds: newestFirst(all),
    from: since,
    to: now,
  };
}

/** Each that followed one that was done, with the one that was done last before it. */
function againIn(recent: readonly HotspotFact[], group: readonly HotspotFact[], within: number): Again[] {
  const done = group.filter(({ doneAt }) => doneAt !== undefined).sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0) || compare(a.id, b.id));
  return recent.toSorted((a, b) => a.at - b.at || compare(a.id, b.id)).flatMap((fact) => {
    const after = done.find((other) => other !== fact && (other.doneAt ?? 0) <= fact.at);
    return after?.doneAt === undefined || fact.at - after.doneAt > within ? [] : [{ fact, after }];
  });
}

function whyOf({ fact, after }: Again): Why {
  return { name: 'again', demand: fact.id, after: after.id, days: Math.floor((fact.at - (after.doneAt ?? fact.at)) / DAY_MS) };
}
