import type { SandboxPerson, SandboxRoom } from '../../web/schemas/sandbox.ts';
import { chanceOf } from './chance.ts';
import type { Texts } from './texts.ts';

/** Who plays: whoever acts for a unit, who decides there, who answers for a grid, and who lives in which group. */
export interface Cast {
  /** Whoever works for the unit; the grid worker of the grid where there is one. */
  readonly worker: (unit: string, grid?: string) => string | undefined;
  /** Another one of the unit than this person, to agree to what that one asks. */
  readonly second: (unit: string, but: string) => string | undefined;
  readonly secretary: (unit: string, roles: readonly string[]) => string | undefined;
  readonly unitId: (name: string) => string | undefined;
  /** Groups whose people are residents, with those who speak in them. */
  readonly groups: readonly { readonly id: string; readonly grid: string; readonly people: readonly string[] }[];
}

/** Front desk first: the order in which a unit's people take what comes. */
const DESK = ['dispatcher', 'clerk', 'secretary', 'leader', 'grid-worker'] as const;

/** The sandbox's people and groups as a cast. */
export function castOf(people: readonly SandboxPerson[], rooms: readonly SandboxRoom[]): Cast {
  const of = (unit: string) => people.filter((one) => one.unit?.id === unit).sort((one, other) => rank(one) - rank(other));
  const byName = new Map(people.flatMap(({ unit }) => (unit === undefined ? [] : [[unit.name, unit.id] as const])));
  const isResident = (id: string) => people.some((one) => one.id === id && one.roles.includes('resident'));
  return {
    worker: (unit, grid) => (people.find((one) => grid !== undefined && one.grid?.id === grid && one.unit?.id === unit && one.roles.includes('grid-worker')) ?? of(unit)[0])?.id,
    second: (unit, but) => of(unit).find(({ id, roles }) => id !== but && roles.some((role) => role === 'dispatcher' || role === 'leader' || role === 'secretary'))?.id,
    secretary: (unit, roles) => people.find((one) => one.unit?.id === unit && one.roles.some((role) => roles.includes(role)))?.id,
    unitId: (name) => byName.get(name),
    groups: rooms.flatMap(({ id, grid, people: members }) => (grid === undefined ? [] : [{ id, grid, people: members.filter(isResident) }])),
  };
}

function rank({ roles }: SandboxPerson): number {
  const found = DESK.findIndex((role) => roles.includes(role));
  return found < 0 ? DESK.length : found;
}

/** So many invented names, none of them twice. */
export function namesOf({ names }: Texts, count: number, seed: number): string[] {
  const chance = chanceOf(seed, 'names');
  const made = new Set<string>();
  while (made.size < count) made.add(`${chance.one(Array.from(names.surnames))}${chance.one(names.given)}`);
  return [...made];
}
