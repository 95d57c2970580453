import mongoose, { type Connection, type Mongoose } from 'mongoose';
import { EmbeddedDatabase, embeddedMongoose, embeddedUri } from './embedded/driver.ts';

/** Where data are kept. */
export interface StoreSettings {
  /** Connection string of MongoDB; without it data are kept in the folder. */
  readonly uri?: string | undefined;
  readonly dataDir: string;
}

/** An open store: MongoDB, or the embedded one in a folder. */
export interface Store {
  readonly kind: 'mongodb' | 'embedded';
  readonly connection: Connection;
  /** Resolves when the store answers, rejects when it does not. */
  ping(): Promise<void>;
  /** Builds the indexes of every model made on the connection; rejects when stored documents break a unique one. */
  ensureIndexes(): Promise<void>;
  /** Makes sure that no changed or deleted form of a document is left in the collection's file; MongoDB sees to that itself. */
  compact(collection: string): Promise<void>;
  close(): Promise<void>;
}

/** Thrown when MongoDB cannot be reached, or does not let us in. */
export class StoreUnreachable extends Error {
  readonly code = 'store-unreachable';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'StoreUnreachable';
  }
}

/**
 * Connects to MongoDB when a connection string is given, else opens the embedded store in the data folder.
 * Throws StoreUnreachable when MongoDB does not answer, DataDirBusy when another process has the folder, and DataFileDamaged when a file in it cannot be read.
 */
export async function connectStore({ uri, dataDir }: StoreSettings): Promise<Store> {
  return uri === undefined ? await embedded(dataDir) : await mongodb(uri);
}

async function mongodb(uri: string): Promise<Store> {
  const connection = await connected(new mongoose.Mongoose(), uri, { writeConcern: { w: 'majority' }, retryWrites: false, ignoreUndefined: true }).catch((error: unknown) => {
    throw new StoreUnreachable(error);
  });
  return {
    ...shared(connection),
    kind: 'mongodb',
    ping: async () => { await connection.db?.command({ ping: 1 }); },
    compact: async () => Promise.resolve(),
  };
}

async function embedded(dataDir: string): Promise<Store> {
  const connection = await connected(embeddedMongoose(), embeddedUri(dataDir), {});
  const database = (): EmbeddedDatabase => {
    const db: unknown = connection.db;
    if (db instanceof EmbeddedDatabase) return db;
    throw new Error('The store is closed');
  };
  return {
    ...shared(connection),
    kind: 'embedded',
    ping: async () => { await Promise.resolve(database()); },
    compact: async (collection) => { await database().collection(collection).compact(); },
  };
}

/**
 * Indexes are built when asked for, so that a start can wait for them and report what is wrong. A filter on a field that a
 * schema does not know is an error: left out silently, it would match everything.
 */
async function connected(own: Mongoose, uri: string, options: object): Promise<Connection> {
  own.set({ sanitizeFilter: true, autoIndex: false, autoCreate: false, strictQuery: 'throw' });
  return await own.createConnection(uri, { ...options, autoIndex: false, autoCreate: false }).asPromise();
}

function shared(connection: Connection): Pick<Store, 'connection' | 'ensureIndexes' | 'close'> {
  return {
    connection,
    ensureIndexes: async () => { for (const model of Object.values(connection.models)) await model.createIndexes(); },
    close: async () => { await connection.close(); },
  };
}
