import type { AssessmentFormula, AssessmentSettings, Indicator, Measure } from '../mechanism/assessment.ts';
import { BY_CALLERS } from '../mechanism/assessment.ts';
import type { Answered, CaseFacts, CaseItem, Ending, Marked, Owed } from './case-facts.ts';
import type { Period } from './period.ts';
import type { Score } from './score.ts';
import { ONE_MARK, replacedIn } from './score.ts';

/** Why a case counts, and for how much of 1. */
export type Counted = 'on-time' | 'late' | 'not-done' | 'contacted' | 'not-contacted' | 'solved' | 'partly' | 'unsolved' | 'satisfied' | 'basically' | 'dissatisfied' | 'marks';
/** Why a case is left out. */
export type LeftOut = Ending | 'excluded' | 'not-due' | 'silent' | 'unasked' | 'nobody-answered' | 'other-rater' | 'replaced' | 'no-such-mark';

/** What one case means for one unit and one indicator. */
export interface Verdict {
  readonly unit: string;
  readonly indicator: string;
  readonly counted: boolean;
  /** From 0 to 1; 0 of what is left out. */
  readonly credit: number;
  readonly because: Counted | LeftOut;
  /** The unit whose marks these are. */
  readonly rater?: string | undefined;
  /** What it was taken from. */
  readonly item: CaseItem | Score;
}

/** What is needed to judge cases. */
export interface Judging {
  readonly formula: AssessmentFormula;
  readonly period: Period;
  readonly now: Date;
  readonly classOf: (unit: string) => string | undefined;
}

/** What a demand's facts mean for every indicator, as far as they fall into the period. */
export function verdictsOf(judging: Judging, { items, excluded }: CaseFacts): readonly Verdict[] {
  const [from, to] = [judging.period.from.getTime(), judging.period.to.getTime()];
  const within = items.filter(({ at }) => at.getTime() >= from && at.getTime() < to);
  if (within.length === 0) return [];
  const answered = items.some((item) => item.kind === 'answer' && item.answers?.satisfied !== undefined);
  const found: Verdict[] = [];
  for (const indicator of judging.formula.settings.indicators) {
    for (const item of within) if (concerns(indicator, item)) found.push(...verdictsOn(judging, indicator, item, answered));
  }
  return excluded === undefined ? found : found.map((one) => ({ ...one, counted: false, credit: 0, because: 'excluded' }));
}

/** Whether an indicator looks at such items at all; most do not. */
function concerns({ of, rating }: Indicator, { kind }: CaseItem): boolean {
  if (kind === 'marks') return rating === BY_CALLERS;
  return kind === 'answer' ? of !== undefined : (of?.includes(kind) ?? false);
}

function verdictsOn(judging: Judging, indicator: Indicator, item: CaseItem, answered: boolean): Verdict[] {
  if (item.kind === 'marks') return [onMarks(judging, indicator, item)];
  const { of = [] } = indicator;
  if (item.kind === 'answer') return of.flatMap((measure) => onAnswer(judging.formula.settings, indicator, measure, item));
  return [indicator.answeredOnly && !answered ? left(indicator, item.unit, item, 'nobody-answered') : onOwed(judging.now, indicator, item)];
}

function onOwed(now: Date, indicator: Indicator, item: Owed): Verdict {
  const { unit, at, doneAt, ended } = item;
  if (doneAt !== undefined) return counts(indicator, unit, item, doneAt <= at ? 1 : 0, doneAt <= at ? 'on-time' : 'late');
  if (ended !== undefined) return ended.at <= at ? left(indicator, unit, item, ended.why) : counts(indicator, unit, item, 0, 'not-done');
  return now <= at ? left(indicator, unit, item, 'not-due') : counts(indicator, unit, item, 0, 'not-done');
}

function onAnswer(settings: AssessmentSettings, indicator: Indicator, measure: Measure, item: Answered): Verdict[] {
  const given = answerTo(settings, measure, item);
  if (given === undefined) return [];
  const units = new Set(indicator.whose.flatMap((whose) => (whose === 'doer' ? [item.doer] : item[whose])).filter((unit) => unit !== ''));
  return [...units].map((unit) => ('left' in given ? left(indicator, unit, item, given.left) : counts(indicator, unit, item, given.credit, given.because)));
}

type Given = { readonly credit: number; readonly because: Counted } | { readonly left: LeftOut };

function answerTo({ basically, partly }: AssessmentSettings, measure: Measure, { answers }: Answered): Given | undefined {
  if (measure !== 'contacted' && measure !== 'solved' && measure !== 'satisfied') return undefined;
  if (answers === undefined) return { left: 'silent' };
  const answer = answers[measure];
  if (answer === undefined) return { left: 'unasked' };
  const because = answer === 'yes' ? 'contacted' : answer === 'no' ? 'not-contacted' : answer;
  const credits: Partial<Record<Counted, number>> = { contacted: 1, solved: 1, partly, satisfied: 1, basically };
  return { credit: credits[because] ?? 0, because };
}

function onMarks({ formula, classOf }: Judging, indicator: Indicator, item: Marked): Verdict {
  const { unit, rater, marks } = item;
  if (indicator.by !== undefined && !indicator.by.includes(classOf(rater) ?? '')) return left(indicator, unit, item, 'other-rater', rater);
  return marked(indicator, unit, item, marks, formula.callees.scale, rater);
}

/** What scores given for the period, or for a day of it, mean; those corrected later stay visible as left out. */
export function scoreVerdicts({ formula, classOf }: Omit<Judging, 'period' | 'now'>, scores: readonly Score[]): readonly Verdict[] {
  const replaced = replacedIn(scores);
  return formula.settings.indicators.flatMap((indicator) => {
    const relation = formula.relations.find(({ id }) => id === indicator.rating);
    if (relation === undefined) return [];
    return scores
      .filter((score) => score.relation === relation.id)
      .map((score) => {
        if (replaced.has(score.id)) return left(indicator, score.unit, score, 'replaced', score.rater);
        if (indicator.by !== undefined && !indicator.by.includes(classOf(score.rater) ?? '')) return left(indicator, score.unit, score, 'other-rater', score.rater);
        return marked(indicator, score.unit, score, score.marks, relation.scale, score.rater);
      });
  });
}

/** The mark of the indicator's dimension, else of all dimensions together, as a share of the scale. */
function marked(indicator: Indicator, unit: string, item: Marked | Score, marks: Readonly<Record<string, number>>, scale: number, rater: string): Verdict {
  const given = indicator.dimension === undefined ? Object.values(marks) : [marks[indicator.dimension]].filter((mark) => mark !== undefined);
  if (given.length === 0) return left(indicator, unit, item, 'no-such-mark', rater);
  const credit = given.reduce((sum, mark) => sum + mark, 0) / given.length / scale;
  return { ...counts(indicator, unit, item, credit, 'marks'), rater };
}

/** The names of the marks a relation takes, in order. */
export function markNames({ dimensions }: { readonly dimensions: readonly { readonly id: string }[] }): readonly string[] {
  return dimensions.length === 0 ? [ONE_MARK] : dimensions.map(({ id }) => id);
}

function counts({ id }: Indicator, unit: string, item: CaseItem | Score, credit: number, because: Counted): Verdict {
  return { unit, indicator: id, counted: true, credit, because, item };
}

function left({ id }: Indicator, unit: string, item: CaseItem | Score, because: LeftOut, rater?: string): Verdict {
  return { unit, indicator: id, counted: false, credit: 0, because, item, rater };
}
