import { z } from 'zod';
import { Time } from './scalars.ts';

/** What a unit is to a class of matters. */
const Duty = z.enum(['own', 'responsible', 'organises', 'assists', 'not']);

const Line = z.strictObject({
  category: z.string(),
  categoryName: z.string(),
  /** A place, a grid or a unit; without it the line holds everywhere. */
  place: z.string().optional(),
  placeName: z.string().optional(),
  /** An id, or `word@tier`. */
  unit: z.string(),
  unitName: z.string(),
  role: Duty,
});

/** The lines of the duty list that hold the words, a hundred at the most, and its last changes. */
export const DutyList = z
  .strictObject({
    count: z.number().int(),
    all: z.number().int(),
    items: z.array(Line),
    /** Words that stand for the units of a class at a tier. */
    phrases: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    history: z.array(z.strictObject({ at: Time, by: z.string(), what: z.string(), from: z.string().optional(), to: z.string().optional() })),
  })
  .meta({ id: 'DutyList' });
export type DutyList = z.infer<typeof DutyList>;

export const DutyQuery = z.strictObject({ q: z.string().trim().max(60).default(''), role: Duty.optional() });
export type DutyQuery = z.infer<typeof DutyQuery>;

const Key = z.string().trim().min(1).max(80);

/** Lines by class, place and unit: another role, a new line, or with null a line taken out. Without `apply` nothing is changed. */
export const DutyBody = z.strictObject({ changes: z.array(z.strictObject({ category: Key, place: Key.optional(), unit: Key, role: Duty.nullable() })).min(1).max(200), apply: z.boolean().default(false) });
export type DutyBody = z.infer<typeof DutyBody>;

/** All that is wrong with the changes, or what they make of each line; what is under way stays with whom it is. */
export const DutyTaken = z
  .strictObject({
    ok: z.boolean(),
    applied: z.boolean(),
    faults: z.array(z.string()),
    changes: z.array(z.strictObject({ categoryName: z.string(), placeName: z.string().optional(), unitName: z.string(), before: Duty.optional(), after: Duty.optional() })),
    /** Demands of these classes under way. */
    open: z.number().int(),
  })
  .meta({ id: 'DutyTaken' });
export type DutyTaken = z.infer<typeof DutyTaken>;
