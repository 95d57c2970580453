import { indicatorsOf, leastRaters } from '../../domain/assessment/assess.ts';
import type { AssessedClass, AssessmentFormula, Indicator } from '../../domain/mechanism/assessment.ts';
import { localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import type { Language, Params, TextKey } from '../../locales/text.ts';
import { unitName } from '../showing/describe.ts';
import type { Describing } from '../showing/describe.ts';
import type { Assessed, UnitCase } from './assessing.ts';
import type { ShownClass, ShownFigure, ShownResult } from './view.ts';

/** What is needed to put assessments into words. */
export interface Wording {
  readonly describing: Pick<Describing, 'directory' | 'speak'>;
  readonly calendar: Calendar;
  readonly language: Language;
}

type Say = (key: TextKey, params?: Params) => string;

const MOST_UNITS = 10;
const MOST_CASES = 12;

/** An assessment as a phone shows it: the viewer's own unit in full, of others a line each. */
export function assessmentText(with_: Wording, assessed: Assessed, classes: readonly ShownClass[], own: readonly string[]): string {
  const say = sayIn(with_);
  const results = classes.flatMap((one) => one.units.filter(({ unit }) => own.includes(unit)).map((result) => ({ one, result })));
  const others = classes.map((one) => ({ ...one, units: one.units.filter(({ unit }) => !own.includes(unit)) })).filter(({ units }) => units.length > 0);
  return [
    titleLine(with_, assessed),
    ...results.map(({ one, result }) => unitText(with_, assessed, one, result)),
    ...others.map((one) => classText(with_, assessed, one)),
    ...warnings(with_, assessed, classes),
    ...results.slice(0, 1).map(({ one, result }) => say('assessment.how', { period: assessed.period.id, unit: unitName(with_.describing.directory, result.unit), indicator: firstIndicator(assessed.formula, one)?.name[with_.language] })),
  ].join('\n');
}

function sayIn({ describing: { speak }, language }: Wording): Say {
  return (key, params) => speak(language, key, params);
}

/** The period with its days and whether it is over. */
export function titleLine({ describing: { speak }, calendar, language }: Wording, { period, state }: Pick<Assessed, 'period' | 'state'>): string {
  const last = new Date(period.to.getTime() - 1);
  return speak(language, 'assessment.title', { period: period.id, from: localDate(calendar, period.from), to: localDate(calendar, last), state: speak(language, `assessment.state.${state}`) });
}

function firstIndicator(formula: AssessmentFormula, { id }: Pick<ShownClass, 'id'>): Indicator | undefined {
  const own = classNamed(formula, id);
  return own && indicatorsOf(formula, own)[0];
}

function classNamed({ settings }: AssessmentFormula, id: string): AssessedClass | undefined {
  return settings.classes.find((one) => one.id === id);
}

/** One unit's figures, each on a line, and its score. */
function unitText(with_: Wording, assessed: Pick<Assessed, 'formula' | 'classes'>, { id, ranked }: ShownClass, result: ShownResult): string {
  const { describing, language } = with_;
  const say = sayIn(with_);
  const { formula } = assessed;
  const own = classNamed(formula, id);
  const lines = own === undefined ? [] : indicatorsOf(formula, own).flatMap((indicator) => figureLine(with_, formula, indicator, result.figures[indicator.id]));
  return [say('assessment.unit', { unit: unitName(describing.directory, result.unit), class: own?.name[language] }), ...lines, scoreLine(with_, formula, result, ranked ? scoredIn(assessed, id) : 0)].join('\n');
}

function scoredIn({ classes }: Pick<Assessed, 'classes'>, id: string): number {
  return classes.find((one) => one.id === id)?.units.filter(({ score }) => score !== undefined).length ?? 0;
}

function scoreLine(with_: Wording, { settings }: AssessmentFormula, { score, band, rank, figures }: ShownResult, of: number): string {
  const say = sayIn(with_);
  if (Object.values(figures).some(({ hidden }) => hidden)) return say('assessment.score-later');
  if (score === undefined) return say('assessment.no-score');
  return say('assessment.score', { score, band: settings.bands.find(({ id }) => id === band)?.name[with_.language], rank: rank === undefined ? '' : say('assessment.rank', { rank, of }) });
}

/** A figure on a line. */
export function figureLine(with_: Wording, formula: AssessmentFormula, indicator: Indicator, figure: ShownFigure | undefined): string[] {
  if (figure === undefined) return [];
  const say = sayIn(with_);
  const { count, credit, value, why, raters, left, hidden } = figure;
  const named = { name: indicator.name[with_.language], count, raters: raters ?? 0 };
  if (hidden === true) return [say('assessment.hidden', named)];
  if (why === 'too-few-raters') return [say('assessment.too-few-raters', { ...named, least: leastRaters(formula, indicator) })];
  if (why !== undefined) return [say(`assessment.${why}`, named)];
  return [say(indicator.rating === undefined ? 'assessment.rate' : 'assessment.marks', { ...named, percent: percent(value), good: Number(credit.toFixed(2)), left: left === 0 ? '' : say('assessment.left', { count: left }) })];
}

function percent(value = 0): number {
  return Number((value * 100).toFixed(1));
}

function classText(with_: Wording, { formula }: Assessed, shown: ShownClass): string {
  const { describing, language } = with_;
  const say = sayIn(with_);
  const own = classNamed(formula, shown.id);
  const figures = Object.entries(shown.total ?? {}).flatMap(([id, { value }]) => (value === undefined ? [] : [say('assessment.class-figure', { name: formula.settings.indicators.find((one) => one.id === id)?.name[language], percent: percent(value) })]));
  const band = (id: string | undefined) => formula.settings.bands.find((one) => one.id === id)?.name[language];
  const lines = shown.units.slice(0, MOST_UNITS).map(({ unit, score, band: of, rank }) => {
    const name = unitName(describing.directory, unit);
    if (score === undefined) return say('assessment.line-none', { unit: name });
    return say('assessment.line', { unit: name, score, band: band(of), place: rank === undefined ? '' : say('assessment.place', { rank }) });
  });
  const more = shown.units.length - lines.length;
  return [
    say('assessment.class', { class: own?.name[language], count: shown.units.length, total: figures.length === 0 ? '' : say('assessment.class-total', { figures: figures.join(' ') }) }),
    ...lines,
    ...(more > 0 ? [say('assessment.more-units', { count: more })] : []),
  ].join('\n');
}

function warnings(with_: Wording, { sealed }: Assessed, classes: readonly ShownClass[]): string[] {
  const say = sayIn(with_);
  const visible = new Set(classes.flatMap(({ units }) => units.map(({ unit }) => unit)));
  const differs = (sealed?.differs ?? []).filter((unit) => visible.has(unit)).map((unit) => unitName(with_.describing.directory, unit));
  return [
    ...(differs.length === 0 ? [] : [say('assessment.differs', { units: differs })]),
    ...(sealed?.intact === false ? [say('assessment.altered')] : []),
  ];
}

/** The cases behind a figure: first those that count against the unit, then those left out. */
export function casesText(with_: Wording, assessed: Assessed, unit: string, indicator: Indicator, cases: readonly UnitCase[]): string {
  const say = sayIn(with_);
  const counted = cases.filter((one) => one.counted);
  const named = { unit: unitName(with_.describing.directory, unit), indicator: indicator.name[with_.language], period: assessed.period.id };
  const sorted = [...counted.filter(({ credit }) => credit < 1), ...cases.filter((one) => !one.counted), ...counted.filter(({ credit }) => credit >= 1)];
  const more = sorted.length - MOST_CASES;
  return [
    say('assessment.cases', { ...named, counted: counted.length, left: cases.length - counted.length }),
    ...sorted.slice(0, MOST_CASES).map((one) => caseLine(with_, one)),
    ...(more > 0 ? [say('assessment.cases-more', { count: more })] : []),
  ].join('\n');
}

/** Said instead of cases that are given back to back. */
export function backToBackText(with_: Wording, unit: string, indicator: Indicator): string {
  return sayIn(with_)('assessment.cases-back-to-back', { unit: unitName(with_.describing.directory, unit), indicator: indicator.name[with_.language] });
}

function caseLine(with_: Wording, one: UnitCase): string {
  const say = sayIn(with_);
  const because = becauseOf(with_, one);
  return 'about' in one.item ? say('assessment.case-score', { about: one.item.about, because }) : say('assessment.case', { no: one.demand, because });
}

/** Why a case counts or is left out, in words. Words of people stay sealed. */
export function becauseOf(with_: Wording, { because, item, excluded }: UnitCase): string {
  const marks = 'marks' in item ? Object.values(item.marks).join(' ') : '';
  return sayIn(with_)(`because.${because}`, { marks, reason: excluded?.reason });
}
