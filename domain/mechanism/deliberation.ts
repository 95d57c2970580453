import { z } from 'zod';
import { WrittenLimit as Limit } from '../time/limit.ts';
import { Id, Name, Role, Timed } from './basics.ts';

const Share = z.number().min(0).max(1);

/** Where a deliberation can be held: who runs it, and in which groups. */
export const DeliberationLevel = z.strictObject({
  id: Id,
  name: Name,
  /** Other words for it in chat. */
  words: z.array(z.string().min(1)).default([]),
  /** The unit of this tier runs it. */
  tier: Id,
  /** Held in the groups of the matter's own grid, or of every grid of the unit that runs it. */
  groups: z.enum(['grid', 'unit']),
});
export type DeliberationLevel = z.infer<typeof DeliberationLevel>;

/** How residents settle among themselves what is their own business. A limit belongs to each step; the whole has one too. */
export const DeliberationSettings = z.strictObject({
  /** Who may begin and run one, in the unit that runs it. */
  roles: z.array(Role).min(1),
  /** The first is taken when nobody says which. */
  levels: z.array(DeliberationLevel).min(1),
  steps: z.strictObject({ topics: Timed, choice: Timed, research: Timed, options: Timed, vote: Timed, announcement: Timed, application: Timed, supervision: Timed }),
  /** How long the demand may be away for it. */
  whole: Timed,
  topics: z.strictObject({ most: z.number().int().min(1).max(30) }).default({ most: 12 }),
  options: z.strictObject({ least: z.number().int().min(2), most: z.number().int().min(2).max(9) }).default({ least: 2, most: 6 }),
  vote: z.strictObject({
    /** Whose votes count. */
    roles: z.array(Role).min(1).default(['resident']),
    /** So many must vote: a number of people, and a share of those in the groups who may. */
    quorum: z.strictObject({ people: z.number().int().min(1), share: Share.default(0) }),
    /** More than this share of the votes must be for one option. */
    majority: Share.default(0.5),
    /** What follows when two lead with as many votes, or nobody has the majority, or too few voted. */
    tie: z.enum(['again', 'chair', 'fail']).default('again'),
    noMajority: z.enum(['again', 'chair', 'fail']).default('again'),
    noQuorum: z.enum(['again', 'chair', 'fail']).default('again'),
    /** At most so many ballots; where one more would be needed, `last` follows. */
    rounds: z.number().int().min(1).max(5).default(2),
    last: z.enum(['chair', 'fail']).default('chair'),
    /** Who voted for what is said in the group. */
    named: z.boolean().default(false),
  }),
  /** Whether it is kept is checked by the unit of this tier, so long after it was applied. */
  supervision: z.strictObject({ tier: Id, after: Limit, scale: z.number().int().min(2).max(10).default(5) }),
  /** A deliberation that comes to nothing: the demand goes one tier up, where it can be whistled over, or back to who had it. */
  failure: z.enum(['escalate', 'return']).default('escalate'),
});
export type DeliberationSettings = z.infer<typeof DeliberationSettings>;
