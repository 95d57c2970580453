import type { CarrierCommand, DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { isInHand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { tierOf } from '../mechanism/mechanism.ts';
import { directs, holds } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { isSounding } from '../whistle.ts';
import { above, assignTo } from './assign.ts';
import { doneEvent } from './done-event.ts';
import { raise } from './raise.ts';

type Decision = Result<readonly DemandEvent[], Refusal>;
type Command<T extends CarrierCommand['type']> = Extract<CarrierCommand, { type: T }>;

const NOT_WHILE_CARRIED: readonly DemandCommand['type'][] = ['take', 'finish', 'escalate', 'dispatch', 'whistle', 'sound', 'call-people', 'extend', 'merge-into', 'carry'];

/** Whether a command would take the matter out of the hands of what carries it. */
export function isCarriedAway(demand: Demand, { type }: DemandCommand): boolean {
  return demand.carrier !== undefined && NOT_WHILE_CARRIED.includes(type);
}

/** To the residents' deliberation (议事), or to a project (立项): the holder's own clock stops, one for the whole of it runs. */
export function carry(rules: Rules, demand: Demand, { by, kind, id, start }: Command<'carry'>, now: Date): Decision {
  const settings = kind === 'deliberation' ? rules.mechanism.deliberation : rules.mechanism.projects;
  if (demand.phase.status === 'incomplete') return refuse('place-missing');
  if (!isInHand(demand) || settings === undefined) return refuse('not-in-hand');
  if (!holds(by, demand) && !directs(rules.mechanism, by, demand)) return refuse('not-your-unit');
  if (!settings.roles.some((role) => by.roles.includes(role))) return refuse('not-your-act');
  if (isSounding(demand.whistles)) return refuse('whistle-sounding');

  const clock = startClock(rules, { kind, unit: demand.holder, timed: settings.whole, from: now, urgent: false });
  return accept([{ type: 'carried', at: now, by: by.person, data: { kind, id, start, clock } }]);
}

/** What carried it has come to an end: the demand is done, goes on where it was, or goes a tier up where the residents could not settle it. */
export function endCarrier(rules: Rules, demand: Demand, { by, id, outcome, words }: Command<'carrier-ends'>, now: Date): Decision {
  const { carrier } = demand;
  if (carrier?.id !== id || !isInHand(demand)) return accept([]);
  const ended = (clocks: ReturnType<typeof solving>): DemandEvent => ({ type: 'carrier-ended', at: now, by: by.person, data: { kind: carrier.kind, id, outcome, words, clocks } });
  if (outcome === 'done') return accept([ended([]), doneEvent(rules, demand, by.person, demand.holder, { result: words ?? '' }, now)]);

  const up = outcome === 'failed' && rules.mechanism.deliberation?.failure === 'escalate' && carrier.kind === 'deliberation' ? above(rules, demand) : undefined;
  if (up === undefined || tierOf(rules.mechanism, up.tier).requestOn !== undefined) return accept([ended(solving(rules, demand, now))]);
  const raised = raise(rules, demand, { by: by.person, why: 'called', reason: words, to: up }, now);
  return raised.ok ? accept([ended([]), ...raised.value]) : accept([ended(solving(rules, demand, now))]);
}

function solving(rules: Rules, demand: Demand, now: Date) {
  return assignTo(rules, { tier: demand.tier, unit: demand.holder }, demand, now).clocks.filter(({ kind }) => kind === 'solve');
}
