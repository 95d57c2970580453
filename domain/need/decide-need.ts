import type { Actor } from '../commands.ts';
import { THE_CLOCK } from '../events.ts';
import type { NeedSettings } from '../mechanism/lists.ts';
import type { Result } from '../result.ts';
import { accept, assertNever, refuse } from '../result.ts';
import type { Clock, SideClockKind } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { marksDue } from '../time/timekeeping.ts';
import type { Fit } from './fit.ts';
import { chosenOffer, openOffers } from './need.ts';
import type { Need, NeedCommand, NeedEvent, NeedRefusal, NoteNeed } from './need.ts';

type Decision = Result<readonly NeedEvent[], NeedRefusal>;
type Command<T extends NeedCommand['type']> = Extract<NeedCommand, { type: T }>;

/** What the district says about needs and resources. Throws when it has none. */
export function needSettings({ mechanism }: Rules): NeedSettings {
  if (mechanism.needs === undefined) throw new Error(`Mechanism ${mechanism.id} has no list of needs`);
  return mechanism.needs;
}

/** The first fact of a need, with the resources that fit it now. */
export function noteNeed(rules: Rules, { by, ...note }: NoteNeed, offers: readonly Fit[], now: Date): readonly NeedEvent[] {
  const { id, version } = rules.mechanism;
  const clock = offers.length > 0 ? clockOf(rules, 'match', note.decider, now) : clockOf(rules, 'review', note.decider, now);
  return [{ type: 'noted', at: now, by, data: { ...note, mechanism: { id, version }, offers, clock } }];
}

/** Decides a command on a need: pure, so that it can be decided again when somebody else was faster. */
export function decideNeed(rules: Rules, need: Need, command: NeedCommand, now: Date): Decision {
  if (need.step === 'closed') return command.type === 'tick' || command.type === 'offer' ? accept([]) : refuse('need-over');
  switch (command.type) {
    case 'offer':
      return offer(rules, need, command, now);
    case 'accept':
    case 'decline':
    case 'close':
      return decides(need, command.by) ? decideAsDecider(rules, need, command, now) : refuse('not-yours-to-decide');
    case 'answer':
      return answer(rules, need, command, now);
    case 'hand-over': {
      const chosen = chosenOffer(need);
      if (need.step !== 'agreed' || chosen === undefined) return refuse('not-agreed');
      if (command.by.unit?.id !== chosen.unit && !decides(need, command.by)) return refuse('not-asked');
      return accept([{ type: 'handed-over', at: now, by: command.by.person, data: { words: command.words, clock: clockOf(rules, 'thanks', need.unit, now) } }]);
    }
    case 'thank':
      if (need.step !== 'handed-over') return refuse('not-handed-over');
      if (command.by.unit?.id !== need.unit && !decides(need, command.by)) return refuse('not-yours-to-thank');
      return accept([{ type: 'thanked', at: now, by: command.by.person, data: { words: command.words } }]);
    case 'tick':
      return accept(tick(rules, need, now));
    default:
      return assertNever(command);
  }
}

function decides({ decider }: Need, { unit }: Actor): boolean {
  return unit?.id === decider;
}

function decideAsDecider(rules: Rules, need: Need, command: Command<'accept' | 'decline' | 'close'>, now: Date): Decision {
  const by = command.by.person;
  if (command.type === 'close') return accept([{ type: 'closed', at: now, by, data: { why: need.handedOver === undefined ? 'unmet' : 'done', reason: command.reason } }]);
  if (need.step === 'asked' || need.step === 'agreed' || need.step === 'handed-over') return refuse('chosen-already');
  if (need.step !== 'offered') return refuse('nothing-offered');
  if (command.type === 'decline') return accept([{ type: 'declined', at: now, by, data: { reason: command.reason, clock: clockOf(rules, 'review', need.decider, now) } }]);

  const chosen = openOffers(need)[(command.nth ?? 1) - 1];
  if (chosen === undefined) return refuse('no-such-offer');
  return accept([{ type: 'accepted', at: now, by, data: { resource: chosen.resource, clock: clockOf(rules, 'answer', chosen.unit, now) } }]);
}

/** What is put forward while nothing else is; what was put forward before is not put forward again. */
function offer(rules: Rules, need: Need, { by, offers }: Command<'offer'>, now: Date): Decision {
  const fresh = offers.filter(({ resource }) => !need.offers.some((one) => one.resource === resource));
  if (need.step !== 'open' || fresh.length === 0) return accept([]);
  return accept([{ type: 'offered', at: now, by: by.person, data: { offers: fresh, clock: clockOf(rules, 'match', need.decider, now) } }]);
}

function answer(rules: Rules, need: Need, { by, agreed, words }: Command<'answer'>, now: Date): Decision {
  const chosen = chosenOffer(need);
  if (need.step !== 'asked' || chosen === undefined || by.unit?.id !== chosen.unit) return refuse('not-asked');
  const next = agreed ? clockOf(rules, 'hand-over', chosen.unit, now) : clockOf(rules, openOffers(need).length > 0 ? 'match' : 'review', need.decider, now);
  return accept([{ type: 'answered', at: now, by: by.person, data: { resource: chosen.resource, agreed, words, clock: next } }]);
}

/** What has fallen due. Thanks that nobody says are not waited for. */
function tick(rules: Rules, need: Need, now: Date): readonly NeedEvent[] {
  return marksDue(rules, need.clocks, now).map((reached): NeedEvent => {
    if (reached.marks.some(({ act }) => act === 'expire')) return { type: 'closed', at: now, by: THE_CLOCK, data: { why: 'done' } };
    return { type: 'reached', at: now, by: THE_CLOCK, data: reached };
  });
}

type NeedClock = Extract<SideClockKind, 'match' | 'answer' | 'hand-over' | 'thanks' | 'review'>;

function clockOf(rules: Rules, kind: NeedClock, unit: string, from: Date): Clock {
  const { decide, answer: toAnswer, handOver, thanks, review } = needSettings(rules);
  const timed = { match: decide, answer: toAnswer, 'hand-over': handOver, thanks, review }[kind];
  return startClock(rules, { kind, unit, timed, from, urgent: false, expires: kind === 'thanks' });
}
