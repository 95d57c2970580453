import { z } from 'zod';
import { Id, Name, Role, Timed } from './basics.ts';

/** Words by which people name a kind of need or resource. */
const Kind = z.strictObject({
  id: Id,
  name: Name,
  words: z.array(z.string().min(1)).default([]),
  /** Demands of these classes want it. */
  categories: z.array(Id).default([]),
});

/** Needs and the resources of alliance units that fit them. */
export const NeedSettings = z.strictObject({
  /** Units of these classes register resources. */
  providers: z.array(Id).min(1),
  /** Members of a unit of these classes register too, whatever class they are of. */
  alliances: z.array(Id).default([]),
  kinds: z.array(Kind).min(1),
  /** Who notes a need, in the unit of any tier. */
  roles: z.array(Role).min(1),
  /** The unit of this tier at the need's place decides on a match; without a place, the unit that noted it. */
  decideTier: Id,
  /** A demand whose class a kind names is noted as a need by itself. */
  automatic: z.boolean().default(false),
  most: z.number().int().min(1).max(9).default(3),
  decide: Timed,
  answer: Timed,
  handOver: Timed,
  thanks: Timed,
  /** A need that nothing fits is looked at again after this. */
  review: Timed,
});
export type NeedSettings = z.infer<typeof NeedSettings>;

/** What needs money: designed, taken on by an organisation, done in milestones, supervised and rated. */
export const ProjectSettings = z.strictObject({
  /** Who proposes and directs one. */
  roles: z.array(Role).min(1),
  /** Units of these classes take projects on. */
  takers: z.array(Id).min(1),
  design: Timed,
  takeOn: Timed,
  /** How soon the first milestone must be set. */
  plan: Timed,
  /** The ladder of each milestone; its limit is its date. */
  milestones: Id,
  /** While it runs, the unit that pays is asked to look so often. */
  supervise: Timed,
  evaluate: Timed,
  scale: z.number().int().min(2).max(10).default(5),
  dimensions: z.array(z.strictObject({ id: Id, name: Name })).min(1),
  /** Above this many yuan the unit one tier up must agree to the design; without it nobody must. */
  approvalAbove: z.number().min(0).optional(),
  /** How long the demand may be away for it. */
  whole: Timed,
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** The lists of a secretary. */
export const ListSettings = z.strictObject({
  roles: z.array(Role).min(1),
  corrections: z
    .strictObject({
      /** What puts something on the list of corrections. */
      from: z.array(z.enum(['dissatisfied', 'redo', 'overdue', 'poor-rating'])).min(1),
      limit: Timed,
      /** A rating of a project or of how a decision is kept that is lower than this share of the scale. */
      poorBelow: z.number().min(0).max(1).default(0.6),
    })
    .optional(),
  most: z.number().int().min(1).max(50).default(10),
});
export type ListSettings = z.infer<typeof ListSettings>;
