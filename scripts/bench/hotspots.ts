import { DAY_MS, type HotspotFact } from '../../domain/hotspots/hotspot.ts';
import { hotspotsIn } from '../../domain/hotspots/hotspots.ts';
import { HotspotSettings } from '../../domain/hotspots/settings.ts';

const CLASSES = 40;
const GRIDS = 200;
const PLACES = 4000;
const PEOPLE = 20_000;
const NOW = Date.UTC(2026, 10, 20);

const RUNS = 7;

/** How long it takes to see what piles up among the demands of a year and a quarter, and merely to count them by class and place; the quickest of some runs, in milliseconds. */
export interface HotspotTimes {
  readonly found: number;
  readonly ms: number;
  readonly countMs: number;
}

/** Looks through so many invented demands; throws when nothing piled up in them. */
export function benchHotspots(demands: number): HotspotTimes {
  const facts = Array.from({ length: demands }, (_, nth) => factOf(nth, demands));
  const settings = HotspotSettings.parse({});
  const span = { since: NOW - 14 * DAY_MS, now: NOW, recordedSince: NOW - 450 * DAY_MS };
  const looked = quickest(() => hotspotsIn(facts, settings, span).length);
  const counted = quickest(() => countsIn(facts).size);
  if (looked.found === 0 || counted.found === 0) throw new Error('Nothing piles up');
  return { ...looked, countMs: counted.ms };
}

function quickest(work: () => number): { readonly found: number; readonly ms: number } {
  let [found, ms] = [0, Infinity];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    found = work();
    ms = Math.min(ms, performance.now() - started);
  }
  return { found, ms };
}

function countsIn(facts: readonly HotspotFact[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { category, places } of facts) {
    for (const place of places) counts.set(`${category}|${place}`, (counts.get(`${category}|${place}`) ?? 0) + 1);
  }
  return counts;
}

/** Spread without a pattern, and the same every time. */
function factOf(nth: number, demands: number): HotspotFact {
  const at = NOW - (nth / demands) * 450 * DAY_MS;
  const place = mixed(nth, 1) % PLACES;
  return {
    id: String(10_000 + nth),
    category: `class-${mixed(nth, 2) % CLASSES}`,
    urgency: mixed(nth, 3) % 500 === 0 ? 'danger' : 'routine',
    at,
    doneAt: mixed(nth, 4) % 4 === 0 ? undefined : at + 5 * DAY_MS,
    grid: `grid-${place % GRIDS}`,
    places: [`house-${place}`, `compound-${Math.floor(place / 8)}`],
    unit: `unit-${place % 30}`,
    persons: Array.from({ length: 1 + (mixed(nth, 5) % 3) }, (_, k) => `person-${mixed(nth, 6 + k) % PEOPLE}`),
  };
}

function mixed(nth: number, salt: number): number {
  let value = Math.imul(nth + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  return (value ^ (value >>> 15)) >>> 0;
}
