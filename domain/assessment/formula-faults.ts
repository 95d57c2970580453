import type { AssessmentSettings, Indicator, RatingRelation } from '../mechanism/assessment.ts';
import { BY_CALLERS } from '../mechanism/assessment.ts';
import { listedTwice, unknownName, type Named, type Path } from '../mechanism/named-faults.ts';

/** What contradicts itself in the assessment of a district's file. */
export interface FormulaFault {
  readonly code: 'unknown-tier' | 'unknown-class' | 'listed-twice' | 'unknown-indicator' | 'unknown-rating' | 'unknown-dimension' | 'indicator-of-nothing' | 'weights-not-one';
  readonly path: Path;
  readonly params: Readonly<Record<string, string>>;
}

/** The parts of a file that ratings and assessment refer to; one that could not be read is left out. */
export interface FormulaBook {
  readonly tiers?: readonly Named[] | undefined;
  readonly unitClasses?: readonly Named[] | undefined;
  readonly rateCallees?: { readonly dimensions: readonly Named[] } | undefined;
  readonly ratings?: readonly RatingRelation[] | undefined;
  readonly assessment?: AssessmentSettings | undefined;
}

/** Every contradiction of ratings and assessment, in the order of the file. */
export function formulaFaults(book: FormulaBook): readonly FormulaFault[] {
  const { ratings = [], assessment } = book;
  return [
    ...listedTwice(ratings, ['ratings']),
    ...ratings.flatMap(({ by, of }, index) => [...unitsFaults(book, by, ['ratings', index, 'by']), ...unitsFaults(book, of, ['ratings', index, 'of'])]),
    ...(assessment === undefined ? [] : settingsFaults(book, assessment)),
  ];
}

function settingsFaults(book: FormulaBook, settings: AssessmentSettings): FormulaFault[] {
  const { indicators, classes, bands } = settings;
  return [
    ...listedTwice(indicators, ['assessment', 'indicators']),
    ...indicators.flatMap((indicator, index) => indicatorFaults(book, indicator, ['assessment', 'indicators', index])),
    ...listedTwice(bands, ['assessment', 'bands']),
    ...listedTwice(classes, ['assessment', 'classes']),
    ...classes.flatMap((one, index) => classFaults(book, settings, one, ['assessment', 'classes', index])),
  ];
}

function indicatorFaults({ ratings, rateCallees, unitClasses }: FormulaBook, { id, of, rating, dimension, by = [] }: Indicator, path: Path): FormulaFault[] {
  if ((of === undefined) === (rating === undefined)) return [{ code: 'indicator-of-nothing', path, params: { id } }];
  const relation = ratings?.find((one) => one.id === rating);
  const dimensions = rating === BY_CALLERS ? rateCallees?.dimensions : relation?.dimensions;
  return [
    ...(rating === undefined || rating === BY_CALLERS ? [] : unknownName('unknown-rating', ratings, [...path, 'rating'], rating)),
    ...(dimension === undefined ? [] : unknownName('unknown-dimension', dimensions, [...path, 'dimension'], dimension)),
    ...by.flatMap((one, nth) => unknownName('unknown-class', unitClasses, [...path, 'by', nth], one)),
  ];
}

function classFaults(book: FormulaBook, { indicators }: AssessmentSettings, { id, units, share, parts }: AssessmentSettings['classes'][number], path: Path): FormulaFault[] {
  return [
    ...unitsFaults(book, units, [...path, 'units']),
    ...(share === undefined ? [] : unknownName('unknown-indicator', indicators, [...path, 'share', 'indicator'], share.indicator)),
    ...weightFaults(parts, [...path, 'parts'], id),
    ...parts.flatMap((part, index) => [
      ...weightFaults(part.of, [...path, 'parts', index, 'of'], part.id),
      ...part.of.flatMap(({ indicator }, nth) => unknownName('unknown-indicator', indicators, [...path, 'parts', index, 'of', nth, 'indicator'], indicator)),
    ]),
  ];
}

const NEAR = 1e-6;

function weightFaults(weighted: readonly { readonly weight: number }[], path: Path, id: string): FormulaFault[] {
  const sum = weighted.reduce((all, { weight }) => all + weight, 0);
  return Math.abs(sum - 1) < NEAR ? [] : [{ code: 'weights-not-one', path, params: { id, sum: String(Math.round(sum * 1e4) / 1e4) } }];
}

function unitsFaults({ tiers, unitClasses }: FormulaBook, units: { readonly classes?: readonly string[] | undefined; readonly tiers?: readonly string[] | undefined }, path: Path): FormulaFault[] {
  return [
    ...(units.tiers ?? []).flatMap((one, nth) => unknownName('unknown-tier', tiers, [...path, 'tiers', nth], one)),
    ...(units.classes ?? []).flatMap((one, nth) => unknownName('unknown-class', unitClasses, [...path, 'classes', nth], one)),
  ];
}
