import { z } from 'zod';
import { Role, type UnitRef } from './mechanism.ts';
import { createUnitNamed, type UnitGuess } from './unit-named.ts';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);
const Text = z.string().trim().min(1).max(200);
const Ids = z.array(Id).default([]);
const Texts = z.array(Text).default([]);

/** Everything that can be called, asked or assessed: a tier's own unit, an office, a department, a company, a branch, a team. */
export const Unit = z.strictObject({
  id: Id,
  name: Text,
  otherNames: Texts,
  tier: Id,
  class: Id,
  /** The unit it belongs to; only the topmost has none. */
  parent: Id.optional(),
  /** Of a team or an alliance: the units that take part. */
  members: Ids,
  /** What it does, in words that residents may be shown. */
  duties: Texts,
});
export type Unit = z.infer<typeof Unit>;

export const Grid = z.strictObject({
  id: Id,
  name: Text,
  otherNames: Texts,
  /** The id of the unit it belongs to. */
  community: Id,
  households: z.number().int().min(0).max(100_000),
  description: z.string().max(500).default(''),
});
export type Grid = z.infer<typeof Grid>;

/** An address; `place` is the id of a compound or a building. */
export const Home = z.strictObject({ place: Id, building: Text.optional(), unit: Text.optional(), room: Text.optional() });
export type Home = z.infer<typeof Home>;

export const Person = z.strictObject({
  id: Id,
  name: Text,
  roles: z.array(Role).min(1),
  /** The unit the person works for. */
  unit: Id.optional(),
  /** The team the person is sent to, while `unit` stays the one that is assessed. */
  team: Id.optional(),
  /** The grid a grid worker looks after, or a resident lives in. */
  grid: Id.optional(),
  /** More grids that a grid worker looks after. */
  alsoGrids: Ids,
  phone: z.string().regex(/^[0-9+][0-9 -]{4,19}$/).optional(),
  home: Home.optional(),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/).optional(),
});
export type Person = z.infer<typeof Person>;

export const Room = z.strictObject({ id: Id, name: Text, grid: Id.optional(), unit: Id.optional(), people: Ids });
export type Room = z.infer<typeof Room>;

export const Place = z.strictObject({
  id: Id,
  name: Text,
  otherNames: Texts,
  kind: z.enum(['compound', 'building', 'road', 'crossing', 'landmark']),
  /** The grids it lies in. */
  grids: z.array(Id).min(1),
  /** The place it is part of. */
  within: Id.optional(),
});
export type Place = z.infer<typeof Place>;

/** What a unit is to a class of matters: on a street's list responsible, organises or assists; on a community's list own, assists or not. */
export const Duty = z.enum(['own', 'responsible', 'organises', 'assists', 'not']);
export type Duty = z.infer<typeof Duty>;

/**
 * A line of the dispatch directory. `unit` is an id, or `word@tier`: the units of that class or name within the unit that the place has at that tier.
 * `place` is the id of a place, a grid or a unit; without it the line holds everywhere.
 */
export const DispatchRow = z.strictObject({
  category: Id,
  place: Id.optional(),
  unit: z.string().regex(/^[^@\s]{1,40}(@[A-Za-z0-9._-]{1,40})?$/),
  role: Duty,
});
export type DispatchRow = z.infer<typeof DispatchRow>;

export const DirectoryData = z.strictObject({
  units: z.array(Unit),
  grids: z.array(Grid),
  people: z.array(Person),
  rooms: z.array(Room),
  places: z.array(Place),
  dispatch: z.array(DispatchRow),
});
export type DirectoryData = z.infer<typeof DirectoryData>;

/** A name of the directory that may be said: of a place, a grid or a community. */
export interface NamedPlace {
  readonly placeId: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: Place['kind'] | 'community' | 'grid';
  readonly grids: readonly string[];
  readonly community?: string | undefined;
  readonly within?: string | undefined;
}

/** A unit that has to do with a matter, what it is to it, and the tier it stands at. */
export interface Handler {
  readonly unit: Unit;
  readonly role: Duty;
  readonly tier: string;
}

/** For each tier, the id of the unit that a place or a unit belongs to there. */
export type TierPath = Readonly<Partial<Record<string, string>>>;

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
}

/** Makes the look-ups of data that is consistent; see `inconsistencies`. */
export function createDirectory(data: DirectoryData): Directory {
  const units = byId(data.units);
  const above = unitsAboveIn(units);
  const below = (id: string) => data.units.filter((unit) => unit.id !== id && isWithin(unit.id, id));
  const isWithin = (id: string, ancestor: string) => id === ancestor || above(id).some((unit) => unit.id === ancestor);
  const whereabouts = createWhereabouts(data, above);
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
    ...peopleAndRooms(data, isWithin),
    place: whereabouts.place,
    places: once(() => namedPlaces(data)),
    unitsFor: createUnitsFor(data, { units, isWithin, ...whereabouts }),
  };
}

type Above = (id: string) => readonly Unit[];
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

interface Whereabouts {
  readonly place: (id: string) => Place | undefined;
  readonly path: (where: string) => TierPath;
  /** The ids a dispatch line may name for this spot, most precise first. */
  readonly surroundings: (where: string) => readonly string[];
}

