import type { DemandCommand, Refusal, Register } from '../commands.ts';
import type { Demand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import type { Result } from '../result.ts';
import { accept, assertNever, refuse } from '../result.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { sound } from './approval.ts';
import { assignTo } from './assign.ts';
import { whistle } from './blow.ts';
import { carry, endCarrier, isCarriedAway } from './carry.ts';
import { dispatch, escalate, finish, propose, take } from './handling.ts';
import { absorb, mergeInto, release, unmerge } from './merge.ts';
import { decideObjection, object } from './objection.ts';
import { approve, exclude, extend } from './permission.ts';
import { callPeople } from './pool.ts';
import { press } from './press.ts';
import { correct, hide, locate, part, reclassify, supplement, support, withdraw } from './report.ts';
import { reveal } from './reveal.ts';
import { answerRevisit, declineRevisit, giveReason } from './revisit.ts';
import { tick } from './tick.ts';
import { feedBack, rateCallee, reportIn, show } from './whistle.ts';

/** What a rule answers: the facts that follow, or the name of why not. */
export type Decision = Result<readonly DemandEvent[], Refusal>;

/** The facts of a new demand. Its clock waits for the place where that must be asked first, else for its holder. */
export function register(rules: Rules, command: Register, now: Date): readonly DemandEvent[] {
  const { type, by, to, askPlace, ...report } = command;
  const { id, version } = rules.mechanism;
  const waits = askPlace === 'first';
  const place = startClock(rules, { kind: 'place', unit: to.unit, timed: rules.mechanism.placeAnswer, from: now, urgent: false });
  const assignment = assignTo(rules, to, command, now);
  return [
    {
      type: 'registered',
      at: now,
      by: by.person,
      data: {
        ...report,
        mechanism: { id, version },
        incomplete: waits,
        ...(askPlace === 'meanwhile' ? { placeAsked: true } : {}),
        assignment: waits ? { ...assignment, clocks: [place] } : assignment,
      },
    },
  ];
}

/** Decides a command on a demand: pure, so that it can be decided again when somebody else was faster. */
export function decide(rules: Rules, demand: Demand, command: DemandCommand, now: Date): Decision {
  if (isCarriedAway(demand, command)) return refuse('carried-away');
  switch (command.type) {
    case 'locate':
      return locate(rules, demand, command, now);
    case 'correct':
      return correct(rules, demand, command, now);
    case 'hide':
      return hide(demand, command, now);
    case 'reclassify':
      return reclassify(rules, demand, command, now);
    case 'supplement':
      return supplement(demand, command, now);
    case 'support':
      return support(demand, command, now);
    case 'withdraw':
      return withdraw(demand, command, now);
    case 'part':
      return part(demand, command, now);
    case 'take':
      return take(demand, command, now);
    case 'finish':
      return finish(rules, demand, command, now);
    case 'escalate':
      return escalate(rules, demand, command, now);
    case 'propose':
      return propose(demand, command, now);
    case 'dispatch':
      return dispatch(rules, demand, command, now);
    case 'whistle':
      return whistle(rules, demand, command, now);
    case 'sound':
      return sound(rules, demand, command, now);
    case 'call-people':
      return callPeople(rules, demand, command, now);
    default:
      return decideMore(rules, demand, command, now);
  }
}

type Early = 'locate' | 'correct' | 'hide' | 'reclassify' | 'supplement' | 'support' | 'withdraw' | 'part' | 'take' | 'finish' | 'escalate' | 'propose' | 'dispatch' | 'whistle' | 'sound' | 'call-people';

function decideMore(rules: Rules, demand: Demand, command: Exclude<DemandCommand, { type: Early }>, now: Date): Decision {
  switch (command.type) {
    case 'report-in':
    case 'feed-back':
    case 'show':
      return decideWork(demand, command, now);
    case 'press':
      return press(rules, demand, command, now);
    case 'extend':
      return extend(rules, demand, command, now);
    case 'object':
    case 'decide-objection':
      return command.type === 'object' ? object(rules, demand, command, now) : decideObjection(rules, demand, command, now);
    case 'rate-callee':
      return rateCallee(rules, demand, command, now);
    case 'exclude':
      return exclude(rules, demand, command, now);
    case 'approve':
      return approve(rules, demand, command, now);
    case 'answer-revisit':
    case 'decline-revisit':
    case 'give-reason':
      return decideRevisit(rules, demand, command, now);
    case 'reveal':
      return reveal(demand, command, now);
    case 'merge-into':
    case 'absorb':
    case 'release':
    case 'unmerge':
      return decideMerging(rules, demand, command, now);
    case 'carry':
      return carry(rules, demand, command, now);
    case 'carrier-ends':
      return endCarrier(rules, demand, command, now);
    case 'tick':
      return accept(tick(rules, demand, command, now));
    default:
      return assertNever(command);
  }
}

function decideWork(demand: Demand, command: Extract<DemandCommand, { type: 'report-in' | 'feed-back' | 'show' }>, now: Date): Decision {
  switch (command.type) {
    case 'report-in':
      return reportIn(demand, command, now);
    case 'feed-back':
      return feedBack(demand, command, now);
    case 'show':
      return show(demand, command, now);
    default:
      return assertNever(command);
  }
}

function decideRevisit(rules: Rules, demand: Demand, command: Extract<DemandCommand, { type: 'answer-revisit' | 'decline-revisit' | 'give-reason' }>, now: Date): Decision {
  switch (command.type) {
    case 'answer-revisit':
      return answerRevisit(rules, demand, command, now);
    case 'decline-revisit':
      return declineRevisit(demand, command, now);
    case 'give-reason':
      return giveReason(demand, command, now);
    default:
      return assertNever(command);
  }
}

function decideMerging(rules: Rules, demand: Demand, command: Extract<DemandCommand, { type: 'merge-into' | 'absorb' | 'release' | 'unmerge' }>, now: Date): Decision {
  switch (command.type) {
    case 'merge-into':
      return mergeInto(rules, demand, command, now);
    case 'absorb':
      return absorb(rules, demand, command, now);
    case 'release':
      return release(demand, command, now);
    case 'unmerge':
      return unmerge(rules, demand, command, now);
    default:
      return assertNever(command);
  }
}
