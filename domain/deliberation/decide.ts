import type { Actor } from '../commands.ts';
import { THE_CLOCK } from '../events.ts';
import type { DeliberationSettings } from '../mechanism/deliberation.ts';
import type { Result } from '../result.ts';
import { accept, assertNever, refuse } from '../result.ts';
import type { Clock } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { marksDue } from '../time/timekeeping.ts';
import { addLimit, afterQuiet } from '../time/working-time.ts';
import { count } from './ballot.ts';
import { isRunning } from './deliberation.ts';
import type { BeginDeliberation, Deliberation, DeliberationCommand, DeliberationEvent, DeliberationRefusal } from './deliberation.ts';

type Decision = Result<readonly DeliberationEvent[], DeliberationRefusal>;
type Command<T extends DeliberationCommand['type']> = Extract<DeliberationCommand, { type: T }>;
type TimedStep = keyof DeliberationSettings['steps'];

const SELF_ENDING: readonly TimedStep[] = ['topics', 'vote', 'announcement'];

/** What the district says about deliberations. Throws when it has none: one that was begun names the version it began under. */
export function deliberationSettings({ mechanism }: Rules): DeliberationSettings {
  if (mechanism.deliberation === undefined) throw new Error(`Mechanism ${mechanism.id} has no deliberation`);
  return mechanism.deliberation;
}

/** The first facts of a deliberation: the matter itself is its first topic. */
export function beginDeliberation(rules: Rules, { by, ...begin }: BeginDeliberation, now: Date): readonly DeliberationEvent[] {
  const { id, version } = rules.mechanism;
  const clock = stepClock(rules, 'topics', begin.unit, now);
  return [{ type: 'begun', at: now, by: by.person, data: { ...begin, mechanism: { id, version }, clock } }];
}

/** Decides a command on a deliberation: pure, so that it can be decided again when somebody else was faster. */
export function decideDeliberation(rules: Rules, deliberation: Deliberation, command: DeliberationCommand, now: Date): Decision {
  if (!isRunning(deliberation)) return command.type === 'tick' || command.type === 'call-off' ? accept([]) : refuse('over');
  switch (command.type) {
    case 'add-topic':
      return addTopic(rules, deliberation, command, now);
    case 'add-option':
      return addOption(rules, deliberation, command, now);
    case 'vote':
      return vote(rules, deliberation, command, now);
    case 'check':
      return check(rules, deliberation, command, now);
    case 'call-off':
      return accept([{ type: 'called-off', at: now, by: command.by.person, data: { why: command.why } }]);
    case 'tick':
      return accept(tick(rules, deliberation, now));
    default:
      return runs(rules, deliberation, command.by) ? decideRunning(rules, deliberation, command, now) : refuse('not-yours-to-run');
  }
}

type Running = Command<'choose-topic' | 'research' | 'open-vote' | 'decide-as-chair' | 'apply' | 'give-up'>;

function decideRunning(rules: Rules, deliberation: Deliberation, command: Running, now: Date): Decision {
  const { step, unit, topics, options } = deliberation;
  const by = command.by.person;
  switch (command.type) {
    case 'choose-topic':
      if (step !== 'topics' && step !== 'choice') return refuse('other-step');
      if (!isNumbered(topics, command.topic)) return refuse('no-such-topic');
      return accept([{ type: 'topic-chosen', at: now, by, data: { topic: command.topic, clock: stepClock(rules, 'research', unit, now) } }]);
    case 'research':
      if (step !== 'research') return refuse('other-step');
      return accept([{ type: 'researched', at: now, by, data: { words: command.words, clock: stepClock(rules, 'options', unit, now) } }]);
    case 'open-vote': {
      if (step !== 'options') return refuse('other-step');
      if (options.length < deliberationSettings(rules).options.least) return refuse('too-few-options');
      return accept([opened(rules, deliberation, { round: 1, options: options.map((_, index) => index + 1), eligible: command.eligible }, by, now)]);
    }
    case 'decide-as-chair':
      if (step !== 'chair') return refuse('other-step');
      if (!isNumbered(options, command.option)) return refuse('no-such-option');
      return accept([{ type: 'chair-decided', at: now, by, data: { option: command.option, clock: stepClock(rules, 'announcement', unit, now) } }]);
    case 'apply':
      return apply(rules, deliberation, command, now);
    case 'give-up':
      return accept([{ type: 'failed', at: now, by, data: { why: 'given-up', reason: command.reason } }]);
    default:
      return assertNever(command);
  }
}

/** Whether the actor may run it: one of the roles for it, in the unit whose it is. */
export function runs(rules: Rules, { unit }: Pick<Deliberation, 'unit'>, { unit: own, roles }: Actor): boolean {
  return own?.id === unit && deliberationSettings(rules).roles.some((role) => roles.includes(role));
}

function addTopic(rules: Rules, { step, topics, ...rest }: Deliberation, { by, words, member }: Command<'add-topic'>, now: Date): Decision {
  if (step !== 'topics') return refuse('other-step');
  if (!member && !runs(rules, rest, by)) return refuse('not-in-group');
  if (topics.length >= deliberationSettings(rules).topics.most) return refuse('topics-full');
  return accept([{ type: 'topic-added', at: now, by: by.person, data: { words } }]);
}

