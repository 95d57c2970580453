import { z } from 'zod';
import { Short, Time } from './scalars.ts';

const FileName = z.string().max(120).regex(/\.(csv|xlsx)$/i);

/** A table of matters as a file in base64. `source` is for rows that name none; without `apply` nothing is registered; `withoutFaulty` leaves out what is wrong. */
export const MatterFileBody = z.strictObject({
  name: FileName,
  content: z.string().max(20_000_000),
  source: Short.optional(),
  apply: z.boolean().default(false),
  withoutFaulty: z.boolean().default(false),
});
export type MatterFileBody = z.infer<typeof MatterFileBody>;

/** An import and how far it is; `fresh` of its rows are new, `failed` could not be registered. */
export const ImportProgress = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    at: Time,
    total: z.number().int(),
    done: z.number().int(),
    known: z.number().int(),
    fresh: z.number().int(),
    failed: z.array(z.strictObject({ sheet: z.string().optional(), row: z.number().int(), why: z.string() })),
    finishedAt: Time.optional(),
  })
  .meta({ id: 'ImportProgress' });
export type ImportProgress = z.infer<typeof ImportProgress>;

const Counted = z.array(z.strictObject({ name: z.string(), count: z.number().int() }));

/** What is wrong with a table of matters, and what would become of it; `examined` rows were looked at to say so. `import` is there when it was begun. */
export const MatterFileView = z
  .strictObject({
    ok: z.boolean(),
    total: z.number().int(),
    fresh: z.number().int(),
    known: z.number().int(),
    faulty: z.number().int(),
    faultCount: z.number().int(),
    faults: z.array(z.strictObject({ sheet: z.string().optional(), row: z.number().int().optional(), column: z.string().optional(), sentence: z.string() })),
    ignored: z.array(z.string()),
    examined: z.number().int(),
    classes: Counted,
    units: Counted,
    placeless: z.number().int(),
    examples: z.array(z.strictObject({ row: z.number().int(), source: z.string(), externalId: z.string(), summary: z.string(), category: z.string(), place: z.string().optional(), unit: z.string() })),
    import: ImportProgress.optional(),
  })
  .meta({ id: 'MatterFile' });
export type MatterFileView = z.infer<typeof MatterFileView>;

/** Imports, newest first. */
export const ImportList = z.strictObject({ items: z.array(ImportProgress) }).meta({ id: 'ImportList' });
export type ImportList = z.infer<typeof ImportList>;

export const ByImport = z.strictObject({ id: Short });

export const TemplateQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** The district's kinds of source, and what each may do. */
export const SourceKinds = z
  .strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string(), port: z.string(), follow: z.boolean(), signs: z.boolean(), told: z.boolean() })) })
  .meta({ id: 'SourceKinds' });
export type SourceKinds = z.infer<typeof SourceKinds>;
