import mongoose, { type Model } from 'mongoose';
import type { Now } from '../handlers/ports/now.ts';
import type { Room, Rooms } from '../handlers/ports/rooms.ts';
import { accountKey } from './accounts.ts';
import type { Store } from './connect.ts';
import { isDuplicate } from './duplicate.ts';
import { modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';
import { createRecent, type Recent } from './recent.ts';

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
  const read = (row: RoomRow | null): Room | undefined => {
    if (row !== null) known.set(row._id, roomOf(row));
    return row === null ? undefined : roomOf(row);
  };

  return {
    get: async (id) => known.get(id) ?? read(await rooms.findById(id).lean()),
    byAccount: async (account) => read(await rooms.findOne({ key: accountKey(account) }).lean()),
    save: async (room) => { await save(rooms, known, room); },
    saveAll: async (all) => {
      for (const room of all) await save(rooms, known, room);
    },
  };
}

async function save(rooms: Model<RoomRow>, known: Recent<Room>, room: Room): Promise<void> {
  const row = rowOf(room);
  for (let tries = 1; ; tries++) {
    if (row.key !== undefined) for (const loser of await takeKey(rooms, row.key, room.id)) known.delete(loser);
    try {
      await rooms.replaceOne({ _id: room.id }, row, { upsert: true });
      known.set(room.id, roomOf(row));
      return;
    } catch (error) {
      if (!isDuplicate(error) || tries === TRIES) throw error;
    }
  }
}

async function takeKey(rooms: Model<RoomRow>, key: string, taker: string): Promise<string[]> {
  const losers = await rooms.find({ key, _id: mongoose.trusted({ $ne: taker }) }, { _id: 1 }).sort({ _id: 1 }).lean();
  for (const { _id } of losers) await rooms.updateOne({ _id }, { $unset: { key: '', channel: '', account: '' } });
  return losers.map(({ _id }) => _id);
}

function rowOf({ id, ...room }: Room): RoomRow {
  const key = room.channel === undefined || room.account === undefined ? undefined : accountKey({ channel: room.channel, account: room.account });
  return withoutUndefined({ _id: id, ...room, key });
}

function roomOf({ _id: id, name, grid, unit, channel, account }: RoomRow): Room {
  return withoutUndefined({ id, name, grid, unit, channel, account });
}
