import { z } from 'zod';
import { HotspotSettings } from '../hotspots/settings.ts';
import { WrittenLimit as Limit } from '../time/limit.ts';
import { AssessmentSettings, RatingRelation } from './assessment.ts';
import { Id, Name, Role, Timed } from './basics.ts';
import { DeliberationSettings } from './deliberation.ts';
import { contradictions } from './faults.ts';
import type { Rulebook } from './faults.ts';
import { ListSettings, NeedSettings, ProjectSettings } from './lists.ts';
import { Reach } from './reach.ts';
import { Records } from './records.ts';
import { Services } from './services.ts';
import { Stage } from './stages.ts';
import { ServiceTeams } from './teams.ts';
import { Access, Admission, Chain, JointTeams, Kind } from './whistling.ts';

export { Name, Role, Timed };

const GradeId = z.string().min(1).max(4);

/** A step of the ladder of a limit: a share of it, a time before or after it, or the nth workday morning after it. */
const Rung = z.union([
  z.strictObject({ percent: z.number().int().min(1).max(99), act: z.literal('remind') }),
  z.strictObject({ before: Limit, act: z.literal('yellow') }),
  z.strictObject({ due: z.literal(true), act: z.enum(['overdue', 'tell-caller']) }),
  z.strictObject({ after: Limit, act: z.enum(['tell-head', 'tell-above']), tiers: z.number().int().min(1).optional() }),
  z.strictObject({ morning: z.number().int().min(1), act: z.enum(['red', 'tell-head', 'tell-above']), tiers: z.number().int().min(1).optional() }),
]);
export type Rung = z.infer<typeof Rung>;

const Tier = z.strictObject({
  id: Id,
  name: Name,
  /** The unit of this tier has this long to take a demand up, and to solve it. */
  takeUp: Timed,
  solve: Timed,
  /** The tier solves nothing itself: it is requested from one of its units, on this chain, by a whistle of this kind. */
  requestOn: z.strictObject({ chain: Id, kind: Id }).optional(),
  /** What reaches this tier is put before the head of the unit that has it. */
  tellHead: z.boolean().optional(),
});

const Dimension = z.strictObject({ id: Id, name: Name });

const MechanismShape = z.strictObject({
  id: Id,
  version: z.number().int().min(1),
  name: Name,
  tiers: z.array(Tier).min(1),
  /** `short` is how a grade is written in each language, where that is not its id. */
  grades: z.array(z.strictObject({ id: GradeId, tier: Id, name: Name, short: Name.optional() })).min(1),
  sources: z.array(z.strictObject({ id: Id, name: Name, port: z.enum(['resident', 'worker', 'enterprise', 'system']), heard: z.enum(['private', 'group', 'discovery']).optional(), follow: z.boolean().optional() })).min(1),
  unitClasses: z.array(z.strictObject({ id: Id, name: Name })).min(1),
  /** Who hears of a unit's work, and of its lateness: the first of these roles that somebody there has. */
  desks: z.strictObject({ front: z.array(Role).min(1), head: z.array(Role).min(1) }),
  /** Who may dispatch, whistle and decide for a unit. */
  dispatchers: z.array(Role).min(1),
  ladders: z.record(Id, z.array(Rung)),
  /** When the ladder is used up and nothing has happened, the unit's head hears of it again every so many workday mornings. */
  stillOpenMornings: z.number().int().min(1),
  /** Limits for urgent matters, whatever the tier. */
  urgent: z.strictObject({ takeUp: Timed, solve: Timed }),
  chains: z.array(Chain).min(1),
  kinds: z.array(Kind).min(1),
  jointTeams: JointTeams.optional(),
  access: z.array(Access).optional(),
  admission: Admission.optional(),
  /** How long an answer about the place is waited for before a person sorts it. */
  placeAnswer: Timed,
  objection: z.strictObject({ decide: Timed, perUnit: z.number().int().min(1) }),
  extension: z.strictObject({ decide: Timed, perClock: z.number().int().min(1), holder: Limit }),
  exclusion: z.strictObject({ decide: Timed }),
  rateCallees: z.strictObject({ limit: Timed, named: z.boolean(), scale: z.number().int().min(2).max(10), leastRaters: z.number().int().min(1).default(3), dimensions: z.array(Dimension).min(1) }),
  ratings: z.array(RatingRelation).default([]),
  assessment: AssessmentSettings.optional(),
  /** After so many transfers or redos a matter goes up a tier (问题工单提级). */
  brake: z.strictObject({ transfers: z.number().int().min(1), redos: z.number().int().min(1) }),
  revisit: z.strictObject({
    after: Limit,
    remindAfter: Limit,
    expireAfter: Limit,
    /** Reopened at most so often by 不满意; the next time a person decides. */
    reopens: z.number().int().min(0),
    /** Who then decides: the unit of this tier. */
    decideTier: Id,
    decide: Timed,
  }),
  /** A reply within this time of closing belongs to the closed demand; later it opens a linked one. */
  reopenWithin: Limit,
  hotspots: HotspotSettings.prefault({}),
  services: Services.optional(),
  reach: Reach.optional(),
  serviceTeams: ServiceTeams.optional(),
  records: Records.optional(),
  deliberation: DeliberationSettings.optional(),
  needs: NeedSettings.optional(),
  projects: ProjectSettings.optional(),
  lists: ListSettings.optional(),
  stages: z.array(Stage).min(1),
});

/** One district's way of working, as data. What contradicts itself is a custom issue: its message is the fault's code, its params name what is concerned. */
export const Mechanism = MechanismShape.superRefine((mechanism, context) => {
  for (const { code, path, params } of contradictions(mechanism)) context.addIssue({ code: 'custom', message: code, path: [...path], params });
});
export type Mechanism = z.infer<typeof Mechanism>;
/** One level of handling, with its limits. */
export type Tier = Mechanism['tiers'][number];
export type { Chain, Kind };

