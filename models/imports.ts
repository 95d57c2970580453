import { setImmediate as breathe } from 'node:timers/promises';
import mongoose, { Schema } from 'mongoose';
import type { FailedRow, Import, ImportPart, Imports } from '../handlers/ports/imports.ts';
import type { Store } from './connect.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, insertRows, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

interface ImportRow extends Row, Omit<Import, 'id'> {
  /** When it came, as long as it is not finished; no two alike. */
  readonly open?: string | undefined;
}

interface PartRow extends Row, Omit<ImportPart, 'id'> {
  readonly notBefore: Date;
  readonly keptAt: Date;
  readonly failed: readonly FailedRow[];
  readonly isDone: boolean;
}

const { trusted } = mongoose;
const { Mixed } = Schema.Types;
const FIELDS = { name: String, print: String, by: String, at: Date, total: Number, known: Number, parts: Number, done: Number, failed: [Mixed], finishedAt: Date, open: String };
/** A store in this process gives nobody a turn before it has kept all that it was given. */
const KEPT_AT_ONCE = 50;
const PART_FIELDS = { import: String, count: Number, rows: String, attempts: Number, notBefore: Date, keptAt: Date, failed: [Mixed], isDone: Boolean };

/** Tables that are being registered, in parts. */
export function createImports({ connection, kind }: Pick<Store, 'connection' | 'kind'>): Imports {
  const imports = modelOf<ImportRow>(connection, { name: 'Import', collection: 'imports', fields: FIELDS, indexes: [{ on: { open: 1 }, sparse: true }] });
  const parts = modelOf<PartRow>(connection, { name: 'ImportPart', collection: 'importparts', fields: PART_FIELDS });
  const read = (row: ImportRow) => importOf(parts, row);

  return {
    begin: async ({ id, at, ...one }, all) => {
      const rows = all.map((part, nth): PartRow => ({ _id: `${id}:${String(nth).padStart(5, '0')}`, import: id, ...part, attempts: 0, notBefore: at, keptAt: at, failed: [], isDone: false }));
      await keepParts(parts, rows);
      await insertRow(imports, { _id: id, at, ...one, done: 0, failed: [], open: `${at.toISOString()} ${id}` });
    },
    get: async (id) => {
      const row = await imports.findById(id).lean();
      return row === null ? undefined : read(row);
    },
    latest: async (limit) => Promise.all((await imports.find({}).sort({ at: -1 }).limit(limit).lean()).map(read)),
    unfinished: async () => Promise.all((await imports.find({ open: trusted({ $gt: '' }) }).sort({ open: 1 }).lean()).map(read)),
    claim: async (id, now, until) => {
      const free = { ...within(id), isDone: false, notBefore: trusted({ $lte: now }) };
      // The embedded store is for one process, which registers one part after the other: nobody has to be kept away.
      const row = kind === 'mongodb' ? await parts.findOneAndUpdate(free, { $set: { notBefore: until } }, { sort: { _id: 1 }, returnDocument: 'after' }).lean() : await parts.findOne(free).sort({ _id: 1 }).lean();
      return row === null ? undefined : { id: row._id, import: row.import, count: row.count, rows: row.rows, attempts: row.attempts };
    },
    done: async (part, failed) => {
      await parts.updateOne({ _id: part, isDone: false }, { $set: { isDone: true, failed: failed.map((one) => withoutUndefined(one)) }, $unset: { rows: '' } });
    },
    later: async (part, notBefore) => {
      await parts.updateOne({ _id: part, isDone: false }, { $set: { notBefore }, $inc: { attempts: 1 } });
    },
    finish: async (id, at) => {
      const { done, failed } = await progressOf(parts, id);
      await imports.updateOne({ _id: id, open: trusted({ $gt: '' }) }, { $set: { done, failed, finishedAt: at }, $unset: { open: '' } });
      await parts.deleteMany(within(id));
    },
    purge: async (before) => {
      await imports.deleteMany({ finishedAt: trusted({ $lt: before }) });
      await dropOrphans(imports, parts, before);
    },
  };
}

type ImportModel = ReturnType<typeof modelOf<ImportRow>>;
type PartModel = ReturnType<typeof modelOf<PartRow>>;

async function keepParts(parts: PartModel, rows: readonly PartRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += KEPT_AT_ONCE) {
    await insertRows(parts, rows.slice(from, from + KEPT_AT_ONCE)).catch(unlessDuplicate);
    await breathe();
  }
}

/** The parts of an import by their ids, which begin with its own. */
function within(id: string) {
  return { _id: trusted({ $gte: `${id}:`, $lt: `${id};` }) };
}

async function progressOf(parts: PartModel, id: string): Promise<Pick<Import, 'done' | 'failed'>> {
  const rows = await parts.find({ ...within(id), isDone: true }, { count: 1, failed: 1 }).sort({ _id: 1 }).lean();
  return { done: rows.reduce((sum, { count }) => sum + count, 0), failed: rows.flatMap(({ failed }) => [...failed]) };
}

async function importOf(parts: PartModel, { _id: id, open, name, print, by, at, total, known, parts: count, done, failed, finishedAt }: ImportRow): Promise<Import> {
  const progress = open === undefined ? { done, failed: [...failed] } : await progressOf(parts, id);
  return withoutUndefined({ id, name, print, by, at, total, known, parts: count, finishedAt, ...progress });
}

/** Parts that were kept when the import they belong to was not, because the program ended in between. */
async function dropOrphans(imports: ImportModel, parts: PartModel, before: Date): Promise<void> {
  const old = await parts.find({ keptAt: trusted({ $lt: before }) }, { import: 1 }).sort({ _id: 1 }).lean();
  for (const id of new Set(old.map((part) => part.import))) {
    if ((await imports.findById(id, { _id: 1 }).lean()) === null) await parts.deleteMany(within(id));
  }
}
