import { figureOf, isBackToBack } from '../../domain/assessment/assess.ts';
import { periodAt } from '../../domain/assessment/period.ts';
import type { Tallies } from '../../domain/assessment/tally.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { AssessmentFormula } from '../../domain/mechanism/assessment.ts';
import { localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import type { Language } from '../../locales/text.ts';
import type { Now } from '../ports/now.ts';
import { unitName } from '../showing/describe.ts';
import type { Describing } from '../showing/describe.ts';
import type { Assessments } from './assessing.ts';
import { figureLine } from './words.ts';

/** What is needed for the week in short. */
export interface Digesting {
  readonly assessments: Assessments;
  readonly directory: () => Directory;
  readonly describing: () => Describing;
  readonly calendar: Calendar;
  readonly now: Now;
}

/** The week in short for a unit: who gets it, and what it says. */
export interface Digest {
  readonly unit: string;
  readonly readers: readonly string[];
  readonly text: (language: Language) => string;
}

const DAY_MS = 24 * 3600_000;
const WEEK = 7;

/** What fell due and was said in the week before this Monday, of each unit with those below it; of units where nothing did, nothing. */
export function createDigests(deps: Digesting): (monday: string) => Promise<readonly Digest[]> {
  return async (monday) => {
    const { formula } = deps.assessments;
    if (formula === undefined) return [];
    const to = new Date(new Date(`${monday}T00:00:00Z`).getTime() - deps.calendar.offsetMinutes * 60_000);
    const from = new Date(to.getTime() - WEEK * DAY_MS);
    const tallies = await deps.assessments.tallied(from, to);
    return deps.directory().data.units.flatMap(({ id }) => digestOf(deps, formula, tallies, id, { from, to }));
  };
}

function digestOf({ directory, describing, calendar, now }: Digesting, formula: AssessmentFormula, tallies: Tallies, unit: string, week: { readonly from: Date; readonly to: Date }): Digest[] {
  const readers = [...new Set(formula.settings.digestTo.flatMap((role) => directory().peopleOf(unit, role).map(({ id }) => id)))];
  if (readers.length === 0) return [];
  const units = [unit, ...directory().unitsBelow(unit).map(({ id }) => id)];
  const shown = formula.settings.indicators
    .filter((indicator) => !isBackToBack(formula, indicator))
    .map((indicator) => ({ indicator: { ...indicator, smallest: 1 }, tally: tallies.of(units, indicator.id) }))
    .filter(({ tally }) => tally.count + tally.left > 0);
  if (shown.length === 0) return [];
  const text = (language: Language) => {
    const with_ = { describing: describing(), calendar, language };
    const { speak } = with_.describing;
    const lines = shown.flatMap(({ indicator, tally }) => figureLine(with_, formula, indicator, figureOf(formula, indicator, tally)));
    const days = { from: localDate(calendar, week.from), to: localDate(calendar, new Date(week.to.getTime() - 1)) };
    return [speak(language, 'digest.title', { unit: unitName(directory(), unit), ...days }), ...lines, speak(language, 'digest.period', { period: periodAt(formula.settings.period, calendar, now()).id })].join('\n');
  };
  return [{ unit, readers, text }];
}
