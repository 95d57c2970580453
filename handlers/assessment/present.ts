import { isBackToBack } from '../../domain/assessment/assess.ts';
import type { Figure } from '../../domain/assessment/assess.ts';
import { isoTime } from '../iso-time.ts';
import type { Sealer } from '../ports/sealer.ts';
import { unitName } from '../showing/describe.ts';
import type { Assessed, UnitCase } from './assessing.ts';
import type { ShownClass, ShownFigure } from './view.ts';
import { becauseOf } from './words.ts';
import type { Wording } from './words.ts';

/** An assessment as HTTP gives it. */
export function presentAssessment(with_: Wording, { period, state, mechanism, formula, sealed }: Assessed, classes: readonly ShownClass[]) {
  const { describing: { directory }, language } = with_;
  const { settings } = formula;
  const visible = new Set(classes.flatMap(({ units }) => units.map(({ unit }) => unit)));
  return {
    period: period.id,
    from: isoTime(period.from),
    to: isoTime(period.to),
    state,
    mechanism: { ...mechanism },
    ...(sealed === undefined ? {} : { sealed: { at: isoTime(sealed.at), hash: sealed.hash, intact: sealed.intact, differs: sealed.differs.filter((unit) => visible.has(unit)) } }),
    indicators: settings.indicators.map((indicator) => ({ id: indicator.id, name: indicator.name[language], backToBack: isBackToBack(formula, indicator) })),
    bands: settings.bands.map(({ id, name, from }) => ({ id, name: name[language], from })),
    classes: classes.map(({ id, axis, ranked, total, units }) => ({
      id,
      name: settings.classes.find((one) => one.id === id)?.name[language] ?? id,
      axis,
      ranked,
      weights: weightsOf(settings.classes.find((one) => one.id === id)),
      ...(total === undefined ? {} : { total: figures(total) }),
      units: units.map(({ unit, figures: own, parts, score, band, rank }) => ({
        unit,
        name: unitName(directory, unit),
        figures: figures(own),
        parts: parts.map(({ id: part, weight, value }) => ({ id: part, weight, ...given('value', value) })),
        ...given('score', score),
        ...given('band', band),
        ...given('rank', rank),
      })),
    })),
  };
}

/** The weights as a what-if takes them. */
function weightsOf(own: Assessed['formula']['settings']['classes'][number] | undefined) {
  return {
    ...given('share', own?.share?.weight),
    parts: Object.fromEntries((own?.parts ?? []).map(({ id, weight }) => [id, weight])),
    of: Object.fromEntries((own?.parts ?? []).map(({ id, of }) => [id, Object.fromEntries(of.map(({ indicator, weight }) => [indicator, weight]))])),
  };
}

function figures(of: Readonly<Record<string, ShownFigure | Figure>>) {
  return Object.fromEntries(Object.entries(of).map(([id, figure]) => {
    const { count, credit, left, value, why, raters } = figure;
    const hidden = 'hidden' in figure && figure.hidden === true;
    return [id, { count, credit, left, ...given('value', value), ...given('why', why), ...given('raters', raters), ...(hidden ? { hidden } : {}) }];
  }));
}

/** A case as HTTP gives it: what it was, whether it counts and why, in a code and in a sentence. */
export async function presentCase(with_: Wording & { readonly sealer: Pick<Sealer, 'openAll'>; readonly maskPersonal: (text: string) => string; readonly erased: string }, one: UnitCase) {
  const { indicator, demand, counted, credit, because, item, rater, excluded } = one;
  const opened = (words: string) => with_.sealer.openAll(words, with_.erased).then(with_.maskPersonal);
  return {
    indicator,
    ...given('demand', demand),
    counted,
    credit: Number(credit.toFixed(6)),
    because,
    sentence: await opened(becauseOf(with_, one)),
    at: isoTime(item.at),
    ...('kind' in item && 'doneAt' in item && item.doneAt !== undefined ? { doneAt: isoTime(item.doneAt) } : {}),
    ...('whistle' in item ? given('whistle', item.whistle) : {}),
    ...('no' in item ? { no: item.no } : {}),
    ...given('rater', rater),
    ...('marks' in item ? { marks: { ...item.marks } } : {}),
    ...('about' in item ? { about: item.about, by: item.by, ...given('person', item.person), reason: await opened(item.reason) } : {}),
    ...(excluded === undefined || because !== 'excluded' ? {} : { excluded: { by: excluded.by, approvedBy: excluded.approvedBy, at: isoTime(excluded.at) } }),
  };
}

function given<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: V });
}
