import { z } from 'zod';
import { AnyTime, Short } from './scalars.ts';

const Reporter = z.union([
  Short.transform((name) => ({ name })),
  z.strictObject({ id: Short.optional(), name: Short.optional(), phone: z.string().regex(/^[0-9+][0-9 -]{4,19}$/).optional() }),
]);

/** A matter handed in by another source; `source` and `externalId` together name it for ever. */
export const IntakeBody = z
  .strictObject({
    source: Short,
    externalId: Short,
    text: z.string().trim().min(1).max(20_000),
    /** A name, or what the source knows of the person. */
    reporter: Reporter.optional(),
    place: z.string().trim().min(1).max(300).optional(),
    occurredAt: AnyTime.transform((written) => new Date(written)).optional(),
  })
  .meta({ id: 'Intake' });
export type IntakeBody = z.infer<typeof IntakeBody>;

/** The id of what was made, or had been made before. */
export const Made = z.strictObject({ id: z.string() }).meta({ id: 'Made' });
