import mongoose from 'mongoose';
import type { Account, Now, Room, Rooms } from '../handlers/ports.ts';
import { accountKey } from './accounts.ts';
import type { Store } from './connect.ts';
import { isDuplicate } from './duplicate.ts';
import { modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';
import { createRecent } from './recent.ts';

interface RoomRow extends Row, Omit<Room, 'id'> {
  /** What its channel calls it, as a text that no two rooms share. */
  readonly key?: string | undefined;
}

const FIELDS = { name: String, grid: String, unit: String, channel: String, account: String, key: String };
const REMEMBERED = 1_000;
const UNSEEN_MS = 5_000;
const TRIES = 5;

/** The groups the program knows. What a channel calls one belongs to the room saved with it last. */
export function createRooms({ connection, kind }: Pick<Store, 'connection' | 'kind'>, now: Now): Rooms {
  const rooms = modelOf<RoomRow>(connection, { name: 'Room', collection: 'rooms', fields: FIELDS, indexes: [{ on: { key: 1 }, unique: true, sparse: true }] });
  const known = createRecent<Room>({ size: REMEMBERED, ttlMs: kind === 'embedded' ? undefined : UNSEEN_MS, now });

  async function get(id: string): Promise<Room | undefined> {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const row = await rooms.findById(id).lean();
    if (row === null) return undefined;
    const room = roomOf(row);
    known.set(id, room);
    return room;
  }

  async function takeKey(key: string, taker: string): Promise<void> {
    for (const { _id: loser } of await rooms.find({ key, _id: mongoose.trusted({ $ne: taker }) }, { _id: 1 }).sort({ _id: 1 }).lean()) {
      await rooms.updateOne({ _id: loser }, { $unset: { key: '', channel: '', account: '' } });
      known.delete(loser);
    }
  }

  async function save(room: Room): Promise<void> {
    const row = rowOf(room);
    for (let tries = 1; ; tries++) {
      if (row.key !== undefined) await takeKey(row.key, room.id);
      try {
        await rooms.replaceOne({ _id: room.id }, row, { upsert: true });
        known.set(room.id, roomOf(row));
        return;
      } catch (error) {
        if (!isDuplicate(error) || tries === TRIES) throw error;
      }
    }
  }

  return {
    get,
    byAccount: async (account: Account) => {
      const row = await rooms.findOne({ key: accountKey(account) }).lean();
      return row === null ? undefined : roomOf(row);
    },
    save,
    saveAll: async (all) => {
      for (const room of all) await save(room);
    },
  };
}

function rowOf({ id, ...room }: Room): RoomRow {
  const key = room.channel === undefined || room.account === undefined ? undefined : accountKey({ channel: room.channel, account: room.account });
  return withoutUndefined({ _id: id, ...room, key });
}

function roomOf({ _id: id, name, grid, unit, channel, account }: RoomRow): Room {
  return withoutUndefined({ id, name, grid, unit, channel, account });
}
