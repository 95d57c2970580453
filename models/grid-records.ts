import { createHmac } from 'node:crypto';
import mongoose, { Schema, type Connection } from 'mongoose';
import type { GridRecord } from '../domain/records.ts';
import type { GridRecords } from '../handlers/ports/grid-records.ts';
import { VersionConflict } from '../handlers/ports/kept.ts';
import { keyFor } from './data-key.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

type RecordRow = Row & Omit<GridRecord, 'id'> & { readonly key: string };

const { Mixed } = Schema.Types;
const FIELDS = { grid: String, section: String, name: String, owner: String, within: String, fields: Mixed, trace: [Mixed], version: Number, key: String };
const INDEXES = [{ on: { key: 1 }, unique: true }, { on: { grid: 1 } }, { on: { owner: 1 } }] as const;

/** What was collected of grids. A record is found again by a keyed hash of its name, so that the name may be sealed. */
export function createGridRecords(connection: Connection, dataKey: Buffer): GridRecords {
  const records = modelOf<RecordRow>(connection, { name: 'GridRecord', collection: 'gridRecords', fields: FIELDS, indexes: INDEXES });
  const hashing = keyFor('records', dataKey);
  const keyOf = (grid: string, section: string, name: string) => createHmac('sha256', hashing).update([grid, section, plain(name)].join('\n')).digest('base64url');
  const named = async (grid: string, section: string, name: string) => recordOf(await records.findOne({ key: keyOf(grid, section, name) }).lean());

  return {
    open: async ({ id, ...record }, name) => {
      const row = { _id: id, ...record, fields: {}, trace: [], version: 1, key: keyOf(record.grid, record.section, name) };
      await insertRow(records, withoutUndefined(row)).catch(unlessDuplicate);
      const kept = await named(record.grid, record.section, name);
      if (kept === undefined) throw new Error(`The id ${id} belongs to another record`);
      return kept;
    },
    get: async (id) => recordOf(await records.findById(id).lean()),
    named,
    change: async (before, { id, ...after }) => {
      const { matchedCount } = await records.updateOne({ _id: id, version: before.version }, { $set: withoutUndefined({ within: after.within, fields: after.fields, trace: after.trace, version: after.version }) });
      if (matchedCount === 0) throw new VersionConflict(id);
    },
    of: async (grid) => (await records.find({ grid }).sort({ _id: 1 }).lean()).flatMap((row) => recordOf(row) ?? []),
    remove: async (id) => {
      await records.deleteOne({ _id: id });
    },
    forget: async (owner) => {
      await records.deleteMany({ owner: mongoose.trusted({ $eq: owner }) });
    },
  };
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function recordOf(row: RecordRow | null): GridRecord | undefined {
  if (row === null) return undefined;
  const { _id: id, key: _, ...record } = row;
  return { id, ...record };
}
