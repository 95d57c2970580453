import { isBackToBack } from '../../domain/assessment/assess.ts';
import { periodAt } from '../../domain/assessment/period.ts';
import { seesAssessment, type Indicator } from '../../domain/mechanism/assessment.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { isStaff } from '../acting/actor.ts';
import { unitMeant } from '../acting/unit-meant.ts';
import type { Assessed, Assessments } from '../assessment/assessing.ts';
import { casesFor, classesFor, sees, viewerOf } from '../assessment/view.ts';
import type { Viewer } from '../assessment/view.ts';
import { assessmentText, backToBackText, casesText } from '../assessment/words.ts';
import type { Now } from '../ports/now.ts';
import type { Describing } from '../showing/describe.ts';
import { written } from './grammar.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to show assessments in chat. */
export interface ShowingAssessments {
  readonly assessments: Assessments;
  readonly mechanism: Mechanism;
  readonly describing: () => Describing;
  readonly calendar: Calendar;
  readonly now: Now;
}

/** 考核: the figures of a period, of the own unit and those below; with a unit, that one; with a figure too, its cases. */
export function assessment(deps: ShowingAssessments): ChatHandler {
  return async (utterance) => {
    const command = written(utterance.text);
    if (command?.word !== 'assessment' || !isStaff(utterance.actor) || utterance.room !== undefined) return 'pass';
    const { settings } = deps.assessments.formula ?? {};
    if (settings === undefined) return reply('refusal.no-assessment');
    if (!seesAssessment(settings, utterance.actor.roles)) return reply('refusal.assessment-not-yours');

    const today = periodAt(settings.period, deps.calendar, deps.now());
    const [first = today.id, ...rest] = `${command.no ?? ''} ${command.rest}`.trim().split(/\s+/).filter((one) => one !== '');
    const assessed = await deps.assessments.read(monthIn(first));
    if (assessed === undefined) return reply('refusal.no-such-period', { example: today.id });
    return rest.length === 0 ? overview(deps, utterance, assessed, undefined) : narrowed(deps, utterance, assessed, rest.join(' '));
  };
}

/** "202611" is meant as "2026-11". */
function monthIn(said: string): string {
  return said.replace(/^(20\d\d)\D?(\d\d)\D?$/, '$1-$2');
}

function viewer({ describing }: ShowingAssessments, { actor }: Utterance): Viewer {
  return viewerOf(describing().directory, actor.unit === undefined ? [] : [actor.unit.id]);
}

function overview(deps: ShowingAssessments, utterance: Utterance, assessed: Assessed, only: string | undefined): readonly Reply[] {
  const who = viewer(deps, utterance);
  const classes = classesFor(assessed, assessed.classes, who).flatMap((one) => {
    const units = one.units.filter(({ unit }) => only === undefined || unit === only);
    return units.length === 0 ? [] : [{ ...one, units }];
  });
  if (classes.length === 0) return reply('assessment.nothing');
  return said(assessmentText(wording(deps, utterance), assessed, classes, only === undefined ? who.own : [only]));
}

async function narrowed(deps: ShowingAssessments, utterance: Utterance, assessed: Assessed, words: string): Promise<readonly Reply[]> {
  const who = viewer(deps, utterance);
  const { unit, indicator } = meant(deps, utterance, assessed, words);
  const indicators = assessed.formula.settings.indicators;
  if (unit === undefined || !sees(who, unit)) return reply('refusal.no-such-figure', { words, indicators: indicators.map(({ name }) => name[utterance.person.language]).join(' ') });
  if (indicator === undefined) return overview(deps, utterance, assessed, unit);
  if (isBackToBack(assessed.formula, indicator) && who.own.includes(unit)) return said(backToBackText(wording(deps, utterance), unit, indicator));
  const cases = casesFor(assessed.formula, await deps.assessments.cases(assessed.period, assessed.formula, unit), who).filter((one) => one.indicator === indicator.id);
  return said(casesText(wording(deps, utterance), assessed, unit, indicator, cases));
}

/** What may follow the period: a unit, a figure, or both. */
function meant({ describing }: ShowingAssessments, { actor }: Utterance, { formula }: Assessed, words: string): { unit?: string | undefined; indicator?: Indicator | undefined } {
  const called = ({ id, name }: Indicator) => [id, ...Object.values(name)].map((word) => word.toLowerCase());
  const said = words.trim().toLowerCase();
  const indicator = formula.settings.indicators.find((one) => called(one).some((word) => said === word || said.endsWith(` ${word}`)));
  const before = indicator === undefined ? said : said.slice(0, said.length - (called(indicator).filter((word) => said.endsWith(word)).sort((a, b) => b.length - a.length)[0]?.length ?? 0)).trim();
  if (before === '') return { unit: actor.unit?.id, indicator };
  const unit = unitMeant(describing().directory, actor, before);
  return 'refusal' in unit ? {} : { unit: unit.id, indicator };
}

function wording({ describing, calendar }: ShowingAssessments, { person }: Utterance) {
  return { describing: describing(), calendar, language: person.language };
}

function said(text: string): readonly Reply[] {
  return reply('assessment.text', { text });
}
