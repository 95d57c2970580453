import type { Actor } from './commands.ts';
import type { Demand } from './demand.ts';
import { isOpen, reporterOf } from './demand.ts';
import type { Mechanism } from './mechanism.ts';

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
  if (unit.id === demand.holder) return true;
  const rank = (tier: string) => mechanism.tiers.findIndex(({ id }) => id === tier);
  return Object.values(demand.facts.place?.path ?? {}).includes(unit.id) && rank(unit.tier) >= rank(demand.tier);
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

/** Whether the actor has to do with the demand at all: as reporter, holder, called unit, or a unit above its place. */
export function mayRead(actor: Actor, demand: Demand): boolean {
  if (demand.reporters.some(({ person }) => person === actor.person)) return true;
  const { unit } = actor;
  if (unit === undefined) return false;
  const path = Object.values(demand.facts.place?.path ?? {});
  const called = demand.whistles.some(({ callees, caller }) => caller === unit.id || callees.some((callee) => callee.unit === unit.id));
  return unit.id === demand.holder || demand.held.includes(unit.id) || path.includes(unit.id) || called;
}

/** Whether somebody may still change what was reported. */
export function isChangeable(demand: Demand): boolean {
  return isOpen(demand) && demand.phase.status !== 'done' && demand.phase.status !== 'disputed';
}
