import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import mongoose, { type Mongoose } from 'mongoose';
import { EmbeddedCollection } from './collection.ts';
import { lockFolder } from './folder-lock.ts';
import { NotInEmbeddedStore } from './stored.ts';

const SUFFIX = '.db';
const NAME = /^[A-Za-z0-9][\w.-]*$/;

/** The part of the driver's database object that Mongoose and the stores use. */
export class EmbeddedDatabase {
  readonly databaseName = 'embedded';
  readonly #folder: string;
  readonly #release: () => void;
  readonly #collections = new Map<string, EmbeddedCollection>();

  /** Takes the folder and reads every collection in it; throws DataDirBusy when another process has it. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#release = lockFolder(folder);
    try {
      for (const file of readdirSync(folder)) if (file.endsWith(SUFFIX)) this.collection(file.slice(0, -SUFFIX.length));
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  collection(name: string): EmbeddedCollection {
    const open = this.#collections.get(name);
    if (open !== undefined) return open;
    if (!NAME.test(name)) throw new NotInEmbeddedStore(`a collection named ${name}`);
    const collection = new EmbeddedCollection(name, join(this.#folder, `${name}${SUFFIX}`));
    this.#collections.set(name, collection);
    return collection;
  }

  createCollection(name: string): Promise<EmbeddedCollection> {
    return Promise.resolve(this.collection(name));
  }

  /** Flushes every collection and frees the folder. */
  async close(): Promise<void> {
    for (const collection of this.#collections.values()) await collection.close();
    this.#collections.clear();
    this.#release();
  }
}

/** Mongoose's own connection, as far as a driver sees it; its type declarations leave these members out. */
interface DriverConnection {
  db: EmbeddedDatabase | undefined;
  client: object | undefined;
  name: string;
  host: string;
  readyState: number;
  onOpen(): void;
}

interface NativeDriver {
  readonly Connection: new (...args: unknown[]) => DriverConnection;
  readonly Collection: unknown;
  readonly BulkWriteResult: unknown;
}

const native = createRequire(import.meta.url)('mongoose/lib/drivers/node-mongodb-native') as NativeDriver;

class EmbeddedConnection extends native.Connection {
  async createClient(uri: string): Promise<this> {
    this.readyState = mongoose.ConnectionStates.connecting;
    this.db = new EmbeddedDatabase(decodeURIComponent(uri.slice(EMBEDDED.length)));
    this.client = this.db;
    this.name = this.db.databaseName;
    this.host = 'embedded';
    this.onOpen();
    return Promise.resolve(this);
  }

  async doClose(): Promise<this> {
    await this.db?.close();
    this.db = undefined;
    return this;
  }
}

const EMBEDDED = 'embedded:';

/** The connection string of the embedded store in this folder. */
export function embeddedUri(folder: string): string {
  return `${EMBEDDED}${encodeURIComponent(folder)}`;
}

/** A Mongoose of its own whose connections are folders; the one for MongoDB is not touched. */
export function embeddedMongoose(): Mongoose {
  const own = new mongoose.Mongoose();
  const { setDriver } = own as unknown as { setDriver: (this: Mongoose, driver: object) => Mongoose };
  return setDriver.call(own, { Connection: EmbeddedConnection, Collection: native.Collection, BulkWriteResult: native.BulkWriteResult });
}
