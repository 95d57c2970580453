import { Schema, type Connection } from 'mongoose';
import { DirectoryData } from '../domain/directory/directory-data.ts';
import type { DirectoryStore } from '../handlers/ports/directory.ts';
import { modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

interface DirectoryRow extends Row {
  readonly version: number;
  readonly data: unknown;
  /** Absent in older ones. */
  readonly onPages?: boolean | undefined;
}

const ID = 'directory';

/** The directory as one document, its version one higher at each save. Loading throws when what is stored is no directory. */
export function createDirectoryStore(connection: Connection): DirectoryStore {
  const { Mixed } = Schema.Types;
  const directories = modelOf<DirectoryRow>(connection, { name: 'Directory', collection: 'directory', fields: { version: Number, data: Mixed, onPages: Boolean } });
  return {
    load: async () => {
      const row = await directories.findById(ID).lean();
      return row === null ? undefined : { version: row.version, data: DirectoryData.parse(row.data), onPages: row.onPages ?? false };
    },
    save: async (data, onPages = false) => {
      const update = { $set: { data: withoutUndefined(data), onPages }, $inc: { version: 1 } };
      const row = await directories.findOneAndUpdate({ _id: ID }, update, { upsert: true, returnDocument: 'after', projection: { version: 1 } }).lean();
      if (row === null) throw new Error('The directory was saved and is not there');
      return row.version;
    },
    set: async (data, before) => (await directories.updateOne({ _id: ID, version: before }, { $set: { data: withoutUndefined(data), onPages: true, version: before + 1 } })).matchedCount === 1,
    versionOnPages: async () => {
      const row = await directories.findById(ID, { version: 1, onPages: 1 }).lean();
      return row?.onPages === true ? row.version : undefined;
    },
  };
}
