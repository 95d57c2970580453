import { z } from 'zod';
import { QueryTime, Short, Time, wholeNumber } from './scalars.ts';

/** Whose results are asked for; `since` counts from when a matter ended, `cursor` goes on from the page before. */
export const ResultQuery = z.strictObject({ source: Short, since: QueryTime.optional(), cursor: Short.optional(), limit: wholeNumber(1, 200, 50) });
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

/** All results of a source since a moment, as a table. */
export const ResultTableQuery = z.strictObject({ source: Short, since: QueryTime.optional(), format: z.enum(['csv', 'xlsx']).default('csv') });
export type ResultTableQuery = z.infer<typeof ResultTableQuery>;

/** A result that its source has not accepted: still tried, or given up. */
const Untold = z
  .strictObject({
    id: z.string(),
    source: z.string(),
    name: z.string(),
    no: z.string(),
    externalId: z.string().optional(),
    status: z.string(),
    state: z.enum(['waiting', 'given-up']),
    attempts: z.number().int(),
    since: Time,
    triedAt: Time.optional(),
    next: Time.optional(),
    why: z.string(),
  })
  .meta({ id: 'Untold' });

/** Results that were not accepted, the oldest first; `untried` more wait behind them. */
export const UntoldList = z.strictObject({ items: z.array(Untold), more: z.boolean(), untried: z.number().int() }).meta({ id: 'UntoldList' });
export type UntoldList = z.infer<typeof UntoldList>;

/** Which are to be told again; without ids, all. */
export const AgainBody = z.strictObject({ ids: z.array(Short).max(1000).optional() });
export type AgainBody = z.infer<typeof AgainBody>;

/** How many are told again. */
export const AgainView = z.strictObject({ count: z.number().int() }).meta({ id: 'Again' });
export type AgainView = z.infer<typeof AgainView>;
