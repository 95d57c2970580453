import type { Role, UnitRef } from '../mechanism/mechanism.ts';
import { namedPlaces, type NamedPlace } from '../named-places.ts';
import type { Service } from '../services.ts';
import { createWhereabouts, type TierPath } from '../whereabouts.ts';
import type { DirectoryData, Grid, Person, Place, Room, Unit } from './directory-data.ts';
import { byId, grouped, unitsAboveIn, type Above } from './directory-index.ts';
import { createTeamAt, type TeamMember } from './service-team.ts';
import { createUnitNamed, type UnitGuess } from './unit-named.ts';
import { createUnitsMeant } from './unit-phrase.ts';
import { createUnitsFor, type Handler } from './units-for.ts';

export type { DirectoryData, Grid, Handler, NamedPlace, Person, Place, Room, TierPath, Unit };

/** Look-ups over one district's people, units and places. What is not known is undefined or empty. */
export interface Directory {
  readonly data: DirectoryData;
  readonly unit: (id: string) => Unit | undefined;
  /** The unit meant by an id, a name, another name, a part of a name, or a name after that of a unit above; those within `within` come first. */
  readonly unitNamed: (words: string, within?: string) => UnitGuess<Unit>;
  /** The unit as rules need it. */
  readonly unitRef: (id: string) => UnitRef | undefined;
  /** The units above, nearest first. */
  readonly unitsAbove: (id: string) => readonly Unit[];
  /** The units below, at any depth, in the order of the data. */
  readonly unitsBelow: (id: string) => readonly Unit[];
  /** The units of a class, all of them or those within a unit. */
  readonly unitsOfClass: (unitClass: string, within?: string) => readonly Unit[];
  /** Whether a unit is this one or below it. */
  readonly isWithin: (id: string, ancestor: string) => boolean;
  /** Of a unit, a grid or a place; a tier at which a place belongs to several units is left out. */
  readonly path: (where: string) => TierPath;
  readonly person: (id: string) => Person | undefined;
  /** Who works for a unit or is sent to it as a team, all of them or those of a role. */
  readonly peopleOf: (unitId: string, role?: Role) => readonly Person[];
  readonly secretaries: (unitId: string) => readonly Person[];
  readonly leaders: (unitId: string) => readonly Person[];
  readonly grid: (id: string) => Grid | undefined;
  /** The grids of a community, and of every community below a unit. */
  readonly gridsIn: (unitId: string) => readonly Grid[];
  /** The grids that a person looks after or lives in, the main one first. */
  readonly gridsOf: (personId: string) => readonly Grid[];
  readonly gridWorkers: (gridId: string) => readonly Person[];
  /** Everybody with this grid, all of them or those of a role. */
  readonly peopleInGrid: (gridId: string, role?: Role) => readonly Person[];
  readonly room: (id: string) => Room | undefined;
  readonly roomsOf: (gridId: string) => readonly Room[];
  readonly roomsWith: (personId: string) => readonly Room[];
  readonly place: (id: string) => Place | undefined;
  /** Every place, grid and community that can be named. */
  readonly places: () => readonly NamedPlace[];
  /**
   * Who has to do with a class of matters at a place, a grid or a unit, lowest tier first. For each unit the line for the most precise place counts.
   * Without `where`, only what holds everywhere.
   */
  readonly unitsFor: (category: string, where?: string) => readonly Handler[];
  /** The units that an id, or `word@tier` seen from a place, means. */
  readonly unitsMeant: (phrase: string, where?: string) => readonly Unit[];
  readonly service: (id: string) => Service | undefined;
  /** Who serves a grid, the nearest first. */
  readonly teamAt: (gridId: string) => readonly TeamMember[];
}

/** Makes the look-ups of data that is consistent; see `inconsistencies`. */
export function createDirectory(data: DirectoryData): Directory {
  const units = byId(data.units);
  const above = unitsAboveIn(units);
  const below = (id: string) => data.units.filter((unit) => unit.id !== id && isWithin(unit.id, id));
  const isWithin = (id: string, ancestor: string) => id === ancestor || above(id).some((unit) => unit.id === ancestor);
  const whereabouts = createWhereabouts(data, above);
  const unitsMeant = createUnitsMeant(data, { unit: (id) => units.get(id), isWithin, path: whereabouts.path });
  const own = peopleAndRooms(data, isWithin);
  const services = byId(data.services);
  return {
    data,
    unit: (id) => units.get(id),
    unitNamed: createUnitNamed(data.units, isWithin),
    unitRef: (id) => asRef(units.get(id), above),
    unitsAbove: above,
    unitsBelow: below,
    unitsOfClass: (unitClass, within) => data.units.filter((unit) => unit.class === unitClass && (within === undefined || isWithin(unit.id, within))),
    isWithin,
    path: whereabouts.path,
    ...own,
    place: whereabouts.place,
    places: once(() => namedPlaces(data)),
    unitsFor: createUnitsFor(data, { units, isWithin, ...whereabouts }),
    unitsMeant,
    service: (id) => services.get(id),
    teamAt: createTeamAt(data, { person: own.person, unit: (id) => units.get(id), unitsMeant, around: (grid) => Object.values(whereabouts.path(grid)).flatMap((id) => id ?? []) }),
  };
}

type IsWithin = (id: string, ancestor: string) => boolean;

function peopleAndRooms(data: DirectoryData, isWithin: IsWithin) {
  const people = byId(data.people);
  const grids = byId(data.grids);
  const rooms = byId(data.rooms);
  const unitPeople = grouped(data.people, ({ unit, team }) => [unit, team]);
  const gridPeople = grouped(data.people, (person) => gridIds(person));
  const peopleOf = (unitId: string, role?: Role) => withRole(unitPeople.get(unitId), role);
  const peopleInGrid = (gridId: string, role?: Role) => withRole(gridPeople.get(gridId), role);
  const roomsByGrid = grouped(data.rooms, ({ grid }) => [grid]);
  const roomsByPerson = grouped(data.rooms, (room) => room.people);
  return {
    person: (id: string) => people.get(id),
    peopleOf,
    secretaries: (unitId: string) => peopleOf(unitId, 'secretary'),
    leaders: (unitId: string) => peopleOf(unitId, 'leader'),
    grid: (id: string) => grids.get(id),
    gridsIn: (unitId: string) => data.grids.filter(({ community }) => isWithin(community, unitId)),
    gridsOf: (personId: string) => gridIds(people.get(personId)).flatMap((id) => grids.get(id) ?? []),
    gridWorkers: (gridId: string) => peopleInGrid(gridId, 'grid-worker'),
    peopleInGrid,
    room: (id: string) => rooms.get(id),
    roomsOf: (gridId: string) => roomsByGrid.get(gridId) ?? [],
    roomsWith: (personId: string) => roomsByPerson.get(personId) ?? [],
  };
}

function gridIds(person: Person | undefined): string[] {
  if (person === undefined) return [];
  return person.grid === undefined ? person.alsoGrids : [person.grid, ...person.alsoGrids];
}

function withRole(people: readonly Person[] = [], role: Role | undefined): readonly Person[] {
  return role === undefined ? people : people.filter(({ roles }) => roles.includes(role));
}

function asRef(unit: Unit | undefined, above: Above): UnitRef | undefined {
  return unit && { id: unit.id, tier: unit.tier, class: unit.class, above: above(unit.id).map(({ id }) => id), ...(unit.members.length === 0 ? {} : { members: unit.members }) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
