import { z } from 'zod';
import { Duty } from '../directory/duty.ts';
import { WrittenLimit as Limit } from '../time/limit.ts';
import { Id, Name, Role, Timed } from './basics.ts';

const Roles = z.array(Role).min(1);

/** Who must agree before a whistle of a chain sounds (哨前审批): one of these roles in the caller's own unit. */
export const Approval = z.strictObject({
  /** What the decision is called. */
  name: Name,
  roles: Roles,
  decide: Timed,
  /** When nobody has decided in time: it sounds all the same, is dropped, or is put before the unit above, and dropped when that is silent too. */
  passed: z.enum(['sounds', 'lapses', 'above']),
  /** Whether an urgent whistle waits too, or sounds first and is confirmed after. */
  urgent: z.enum(['before', 'after']).default('after'),
  /** Deciding and whistling are two acts: once agreed, one of these roles sounds it within the limit, else it is dropped. */
  sound: z.strictObject({ name: Name, roles: Roles, within: Timed }).optional(),
});
export type Approval = z.infer<typeof Approval>;

/** Some of those who can be called, by a name of their own: persons with one of these roles, or who are one of these forces in a grid's service team. */
const PoolPart = z.union([z.strictObject({ name: Name, roles: Roles }), z.strictObject({ name: Name, forces: z.array(Id).min(1) })]);

/** A call to persons instead of units: who they are, how many are wanted, and how long they are waited for. */
export const Pool = z.strictObject({
  /** What all of them together are called in a command. */
  words: z.array(z.string().min(1)).min(1),
  roles: Roles,
  /** Those who are called by names of their own, and along with all others. */
  parts: z.array(PoolPart).min(1).optional(),
  /** Those who belong to the units called, those of the matter's grid, or those of every grid below the caller. */
  from: z.enum(['units', 'grid', 'grids']),
  wanted: z.number().int().min(1).default(3),
  most: z.number().int().min(1).default(20),
  gather: Timed,
});
export type Pool = z.infer<typeof Pool>;

/** A side of a chain: units of these tiers and classes, and who of them calls. */
const Caller = z.strictObject({
  tiers: z.array(Id).min(1),
  classes: z.array(Id).min(1),
  /** Who may whistle on this chain; without it, those who dispatch. */
  roles: Roles.optional(),
  /** Besides what it has or stands above: what its own people raised, or what the unit directly above it has. */
  also: z.array(z.enum(['raised', 'superior'])).min(1).optional(),
  /** What its own people, or those of units below it, raise stays with it first, wherever the place is. */
  ownMatters: z.boolean().optional(),
});

const Callee = z.strictObject({
  classes: z.array(Id).min(1),
  /** Only units below the caller. */
  own: z.boolean().default(false),
  /** Only units below the caller's own superior, or only the member units of the caller. */
  among: z.enum(['superior', 'members']).optional(),
  /** Of these classes only units that name the caller, or a unit above it, among their members: a leader who is linked to it. */
  linked: z.array(Id).min(1).optional(),
});

/** A chain (哨链): who may call whom, at which tier, what for, and with whose agreement. */
export const Chain = z.strictObject({
  id: Id,
  name: Name,
  /** Other words for it in a command. */
  words: z.array(z.string().min(1)).optional(),
  caller: Caller,
  callee: Callee,
  /** One lead and nobody else. */
  oneToOne: z.boolean().default(false),
  /** Only for matters of these classes, or from these sources. */
  matters: z.strictObject({ classes: z.array(Id).min(1).optional(), sources: z.array(Id).min(1).optional() }).optional(),
  approval: Approval.optional(),
  pool: Pool.optional(),
});
export type Chain = z.infer<typeof Chain>;

/** A kind of whistle (哨型): its limits, what it is meant for, and whether it sounds at night. */
export const Kind = z.strictObject({
  id: Id,
  name: Name,
  reportIn: Timed,
  feedback: Timed,
  finish: Timed,
  /** Other words for it in chat. */
  words: z.array(z.string().min(1)).default([]),
  /** Classes of matters it is meant for: it is proposed for them. */
  classes: z.array(Id).min(1).optional(),
  /** For what cannot wait: always admitted, and proposed for danger. */
  urgent: z.boolean().default(false),
  /** Sounds at night and on rest days; without it, only when urgent. */
  night: z.boolean().optional(),
  /** How much longer the work may take once, when the caller agrees. */
  extension: Limit,
});
export type Kind = z.infer<typeof Kind>;

/** A case in which a whistle is admissible: everything named of it must hold. */
const Case = z.strictObject({
  id: Id,
  name: Name,
  /** What the caller is to such a matter on the duty list. */
  duties: z.array(z.union([Duty, z.literal('unlisted')])).min(1).optional(),
  /** So many units are called at least; a joint team counts as its members. */
  units: z.number().int().min(2).optional(),
  kinds: z.array(Id).min(1).optional(),
  classes: z.array(Id).min(1).optional(),
});

/** Whether a whistle may sound at all (吹哨纪律): looked at before it does; an urgent one always may. */
export const Admission = z.strictObject({
  /** The chains it holds for; without it, all. */
  chains: z.array(Id).min(1).optional(),
  cases: z.array(Case).min(1),
  /** Refused where another open matter of the same class at the same place, raised so many days back, is whistled already. */
  duplicates: z.strictObject({ days: z.number().int().min(1) }).optional(),
  /** Refused unless people feel strongly about it: so many raised it, it was redone so often, or it was heard as this urgent. */
  feeling: z
    .strictObject({ people: z.number().int().min(2), redos: z.number().int().min(1).optional(), urgency: z.array(z.enum(['danger', 'urgent'])).min(1).optional() })
    .optional(),
  /** Who may whistle all the same, with a reason that stays visible; without it, nobody. */
  override: z.strictObject({ roles: Roles }).optional(),
  /** Whistles of a caller in so many days per hundred demands it had to do with: below `low` and above `high` is out of the band. */
  rate: z.strictObject({ days: z.number().int().min(1), low: z.number().min(0), high: z.number().min(0), least: z.number().int().min(1).default(10) }).optional(),
});
export type Admission = z.infer<typeof Admission>;

/** Which matters may be dispatched to units of a class (准入): only those on their list, or all but those on it. */
export const Access = z.strictObject({ name: Name, classes: z.array(Id).min(1), list: z.enum(['positive', 'negative']) });
export type Access = z.infer<typeof Access>;

/** Classes of units that are joint teams: to call one is to call its member units, each with limits of its own. */
export const JointTeams = z.strictObject({ classes: z.array(Id).min(1) });
