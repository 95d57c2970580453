import { z } from 'zod';
import { Id, Name } from './basics.ts';

/** Where a demand is, as a condition of a stage; `whistling` is handling while a whistle sounds. */
const STATUSES = ['incomplete', 'waiting', 'handling', 'whistling', 'done', 'disputed', 'closed', 'withdrawn', 'merged', 'deliberating', 'in-project'] as const;

/** What must have happened in this round, as a condition of a stage; it stays true until the matter is opened again. `taken-up` is without calling anybody. */
const MILESTONES = [
  'registered', 'placed', 'proposed', 'taken-up', 'approval-asked', 'agreed', 'whistled', 'reported-in', 'all-reported-in', 'fed-back', 'all-fed-back', 'part-done', 'callees-rated', 'rated',
] as const;
/** Something that a stage may begin with, once it has happened. */
export type Milestone = (typeof MILESTONES)[number];

const Condition = z.enum([...STATUSES, ...MILESTONES]);
export type StageCondition = z.infer<typeof Condition>;

/** A step of the district's own method: a demand is in the last one of which a condition holds. */
export const Stage = z.strictObject({ id: Id, name: Name, when: z.array(Condition).min(1) });
export type Stage = z.infer<typeof Stage>;
