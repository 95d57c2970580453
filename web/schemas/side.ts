import { z } from 'zod';
import { Short, Time, wholeNumber } from './scalars.ts';

/** Which are asked for: only those still open, a page at a time. */
export const SideQuery = z.strictObject({ open: z.enum(['true', 'false']).optional(), cursor: Short.optional(), limit: wholeNumber(1, 200, 50) });
export type SideQuery = z.infer<typeof SideQuery>;

const Tally = z.strictObject({ option: z.number().int(), votes: z.number().int() });

/** A deliberation as HTTP gives it: how many voted for what, never who. */
export const DeliberationView = z
  .strictObject({
    id: z.string(),
    no: z.string(),
    level: z.string(),
    unit: z.string(),
    supervisor: z.string(),
    rooms: z.array(z.string()),
    step: z.string(),
    title: z.string(),
    topics: z.array(z.string()),
    topic: z.number().int().optional(),
    research: z.string().optional(),
    options: z.array(z.string()),
    ballot: z.strictObject({ round: z.number().int(), options: z.array(z.number().int()), openedAt: Time, closesAt: Time, turnout: z.number().int(), eligible: z.number().int() }).optional(),
    results: z.array(z.strictObject({ round: z.number().int(), turnout: z.number().int(), eligible: z.number().int(), needed: z.number().int(), outcome: z.string(), tally: z.array(Tally) })),
    decision: z.strictObject({ option: z.number().int(), by: z.enum(['vote', 'chair']), at: Time }).optional(),
    applied: z.strictObject({ words: z.string(), at: Time, checkAt: Time }).optional(),
    checks: z.array(z.strictObject({ kept: z.boolean(), mark: z.number().int(), words: z.string().optional(), at: Time })),
    begunAt: Time,
    nextDueAt: Time.optional(),
  })
  .meta({ id: 'Deliberation' });

export const ResourceView = z
  .strictObject({ id: z.string(), unit: z.string(), kind: z.string().optional(), words: z.string(), days: z.enum(['workdays', 'weekends']).optional(), people: z.number().int().optional(), registeredAt: Time, stoppedAt: Time.optional() })
  .meta({ id: 'Resource' });

export const NeedView = z
  .strictObject({
    id: z.string(), demand: z.string().optional(), unit: z.string(), decider: z.string(), kind: z.string().optional(), words: z.string(), step: z.string(),
    offers: z.array(z.strictObject({ resource: z.string(), unit: z.string(), reasons: z.array(z.string()), state: z.string() })),
    handedOver: z.strictObject({ words: z.string(), at: Time }).optional(), thanks: z.strictObject({ words: z.string(), at: Time }).optional(), notedAt: Time, nextDueAt: Time.optional(),
  })
  .meta({ id: 'Need' });

export const ProjectView = z
  .strictObject({
    id: z.string(), demand: z.string().optional(), need: z.string().optional(), unit: z.string(), title: z.string(), budget: z.number(), step: z.string(), design: z.string().optional(), taker: z.string().optional(),
    milestones: z.array(z.strictObject({ nth: z.number().int(), title: z.string(), due: Time, doneAt: Time.optional(), words: z.string().optional() })),
    rating: z.strictObject({ marks: z.record(z.string(), z.number()), words: z.string().optional(), at: Time }).optional(), proposedAt: Time, nextDueAt: Time.optional(),
  })
  .meta({ id: 'Project' });

export const CorrectionView = z
  .strictObject({ id: z.string(), unit: z.string(), about: z.string(), why: z.string(), reason: z.string().optional(), openedAt: Time, due: Time.optional() })
  .meta({ id: 'Correction' });

const page = <T extends z.ZodType>(item: T, id: string) => z.strictObject({ items: z.array(item), next: z.string().optional() }).meta({ id });
export const DeliberationPage = page(DeliberationView, 'DeliberationPage');
export const ResourcePage = page(ResourceView, 'ResourcePage');
export const NeedPage = page(NeedView, 'NeedPage');
export const ProjectPage = page(ProjectView, 'ProjectPage');

/** The four lists of a unit and everything below it. */
export const ListsView = z
  .strictObject({
    unit: z.string(),
    duties: z.array(z.strictObject({ category: z.string(), categoryName: z.string(), role: z.enum(['own', 'responsible', 'organises', 'assists', 'not']) })),
    projects: z.array(ProjectView),
    problems: z.array(z.strictObject({ id: z.string(), summary: z.string(), status: z.string(), owner: z.string(), late: z.boolean(), nextDueAt: Time.optional() })),
    corrections: z.array(CorrectionView),
  })
  .meta({ id: 'Lists' });

const Cell = z.string().trim().max(120);

/** Resources of alliance units, as a file has them. `unit` is an id or a name; `kind`, `days` and `people` are looked for in the words where they are left out. */
export const ResourcesBody = z
  .strictObject({ items: z.array(z.strictObject({ unit: Cell, words: z.string().trim().max(500), kind: Cell.optional(), days: Cell.optional(), people: Cell.optional() })).min(1).max(1000) })
  .meta({ id: 'Resources' });
export type ResourcesBody = z.infer<typeof ResourcesBody>;

/** The ids of what was registered, or, when anything was wrong, everything that was: then nothing was registered. */
export const ResourcesAnswer = z
  .strictObject({ kept: z.number().int(), ids: z.array(z.string()), faults: z.array(z.strictObject({ index: z.number().int(), fault: z.string(), sentence: z.string() })) })
  .meta({ id: 'ResourcesAnswer' });
export type ResourcesAnswer = z.infer<typeof ResourcesAnswer>;
