import { z } from 'zod';
import { Short, Time } from './scalars.ts';

/** A service of the catalogue; `unit` is as the catalogue has it: an id, or `word@tier`. */
const ServiceView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    otherNames: z.array(z.string()),
    way: z.string(),
    audience: z.array(z.enum(['resident', 'enterprise'])),
    unit: z.string().optional(),
    papers: z.array(z.string()),
    place: z.string().optional(),
    hours: z.string().optional(),
    limit: z.string(),
    fee: z.string().optional(),
    link: z.string().optional(),
    steps: z.array(z.string()),
    onBehalf: z.boolean(),
  })
  .meta({ id: 'Service' });

/** Words as a resident would write them; without them, the whole catalogue. */
export const ServiceQuery = z.strictObject({ q: Short.optional() });
export type ServiceQuery = z.infer<typeof ServiceQuery>;

export const ServiceList = z.strictObject({ items: z.array(ServiceView) }).meta({ id: 'ServiceList' });
export type ServiceList = z.infer<typeof ServiceList>;

/** Who serves a grid, as residents are shown: names, parts and duties, no numbers. */
export const TeamView = z
  .strictObject({
    grid: z.string(),
    workers: z.array(z.string()),
    members: z.array(z.strictObject({ force: z.string(), person: z.string().optional(), unit: z.string().optional(), title: z.string().optional(), duties: z.array(z.string()), categories: z.array(z.string()) })),
  })
  .meta({ id: 'ServiceTeam' });
export type TeamView = z.infer<typeof TeamView>;

export const ByGrid = z.object({ id: Short });

export const RecordQuery = z.strictObject({ section: Short.optional() });
export type RecordQuery = z.infer<typeof RecordQuery>;

/** What was collected of a grid. Values are ids of choices, numbers, dates or words; what is personal is there only for whoever may see it. */
export const GridRecordList = z
  .strictObject({
    grid: z.string(),
    progress: z.array(z.strictObject({ section: z.string(), count: z.number().int(), whole: z.number().int(), expected: z.number().int().optional() })),
    items: z.array(
      z.strictObject({
        id: z.string(),
        section: z.string(),
        name: z.string().optional(),
        within: z.string().optional(),
        fields: z.record(z.string(), z.string()),
        corrected: z.number().int(),
        changedAt: Time.optional(),
      }),
    ),
  })
  .meta({ id: 'GridRecordList' });
export type GridRecordList = z.infer<typeof GridRecordList>;

export const RecordExportQuery = z.strictObject({ section: Short });
