import { z } from 'zod';
import { QueryTime, Time } from './scalars.ts';

/** From when on demands count; without it, for the time that the district's file gives. */
export const HotspotQuery = z.strictObject({ since: QueryTime.optional() });
export type HotspotQuery = z.infer<typeof HotspotQuery>;

const Figures = z.record(z.string(), z.union([z.number(), z.string()]));

/**
 * Something that piles up. `place` is a place or a grid; `places` are all concerned. `count` is reports, `people` distinct people, `before` the reports in an equally long
 * time before. `why` is for programs, `sentence` for people.
 */
const HotspotView = z
  .strictObject({
    kind: z.enum(['cluster', 'repeat', 'rising', 'root']),
    category: z.string(),
    place: z.strictObject({ id: z.string(), name: z.string() }),
    places: z.array(z.string()),
    grid: z.string().optional(),
    unit: z.string().optional(),
    danger: z.boolean(),
    count: z.number().int(),
    people: z.number().int(),
    before: z.number().int(),
    trend: z.enum(['new', 'rising', 'steady', 'falling']),
    why: z.array(Figures),
    sentence: z.string(),
    demandIds: z.array(z.string()),
    from: Time,
    to: Time,
  })
  .meta({ id: 'Hotspot' });

const Counts = z.strictObject({ seen: z.number().int(), acted: z.number().int(), notSo: z.number().int() });

/** A warning that was sent, and what those who got it answered. */
const WarningView = z
  .strictObject({
    no: z.string(),
    at: Time,
    /** When it was said first, where nobody had answered and it was said again at `at`. */
    openSince: Time.optional(),
    occasion: z.enum(['danger', 'weekly']),
    kind: HotspotView.shape.kind,
    unit: z.string(),
    category: z.string(),
    place: HotspotView.shape.place,
    demandIds: z.array(z.string()),
    told: z.number().int(),
    answers: z.array(z.strictObject({ by: z.string(), unit: z.string().optional(), answer: z.enum(['seen', 'acted', 'not-so']), words: z.string().optional(), at: Time })),
    answered: Counts,
  })
  .meta({ id: 'Warning' });

/** What piles up, what most reports are about first; the warnings of that time, newest first; and how they were answered in all. */
export const HotspotList = z.strictObject({ items: z.array(HotspotView), warnings: z.array(WarningView), answered: Counts }).meta({ id: 'HotspotList' });
export type HotspotList = z.infer<typeof HotspotList>;
