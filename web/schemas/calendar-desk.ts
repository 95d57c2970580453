import { z } from 'zod';
import { Time } from './scalars.ts';

const Day = z.iso.date();
const Set = z.strictObject({ date: Day, workday: z.boolean(), at: Time.optional(), by: z.string().optional() });

/** A month of the calendar: each day, whether it is worked, and whether the page or only the files say so. */
export const CalendarView = z
  .strictObject({
    month: z.string(),
    today: Day,
    hours: z.string(),
    quiet: z.string(),
    days: z.array(z.strictObject({ date: Day, workday: z.boolean(), files: z.boolean() })),
    corrections: z.array(Set),
    /** Years whose holidays nobody has given; the program takes Monday to Friday. */
    unknownYears: z.array(z.number().int()),
    completeYears: z.array(z.number().int()),
  })
  .meta({ id: 'CalendarView' });
export type CalendarView = z.infer<typeof CalendarView>;

export const CalendarQuery = z.strictObject({ month: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/).optional() });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** Days that are worked or free whatever the files say; null takes such a word back. Without `apply` nothing is changed. */
export const CalendarBody = z.strictObject({
  days: z.array(z.strictObject({ date: Day, workday: z.boolean().nullable() })).max(120).default([]),
  /** Years whose days off are all given here. */
  complete: z.array(z.strictObject({ year: z.number().int().min(2020).max(2099), is: z.boolean() })).max(10).default([]),
  apply: z.boolean().default(false),
});
export type CalendarBody = z.infer<typeof CalendarBody>;

/** What a change of the calendar moves: limits that begin from now on, never one that runs already. */
export const CalendarTaken = z
  .strictObject({
    applied: z.boolean(),
    changes: z.array(z.strictObject({ date: Day, before: z.boolean(), after: z.boolean() })),
    dues: z.array(z.strictObject({ limit: z.string(), from: Time, before: Time, after: Time })),
    /** Demands under way of which a clock ends on the first changed day or later: those clocks stay. */
    staying: z.number().int(),
  })
  .meta({ id: 'CalendarTaken' });
export type CalendarTaken = z.infer<typeof CalendarTaken>;
