import { z } from 'zod';

const Named = z.strictObject({ id: z.string(), name: z.string() });

/** The messenger's organisation beside the district's: what is proposed waits for an administrator's word. */
export const OrganisationView = z
  .strictObject({
    /** Whether an application of a WeCom corporation is set up. */
    configured: z.boolean(),
    departments: z.array(Named.extend({ unit: Named.optional() })),
    members: z.array(
      z.strictObject({
        account: z.string(),
        name: z.string(),
        departments: z.array(z.string()),
        /** Who the account is known to be. */
        bound: Named.optional(),
        proposal: Named.extend({ unit: z.string(), ground: z.enum(['mobile', 'name-and-unit', 'name']) }).optional(),
      }),
    ),
    /** Groups that were made for the staff of a grid. */
    groups: z.array(z.strictObject({ grid: z.string(), gridName: z.string(), made: z.boolean(), members: z.number().int() })),
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.infer<typeof OrganisationView>;

export const ConfirmBody = z.strictObject({ members: z.array(z.strictObject({ account: z.string().min(1).max(128), person: z.string().min(1).max(60) })).min(1).max(500) });
export type ConfirmBody = z.infer<typeof ConfirmBody>;

/** How many accounts were bound, and why others were not. */
export const Confirmed = z.strictObject({ bound: z.number().int(), faults: z.array(z.string()) }).meta({ id: 'Confirmed' });
export type Confirmed = z.infer<typeof Confirmed>;

export const StaffGroupBody = z.strictObject({ grid: z.string().min(1).max(60) });
