import mongoose, { type Connection } from 'mongoose';
import type { Leases } from '../handlers/ports/coordination.ts';
import { isDuplicate } from './duplicate.ts';
import { modelOf, type Row } from './model.ts';

interface LeaseRow extends Row {
  readonly holder: string;
  readonly until: Date;
}

/** Roles that only one process may have at a time, each until it ends by itself. */
export function createLeases(connection: Connection): Leases {
  const leases = modelOf<LeaseRow>(connection, { name: 'Lease', collection: 'leases', fields: { holder: String, until: Date } });
  return {
    take: async (name, holder, now, ttlMs) => {
      const until = new Date(now.getTime() + ttlMs);
      const mine = { _id: name, $or: [{ holder }, { until: mongoose.trusted({ $lte: now }) }] };
      try {
        await leases.updateOne(mine, { $set: { holder, until } }, { upsert: true });
        return true;
      } catch (error) {
        // Somebody else's lease is there and still runs, so the one to be made would be a second of that name.
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    release: async (name, holder) => {
      await leases.deleteOne({ _id: name, holder });
    },
  };
}
