import type { Period } from '../../../domain/assessment/period.ts';
import { periodAt, periodBefore } from '../../../domain/assessment/period.ts';
import type { Demand } from '../../../domain/demand.ts';
import { seesAssessment } from '../../../domain/mechanism/assessment.ts';
import { localDate } from '../../../domain/time/working-time.ts';
import { ASKS_BACKLOG, ASKS_COUNT, ASKS_LATEST, ASKS_RATE, PERIOD_BEFORE } from '../../../locales/lexicon/staff-words.ts';
import { openWithin, ownNumber } from '../../acting/act.ts';
import { unitMeant } from '../../acting/unit-meant.ts';
import { classesFor, sees, viewerOf } from '../../assessment/view.ts';
import { figureLine, titleLine } from '../../assessment/words.ts';
import type { DemandStore } from '../../ports/demands.ts';
import { unitName } from '../../showing/describe.ts';
import type { ShowingAssessments } from '../assessment.ts';
import { spoken } from '../grammar.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { isOrder } from './ordering.ts';

/** What is needed to answer with a figure. */
export interface Figures extends ShowingAssessments {
  readonly demands: Pick<DemandStore, 'list' | 'concerning' | 'factsSince'>;
}

const MOST = 8;

/** Who works for a unit and asks for a rate, how many matters there were, what a unit has on its hands or who is late is told the figure, of the own unit and those below. */
export function figures(deps: Figures): ChatHandler {
  return async (utterance) => {
    if (!isOrder(utterance) || utterance.actor.unit === undefined) return 'pass';
    const said = spoken(utterance.text);
    if (ASKS_LATEST.test(said)) return latest(deps, utterance);
    const [, before = '', named = '', after = '', figure] = ASKS_RATE.exec(said) ?? [];
    if (figure !== undefined) return rate(deps, utterance, { when: before + after, named, figure });
    const counted = ASKS_COUNT.exec(said)?.[1];
    if (counted !== undefined) return count(deps, utterance, counted);
    const unit = ASKS_BACKLOG.exec(said)?.[1];
    return unit === undefined ? 'pass' : backlog(deps, utterance, unit);
  };
}

function periodMeant({ assessments, calendar, now }: Figures, when: string): Period | undefined {
  const settings = assessments.formula?.settings.period;
  const today = settings && periodAt(settings, calendar, now());
  return settings === undefined || today === undefined || !PERIOD_BEFORE.test(when) ? today : periodBefore(settings, calendar, today);
}

async function rate(deps: Figures, { actor, person }: Utterance, asked: { readonly when: string; readonly named: string; readonly figure: string }): Promise<readonly Reply[]> {
  const { formula } = deps.assessments;
  const period = periodMeant(deps, asked.when);
  if (formula === undefined || period === undefined) return reply('refusal.no-assessment');
  if (!seesAssessment(formula.settings, actor.roles)) return reply('refusal.assessment-not-yours');
  const assessed = await deps.assessments.read(period.id);
  const describing = deps.describing();
  const indicators = formula.settings.indicators.filter(({ name }) => name['zh-CN'].includes(asked.figure));
  const who = viewerOf(describing.directory, actor.unit === undefined ? [] : [actor.unit.id]);
  const wanted = asked.named === '' ? undefined : unitMeant(describing.directory, actor, asked.named);
  if (assessed === undefined || (wanted !== undefined && 'refusal' in wanted)) return reply('chat.figure-none');
  const wording = { describing, calendar: deps.calendar, language: person.language };
  const lines = classesFor(assessed, assessed.classes, who).flatMap(({ units }) =>
    units.filter(({ unit }) => wanted === undefined || unit === wanted.id).flatMap(({ unit, figures: shown }) => indicators.flatMap((one) => figureLine(wording, assessed.formula, one, shown[one.id])).map((text) => deps.describing().speak(person.language, 'chat.figure-unit', { unit: unitName(describing.directory, unit), text }))),
  );
  if (lines.length === 0) return reply('chat.figure-none');
  return reply('chat.figure-how', { text: [titleLine(wording, assessed), ...lines.slice(0, MOST)].join('\n') });
}

async function count(deps: Figures, { actor: { unit } }: Utterance, when: string): Promise<readonly Reply[] | 'pass'> {
  const period = periodMeant(deps, when);
  if (period === undefined || unit === undefined) return 'pass';
  const until = new Date(Math.min(period.to.getTime(), deps.now().getTime()));
  const counts = { all: 0, done: 0 };
  for await (const { raisedAt, doneAt } of deps.demands.factsSince(period.from, [unit.id])) {
    if (raisedAt >= until) continue;
    counts.all += 1;
    if (doneAt !== undefined) counts.done += 1;
  }
  return reply('chat.count', { unit: unit.id, from: localDate(deps.calendar, period.from), to: localDate(deps.calendar, new Date(until.getTime() - 1)), count: counts.all, doneCount: counts.done });
}

async function backlog({ describing, demands, now }: Figures, { actor }: Utterance, named: string): Promise<readonly Reply[] | 'pass'> {
  const { directory } = describing();
  const unit = unitMeant(directory, actor, named);
  if ('refusal' in unit || !sees(viewerOf(directory, actor.unit === undefined ? [] : [actor.unit.id]), unit.id)) return 'pass';
  const open = await demands.concerning(unit.id, MOST * 10);
  const late = open.filter((one) => isLate(one, unit.id, now()));
  const list = open.slice(0, MOST).map((one): SaidText => ({ key: 'chat.work-line', params: { no: ownNumber(one, actor), what: one.facts.what, status: { key: `status.${one.phase.status}` } } }));
  return [{ key: 'chat.backlog', params: { unit: unit.id, count: open.length, late: late.length, list }, mask: true }];
}

function isLate({ clocks }: Demand, unit: string, now: Date): boolean {
  return clocks.some((clock) => clock.unit === unit && clock.due < now);
}

async function latest({ demands, now }: Figures, { actor }: Utterance): Promise<readonly Reply[]> {
  const open = await openWithin(demands, actor);
  const units = [...new Set(open.flatMap(({ clocks }) => clocks.map(({ unit }) => unit)))];
  const ranked = units.map((unit) => ({ unit, late: open.filter((one) => isLate(one, unit, now())) })).filter(({ late }) => late.length > 0);
  if (ranked.length === 0) return reply('chat.latest-none');
  const list = ranked.sort((a, b) => b.late.length - a.late.length).slice(0, MOST).map(({ unit, late }): SaidText => ({ key: 'chat.latest-line', params: { unit, count: late.length, demands: late.slice(0, MOST).map((one) => ownNumber(one, actor)) } }));
  return reply('chat.latest', { list });
}
