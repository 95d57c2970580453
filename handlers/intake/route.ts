import type { Actor, Destination } from '../../domain/commands.ts';
import { isBarred } from '../../domain/decide/call-on.ts';
import type { Demand, Place } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism, UnitRef } from '../../domain/mechanism/mechanism.ts';

/** Where a matter goes first, and why, for the person who checks it. */
export interface Route {
  readonly to: Destination;
  readonly reasons: readonly string[];
}

/**
 * The lowest tier that can solve it (小事不出社区): the lowest unit of the place's own path whose list has the class as its own or as its
 * responsibility; where nobody's list says so, the tier above the lowest, whose dispatcher settles an unclear owner, unless such matters may
 * not be given to it.
 */
export function routeFor(directory: Directory, mechanism: Mechanism, category: string, place: Place): Route {
  if (category === mechanism.services?.onBehalf?.category.id) return nearest(mechanism, place);
  const handlers = directory.unitsFor(category, place.id ?? place.grid);
  for (const tier of mechanism.tiers) {
    const unit = place.path[tier.id];
    const duty = handlers.find((one) => one.unit.id === unit && (one.role === 'own' || one.role === 'responsible'));
    if (unit !== undefined && duty !== undefined) return { to: { tier: tier.id, unit }, reasons: [`route:${duty.role}`, `route:${tier.id}`] };
  }
  return unclear(mechanism, place, mayHave(directory, mechanism, category, place));
}

/** Whether a matter of this class at this place may be given to a unit, by the access lists (准入). */
function mayHave(directory: Directory, mechanism: Mechanism, category: string, place: Place): (unit: string) => boolean {
  const where = place.id ?? place.grid;
  return (id) => {
    const unit = directory.unitRef(id);
    const duties = Object.fromEntries(directory.unitsFor(category, where ?? id).map((handler) => [handler.unit.id, handler.role]));
    return unit === undefined || !isBarred(mechanism, unit, { duties });
  };
}

/**
 * The unit a matter goes up to: that of the next tier of its place whose list does not keep it out. Undefined where the next tier solves nothing
 * itself, or at the top; where every list keeps it out, the unit of the next tier, which the rules then refuse.
 */
export function deskAbove(directory: Directory, mechanism: Mechanism, { category, tier, place }: Pick<Demand, 'category' | 'tier'> & { readonly place: Place | undefined }): Destination | undefined {
  const [next, ...further] = mechanism.tiers.slice(mechanism.tiers.findIndex(({ id }) => id === tier) + 1);
  if (place === undefined || next === undefined || next.requestOn !== undefined) return undefined;
  const desks = [next, ...further].filter(({ requestOn }) => requestOn === undefined).flatMap(({ id }) => (place.path[id] === undefined ? [] : [{ tier: id, unit: place.path[id] }]));
  const may = mayHave(directory, mechanism, category, place);
  return desks[0]?.tier === next.id ? (desks.find(({ unit }) => may(unit)) ?? desks[0]) : undefined;
}

/** Where a matter stays that somebody raises for a unit that calls for matters of its own, such as a park's for an enterprise in it; undefined for everybody else. */
export function ownDesk(directory: Directory, { chains }: Mechanism, { unit, roles }: Pick<Actor, 'unit' | 'roles'>): Destination | undefined {
  if (unit === undefined || roles.includes('resident')) return undefined;
  const units = [unit, ...unit.above.flatMap((id) => directory.unitRef(id) ?? [])];
  const desk = units.find((one) => chains.some(({ caller }) => caller.ownMatters === true && caller.tiers.includes(one.tier) && caller.classes.includes(one.class)));
  return desk && { tier: desk.tier, unit: desk.id };
}

/** Where a matter goes whose place or class is told later: what was raised for a unit that calls for matters of its own stays with whoever has it. */
export function deskFor(directory: Directory, mechanism: Mechanism, demand: Pick<Demand, 'reporters' | 'service' | 'tier' | 'holder'>, category: string, place: Place): Destination {
  const raiser = directory.person(demand.reporters[0]?.person ?? '');
  const unit = raiser?.unit === undefined ? undefined : directory.unitRef(raiser.unit);
  const isOwn = demand.service === undefined && raiser !== undefined && ownDesk(directory, mechanism, { unit, roles: raiser.roles }) !== undefined;
  return isOwn ? { tier: demand.tier, unit: demand.holder } : routeFor(directory, mechanism, category, place).to;
}

/** What is done on somebody's behalf is done by whoever is closest to the home. */
function nearest(mechanism: Mechanism, place: Place): Route {
  const tier = mechanism.tiers.find(({ id }) => place.path[id] !== undefined);
  const unit = tier === undefined ? undefined : place.path[tier.id];
  return tier === undefined || unit === undefined ? unclear(mechanism, place) : { to: { tier: tier.id, unit }, reasons: [`route:${tier.id}`] };
}

/** Where every list keeps it out, somebody must sort it all the same. */
function unclear(mechanism: Mechanism, place: Place, may: (unit: string) => boolean = () => true): Route {
  const [lowest, second, ...higher] = mechanism.tiers;
  const desks = [second, ...higher, lowest].flatMap((tier) => {
    const unit = tier === undefined ? undefined : place.path[tier.id];
    return tier === undefined || unit === undefined ? [] : [{ tier: tier.id, unit }];
  });
  const to = desks.find(({ unit }) => may(unit)) ?? desks[0];
  if (to === undefined) throw new Error('A place without any unit cannot be routed');
  return { to, reasons: ['route:unclear', `route:${to.tier}`] };
}

/** Where a matter waits while its place is not known: the unit the person is nearest to, else the topmost that can solve anything. */
export function sortingDesk(directory: Directory, mechanism: Mechanism, near?: string): Destination {
  const path = near === undefined ? {} : directory.path(near);
  const sorters = mechanism.tiers.filter(({ requestOn }) => requestOn === undefined);
  const close = sorters[1] ?? sorters[0];
  const unit = close === undefined ? undefined : path[close.id];
  if (close !== undefined && unit !== undefined) return { tier: close.id, unit };

  for (const tier of [...sorters].reverse()) {
    const top = directory.data.units.find((one) => one.tier === tier.id && (one.parent === undefined || directory.unit(one.parent)?.tier !== tier.id));
    if (top !== undefined) return { tier: tier.id, unit: top.id };
  }
  throw new Error('The directory has no unit that could sort a matter');
}

/** The unit of a tier from which a matter of this class is requested. */
export function requestUnit(directory: Directory, tier: string, category: string, where: string | undefined): UnitRef | undefined {
  const handler = directory.unitsFor(category, where).find((one) => one.tier === tier);
  return handler === undefined ? undefined : directory.unitRef(handler.unit.id);
}
