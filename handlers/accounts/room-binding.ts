import type { Actor } from '../../domain/commands.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { isStaff } from '../acting/actor.ts';
import type { Room, Rooms } from '../ports/rooms.ts';
import { createOneTimeCodes, type GivingCodes } from './one-time-codes.ts';

/** What is needed to know which chat group is a grid's. */
export interface RoomBinding extends GivingCodes {
  readonly rooms: Pick<Rooms, 'get' | 'save'>;
  readonly directory: () => Directory;
}

/** Why a group was not bound. */
export type RoomRefusal = 'wrong-code' | 'too-many-tries' | 'not-staff' | 'other-grid' | 'already-bound';

/** A group as the district has it: one of the directory, or the one that a grid without any is given. */
export interface GridRoom {
  readonly id: string;
  readonly name: string;
  readonly grid: string;
  readonly unit?: string | undefined;
}

/** Binds chat groups to those of the district by codes that open once. */
export interface RoomBinder {
  readonly list: () => readonly GridRoom[];
  /** A code for a group, good for a week; undefined when there is no such group. */
  readonly issue: (room: string) => Promise<string | undefined>;
  /** The chat group `here` becomes the one that the code is for, when the speaker works for its grid. */
  readonly bind: (speaker: Actor, here: Room, code: string) => Promise<{ readonly ok: true; readonly room: GridRoom } | { readonly ok: false; readonly refusal: RoomRefusal }>;
  /** Nothing is heard from its chat group as the grid's, and nothing said there; false when there is no such group. */
  readonly release: (room: string) => Promise<boolean>;
}

const GOOD_FOR_MS = 7 * 24 * 3600_000;
const KEYS = { code: 'bind-room', used: 'bound-room', tries: 'bind-tries:room' };

/** Makes the binder of groups. */
export function createRoomBinder(deps: RoomBinding): RoomBinder {
  const { rooms, directory } = deps;
  const codes = createOneTimeCodes(deps, KEYS);
  const find = (id: string) => gridRooms(directory()).find((one) => one.id === id);
  return {
    list: () => gridRooms(directory()),
    issue: async (room) => (find(room) === undefined ? undefined : codes.issue(room, GOOD_FOR_MS)),
    bind: async (speaker, here, code) => {
      if (!isStaff(speaker)) return { ok: false, refusal: 'not-staff' };
      if (!(await codes.mayTry(speaker.person))) return { ok: false, refusal: 'too-many-tries' };
      const room = find((await codes.meantBy(code)) ?? '');
      if (room === undefined) return { ok: false, refusal: 'wrong-code' };
      if (!worksFor(directory(), speaker, room.grid)) return { ok: false, refusal: 'other-grid' };
      if (here.id === room.id) return { ok: false, refusal: 'already-bound' };
      if (!(await codes.use(code, here.id))) return { ok: false, refusal: 'wrong-code' };
      await rooms.save({ ...room, channel: here.channel, account: here.account });
      return { ok: true, room };
    },
    release: async (id) => {
      const room = find(id);
      if (room === undefined) return false;
      await rooms.save(room);
      return true;
    },
  };
}

/** The directory's groups that belong to a grid; a grid that has none gets one by its own name. */
function gridRooms({ data }: Directory): readonly GridRoom[] {
  const listed = data.rooms.flatMap(({ id, name, grid, unit }) => (grid === undefined ? [] : [{ id, name, grid, unit }]));
  const having = new Set(listed.map(({ grid }) => grid));
  return [...listed, ...data.grids.filter(({ id }) => !having.has(id)).map(({ id, name, community }) => ({ id: `group-of-${id}`, name, grid: id, unit: community }))];
}

/** A worker of the grid, its community, or a unit above that. */
function worksFor(directory: Directory, { grids = [], unit }: Actor, grid: string): boolean {
  const community = directory.grid(grid)?.community;
  return grids.includes(grid) || (unit !== undefined && community !== undefined && directory.isWithin(community, unit.id));
}
