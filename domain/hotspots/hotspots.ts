import { clusters } from './clusters.ts';
import { DAY_MS, WEEK_MS, type Hotspot, type HotspotFact, type HotspotSpan } from './hotspot.ts';
import { repeats } from './repeats.ts';
import { rising, YEAR_WEEKS } from './rising.ts';
import { roots } from './roots.ts';
import type { HotspotSettings } from './settings.ts';
import { compare } from './tally.ts';

/** Everything that piles up, danger first, then what most reports are about. The order of the facts does not matter. */
export function hotspotsIn(facts: readonly HotspotFact[], settings: HotspotSettings, span: HotspotSpan): readonly Hotspot[] {
  const found = [clusters, repeats, rising, roots].flatMap((look) => look(facts, settings, span));
  return found.sort((a, b) => Number(b.danger) - Number(a.danger) || b.count - a.count || compare(keyOf(a), keyOf(b)));
}

/** The same for the same thing piling up, however much of it there is. */
export function keyOf({ kind, category, place, unit }: Pick<Hotspot, 'kind' | 'category' | 'place' | 'unit'>): string {
  return `${kind}:${category}:${kind === 'root' ? (unit ?? '') : place}`;
}

/** How far back facts are needed to judge the time since a moment: over the weeks compared with, and those of a year ago. */
export function neededSince({ repeat, rising: { weeks, days }, root }: HotspotSettings, since: number, now: number): number {
  const compared = now - (YEAR_WEEKS + weeks) * WEEK_MS - days * DAY_MS;
  return Math.min(compared, 2 * since - now - repeat.days * DAY_MS, now - 2 * root.days * DAY_MS);
}

/** The usual time to look back on. */
export function usualSince({ cluster }: HotspotSettings, now: number): number {
  return now - cluster.days * DAY_MS;
}
