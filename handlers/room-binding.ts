import type { Actor } from '../domain/commands.ts';
import type { Directory } from '../domain/directory.ts';
import { isStaff } from './actor.ts';
import type { Ledger, Now, Room, Rooms } from './ports.ts';

/** What is needed to know which chat group is a grid's. */
export interface RoomBinding {
  readonly ledger: Pick<Ledger, 'get' | 'set' | 'claim'>;
  readonly rooms: Pick<Rooms, 'get' | 'save'>;
  readonly directory: () => Directory;
  readonly now: Now;
  readonly newCode: () => string;
  readonly digest: (code: string) => string;
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
const MOST_TRIES = 5;

/** Makes the binder of groups: codes are kept as digests, end by themselves, open once, and cannot be tried out. */
export function createRoomBinder(deps: RoomBinding): RoomBinder {
  const { ledger, rooms, directory, now, newCode, digest } = deps;
  const find = (id: string) => gridRooms(directory()).find((one) => one.id === id);
  return {
    list: () => gridRooms(directory()),
    issue: async (room) => {
      if (find(room) === undefined) return undefined;
      const code = newCode();
      await ledger.set(`bind-room:${digest(code)}`, `${now().getTime() + GOOD_FOR_MS} ${room}`, now());
      return code;
    },
    bind: async (speaker, here, code) => {
      if (!isStaff(speaker)) return { ok: false, refusal: 'not-staff' };
      if (!(await mayTry(deps, speaker.person))) return { ok: false, refusal: 'too-many-tries' };
      const room = find((await meantBy(deps, code)) ?? '');
      if (room === undefined) return { ok: false, refusal: 'wrong-code' };
      if (!worksFor(directory(), speaker, room.grid)) return { ok: false, refusal: 'other-grid' };
      if (here.id === room.id) return { ok: false, refusal: 'already-bound' };
      if (!(await ledger.claim(`bound-room:${digest(code)}`, here.id, now()))) return { ok: false, refusal: 'wrong-code' };
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

async function mayTry({ ledger, now }: RoomBinding, person: string): Promise<boolean> {
  const key = `bind-tries:room:${person}:${now().toISOString().slice(0, 13)}`;
  const tries = Number((await ledger.get(key)) ?? 0) + 1;
  await ledger.set(key, String(tries), now());
  return tries <= MOST_TRIES;
}

async function meantBy({ ledger, now, digest }: RoomBinding, code: string): Promise<string | undefined> {
  const [until, room] = (await ledger.get(`bind-room:${digest(code)}`))?.split(' ') ?? [];
  return now().getTime() > Number(until) ? undefined : room;
}

/** A worker of the grid, its community, or a unit above that. */
function worksFor(directory: Directory, { grids = [], unit }: Actor, grid: string): boolean {
  const community = directory.grid(grid)?.community;
  return grids.includes(grid) || (unit !== undefined && community !== undefined && directory.isWithin(community, unit.id));
}
