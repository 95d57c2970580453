import fc from 'fast-check';
import type { HotspotFact, HotspotSpan } from '../../../domain/hotspots/hotspot.ts';
import { DAY_MS } from '../../../domain/hotspots/hotspot.ts';
import { HotspotSettings } from '../../../domain/hotspots/settings.ts';

export const NOW = new Date('2026-11-20T08:30:00+08:00').getTime();

/** The thresholds when a district's file says nothing. */
export const usual = HotspotSettings.parse({});

/** Two weeks back, on a record of two years. */
export const twoWeeks: HotspotSpan = { since: NOW - 14 * DAY_MS, now: NOW, recordedSince: NOW - 730 * DAY_MS };

let made = 0;

/** A noise complaint of Wang's two days ago, at house 2 of the Ginkgo garden. */
export function aFact({ daysAgo = 2, ...over }: Partial<HotspotFact> & { readonly daysAgo?: number } = {}): HotspotFact {
  made++;
  return { id: String(10_000 + made), category: 'noise', urgency: 'routine', at: NOW - daysAgo * DAY_MS, grid: 'g1', places: ['house-2', 'garden'], unit: 'company', persons: ['wang'], ...over };
}

/** Any facts of a few classes, places and people over a year. */
export const someFacts: fc.Arbitrary<HotspotFact[]> = fc
  .array(
    fc.record({
      category: fc.constantFrom('noise', 'lifts', 'gas-supply'),
      urgency: fc.constantFrom('routine', 'routine', 'urgent', 'danger'),
      hoursAgo: fc.integer({ min: 0, max: 24 * 200 }),
      doneAfter: fc.option(fc.integer({ min: 1, max: 24 * 30 })),
      where: fc.constantFrom({ grid: 'g1', places: ['house-2', 'garden'] }, { grid: 'g1', places: ['house-3', 'garden'] }, { grid: 'g2', places: ['road'] }, { grid: 'g2', places: [] }, { places: [] }),
      unit: fc.constantFrom('company', 'water', undefined),
      persons: fc.array(fc.constantFrom('wang', 'li', 'zhao', 'qian', 'sun'), { maxLength: 4 }),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(({ hoursAgo, doneAfter, where, ...fact }, nth): HotspotFact => {
      const at = NOW - hoursAgo * 3600_000;
      return { id: String(20_000 + nth), ...fact, ...where, at, doneAt: doneAfter === null ? undefined : at + doneAfter * 3600_000 };
    }),
  );
