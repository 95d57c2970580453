import type { HotspotFact, Trend } from './hotspot.ts';

/** Facts by a key of theirs; those without one are left out. */
export function groupedBy<T>(facts: readonly T[], keyOf: (fact: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return groups;
}

/** The class and the widest place of a demand, else its grid: what is near enough to be one matter's surroundings. */
export function spotOf({ category, places, grid }: Pick<HotspotFact, 'category' | 'places' | 'grid'>): string | undefined {
  const place = places.at(-1) ?? grid;
  return place === undefined ? undefined : `${category}|${place}`;
}

/** How many distinct people reported these. */
export function peopleIn(facts: readonly HotspotFact[]): number {
  const people = new Set<string>();
  for (const { persons } of facts) for (const person of persons) people.add(person);
  return people.size;
}

/** How many reports these are; a demand is one at least. */
export function reportsIn(facts: readonly HotspotFact[]): number {
  let reports = 0;
  for (const { persons } of facts) reports += Math.max(1, persons.length);
  return reports;
}

/** Ids, newest first. */
export function newestFirst(facts: readonly HotspotFact[]): readonly string[] {
  return facts.toSorted((a, b) => b.at - a.at || compare(b.id, a.id)).map(({ id }) => id);
}

/** The most precise place that all have in common; undefined when there is none. */
export function commonPlace(facts: readonly HotspotFact[]): string | undefined {
  const [first, ...others] = facts;
  return first?.places.find((place) => others.every(({ places }) => places.includes(place)));
}

/** The value that all have; undefined when they differ. */
export function commonOf(facts: readonly HotspotFact[], field: 'grid' | 'unit'): string | undefined {
  const value = facts[0]?.[field];
  return facts.every((fact) => fact[field] === value) ? value : undefined;
}

/** Two counts of equally long times: a difference of less than one standard deviation, or of one, is none. */
export function trendOf(now: number, before: number): Trend {
  if (before === 0) return 'new';
  const difference = now - before;
  if (Math.abs(difference) < Math.max(2, Math.sqrt(now + before))) return 'steady';
  return difference > 0 ? 'rising' : 'falling';
}

/** Orders texts the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
