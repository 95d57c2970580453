import { z } from 'zod';
import { WrittenLimit as Limit } from '../time/limit.ts';
import { Id, Name, Role } from './basics.ts';

const Dimension = z.strictObject({ id: Id, name: Name });
const Weight = z.number().min(0).max(1);

/** Units of these classes, of these tiers; what is left out does not narrow. */
const Units = z.strictObject({ classes: z.array(Id).min(1).optional(), tiers: z.array(Id).min(1).optional() });

/** Whether a unit is one of those. */
export function isAmong({ classes, tiers }: z.infer<typeof Units>, unit: { readonly class: string; readonly tier: string }): boolean {
  return (classes?.includes(unit.class) ?? true) && (tiers?.includes(unit.tier) ?? true);
}

/** One rating relation: who rates whom, how often, and on which scale. Each score is a dated record with who and why. */
export const RatingRelation = z.strictObject({
  id: Id,
  name: Name,
  /** Other words for it in chat. */
  words: z.array(z.string().min(1)).default([]),
  /** Who may give it: people of these roles in units of these classes and tiers. `own`: the rated unit itself, and nobody else. */
  by: Units.extend({ roles: z.array(Role).min(1).optional(), own: z.boolean().default(false) }),
  /** Who is rated. `below`: only units below the rater. `sent`: people sent to a team within the rater's unit; it counts for their home unit. */
  of: Units.extend({ below: z.boolean().default(false), sent: z.boolean().default(false) }).prefault({}),
  /** One score a period, or one a day. */
  every: z.enum(['period', 'day']).default('period'),
  scale: z.number().int().min(2).max(100).default(100),
  /** With none, there is one mark. */
  dimensions: z.array(Dimension).default([]),
  /** The rated sees only what all have given together, and nothing of fewer than `leastRaters` different units. */
  backToBack: z.boolean().default(false),
  leastRaters: z.number().int().min(1).default(3),
});
export type RatingRelation = z.infer<typeof RatingRelation>;

/** What is counted of a demand. */
const MEASURES = ['take-up', 'report-in', 'solve', 'finish', 'contacted', 'solved', 'satisfied'] as const;
/** What an indicator counts. */
export type Measure = (typeof MEASURES)[number];

/** Whose an answer of those who asked is: who did the work, everybody called to it, or the units that answer for the place. */
const WHOSE = ['doer', 'called', 'place'] as const;

const Indicator = z.strictObject({
  id: Id,
  name: Name,
  /** What of the demands is counted: good ones ÷ those that are due, or answered. */
  of: z.array(z.enum(MEASURES)).min(1).optional(),
  /** Only demands about which somebody has answered. */
  answeredOnly: z.boolean().default(false),
  whose: z.array(z.enum(WHOSE)).min(1).default(['doer']),
  /** Or marks: `callees` are the callers' marks for those called, others a relation of `ratings`. */
  rating: Id.optional(),
  dimension: Id.optional(),
  /** Only marks given by units of these classes. */
  by: z.array(Id).min(1).optional(),
  /** Fewer than so many are too few to assess, whatever the district usually takes. */
  smallest: z.number().int().min(1).optional(),
});

const Weighted = z.strictObject({ indicator: Id, weight: Weight });

const AssessedClass = z.strictObject({
  id: Id,
  name: Name,
  axis: z.enum(['vertical', 'horizontal']).default('horizontal'),
  units: Units,
  ranked: z.boolean().default(false),
  /** Such a share of the result is this indicator's, the rest is that of the parts: the streets' rating in a department's result. */
  share: Weighted.optional(),
  /** The weights of the parts add up to 1, and those within a part do. */
  parts: z.array(z.strictObject({ id: Id, name: Name, weight: Weight, of: z.array(Weighted).min(1) })).min(1),
});

/** How units are assessed: which figures, over which period, with which weights; nothing of it is in code. */
export const AssessmentSettings = z.strictObject({
  period: z
    .strictObject({
      /** The period of a month begins on this day: the 1st of that month, any later day of the month before. */
      startDay: z.number().int().min(1).max(28).default(1),
      /** The cut-off: the time of day at which it begins and ends. */
      cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).default('00:00'),
      /** Closed and sealed so long after its end. */
      closeAfter: Limit.prefault('3 workdays'),
    })
    .prefault({}),
  /** What 基本满意, and 部分解决, count for. */
  basically: Weight.default(1),
  partly: Weight.default(0),
  /** Of fewer, nothing is said of a unit: too few to assess. */
  smallest: z.number().int().min(1).default(5),
  /** Less than such a share of a result assessed is no result. */
  leastWeight: Weight.default(0.5),
  /** Who may see the figures of the own unit and of those below. */
  seenBy: z.array(Role).min(1).default(['leader', 'secretary', 'dispatcher']),
  /** Who gets the week in short on its first workday, with the hot spots where the unit is warned. */
  digestTo: z.array(Role).default(['secretary']),
  indicators: z.array(Indicator).min(1),
  bands: z.array(z.strictObject({ id: Id, name: Name, from: z.number().min(0).max(100) })).min(1),
  classes: z.array(AssessedClass).min(1),
});
export type AssessmentSettings = z.infer<typeof AssessmentSettings>;
/** One thing that is counted, and how. */
export type Indicator = AssessmentSettings['indicators'][number];
/** Units that are assessed alike. */
export type AssessedClass = AssessmentSettings['classes'][number];

/** Whether somebody with these roles may see the figures of the own unit and of those below. */
export function seesAssessment({ seenBy }: Pick<AssessmentSettings, 'seenBy'>, roles: readonly Role[]): boolean {
  return roles.some((role) => seenBy.includes(role));
}

/** The indicators' word for the callers' marks for those called. */
export const BY_CALLERS = 'callees';

/** What makes up a mechanism's assessment; a mechanism without it assesses nothing. */
export interface AssessmentFormula {
  readonly settings: AssessmentSettings;
  readonly relations: readonly RatingRelation[];
  readonly callees: { readonly scale: number; readonly named: boolean; readonly leastRaters: number; readonly dimensions: readonly z.infer<typeof Dimension>[] };
}

/** The formula of a mechanism; undefined when it has none. */
export function formulaOf({ assessment, ratings, rateCallees }: { readonly assessment?: AssessmentSettings | undefined; readonly ratings: readonly RatingRelation[]; readonly rateCallees: AssessmentFormula['callees'] }): AssessmentFormula | undefined {
  if (assessment === undefined) return undefined;
  const { scale, named, leastRaters, dimensions } = rateCallees;
  return { settings: assessment, relations: ratings, callees: { scale, named, leastRaters, dimensions } };
}
