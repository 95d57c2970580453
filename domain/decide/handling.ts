import type { DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { isInHand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { isHigher, tierAbove } from '../mechanism/mechanism.ts';
import { directs, holds } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Rules } from '../time/start-clock.ts';
import { activeCallee, isSounding } from '../whistle.ts';
import { above, assignTo } from './assign.ts';
import { isBarred } from './call-on.ts';
import { doneEvent } from './done-event.ts';
import { brake, raise } from './raise.ts';
import { finishCallee } from './whistle.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** The holder takes the matter up (接). */
export function take(demand: Demand, { by, words }: Command<'take'>, now: Date): Decision {
  if (demand.phase.status === 'incomplete') return refuse('place-missing');
  if (!isInHand(demand)) return refuse('not-in-hand');
  if (!holds(by, demand)) return refuse('not-your-unit');
  if (demand.phase.status === 'handling') return refuse('already-taken');

  return accept([{ type: 'taken-up', at: now, by: by.person, data: { unit: demand.holder, words } }]);
}

/** Solved (办结): by a called unit for its own part, else by the holder or its dispatcher for the whole. */
export function finish(rules: Rules, demand: Demand, command: Command<'finish'>, now: Date): Decision {
  const { by, result, media } = command;
  const called = by.unit && activeCallee(demand.whistles, by.unit.id);
  if (called !== undefined) return finishCallee(rules, demand, called, command, now);
  if (demand.phase.status === 'done') return refuse('already-done');
  if (demand.phase.status === 'incomplete') return refuse('place-missing');
  if (!isInHand(demand)) return refuse('not-in-hand');
  if (!holds(by, demand) && !directs(rules.mechanism, by, demand)) return refuse('not-your-unit');
  if (isSounding(demand.whistles)) return refuse('whistle-sounding');

  return accept([doneEvent(rules, demand, by.person, demand.holder, { result, media }, now)]);
}

/** One tier up (上呼, 升级), or requested from a unit where the tier above solves nothing itself. */
export function escalate(rules: Rules, demand: Demand, command: Command<'escalate'>, now: Date): Decision {
  const { by, reason, request, desk, standing } = command;
  if (demand.phase.status === 'incomplete') return refuse('place-missing');
  if (!isInHand(demand)) return refuse('not-in-hand');
  if (!holds(by, demand) && !directs(rules.mechanism, by, demand)) return refuse('not-your-unit');
  const to = command.to ?? above(rules, demand);
  if (tierAbove(rules.mechanism, demand.tier) === undefined) return refuse('top-tier');
  if (to === undefined || !isHigher(rules.mechanism, to.tier, demand.tier)) return refuse('no-unit-above');
  if (desk !== undefined && isBarred(rules.mechanism, desk, standing)) return refuse('not-on-list');
  if (isSounding(demand.whistles)) return refuse('whistle-sounding');

  return raise(rules, demand, { by: by.person, why: 'called', reason, to, request }, now);
}

/** What the grid worker thinks should be done, kept for whoever dispatches. */
export function propose(demand: Demand, { by, lead, assists, note }: Command<'propose'>, now: Date): Decision {
  if (!isInHand(demand)) return refuse('not-in-hand');
  const { unit } = by;
  const inPlace = unit !== undefined && Object.values(demand.facts.place?.path ?? {}).includes(unit.id);
  if (unit === undefined || (!holds(by, demand) && !inPlace)) return refuse('not-your-unit');

  const data = { unit: unit.id, lead: lead.id, assists: assists.map(({ id }) => id), note };
  return accept([{ type: 'proposed', at: now, by: by.person, data }]);
}

/** To one of the dispatcher's own units (派). A transfer too many goes one tier up instead. */
export function dispatch(rules: Rules, demand: Demand, command: Command<'dispatch'>, now: Date): Decision {
  const { by, to, note, standing } = command;
  if (!isInHand(demand) && demand.phase.status !== 'incomplete') return refuse('not-in-hand');
  if (!directs(rules.mechanism, by, demand)) return refuse('not-dispatcher');
  if (by.unit === undefined || !to.above.includes(by.unit.id)) return refuse('not-below-you');
  if (to.id === demand.holder) return refuse('same-unit');
  if (isBarred(rules.mechanism, to, standing)) return refuse('not-on-list');
  if (isSounding(demand.whistles)) return refuse('whistle-sounding');

  const braked = brake(rules, demand, { by: by.person, next: to.id, reason: note }, now);
  if (braked !== undefined) return braked;
  const assignment = assignTo(rules, { tier: to.tier, unit: to.id }, demand, now);
  return accept([...acceptedProposal(demand, command, now), { type: 'dispatched', at: now, by: by.person, data: { from: demand.holder, note, assignment } }]);
}

/** That the last proposal was followed, where it was. */
export function acceptedProposal(demand: Demand, { by, asProposed }: Pick<Command<'dispatch' | 'whistle'>, 'by' | 'asProposed'>, now: Date): readonly DemandEvent[] {
  return asProposed === true && demand.proposals.length > 0 ? [{ type: 'proposal-accepted', at: now, by: by.person, data: {} }] : [];
}
