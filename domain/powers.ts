import type { Actor } from './commands.ts';
import type { Demand } from './demand.ts';
import { isOpen, reporterOf } from './demand.ts';
import type { Mechanism } from './mechanism/mechanism.ts';
import type { Chain } from './mechanism/whistling.ts';

/** Whether the actor is one of the unit. */
export function actsFor(actor: Actor, unit: string): boolean {
  return actor.unit?.id === unit;
}

/** Whether the demand is in the hands of the actor's unit. */
export function holds(actor: Actor, demand: Demand): boolean {
  return actsFor(actor, demand.holder);
}

/**
 * Whether the actor may direct the demand: one who dispatches, in the unit that holds it or in a unit that stands
 * above its place at the demand's tier or higher.
 */
export function directs(mechanism: Mechanism, actor: Actor, demand: Demand): boolean {
  const { unit } = actor;
  if (unit === undefined || !actor.roles.some((role) => mechanism.dispatchers.includes(role))) return false;
  if (unit.id === demand.holder || isOfService(demand, unit.id)) return true;
  const rank = (tier: string) => mechanism.tiers.findIndex(({ id }) => id === tier);
  return Object.values(demand.facts.place?.path ?? {}).includes(unit.id) && rank(unit.tier) >= rank(demand.tier);
}

/** Whether the actor may call others on this chain over the demand: a caller of the chain whose it is to say, by what the chain asks for. */
export function mayCallOn(mechanism: Mechanism, { caller }: Pick<Chain, 'caller'>, actor: Actor, demand: Demand): boolean {
  const { unit } = actor;
  if (unit === undefined || !caller.tiers.includes(unit.tier) || !caller.classes.includes(unit.class)) return false;
  const roles = caller.roles ?? mechanism.dispatchers;
  return actor.roles.some((role) => roles.includes(role)) && hasSay(mechanism, caller.also ?? [], actor, demand);
}

/** Whether the actor's unit calls others on any chain: it raises matters of its own. */
export function callsOthers({ chains }: Mechanism, { unit }: Pick<Actor, 'unit'>): boolean {
  return unit !== undefined && chains.some(({ caller }) => caller.tiers.includes(unit.tier) && caller.classes.includes(unit.class));
}

function hasSay({ tiers }: Mechanism, also: readonly ('raised' | 'superior')[], { unit, person }: Actor, { holder, tier, facts, reporters, service }: Demand): boolean {
  if (unit === undefined) return false;
  const path = facts.place?.path ?? {};
  const rank = (one: string) => tiers.findIndex(({ id }) => id === one);
  if (unit.id === holder || isOfService({ service }, unit.id) || (Object.values(path).includes(unit.id) && rank(unit.tier) >= rank(tier))) return true;
  if (also.includes('raised') && reporters.some((one) => one.person === person && one.left === undefined)) return true;
  const [above] = unit.above;
  return also.includes('superior') && above !== undefined && (above === holder || above === path[tiers[0]?.id ?? '']);
}

/** Whether a unit may take over what is done on somebody's behalf: it handles the service, or answers for such tasks. */
function isOfService({ service }: Pick<Demand, 'service'>, unit: string): boolean {
  return service?.units.includes(unit) ?? false;
}

/** Whether the actor raised the matter, under this number, and still waits for it. */
export function raised(actor: Actor, demand: Demand, no: string): boolean {
  const reporter = reporterOf(demand, no);
  return reporter?.person === actor.person && reporter.left === undefined;
}

/** Whether the actor may take down the answers of somebody who is called back: one of the place's own units, never of one that was called; without a place, one of the holder's. */
export function callsBack(actor: Actor, demand: Demand): boolean {
  const path = Object.values(demand.facts.place?.path ?? {});
  return path.length === 0 ? holds(actor, demand) : actor.unit !== undefined && path.includes(actor.unit.id);
}

/** Whether the actor may have others pressed over the demand: one of the place's own units, or of one that called others. */
export function pressesFor({ unit }: Actor, { facts, whistles }: Demand): boolean {
  return unit !== undefined && (Object.values(facts.place?.path ?? {}).includes(unit.id) || whistles.some(({ caller }) => caller === unit.id));
}

/** Whether the actor has to do with the demand at all: as reporter, one of those called by name, holder, called unit, or a unit above its place. */
export function mayRead(actor: Actor, demand: Demand): boolean {
  if (demand.reporters.some(({ person }) => person === actor.person)) return true;
  if (demand.pools?.some(({ invited }) => invited.includes(actor.person)) === true) return true;
  const { unit } = actor;
  if (unit === undefined) return false;
  const path = Object.values(demand.facts.place?.path ?? {});
  const asked = demand.requests?.some(({ unit: by, approver }) => by === unit.id || approver.unit === unit.id) ?? false;
  const called = demand.whistles.some(({ callees, caller }) => caller === unit.id || callees.some((callee) => callee.unit === unit.id));
  return unit.id === demand.holder || demand.held.includes(unit.id) || path.includes(unit.id) || called || asked || isOfService(demand, unit.id);
}

/** Whether somebody may still change what was reported. */
export function isChangeable(demand: Demand): boolean {
  return isOpen(demand) && demand.phase.status !== 'done' && demand.phase.status !== 'disputed';
}
