import { z } from 'zod';

const count = (least: number, otherwise: number) => z.number().int().min(least).default(otherwise);

const TierId = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What a district takes for piling up, and whom it warns; everything left out has a default. */
export const HotspotSettings = z.strictObject({
  /** Units of this tier get the warnings; without it, those of the second tier from below. */
  tier: TierId.optional(),
  /** Nothing is shown of fewer people than this, danger alone excepted. */
  leastPeople: count(1, 3),
  /** Same class and place, so many days back from now. */
  cluster: z.strictObject({ days: count(1, 14), people: count(1, 3) }).prefault({}),
  /** Same class and place again, at most so many days after it was done. */
  repeat: z.strictObject({ days: count(1, 90) }).prefault({}),
  /**
   * Of one class in one grid, more in the last days than the same weekdays of so many weeks before lead one to expect: so many that
   * chance alone gives as many with no more than this probability.
   */
  rising: z
    .strictObject({ days: z.number().int().min(1).max(7).default(7), weeks: count(2, 8), leastWeeks: count(2, 4), chance: z.number().gt(0).max(0.1).default(0.001), demands: count(2, 5) })
    .prefault({}),
  /** One class at several places, for which the same unit is likely to answer, spread over so many weeks at least. */
  root: z.strictObject({ days: count(7, 56), weeks: count(1, 3), places: count(2, 3), demands: count(2, 6) }).prefault({}),
  /** A further danger of the same class at the same place within so many hours belongs to the same warning. */
  danger: z.strictObject({ hours: count(1, 24) }).prefault({}),
  /** A weekly letter holds at most so many. */
  weekly: z.strictObject({ most: count(1, 5) }).prefault({}),
});
export type HotspotSettings = z.infer<typeof HotspotSettings>;
