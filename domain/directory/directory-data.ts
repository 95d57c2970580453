import { z } from 'zod';
import { Role } from '../mechanism/mechanism.ts';
import { Service, TeamRow, UnitPhrase } from '../services.ts';
import { Duty } from './duty.ts';

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

/** A grid of a community. */
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

/** Somebody of staff, or a resident who is listed. */
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
  /** Sources, by id or name, of which the person hears how what came from them has ended. */
  sources: Texts,
});
export type Person = z.infer<typeof Person>;

/** A chat group. */
export const Room = z.strictObject({ id: Id, name: Text, grid: Id.optional(), unit: Id.optional(), people: Ids });
export type Room = z.infer<typeof Room>;

/** A place by name: a compound, a road, a building. */
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

/**
 * A line of the dispatch directory. `unit` is an id, or `word@tier`: the units of that class or name within the unit that the place has at that tier.
 * `place` is the id of a place, a grid or a unit; without it the line holds everywhere.
 */
export const DispatchRow = z.strictObject({
  category: Id,
  place: Id.optional(),
  unit: UnitPhrase,
  role: Duty,
});
export type DispatchRow = z.infer<typeof DispatchRow>;

/** The whole directory, as its tables give it. */
export const DirectoryData = z.strictObject({
  units: z.array(Unit),
  grids: z.array(Grid),
  people: z.array(Person),
  rooms: z.array(Room),
  places: z.array(Place),
  dispatch: z.array(DispatchRow),
  services: z.array(Service).default([]),
  teams: z.array(TeamRow).default([]),
});
export type DirectoryData = z.infer<typeof DirectoryData>;

/** Whether the first part of `word@tier` means this unit: its class, its name or another name. */
export function answersTo(unit: Unit, word: string): boolean {
  return unit.class === word || unit.name === word || unit.otherNames.includes(word);
}
