import { z } from 'zod';
import { Short, Time, wholeNumber } from './scalars.ts';

const PeriodId = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'http.wrong.period' }).meta({ example: '2026-11' });

export const ByPeriod = z.object({ period: PeriodId });
export const ByPeriodAndUnit = z.object({ period: PeriodId, unit: Short });

/** Which cases are asked for; `offset` goes on where the page before ended. */
export const CaseQuery = z.strictObject({
  indicator: Short.optional(),
  counted: z.enum(['true', 'false']).optional(),
  offset: wholeNumber(0, 1_000_000, 0),
  limit: wholeNumber(1, 1000, 200),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const ExportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

const Value = z.number().min(0).max(1);

/**
 * A figure: `value` is credit ÷ count, from 0 to 1; without it `why` says why not. `hidden`: given back to back and told to the rated unit after the end of the period only.
 */
const Figure = z
  .strictObject({
    count: z.number().int(),
    credit: z.number(),
    left: z.number().int(),
    value: Value.optional(),
    why: z.enum(['none', 'too-few', 'too-few-raters']).optional(),
    raters: z.number().int().optional(),
    hidden: z.literal(true).optional(),
  })
  .meta({ id: 'Figure' });
const Figures = z.record(z.string(), Figure);

const Weight = z.number().min(0).max(1);
const Weights = z.strictObject({ share: Weight.optional(), parts: z.record(z.string(), Weight), of: z.record(z.string(), z.record(z.string(), Weight)) });

/** The assessment of a period as far as the caller may see it. Totals are pooled over all cases, and only there for whom the whole class is to be seen. */
export const AssessmentView = z
  .strictObject({
    period: PeriodId,
    from: Time,
    to: Time,
    state: z.enum(['running', 'ended', 'sealed']),
    mechanism: z.strictObject({ id: z.string(), version: z.number().int() }),
    /** `intact`: what is kept is what was sealed. `differs`: units whose figures would be others if they were computed again today. */
    sealed: z.strictObject({ at: Time, hash: z.string(), intact: z.boolean(), differs: z.array(z.string()) }).optional(),
    indicators: z.array(z.strictObject({ id: z.string(), name: z.string(), backToBack: z.boolean() })),
    bands: z.array(z.strictObject({ id: z.string(), name: z.string(), from: z.number() })),
    classes: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        axis: z.enum(['vertical', 'horizontal']),
        ranked: z.boolean(),
        weights: Weights,
        total: Figures.optional(),
        units: z.array(
          z.strictObject({
            unit: z.string(),
            name: z.string(),
            figures: Figures,
            parts: z.array(z.strictObject({ id: z.string(), weight: z.number(), value: Value.optional() })),
            score: z.number().optional(),
            band: z.string().optional(),
            rank: z.number().int().optional(),
          }),
        ),
      }),
    ),
    /** Other weights than those in force; nothing of it is kept. */
    whatIf: z.literal(true).optional(),
  })
  .meta({ id: 'Assessment' });
export type AssessmentView = z.infer<typeof AssessmentView>;

/** A case behind a figure: `because` is for programs, `sentence` for people. `at` says into which period it falls: when it was due, or said. */
const CaseView = z
  .strictObject({
    indicator: z.string(),
    demand: z.string().optional(),
    counted: z.boolean(),
    credit: z.number(),
    because: z.string(),
    sentence: z.string(),
    at: Time,
    doneAt: Time.optional(),
    whistle: z.string().optional(),
    no: z.string().optional(),
    rater: z.string().optional(),
    marks: z.record(z.string(), z.number()).optional(),
    about: z.string().optional(),
    by: z.string().optional(),
    person: z.string().optional(),
    reason: z.string().optional(),
    excluded: z.strictObject({ by: z.string(), approvedBy: z.string(), at: Time }).optional(),
  })
  .meta({ id: 'AssessedCase' });

/** Cases of a unit. `backToBack` are the indicators whose cases the rated unit is not shown. */
export const CasePage = z
  .strictObject({ period: PeriodId, unit: z.string(), counted: z.number().int(), left: z.number().int(), backToBack: z.array(z.string()), items: z.array(CaseView), next: z.number().int().optional() })
  .meta({ id: 'AssessedCases' });
export type CasePage = z.infer<typeof CasePage>;

/** Other weights by class: of the share, of parts, and of indicators within parts; what is left out stays. */
export const WhatIfBody = z
  .strictObject({ weights: z.record(z.string(), z.strictObject({ share: Weight.optional(), parts: z.record(z.string(), Weight).optional(), of: z.record(z.string(), z.record(z.string(), Weight)).optional() })) })
  .meta({ id: 'WhatIf' });
export type WhatIfBody = z.infer<typeof WhatIfBody>;

/** Scores given apart from demands. `about` is the period, or a day of it; `relation` one of the mechanism's ratings; `rated` a unit or a person. */
export const ScoresBody = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          about: z.string().regex(/^20\d\d-\d\d(-\d\d)?$/).optional(),
          rated: Short.optional(),
          relation: Short,
          marks: z.array(z.number()).min(1).max(20),
          reason: z.string().trim().min(1).max(500),
          rater: Short.optional(),
        }),
      )
      .min(1)
      .max(1000),
  })
  .meta({ id: 'Scores' });
export type ScoresBody = z.infer<typeof ScoresBody>;

/** What became of each score, in the order they were sent. */
export const ScoresAnswer = z
  .strictObject({ kept: z.number().int(), items: z.array(z.union([z.strictObject({ ok: z.literal(true), id: z.string() }), z.strictObject({ ok: z.literal(false), refusal: z.string(), sentence: z.string() })])) })
  .meta({ id: 'ScoresAnswer' });
export type ScoresAnswer = z.infer<typeof ScoresAnswer>;