function addOption(rules: Rules, { step, options, ...rest }: Deliberation, { by, words, member }: Command<'add-option'>, now: Date): Decision {
  if (step !== 'options') return refuse('other-step');
  if (!member && !runs(rules, rest, by)) return refuse('not-in-group');
  if (options.length >= deliberationSettings(rules).options.most) return refuse('options-full');
  return accept([{ type: 'option-added', at: now, by: by.person, data: { words } }]);
}

/** One person, one vote, changeable until the vote closes. The same vote again changes nothing. */
function vote(rules: Rules, { ballot }: Deliberation, { by, option, member }: Command<'vote'>, now: Date): Decision {
  if (ballot === undefined || now >= ballot.closesAt) return refuse('vote-not-open');
  if (!member) return refuse('not-in-group');
  if (!deliberationSettings(rules).vote.roles.some((role) => by.roles.includes(role))) return refuse('no-vote-of-yours');
  if (!ballot.options.includes(option)) return refuse('no-such-option');
  if (ballot.votes.some((one) => one.person === by.person && one.option === option)) return accept([]);
  return accept([{ type: 'voted', at: now, by: by.person, data: { option } }]);
}

/** What was decided has been done; whether it is kept is checked at a date. */
function apply(rules: Rules, { step, supervisor }: Deliberation, { by, words }: Command<'apply'>, now: Date): Decision {
  if (step !== 'announcement' && step !== 'application') return refuse('other-step');
  const checkAt = afterQuiet(rules.calendar, addLimit(rules.calendar, now, deliberationSettings(rules).supervision.after));
  const clock = stepClock(rules, 'supervision', supervisor, checkAt);
  const marks = [{ at: checkAt, act: 'remind' as const, percent: 0 }, ...clock.marks];
  return accept([{ type: 'applied', at: now, by: by.person, data: { words, checkAt, clock: { ...clock, marks } } }]);
}

function check(rules: Rules, { step, supervisor, unit }: Deliberation, { by, kept, mark, words }: Command<'check'>, now: Date): Decision {
  if (by.unit?.id !== supervisor) return refuse('not-yours-to-check');
  if (step !== 'supervision') return refuse('other-step');
  const { scale } = deliberationSettings(rules).supervision;
  if (!Number.isInteger(mark) || mark < 1 || mark > scale) return refuse('wrong-mark');
  const clock = kept ? undefined : stepClock(rules, 'application', unit, now);
  return accept([{ type: 'checked', at: now, by: by.person, data: { kept, mark, words, clock } }]);
}

/** What has fallen due by now: a step that ends by itself, or what is to be said of one that waits for somebody. */
function tick(rules: Rules, deliberation: Deliberation, now: Date): readonly DeliberationEvent[] {
  return marksDue(rules, deliberation.clocks, now).flatMap((reached): readonly DeliberationEvent[] => {
    if (reached.marks.some(({ act }) => act === 'expire')) return expired(rules, deliberation, now);
    return [{ type: 'reached', at: now, by: THE_CLOCK, data: reached }];
  });
}

function expired(rules: Rules, deliberation: Deliberation, now: Date): readonly DeliberationEvent[] {
  const { step, unit, topics } = deliberation;
  const by = THE_CLOCK;
  switch (step) {
    case 'topics':
      if (topics.length === 1) return [{ type: 'topic-chosen', at: now, by, data: { topic: 1, clock: stepClock(rules, 'research', unit, now) } }];
      return [{ type: 'topics-closed', at: now, by, data: { clock: stepClock(rules, 'choice', unit, now) } }];
    case 'announcement':
      return [{ type: 'announced', at: now, by, data: { clock: stepClock(rules, 'application', unit, now) } }];
    case 'vote':
      return closeBallot(rules, deliberation, now);
    default:
      return [];
  }
}

function closeBallot(rules: Rules, deliberation: Deliberation, now: Date): readonly DeliberationEvent[] {
  const { ballot, unit } = deliberation;
  if (ballot === undefined) return [];
  const { result, next, option, among } = count(deliberationSettings(rules).vote, ballot);
  const clock = next === 'decided' ? stepClock(rules, 'announcement', unit, now) : next === 'chair' ? stepClock(rules, 'choice', unit, now) : undefined;
  const closed: DeliberationEvent = { type: 'ballot-closed', at: now, by: THE_CLOCK, data: { result, next, option, clock } };
  if (next === 'again') return [closed, opened(rules, deliberation, { round: ballot.round + 1, options: among, eligible: ballot.eligible }, THE_CLOCK, now)];
  return next === 'fail' ? [closed, { type: 'failed', at: now, by: THE_CLOCK, data: { why: 'vote' } }] : [closed];
}

function opened(rules: Rules, { unit }: Deliberation, ballot: { round: number; options: readonly number[]; eligible: number }, by: string, now: Date): DeliberationEvent {
  return { type: 'ballot-opened', at: now, by, data: { ...ballot, clock: stepClock(rules, 'vote', unit, now) } };
}

function stepClock(rules: Rules, step: TimedStep, unit: string, from: Date): Clock {
  return startClock(rules, { kind: step, unit, timed: deliberationSettings(rules).steps[step], from, urgent: false, expires: SELF_ENDING.includes(step) });
}

function isNumbered(list: readonly unknown[], number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= list.length;
}
