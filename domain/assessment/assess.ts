import type { AssessedClass, AssessmentFormula, Indicator } from '../mechanism/assessment.ts';
import { BY_CALLERS } from '../mechanism/assessment.ts';
import type { UnitRef } from '../mechanism/mechanism.ts';
import type { Tallies, Tally } from './tally.ts';

/** One figure: how many cases count, what they come to, how many are left out; no value where nothing can be said, and why. */
export interface Figure {
  readonly count: number;
  readonly credit: number;
  readonly left: number;
  /** From 0 to 1. */
  readonly value?: number | undefined;
  readonly why?: 'none' | 'too-few' | 'too-few-raters' | undefined;
  /** How many units have rated. */
  readonly raters?: number | undefined;
}

/** A unit's figures, by indicator. */
export type Figures = Readonly<Record<string, Figure>>;

/** The result of a unit: score from 0 to 100, its band, and its rank where the mechanism ranks. */
export interface UnitResult {
  readonly unit: string;
  readonly figures: Figures;
  readonly parts: readonly { readonly id: string; readonly weight: number; readonly value?: number | undefined }[];
  readonly score?: number | undefined;
  readonly band?: string | undefined;
  readonly rank?: number | undefined;
}

/** The results of a class of units; `total` is pooled over all their cases. */
export interface ClassResult {
  readonly id: string;
  readonly axis: 'vertical' | 'horizontal';
  readonly ranked: boolean;
  readonly total: Figures;
  readonly units: readonly UnitResult[];
}

/** Every class with its units: figures, scores, bands, ranks. Units in no class are not assessed. */
export function assess(formula: AssessmentFormula, tallies: Tallies, units: readonly UnitRef[]): readonly ClassResult[] {
  return formula.settings.classes.map((one) => {
    const members = units.filter((unit) => classOf(formula, unit, one.axis)?.id === one.id);
    const results = members.map((unit) => resultOf(formula, one, tallies, unit.id));
    return { id: one.id, axis: one.axis, ranked: one.ranked, total: figuresOf(formula, one, tallies, members.map(({ id }) => id)), units: one.ranked ? ranked(results) : results };
  });
}

/** The class a unit is assessed in: the first of the axis that it fits. */
export function classOf({ settings }: AssessmentFormula, unit: UnitRef, axis: AssessedClass['axis']): AssessedClass | undefined {
  return settings.classes.find(({ units: { classes, tiers }, axis: own }) => own === axis && (classes?.includes(unit.class) ?? true) && (tiers?.includes(unit.tier) ?? true));
}

/** The indicators that a class is assessed by, in the order of the file. */
export function indicatorsOf({ settings }: AssessmentFormula, { share, parts }: AssessedClass): readonly Indicator[] {
  const used = new Set([...(share === undefined ? [] : [share.indicator]), ...parts.flatMap(({ of }) => of.map(({ indicator }) => indicator))]);
  return settings.indicators.filter(({ id }) => used.has(id));
}

/** Whether only sums of what others gave may be shown to the rated unit. */
export function isBackToBack({ callees, relations }: AssessmentFormula, { rating }: Indicator): boolean {
  return rating === BY_CALLERS ? !callees.named : (relations.find(({ id }) => id === rating)?.backToBack ?? false);
}

/** How many raters it takes for a figure to be shown; 0 where everybody sees who gave what. */
export function leastRaters(formula: AssessmentFormula, indicator: Indicator): number {
  if (!isBackToBack(formula, indicator)) return 0;
  return indicator.rating === BY_CALLERS ? formula.callees.leastRaters : (formula.relations.find(({ id }) => id === indicator.rating)?.leastRaters ?? 0);
}

function figuresOf(formula: AssessmentFormula, one: AssessedClass, tallies: Tallies, units: readonly string[]): Figures {
  return Object.fromEntries(indicatorsOf(formula, one).map((indicator) => [indicator.id, figureOf(formula, indicator, tallies.of(units, indicator.id))]));
}

/** A figure; of nothing, of too few cases or too few raters nothing is said. */
export function figureOf(formula: AssessmentFormula, indicator: Indicator, { count, credit, left, raters }: Tally): Figure {
  const least = leastRaters(formula, indicator);
  const why = count === 0 ? 'none' : raters.size < least ? 'too-few-raters' : count < (indicator.smallest ?? formula.settings.smallest) ? 'too-few' : undefined;
  const shown = { count, credit: why === 'too-few-raters' ? 0 : rounded(credit, 6), left, ...(indicator.rating === undefined ? {} : { raters: raters.size }) };
  return why === undefined ? { ...shown, value: rounded(credit / count, 6) } : { ...shown, why };
}

function resultOf(formula: AssessmentFormula, one: AssessedClass, tallies: Tallies, unit: string): UnitResult {
  const figures = figuresOf(formula, one, tallies, [unit]);
  return { unit, figures, ...scored(formula, one, figures) };
}

/** Parts, score and band of a unit's figures. What cannot be assessed leaves its weight to the rest; with too little left there is no score. */
export function scored({ settings: { bands, leastWeight } }: AssessmentFormula, { share, parts }: AssessedClass, figures: Figures): Pick<UnitResult, 'parts' | 'score' | 'band'> {
  const valued = parts.map(({ id, weight, of }) => ({ id, weight, ...mixed(of.map(({ indicator, weight: own }) => ({ weight: own, value: figures[indicator]?.value, known: 1 }))) }));
  const rest = mixed(valued);
  const all = share === undefined ? rest : mixed([{ weight: share.weight, value: figures[share.indicator]?.value, known: 1 }, { weight: 1 - share.weight, ...rest }]);
  const shown = [...(share === undefined ? [] : [{ id: share.indicator, weight: share.weight, value: figures[share.indicator]?.value }]), ...valued.map(({ id, weight, value }) => ({ id, weight: rounded(weight * (1 - (share?.weight ?? 0)), 6), value }))];
  if (all.value === undefined || all.known < leastWeight) return { parts: shown };
  const score = rounded(all.value * 100, 2);
  return { parts: shown, score, band: [...bands].sort((a, b) => b.from - a.from).find(({ from }) => score >= from)?.id };
}

interface Part {
  readonly weight: number;
  readonly value?: number | undefined;
  /** How much of it could be assessed, from 0 to 1. */
  readonly known: number;
}

/** The weighted mean of what has a value, and how much of the whole that is. */
function mixed(parts: readonly Part[]): { readonly value?: number | undefined; readonly known: number } {
  const valued = parts.flatMap(({ weight, value, known }) => (value === undefined || weight === 0 ? [] : [{ weight, value, known }]));
  const weight = valued.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return { known: 0 };
  return { value: rounded(valued.reduce((sum, one) => sum + one.weight * one.value, 0) / weight, 9), known: rounded(valued.reduce((sum, one) => sum + one.weight * one.known, 0), 9) };
}

/** Best first; equal scores have equal ranks, those without a score come last and have none. */
function ranked(results: readonly UnitResult[]): readonly UnitResult[] {
  const sorted = [...results].sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
  return sorted.map((one) => (one.score === undefined ? one : { ...one, rank: 1 + sorted.findIndex(({ score }) => score === one.score) }));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
