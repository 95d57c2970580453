import type { DemandCommand, Refusal } from '../commands.ts';
import type { Demand, Objection } from '../demand.ts';
import { isInHand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { kindOf } from '../mechanism/mechanism.ts';
import { actsFor } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import { clockId } from '../time/clocks.ts';
import type { Clock } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { activeCallee, owes } from '../whistle.ts';
import { assignTo } from './assign.ts';
import { calleeClocks } from './call-units.ts';
import { superior } from './permission.ts';
import { endedEvent, over } from './whistle.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** A dispatched unit says that it is not its matter (退回): once per unit and demand, with the basis; its clocks stop until it is decided. */
export function object(rules: Rules, demand: Demand, { by, basis }: Command<'object'>, now: Date): Decision {
  const unit = by.unit?.id;
  if (unit === undefined) return refuse('nothing-to-object');
  const active = activeCallee(demand.whistles, unit);
  if (demand.objections.filter((one) => one.unit === unit).length >= rules.mechanism.objection.perUnit) return refuse('objected-already');
  if (active === undefined && !isDispatchedTo(demand, unit)) return refuse('nothing-to-object');

  const whistle = active?.whistle.id;
  const decider = active?.whistle.caller ?? superior(rules, demand);
  const decide = startClock(rules, { kind: 'objection', id: clockId('objection', whistle, unit), unit: decider, whistle, timed: rules.mechanism.objection.decide, from: now, urgent: false });
  return accept([{ type: 'objected', at: now, by: by.person, data: { unit, whistle, basis, decide } }]);
}

/** An office got it by a dispatch; a place's own unit has it by right and calls the tier above instead. */
function isDispatchedTo(demand: Demand, unit: string): boolean {
  return isInHand(demand) && demand.holder === unit && demand.facts.place?.path[demand.tier] !== unit;
}

/** Whether the objection stands (异议 成立/不成立), said by whoever dispatched. */
export function decideObjection(rules: Rules, demand: Demand, command: Command<'decide-objection'>, now: Date): Decision {
  const { by, upheld, reason } = command;
  const open = demand.objections.filter((one) => deciderOf(demand, one) !== undefined && (command.unit === undefined || one.unit === command.unit));
  const objection = open.find((one) => actsFor(by, deciderOf(demand, one) ?? ''));
  if (objection === undefined) return refuse(open.length > 0 ? 'not-your-unit' : 'no-objection');

  const { unit, whistle } = objection;
  const clocks = upheld ? [] : restarted(rules, demand, objection, now);
  const decided: DemandEvent = { type: 'objection-decided', at: now, by: by.person, data: { unit, whistle, upheld, reason, clocks } };
  return accept(upheld ? [decided, ...released(rules, demand, objection, by, now)] : [decided]);
}

/** Who is to decide it; undefined once it is decided, or was overtaken by a dispatch or the end. */
function deciderOf(demand: Demand, { decided, whistle, unit }: Objection): string | undefined {
  return decided === undefined ? demand.clocks.find(({ id }) => id === clockId('objection', whistle, unit))?.unit : undefined;
}

function restarted(rules: Rules, demand: Demand, { unit, whistle }: Objection, now: Date): readonly Clock[] {
  const sounding = demand.whistles.find(({ id }) => id === whistle);
  const kind = sounding && kindOf(rules.mechanism, sounding.kind);
  if (sounding === undefined || kind === undefined) return holderClocks(rules, demand, unit, now);
  const [reportIn, feedback, finish] = calleeClocks(rules, kind, { id: sounding.id, unit }, now);
  const callee = sounding.callees.find((one) => one.unit === unit);
  return [...(callee?.reportedAt === undefined ? [reportIn] : []), ...(callee?.feedbackAt === undefined ? [feedback] : []), finish];
}

function holderClocks(rules: Rules, demand: Demand, unit: string, now: Date): readonly Clock[] {
  const { clocks } = assignTo(rules, { tier: demand.tier, unit }, demand, now);
  return demand.phase.status === 'waiting' ? clocks : clocks.filter(({ kind }) => kind !== 'take-up');
}

/** What follows when a unit is let go: its caller has the matter again once nobody called is left. */
function released(rules: Rules, demand: Demand, { unit, whistle }: Objection, by: DemandCommand['by'], now: Date): DemandEvent[] {
  const back = (to: string): DemandEvent => ({
    type: 'given-back',
    at: now,
    by: by.person,
    data: { from: unit, assignment: assignTo(rules, { tier: demand.tier, unit: to }, demand, now) },
  });
  const sounding = demand.whistles.find(({ id }) => id === whistle);
  if (sounding === undefined) return [back(by.unit?.id ?? demand.holder)];

  const others = sounding.callees.filter((callee) => callee.unit !== unit && owes(callee));
  const lead = sounding.callees.find(({ role }) => role === 'lead');
  if (others.length > 0 && lead?.unit !== unit) return [];
  if (lead?.status === 'done') return over(rules, demand, sounding, { by: by.person, unit: lead.unit, result: lead.result ?? '' }, now);
  return [endedEvent(rules, sounding, by.person, true, now), back(sounding.caller)];
}
