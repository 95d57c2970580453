import { Schema, type Connection } from 'mongoose';
import type { Reveal, Reveals } from '../handlers/ports.ts';
import { insertRow, modelOf, type Row } from './model.ts';

type RevealRow = Row & Omit<Reveal, 'id'>;

const FIELDS = { demand: String, no: String, by: String, reason: Schema.Types.String, at: Date };

/** Who looked at whom, and why; only ever added to. */
export function createReveals(connection: Connection): Reveals {
  const reveals = modelOf<RevealRow>(connection, { name: 'Reveal', collection: 'reveals', fields: FIELDS, indexes: [{ on: { demand: 1 } }] });
  return {
    add: async ({ id, ...reveal }) => insertRow(reveals, { _id: id, ...reveal }),
    of: async (demand) => (await reveals.find({ demand }).sort({ at: -1 }).lean()).map(({ _id: id, no, by, reason, at }) => ({ id, demand, no, by, reason, at })),
  };
}
