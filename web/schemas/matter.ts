import { z } from 'zod';
import { DemandView } from './demand.ts';
import { Time } from './scalars.ts';

export const ByLink = z.object({ token: z.string().min(1).max(80) });
export const ByLinkAndPicture = ByLink.extend({ media: z.string().max(120) });

const Answers = z.strictObject({ contacted: z.enum(['yes', 'no']).optional(), solved: z.enum(['solved', 'partly', 'unsolved']).optional(), satisfied: z.enum(['satisfied', 'basically', 'dissatisfied']).optional() });

/** One matter for the one who raised it: nothing of anybody else who did, and no words of anybody but the own ones and the result. */
export const MatterView = z
  .strictObject({
    now: Time,
    no: z.string(),
    status: DemandView.shape.status,
    statusText: z.string(),
    words: z.string(),
    place: z.string(),
    category: z.string(),
    raisedAt: Time,
    unit: z.string(),
    /** What comes next and by when, in a sentence. */
    next: z.string(),
    due: Time.optional(),
    result: z.string().optional(),
    stages: z.array(z.strictObject({ name: z.string(), state: z.enum(['passed', 'current', 'coming', 'skipped']), at: Time.optional() })),
    /** `pictures` are those that the unit showed of its work. */
    steps: z.array(z.strictObject({ at: Time, type: z.string(), unit: z.string().optional(), pictures: z.array(z.string()).optional() })),
    pictures: z.array(z.string()),
    mayAdd: z.boolean(),
    mayRate: z.boolean(),
    rated: Answers.optional(),
  })
  .meta({ id: 'Matter' });
export type MatterView = z.infer<typeof MatterView>;

/** Words, a picture in base64, or both. */
export const AddBody = z.strictObject({ words: z.string().trim().max(2000).optional(), picture: z.string().max(8_000_000).optional() }).refine(({ words, picture }) => (words ?? '') !== '' || picture !== undefined, { error: 'http.wrong.nothing-said' });
export type AddBody = z.infer<typeof AddBody>;

export const RateBody = Answers.extend({ reason: z.string().trim().min(1).max(500).optional() });
export type RateBody = z.infer<typeof RateBody>;
