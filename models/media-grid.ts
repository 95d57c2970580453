import { once } from 'node:events';
import mongoose, { type Connection } from 'mongoose';
import type { MediaShelf } from '../handlers/ports/media.ts';

const BUCKET = 'media';

/** Files in MongoDB's GridFS, where all processes find them; only for a connection to MongoDB. Throws on the embedded store. */
export function createMediaGrid(connection: Connection): MediaShelf {
  const { db } = connection;
  if (db === undefined || !('command' in db)) throw new Error('GridFS needs MongoDB');
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: BUCKET });
  const named = (filename: string) => bucket.find({ filename }).toArray();

  return {
    keep: async (id, bytes, at) => {
      const stream = bucket.openUploadStream(id, { metadata: { at } });
      const kept = once(stream, 'finish');
      stream.end(Buffer.from(bytes));
      await kept;
    },
    read: async (id) => {
      const [file] = await named(id);
      if (file === undefined) return undefined;
      const parts: Buffer[] = [];
      for await (const part of bucket.openDownloadStream(file._id)) if (Buffer.isBuffer(part)) parts.push(part);
      return Buffer.concat(parts);
    },
    remove: async (id) => {
      for (const { _id } of await named(id)) {
        // Another process may have been faster: gone is gone.
        await bucket.delete(_id).catch(async (error: unknown) => {
          if ((await bucket.find({ _id }).toArray()).length > 0) throw error;
        });
      }
    },
    keptBefore: async function* (before) {
      for await (const { filename } of bucket.find({ 'metadata.at': { $lt: before } })) yield filename;
    },
  };
}
