import type { DemandCommand, Refusal } from '../commands.ts';
import type { Demand, Reporter } from '../demand.ts';
import { present, reporterOf } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { callsBack } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Answers } from '../revisit.ts';
import { startClock } from '../time/start-clock.ts';
import type { Rules } from '../time/start-clock.ts';
import { addLimit } from '../time/working-time.ts';
import type { Words } from '../words.ts';
import { reopen } from './reopen.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/**
 * Answers to the open revisit (回访), by the reporter or taken down by whoever calls back. With the last question the rating
 * stands, with what was said beside an earlier one where nothing is said with it; who says it before being asked is not asked any more, and who finds later that it is not solved may say so. 不满意 reopens the matter so many times, then a person decides.
 */
export function answerRevisit(rules: Rules, demand: Demand, command: Command<'answer-revisit'>, now: Date): Decision {
  const { by, no, answers } = command;
  const reporter = reporterOf(demand, no);
  if (reporter === undefined) return refuse('not-yours');
  const { revisit } = reporter;
  const asReporter = reporter.person === by.person;
  const isEarly = revisit.state === 'planned' && asReporter && answers.satisfied !== undefined;
  const isAgain = asReporter && answers.satisfied === 'dissatisfied' && mayComplain(reporter);
  if (revisit.state !== 'asked' && revisit.state !== 'call-back' && !isEarly && !isAgain) return refuse('no-revisit');
  if (!asReporter && !callsBack(by, demand)) return refuse('not-yours');
  if (demand.phase.status !== 'done' && demand.phase.status !== 'closed') return refuse('no-revisit');

  if (isAgain && isLongClosed(rules, demand, now)) return refuse('long-closed');

  const all: Answers = { ...('answers' in revisit && revisit.state !== 'answered' ? revisit.answers : {}), ...answers };
  if (all.satisfied === undefined) return accept([{ type: 'revisit-answered', at: now, by: by.person, data: { no, answers, reason: command.reason } }]);
  const reason = command.reason ?? ('remark' in revisit ? revisit.remark : undefined);
  const rated: DemandEvent = { type: 'rated', at: now, by: by.person, data: { no, by: asReporter ? 'reporter' : 'call-back', answers: all, reason } };
  return accept([rated, ...afterRating(rules, demand, { ...command, reason }, all, now)]);
}

function afterRating(rules: Rules, demand: Demand, { by, no, reason }: Command<'answer-revisit'>, answers: Answers, now: Date): DemandEvent[] {
  if (answers.satisfied !== 'dissatisfied') return demand.phase.status === 'done' && nobodyLeft(demand, no) ? [closing(by.person, now)] : [];
  if (isLongClosed(rules, demand, now)) return [];
  if (demand.redos < rules.mechanism.revisit.reopens) return [reopen(rules, demand, { by: by.person, no, reason }, now)];

  const { decide: timed, decideTier } = rules.mechanism.revisit;
  const unit = demand.facts.place?.path[decideTier] ?? demand.holder;
  return [{ type: 'disputed', at: now, by: by.person, data: { no, reason, decide: startClock(rules, { kind: 'dispute', unit, timed, from: now, urgent: false }) } }];
}

/** Whether a reporter who is not asked any more may still say that it is not solved: nobody who said so already, of whom others have decided. */
export function mayComplain({ revisit }: Reporter): boolean {
  return revisit.state === 'call-back' || (revisit.state === 'answered' && revisit.answers.satisfied !== 'dissatisfied');
}

/** What comes long after the end does not open the matter again: a call is still taken down, and what its reporter has to say is a new matter. */
export function isLongClosed({ mechanism, calendar }: Rules, { phase }: Demand, now: Date): boolean {
  return phase.status === 'closed' && now > addLimit(calendar, phase.at, mechanism.reopenWithin);
}

/** Whether everybody else has answered or could not be reached. */
export function nobodyLeft(demand: Demand, no: string): boolean {
  return present(demand).every((one) => one.no === no || !['planned', 'asked'].includes(one.revisit.state));
}

/** Whether everybody who still waits has answered or could not be reached. */
export function nobodyIsAsked(demand: Demand): boolean {
  return present(demand).every(({ revisit }) => revisit.state !== 'planned' && revisit.state !== 'asked');
}

/** The end: everybody who raised it was asked, or a person has decided so and says why. */
export function closing(by: string, now: Date, reason?: Words): DemandEvent {
  return { type: 'closed', at: now, by, data: { reason } };
}

/** The reason that a dissatisfied reporter gives afterwards. */
export function giveReason(demand: Demand, { by, no, reason }: Command<'give-reason'>, now: Date): Decision {
  const reporter = reporterOf(demand, no);
  if (reporter?.person !== by.person) return refuse('not-yours');
  if (reporter.revisit.state !== 'answered' || !reporter.revisit.wantsReason) return refuse('not-asked-reason');

  return accept([{ type: 'reason-given', at: now, by: by.person, data: { no, reason } }]);
}

/** Whoever was asked will not answer: nothing is scored, and nobody asks again or calls. */
export function declineRevisit(demand: Demand, { by, no }: Command<'decline-revisit'>, now: Date): Decision {
  const reporter = reporterOf(demand, no);
  if (reporter?.person !== by.person) return refuse('not-yours');
  if (reporter.revisit.state !== 'asked') return refuse('no-revisit');

  const declined: DemandEvent = { type: 'revisit-declined', at: now, by: by.person, data: { no } };
  return accept([declined, ...(demand.phase.status === 'done' && nobodyLeft(demand, no) ? [closing(by.person, now)] : [])]);
}
