import { DAY_MS, type HotspotFact } from '../../domain/hotspots/hotspot.ts';
import { hotspotsIn } from '../../domain/hotspots/hotspots.ts';
import { HotspotSettings } from '../../domain/hotspots/settings.ts';

const CLASSES = 40;
const GRIDS = 200;
const PLACES = 4000;
const PEOPLE = 20_000;
const NOW = Date.UTC(2026, 10, 20);

/** How long it takes to see what piles up among so many demands of a year and a quarter: the quickest of some runs, in milliseconds. */
export function benchHotspots(demands = 50_000, runs = 7): { readonly demands: number; readonly found: number; readonly ms: number } {
  const facts = Array.from({ length: demands }, (_, nth) => factOf(nth, demands));
  const settings = HotspotSettings.parse({});
  const span = { since: NOW - 14 * DAY_MS, now: NOW, recordedSince: NOW - 450 * DAY_MS };
  let [found, ms] = [0, Infinity];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    found = hotspotsIn(facts, settings, span).length;
    ms = Math.min(ms, performance.now() - started);
  }
  return { demands, found, ms };
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
