import { weighed } from '../admission.ts';
import type { DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { isInHand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { isHigher, kindOf, leadsTo, usualKind } from '../mechanism/mechanism.ts';
import type { Chain, Kind, Mechanism, UnitRef } from '../mechanism/mechanism.ts';
import { directs, mayCallOn } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Admitted } from '../standing.ts';
import type { Rules } from '../time/start-clock.ts';
import type { Called } from '../whistle-request.ts';
import { activeCallee } from '../whistle.ts';
import { soundOrAsk } from './approval.ts';
import { calledUnits, isBarred } from './call-on.ts';
import { acceptedProposal } from './handling.ts';
import { brake } from './raise.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** Calls units that must report in (吹哨): the kind sets the limits, the chain says who may call whom and who must agree, the mechanism's discipline whether it may sound. */
export function whistle(rules: Rules, demand: Demand, command: Command<'whistle'>, now: Date): Decision {
  const { mechanism } = rules;
  const { by, lead, assists } = command;
  const { unit } = by;
  if (!isInHand(demand)) return refuse(demand.phase.status === 'incomplete' ? 'place-missing' : 'not-in-hand');
  if (unit === undefined || !(directs(mechanism, by, demand) || mechanism.chains.some((one) => mayCallOn(mechanism, one, by, demand)))) return refuse('not-dispatcher');
  const kind = command.kind === undefined ? usualKind(mechanism, demand.urgency === 'danger', demand.category) : kindOf(mechanism, command.kind);
  if (kind === undefined) return refuse('no-such-kind');
  const called = calledUnits(mechanism, lead, assists);
  const taken = unavailable(demand, called, kind, unit);
  if (taken !== undefined) return refuse(taken);
  const chain = chainOf(mechanism, demand, command, unit);
  if (chain === undefined) return refuse(whyNoChain(mechanism, demand, command, unit));
  if ([lead, ...assists].some((one) => isBarred(mechanism, one, command.standing))) return refuse('not-on-list');

  const raised = isHigher(mechanism, unit.tier, demand.tier);
  const braked = brake(rules, raised ? { ...demand, tier: unit.tier } : demand, { by: by.person, next: called[0]?.unit ?? lead.id, reason: command.note }, now);
  if (braked !== undefined) return braked;
  const admitted = admit(mechanism, demand, command, { chain, kind, called, unit });
  if (!admitted.ok) return admitted;

  return accept([...acceptedProposal(demand, command, now), ...soundOrAsk(rules, demand, { by: { ...by, unit }, chain, kind, called, note: command.note, admission: admitted.value }, now)]);
}

function unavailable(demand: Demand, called: readonly Called[], { urgent }: Kind, { id }: UnitRef): Refusal | undefined {
  if (new Set(called.map(({ unit }) => unit)).size < called.length) return 'unit-twice';
  if (called.some(({ unit }) => activeCallee(demand.whistles, unit))) return 'unit-already-called';
  const waits = demand.requests?.some((one) => one.unit === id && ((one.status === 'waiting' && one.whistle === undefined) || one.status === 'agreed')) ?? false;
  return waits && !urgent ? 'request-waiting' : undefined;
}

/** The chain named, or the first that leads there and that the actor may call on. */
function chainOf(mechanism: Mechanism, demand: Demand, { by, lead, assists, chain: named }: Command<'whistle'>, unit: UnitRef): Chain | undefined {
  return mechanism.chains.find((one) => (named === undefined || one.id === named) && leadsTo(one, unit, [lead, ...assists], demand) && mayCallOn(mechanism, one, by, demand));
}

function whyNoChain(mechanism: Mechanism, demand: Demand, command: Command<'whistle'>, unit: UnitRef): Refusal {
  const { lead, assists, chain } = command;
  if (chain !== undefined && mechanism.chains.every(({ id }) => id !== chain)) return 'no-such-chain';
  const eachAlone = [lead, ...assists].every((one) => chainOf(mechanism, demand, { ...command, lead: one, assists: [] }, unit) !== undefined);
  return eachAlone ? 'one-at-a-time' : 'no-chain';
}

interface Wanted {
  readonly chain: Chain;
  readonly kind: Kind;
  readonly called: readonly Called[];
  readonly unit: UnitRef;
}

/** Whether it may sound (吹哨纪律); undefined where the mechanism asks nothing of this chain. */
function admit({ admission }: Mechanism, demand: Demand, { by, standing, override }: Command<'whistle'>, { chain, kind, called, unit }: Wanted): Result<Admitted | undefined, Refusal> {
  if (admission === undefined || admission.chains?.includes(chain.id) === false) return accept(undefined);
  const found = weighed(admission, demand, { caller: unit.id, kind, units: called.length, standing });
  const [against] = found.against;
  if (against === undefined || found.outcome === 'urgent') return accept(found);
  const may = override !== undefined && by.roles.some((role) => admission.override?.roles.includes(role));
  return may ? accept({ ...found, outcome: 'overridden', reason: override }) : refuse(`admission-${against}`);
}
