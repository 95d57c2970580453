import { z } from 'zod';
import { Time } from './scalars.ts';

const Named = z.strictObject({ id: z.string(), name: z.string() });

/** The program's own state, and the district's files as they hold. */
export const SetupView = z
  .strictObject({
    ready: z.boolean(),
    checks: z.record(z.string(), z.strictObject({ up: z.boolean(), detail: z.string().optional() })),
    waiting: z.number().int(),
    errors: z.array(z.strictObject({ at: Time, message: z.string() })),
    counts: z.record(z.string(), z.number().int()),
    mechanism: z.strictObject({
      id: z.string(),
      version: z.number().int(),
      name: z.string(),
      tiers: z.array(Named.extend({ takeUp: z.string(), solve: z.string(), classes: z.array(z.string()) })),
      kinds: z.array(Named),
      chains: z.array(Named.extend({ from: z.array(z.string()), classes: z.array(z.string()) })),
      stages: z.array(Named),
    }),
  })
  .meta({ id: 'Setup' });
export type SetupView = z.infer<typeof SetupView>;

export const StaffQuery = z.strictObject({ q: z.string().trim().max(60).optional() });

/** Staff and whether their chat account is known. */
export const StaffList = z.strictObject({ count: z.number().int(), items: z.array(z.strictObject({ id: z.string(), name: z.string(), unit: z.string(), roles: z.array(z.string()), bound: z.boolean(), admin: z.boolean() })) }).meta({ id: 'StaffList' });
export type StaffList = z.infer<typeof StaffList>;

export const AdminBody = z.strictObject({ person: z.string().min(1).max(60), admin: z.boolean() });

const FileName = z.string().max(120).regex(/^[\p{L}\p{N} ()._-]+\.(csv|xlsx)$/iu);

/** The directory's tables as files in base64; without `apply` nothing is changed. */
export const ImportBody = z.strictObject({ files: z.array(z.strictObject({ name: FileName, content: z.string().max(8_000_000) })).min(1).max(20), apply: z.boolean().default(false) });
export type ImportBody = z.infer<typeof ImportBody>;

/** What is wrong with the files, or what they change in each table. */
export const ImportView = z
  .strictObject({
    ok: z.boolean(),
    applied: z.boolean(),
    faults: z.array(z.string()),
    changes: z.array(z.strictObject({ table: z.string(), added: z.number().int(), changed: z.number().int(), removed: z.number().int(), examples: z.array(z.string()) })),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof ImportView>;
