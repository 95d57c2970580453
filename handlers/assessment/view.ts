import { isBackToBack } from '../../domain/assessment/assess.ts';
import type { ClassResult, Figure, UnitResult } from '../../domain/assessment/assess.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { AssessmentFormula } from '../../domain/mechanism/assessment.ts';
import type { Assessed, UnitCase } from './assessing.ts';

/** Who looks: one who sees all, or one who acts for units and sees them and what is below. */
export interface Viewer {
  readonly own: readonly string[];
  /** Undefined: everything. */
  readonly scope?: readonly string[] | undefined;
}

/** A figure that is not told yet: back to back, while the period runs. */
export type ShownFigure = Figure & { readonly hidden?: true | undefined };

/** A unit's result as a viewer may see it. */
export interface ShownResult extends Omit<UnitResult, 'figures'> {
  readonly figures: Readonly<Record<string, ShownFigure>>;
}

/** A class of units as a viewer may see it. */
export interface ShownClass extends Omit<ClassResult, 'total' | 'units'> {
  /** Only for whom every unit of the class is to be seen. */
  readonly total?: ClassResult['total'] | undefined;
  readonly units: readonly ShownResult[];
}

/** Somebody who acts for these units. */
export function viewerOf(directory: Directory, units: readonly string[]): Viewer {
  return { own: units, scope: units.flatMap((unit) => [unit, ...directory.unitsBelow(unit).map(({ id }) => id)]) };
}

/** Whether the viewer may see a unit's figures. */
export function sees({ scope }: Viewer, unit: string): boolean {
  return scope?.includes(unit) ?? true;
}

/** The classes as far as the viewer may see them. */
export function classesFor({ state, formula }: Pick<Assessed, 'state' | 'formula'>, classes: readonly ClassResult[], viewer: Viewer): readonly ShownClass[] {
  return classes.flatMap(({ total, units, ...one }) => {
    const visible = units.filter(({ unit }) => sees(viewer, unit));
    if (visible.length === 0) return [];
    const shown = visible.map((result) => (viewer.own.includes(result.unit) && viewer.scope !== undefined && state === 'running' ? withoutBackToBack(formula, result) : result));
    return [{ ...one, units: shown, ...(visible.length === units.length && visible.length > 1 ? { total } : {}) }];
  });
}

/**
 * While the period runs, the rated unit is told nothing of what is given back to back, nor a score that holds it: from two looks, one before and
 * one after a rating, it could be worked out.
 */
function withoutBackToBack(formula: AssessmentFormula, result: UnitResult): ShownResult {
  const hidden = backToBack(formula).filter((id) => result.figures[id] !== undefined);
  if (hidden.length === 0) return result;
  const none: ShownFigure = { count: 0, credit: 0, left: 0, hidden: true };
  return { unit: result.unit, figures: { ...result.figures, ...Object.fromEntries(hidden.map((id) => [id, none])) }, parts: [] };
}

function backToBack(formula: AssessmentFormula): string[] {
  return formula.settings.indicators.filter((indicator) => isBackToBack(formula, indicator)).map(({ id }) => id);
}

/** A unit's cases as far as the viewer may see them: whose marks are back to back never shows them to the rated unit. */
export function casesFor(formula: AssessmentFormula, cases: readonly UnitCase[], viewer: Viewer): readonly UnitCase[] {
  const hidden = new Set(backToBack(formula));
  return cases.filter(({ unit, indicator }) => sees(viewer, unit) && !(hidden.has(indicator) && viewer.scope !== undefined && viewer.own.includes(unit)));
}
