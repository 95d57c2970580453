import mongoose, { type Connection } from 'mongoose';
import type { Pass, Passes } from '../handlers/ports/passes.ts';
import { insertRow, modelOf, type Row } from './model.ts';

type PassRow = Row & Omit<Pass, 'id'>;

const FIELDS = { kind: String, owner: String, at: Date, until: Date };

/** What lets somebody in, by the hash of a secret that is not kept. */
export function createPasses(connection: Connection): Passes {
  const passes = modelOf<PassRow>(connection, { name: 'Pass', collection: 'passes', fields: FIELDS, indexes: [{ on: { owner: 1 } }] });
  return {
    add: async ({ id, ...pass }) => insertRow(passes, { _id: id, ...pass }),
    get: async (id) => {
      const row = await passes.findById(id).lean();
      return row === null ? undefined : { id, kind: row.kind, owner: row.owner, at: row.at, until: row.until };
    },
    extend: async (id, until) => { await passes.updateOne({ _id: id }, { $set: { until } }); },
    take: async (id) => (await passes.deleteOne({ _id: id })).deletedCount === 1,
    takeAllOf: async (owner, kind) => { await passes.deleteMany(kind === undefined ? { owner } : { owner, kind }); },
    purge: async (before) => (await passes.deleteMany({ until: mongoose.trusted({ $lt: before }) })).deletedCount,
  };
}