function createWhereabouts(data: DirectoryData, above: Above): Whereabouts {
  const places = byId(data.places);
  const grids = byId(data.grids);
  const units = byId(data.units);

  function placesFrom(id: string): Place[] {
    const chain: Place[] = [];
    for (let place = places.get(id); place !== undefined && !chain.includes(place); place = places.get(place.within ?? '')) chain.push(place);
    return chain;
  }

  function unitChain(id: string): readonly Unit[] {
    const unit = units.get(grids.get(id)?.community ?? id);
    return unit === undefined ? [] : [unit, ...above(unit.id)];
  }

  function path(where: string): TierPath {
    const parts = places.get(where)?.grids ?? [where];
    return parts.map((part) => principals(unitChain(part))).reduce(shared);
  }

  function surroundings(where: string): string[] {
    const chain = placesFrom(where);
    const parts = chain[0]?.grids ?? [where];
    return [...chain.map(({ id }) => id), ...(parts.length === 1 ? parts : []), ...Object.values(path(where)).flatMap((id) => id ?? [])];
  }

  return { place: (id) => places.get(id), path, surroundings };
}

/** At each tier the uppermost unit of the chain: an office's tier is its street's, and the street stands for it. */
function principals(chain: readonly Unit[]): TierPath {
  return Object.fromEntries(chain.map(({ tier, id }) => [tier, id]));
}

function shared(a: TierPath, b: TierPath): TierPath {
  return Object.fromEntries(Object.entries(a).filter(([tier, id]) => b[tier] === id));
}

function createUnitsFor(data: DirectoryData, known: Whereabouts & { units: ReadonlyMap<string, Unit>; isWithin: IsWithin }): Directory['unitsFor'] {
  const rows = grouped(data.dispatch, ({ category }) => [category]);
  const heights = tierHeights(data);

  function meant(phrase: string, path: TierPath): readonly Unit[] {
    const [word = '', tier] = phrase.split('@');
    if (tier === undefined) return [known.units.get(word)].filter((unit) => unit !== undefined);
    const root = path[tier];
    return root === undefined ? [] : data.units.filter((unit) => answersTo(unit, word) && known.isWithin(unit.id, root));
  }

  return (category, where) => {
    const around = where === undefined ? [] : known.surroundings(where);
    const path = where === undefined ? {} : known.path(where);
    const found = new Map<string, Handler & { distance: number }>();
    for (const row of rows.get(category) ?? []) {
      const distance = row.place === undefined ? around.length : around.indexOf(row.place);
      if (distance < 0) continue;
      for (const unit of meant(row.unit, path)) {
        if (distance < (found.get(unit.id)?.distance ?? Infinity)) found.set(unit.id, { unit, role: row.role, tier: unit.tier, distance });
      }
    }
    return [...found.values()].sort((a, b) => (heights.get(a.tier) ?? 0) - (heights.get(b.tier) ?? 0) || dutyOrder(a.role) - dutyOrder(b.role)).map(({ unit, role, tier }) => ({ unit, role, tier }));
  };
}

/** Whether the first part of `word@tier` means this unit: its class, its name or another name. */
export function answersTo(unit: Unit, word: string): boolean {
  return unit.class === word || unit.name === word || unit.otherNames.includes(word);
}

function dutyOrder(role: Duty): number {
  return Duty.options.indexOf(role);
}

/** Lower tiers have lower numbers: a tier stands above every tier of which it has units as parents. */
function tierHeights({ units }: DirectoryData): ReadonlyMap<string, number> {
  const all = byId(units);
  const above = unitsAboveIn(all);
  const depths = new Map<string, number>();
  for (const unit of units) {
    const chain = [unit, ...above(unit.id)];
    const depth = chain.filter(({ tier }, index) => index > 0 && tier !== chain[index - 1]?.tier).length;
    depths.set(unit.tier, Math.max(depth, depths.get(unit.tier) ?? 0));
  }
  return new Map([...depths].map(([tier, depth]) => [tier, -depth]));
}

function namedPlaces({ units, grids, places }: DirectoryData): readonly NamedPlace[] {
  const communityOf = new Map(grids.map(({ id, community }) => [id, community]));
  const gridsOf = grouped(grids, ({ community }) => [community]);
  return [
    ...units.filter(({ id }) => gridsOf.has(id)).map(
      (unit): NamedPlace => ({ placeId: unit.id, name: unit.name, otherNames: unit.otherNames, kind: 'community', grids: (gridsOf.get(unit.id) ?? []).map(({ id }) => id), community: unit.id }),
    ),
    ...grids.map((grid): NamedPlace => ({ placeId: grid.id, name: grid.name, otherNames: grid.otherNames, kind: 'grid', grids: [grid.id], community: grid.community, within: grid.community })),
    ...places.map(({ id, ...place }): NamedPlace => ({ placeId: id, ...place, community: only(place.grids.map((grid) => communityOf.get(grid))) })),
  ];
}

function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function unitsAboveIn(units: ReadonlyMap<string, Unit>): Above {
  const known = new Map<string, readonly Unit[]>();
  const climb = (id: string): readonly Unit[] => {
    const chain: Unit[] = [];
    const parentOf = (unit: Unit | undefined) => units.get(unit?.parent ?? '');
    for (let unit = parentOf(units.get(id)); unit !== undefined && !chain.includes(unit); unit = parentOf(unit)) chain.push(unit);
    return chain;
  };
  return (id) => {
    const chain = known.get(id) ?? climb(id);
    known.set(id, chain);
    return chain;
  };
}

function asRef(unit: Unit | undefined, above: Above): UnitRef | undefined {
  return unit && { id: unit.id, tier: unit.tier, class: unit.class, above: above(unit.id).map(({ id }) => id) };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function grouped<T>(rows: readonly T[], keys: (row: T) => readonly (string | undefined)[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of new Set(keys(row))) {
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
