import type { Actor, Destination, Register } from '../../domain/commands.ts';
import type { Place } from '../../domain/demand.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';

const unit = (id: string, tier: string, kind: string, ...above: string[]): UnitRef => ({ id, tier, class: kind, above });
const office = (id: string) => unit(id, 'street', 'office', 'street', 'district', 'city');
const department = (id: string) => unit(id, 'district', 'department', 'district', 'city');

/** One line of places from a community up to the city, and the units around it. */
export const units = {
  ginkgo: unit('ginkgo', 'community', 'community', 'street', 'district', 'city'),
  willow: unit('willow', 'community', 'community', 'street', 'district', 'city'),
  company: unit('company', 'community', 'property', 'ginkgo', 'street', 'district', 'city'),
  street: unit('street', 'street', 'street', 'district', 'city'),
  team: { ...unit('team', 'street', 'enforcement-centre', 'street', 'district', 'city'), members: ['water', 'parks'] },
  urban: office('urban'),
  safety: office('safety'),
  affairs: office('affairs'),
  civil: office('civil'),
  district: unit('district', 'district', 'district', 'city'),
  water: department('water'),
  parks: department('parks'),
  traffic: department('traffic'),
  housing: department('housing'),
  city: unit('city', 'city', 'city'),
  cityWater: unit('city-water', 'city', 'city-department', 'city'),
} as const;

/** A place in Ginkgo community. */
export function place(over: Partial<Place> = {}): Place {
  return { id: 'garden', name: '银杏花园', grid: 'g1', path: { community: 'ginkgo', street: 'street', district: 'district', city: 'city' }, ...over };
}

/** Who has it first. */
export const toGinkgo: Destination = { tier: 'community', unit: 'ginkgo' };
export const toStreet: Destination = { tier: 'street', unit: 'street' };

export function resident(name = 'wang'): Actor {
  return { person: name, roles: ['resident'] };
}

export function gridWorker(): Actor {
  return { person: 'zhou', roles: ['grid-worker'], unit: units.ginkgo, grids: ['g1'] };
}

export function secretary(): Actor {
  return { person: 'he', roles: ['secretary'], unit: units.ginkgo };
}

export function dispatcher(name = 'lin'): Actor {
  return { person: name, roles: ['dispatcher'], unit: units.street };
}

export function leader(name = 'gao'): Actor {
  return { person: name, roles: ['leader'], unit: units.district };
}

export function clerk(of: UnitRef): Actor {
  return { person: `clerk-${of.id}`, roles: ['clerk'], unit: of };
}

/** The street's party secretary. */
export function streetSecretary(name = 'shu'): Actor {
  return { person: name, roles: ['secretary'], unit: units.street };
}

/** A party member without an office. */
export function member(name: string): Actor {
  return { person: name, roles: ['resident', 'member'] };
}

/** The clock's own hand. */
export const theClock: Actor = { person: 'clock', roles: [] };

/** A report of Wang's about a broken street lamp, with the place known and Ginkgo to handle it. */
export function report(over: Partial<Register> = {}): Register {
  return {
    type: 'register',
    by: resident(),
    id: 'D1',
    source: 'resident-chat',
    origin: 'sandbox:m1',
    person: 'wang',
    words: '4号楼门口路灯不亮',
    media: [],
    what: '路灯不亮',
    place: place(),
    choices: [],
    hidden: true,
    understood: { category: 'street-lamps', confidence: 0.9, alternatives: [], reasons: [] },
    urgency: 'routine',
    to: toGinkgo,
    ...over,
  };
}

/** A report whose place must be asked for. */
export function placeless(over: Partial<Register> = {}): Register {
  return report({ place: undefined, askPlace: 'first', ...over });
}
