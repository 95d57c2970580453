import { z } from 'zod';
import { AnyTime, Short, Time, wholeNumber } from './scalars.ts';

/** Whose results are asked for; `since` counts from when a matter ended, `cursor` goes on from the page before. */
export const ResultQuery = z.strictObject({ source: Short, since: AnyTime.optional(), cursor: Short.optional(), limit: wholeNumber(1, 200, 50) });
export type ResultQuery = z.infer<typeof ResultQuery>;

/** How a matter that a source raised has ended. `no` is the number it was given, `demand` the one it is dealt with under. */
const ResultView = z
  .strictObject({
    no: z.string(),
    externalId: z.string().optional(),
    source: z.string(),
    demand: z.string(),
    status: z.enum(['done', 'closed', 'withdrawn']),
    at: Time,
    doneAt: Time.optional(),
    unit: z.string().optional(),
    called: z.array(z.string()),
    result: z.string().optional(),
    redos: z.number().int(),
    satisfied: z.enum(['satisfied', 'basically', 'dissatisfied']).optional(),
  })
  .meta({ id: 'Result' });

/** Results, the oldest first; `next` is the cursor of the page after it. */
export const ResultPage = z.strictObject({ items: z.array(ResultView), next: z.string().optional() }).meta({ id: 'ResultPage' });
export type ResultPage = z.infer<typeof ResultPage>;
