import { z } from 'zod';

/** Alive. */
export const Health = z.strictObject({ status: z.literal('up') }).meta({ id: 'Health' });

/** Whether work can be taken, and what each part says. */
export const Readiness = z
  .strictObject({
    ready: z.boolean(),
    checks: z.record(z.string(), z.strictObject({ up: z.boolean(), detail: z.string().optional() })),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;