/** The parts of a file that are well-formed each by itself, so that contradictions between them can be told although others are not. */
export function wholeParts(written: unknown): Rulebook {
  const file = z.record(z.string(), z.unknown()).safeParse(written).data ?? {};
  return MechanismShape.partial().parse(Object.fromEntries(Object.entries(MechanismShape.shape).filter(([part, schema]) => schema.safeParse(file[part]).success).map(([part]) => [part, file[part]])));
}

/** The tier with this id. Throws when the mechanism has none: a stored demand always names one it began with. */
export function tierOf(mechanism: Mechanism, id: string): Tier {
  const tier = mechanism.tiers.find((one) => one.id === id);
  if (tier === undefined) throw new Error(`Mechanism ${mechanism.id} has no tier ${id}`);
  return tier;
}

/** The tier whose units are warned of what piles up: the one named, else the second from below. */
export function warnedTier({ hotspots, tiers }: Mechanism): string {
  return hotspots.tier ?? tiers[1]?.id ?? tiers[0]?.id ?? '';
}

/** The next tier up; undefined at the top. */
export function tierAbove(mechanism: Mechanism, id: string): Tier | undefined {
  return mechanism.tiers[mechanism.tiers.findIndex((tier) => tier.id === id) + 1];
}

/** Whether the first tier stands above the second. */
export function isHigher({ tiers }: Mechanism, one: string, other: string): boolean {
  const rank = (tier: string) => tiers.findIndex(({ id }) => id === tier);
  return rank(one) > rank(other);
}

/** Whether this chain leads to units of this unit's class. */
export function mayBeCalled({ chains }: Mechanism, chain: string, { class: kind }: UnitRef): boolean {
  return chains.some(({ id, callee }) => id === chain && callee.classes.includes(kind));
}

/** How a grade is written in a language: a letter, a figure. */
export function gradeIn({ grades }: Pick<Mechanism, 'grades'>, id: string, language: keyof Name): string {
  return grades.find((grade) => grade.id === id)?.short?.[language] ?? id;
}

/** The grade that says that a tier solves it. */
export function gradeOf(mechanism: Mechanism, tier: string): string {
  return mechanism.grades.find((grade) => grade.tier === tier)?.id ?? '';
}

/** By whom a source is used. */
export type Port = Mechanism['sources'][number]['port'];
/** Where a source of the chat is heard. */
export type Heard = NonNullable<Mechanism['sources'][number]['heard']>;

/** The source that stands for a port, heard in a private chat, in a group, or discovered there. */
export function sourceFor(mechanism: Mechanism, port: Port, heard: Heard): string {
  const { sources } = mechanism;
  const source = sources.find((one) => one.port === port && one.heard === heard) ?? sources.find((one) => one.heard === heard) ?? sources.find((one) => one.port === port) ?? sources[0];
  if (source === undefined) throw new Error(`Mechanism ${mechanism.id} has no source`);
  return source.id;
}

/** The kind a whistle has when nobody says which: an urgent one for what is urgent, else the one meant for this class of matters. */
export function usualKind(mechanism: Mechanism, urgent: boolean, category?: string): Kind {
  const { kinds } = mechanism;
  const fitting = kinds.filter((one) => one.urgent === urgent);
  const meant = category === undefined ? undefined : fitting.find(({ classes }) => classes?.includes(category) === true);
  const kind = meant ?? fitting.find(({ classes }) => classes === undefined) ?? fitting[0] ?? kinds[0];
  if (kind === undefined) throw new Error(`Mechanism ${mechanism.id} has no whistle kind`);
  return kind;
}

/** The whistle kind with this id. */
export function kindOf(mechanism: Mechanism, id: string): Kind | undefined {
  return mechanism.kinds.find((kind) => kind.id === id);
}

/** Whether whistles of a kind are heard at night and on rest days. */
export function soundsAtNight({ night, urgent }: Kind): boolean {
  return night ?? urgent;
}

/** Whether this chain leads from the caller to all of these units, for a matter of this class and source. */
export function leadsTo(chain: Chain, caller: UnitRef, callees: readonly UnitRef[], matter: { readonly category: string; readonly source: string }): boolean {
  const { classes, sources } = chain.matters ?? {};
  return (
    chain.pool === undefined &&
    chain.caller.tiers.includes(caller.tier) &&
    chain.caller.classes.includes(caller.class) &&
    (!chain.oneToOne || callees.length === 1) &&
    (classes === undefined || classes.includes(matter.category)) &&
    (sources === undefined || sources.includes(matter.source)) &&
    callees.every((callee) => mayBeCalledBy(chain.callee, caller, callee))
  );
}

function mayBeCalledBy({ classes, own, among, linked }: Chain['callee'], caller: UnitRef, callee: UnitRef): boolean {
  if (!classes.includes(callee.class) || (own && !callee.above.includes(caller.id))) return false;
  if (linked?.includes(callee.class) === true && ![caller.id, ...caller.above].some((id) => callee.members?.includes(id))) return false;
  switch (among) {
    case 'superior':
      return caller.above[0] !== undefined && callee.above.includes(caller.above[0]);
    case 'members':
      return caller.members?.includes(callee.id) ?? false;
    case undefined:
      return true;
  }
}

/** A unit as rules need it: where it stands, what it is, and the units above it, nearest first. */
export interface UnitRef {
  readonly id: string;
  readonly tier: string;
  readonly class: string;
  readonly above: readonly string[];
  /** Of a team, an alliance or a linked leader: the units that belong to it. */
  readonly members?: readonly string[] | undefined;
}
