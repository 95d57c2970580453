import type { AssessmentFormula } from '../mechanism/assessment.ts';
import { formulaFaults } from './formula-faults.ts';
import type { FormulaFault } from './formula-faults.ts';

/** Other weights for classes: of the share, of parts, and of indicators within parts. */
export type Weights = Readonly<
  Record<string, { readonly share?: number | undefined; readonly parts?: Readonly<Record<string, number>> | undefined; readonly of?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined }>
>;

/** The formula with other weights, or what is wrong with them. The formula itself is not changed. */
export function reweighted(formula: AssessmentFormula, weights: Weights): { readonly ok: true; readonly value: AssessmentFormula } | { readonly ok: false; readonly faults: readonly FormulaFault[] } {
  const classes = formula.settings.classes.map((one) => {
    const { share, parts = {}, of = {} } = weights[one.id] ?? {};
    return {
      ...one,
      share: one.share && { ...one.share, weight: share ?? one.share.weight },
      parts: one.parts.map((part) => ({ ...part, weight: parts[part.id] ?? part.weight, of: part.of.map((leaf) => ({ ...leaf, weight: of[part.id]?.[leaf.indicator] ?? leaf.weight })) })),
    };
  });
  const changed: AssessmentFormula = { ...formula, settings: { ...formula.settings, classes } };
  const faults = [...unknownIn(formula, weights), ...formulaFaults({ assessment: changed.settings })];
  return faults.length === 0 ? { ok: true, value: changed } : { ok: false, faults };
}

function unknownIn({ settings }: AssessmentFormula, weights: Weights): FormulaFault[] {
  return Object.keys(weights).flatMap((id): FormulaFault[] => (settings.classes.some((one) => one.id === id) ? [] : [{ code: 'unknown-class', path: ['weights', id], params: { id } }]));
}
