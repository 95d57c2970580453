import { Aggregator } from 'mingo';
import { mongo } from 'mongoose';
import { bulkWrite, insertAll, type BulkOptions, type BulkResult } from './bulk.ts';
import { attempt, EmbeddedCursor } from './cursor.ts';
import { Documents, type IndexDefinition } from './documents.ts';
import { Journal } from './journal.ts';
import { modified, unchanged } from './modify.ts';
import { selected, shown, type FindOptions } from './select.ts';
import { copy, isFields, NotInEmbeddedStore, plain, toStored, type Fields, type Stored } from './stored.ts';
import type { UpdateResult, WriteOptions } from './write-options.ts';

/** How a document is found, changed and given back. */
export interface FindAndChangeOptions extends WriteOptions {
  readonly returnDocument?: 'before' | 'after' | undefined;
  readonly returnOriginal?: boolean | undefined;
  readonly includeResultMetadata?: boolean | undefined;
}

interface Changed {
  readonly before: Stored | undefined;
  readonly after: Stored;
  readonly modified: boolean;
}

type Change = (document: Fields, inserting: boolean) => Fields;

/**
 * A collection with the methods of MongoDB's driver that the stores use. Each write is done in one go, memory and file,
 * before anything else runs: what was matched is what is changed.
 */
export class EmbeddedCollection {
  readonly collectionName: string;
  readonly #documents: Documents;
  readonly #journal: Journal;

  constructor(name: string, file: string) {
    this.collectionName = name;
    this.#documents = new Documents(name);
    this.#journal = new Journal(file);
    for (const document of this.#journal.load()) this.#documents.insert(document);
  }

  // Reading

  find(filter: object = {}, options: FindOptions = {}): EmbeddedCursor {
    return new EmbeddedCursor((asked) => shown(selected(this.#documents, filter, asked), asked.projection), options);
  }

  findOne(filter: object = {}, options: FindOptions = {}): Promise<Fields | null> {
    return attempt(() => this.#shownOne(this.#first(filter, options), options));
  }

  countDocuments(filter: object = {}, options: FindOptions = {}): Promise<number> {
    return attempt(() => selected(this.#documents, filter, options).length);
  }

  estimatedDocumentCount(): Promise<number> {
    return attempt(() => this.#documents.count);
  }

  distinct(field: string, filter: object = {}): Promise<unknown[]> {
    const path = `$${field}`;
    const stages = [{ $unwind: { path, preserveNullAndEmptyArrays: true } }, { $match: { [field]: { $exists: true } } }, { $group: { _id: path } }];
    return attempt(() => new Aggregator(stages).run<Fields>(this.#copies(filter)).map(({ _id: value }) => value));
  }

  aggregate(pipeline: readonly object[] = []): EmbeddedCursor {
    return new EmbeddedCursor(() => {
      const [first, ...rest] = pipeline.map(plain);
      const match = first?.['$match'];
      if (isFields(match)) return new Aggregator(rest).run<Fields>(this.#copies(match));
      return new Aggregator(first === undefined ? [] : [first, ...rest]).run<Fields>(this.#copies({}));
    });
  }

  // Writing

  insertOne(document: object): Promise<{ acknowledged: true; insertedId: string }> {
    return attempt(() => ({ acknowledged: true, insertedId: this.insertNow(document) }));
  }

  insertMany(documents: readonly object[], options: BulkOptions = {}): Promise<{ acknowledged: true; insertedCount: number; insertedIds: Record<number, string> }> {
    return attempt(() => insertAll(this, documents, options));
  }

  updateOne(filter: object, update: object, options: WriteOptions = {}): Promise<UpdateResult> {
    return attempt(() => this.updateNow(filter, update, options, 1));
  }

  updateMany(filter: object, update: object, options: WriteOptions = {}): Promise<UpdateResult> {
    return attempt(() => this.updateNow(filter, update, options, 0));
  }

  replaceOne(filter: object, replacement: object, options: WriteOptions = {}): Promise<UpdateResult> {
    return attempt(() => this.replaceNow(filter, replacement, options));
  }

  deleteOne(filter: object): Promise<{ acknowledged: true; deletedCount: number }> {
    return attempt(() => this.deleteNow(filter, 1));
  }

  deleteMany(filter: object): Promise<{ acknowledged: true; deletedCount: number }> {
    return attempt(() => this.deleteNow(filter, 0));
  }

  findOneAndUpdate(filter: object, update: object, options: FindAndChangeOptions = {}): Promise<unknown> {
    return attempt(() => this.#findAndChange(filter, updating(update, options), options));
  }

  findOneAndReplace(filter: object, replacement: object, options: FindAndChangeOptions = {}): Promise<unknown> {
    return attempt(() => this.#findAndChange(filter, replacing(replacement), options));
  }

  findOneAndDelete(filter: object, options: FindAndChangeOptions = {}): Promise<unknown> {
    return attempt(() => {
      const found = this.#first(filter, options);
      if (found !== undefined) this.#remove([found]);
      return told(this.#shownOne(found, options), found !== undefined, options);
    });
  }

  bulkWrite(operations: readonly object[], options: BulkOptions = {}): Promise<BulkResult> {
    return attempt(() => bulkWrite(this, operations, options));
  }

  // Indexes and upkeep

  async createIndex(key: Readonly<Record<string, unknown>>, options: { name?: string; unique?: boolean; sparse?: boolean } & Fields = {}): Promise<string> {
    const directions = Object.entries(key).map(([field, direction]) => [field, directionOf(direction)] as const);
    refuseOptions(options);
    const name = options.name ?? directions.map(([field, direction]) => `${field}_${direction}`).join('_');
    await this.#documents.createIndex({ name, key: Object.fromEntries(directions), unique: options.unique === true, sparse: options.sparse === true });
    return name;
  }

  listIndexes(): EmbeddedCursor {
    return new EmbeddedCursor(() => this.#documents.definitions.map(describedIndex));
  }

  indexes(): Promise<Fields[]> {
    return this.listIndexes().toArray();
  }

  dropIndex(name: string): Promise<void> {
    return this.#documents.dropIndex(name);
  }

  /** Rewrites the file so that no line of a changed or deleted document is left in it. */
  compact(): Promise<void> {
    return this.#journal.compact(() => this.#documents.all());
  }

  /** Flushes and lets go of the file. */
  close(): Promise<void> {
    return this.#journal.close();
  }

  // In one go, for this class and for bulk writes

  insertNow(document: object): string {
    const stored = toStored(plain(document));
    this.#write([{ before: undefined, after: stored }]);
    return stored._id;
  }

  updateNow(filter: object, update: object, options: WriteOptions, limit: 0 | 1): UpdateResult {
    return this.#change(filter, updating(update, options), options, limit);
  }

  replaceNow(filter: object, replacement: object, options: WriteOptions): UpdateResult {
    return this.#change(filter, replacing(replacement), options, 1);
  }

  deleteNow(filter: object, limit: 0 | 1): { acknowledged: true; deletedCount: number } {
    const found = selected(this.#documents, filter, { limit });
    this.#remove(found);
    return { acknowledged: true, deletedCount: found.length };
  }

  #change(filter: object, change: Change, options: WriteOptions, limit: 0 | 1): UpdateResult {
    const found = selected(this.#documents, filter, { sort: options.sort, limit });
    const changes = found.map((document) => changeOf(document, change));
    if (found.length === 0 && options.upsert === true) changes.push(upsertOf(filter, change));
    this.#write(changes.filter((each) => each.modified));
    const upserted = changes.find(({ before }) => before === undefined);
    const modifiedCount = upserted === undefined ? changes.filter((each) => each.modified).length : 0;
    return { acknowledged: true, matchedCount: found.length, modifiedCount, upsertedCount: upserted ? 1 : 0, upsertedId: upserted?.after._id ?? null };
  }

  #findAndChange(filter: object, change: Change, options: FindAndChangeOptions): unknown {
    const found = this.#first(filter, options);
    if (found === undefined && options.upsert !== true) return told(null, false, options);
    const changed = found === undefined ? upsertOf(filter, change) : changeOf(found, change);
    if (changed.modified) this.#write([changed]);
    const after = options.returnDocument === 'after' || options.returnOriginal === false;
    return told(this.#shownOne(after ? changed.after : found, options), found !== undefined, options);
  }

  /** Memory first, because it knows what is a duplicate; then the file; if the file refuses, memory goes back. */
  #write(changes: readonly Pick<Changed, 'before' | 'after'>[]): void {
    const done: Pick<Changed, 'before' | 'after'>[] = [];
    try {
      for (const change of changes) {
        this.#put(change.before, change.after);
        done.push(change);
      }
    } catch (error) {
      // Like the server, an update of many keeps what it did before it met a duplicate.
      this.#append(done);
      throw error;
    }
    this.#append(done);
  }

  #append(changes: readonly Pick<Changed, 'before' | 'after'>[]): void {
    if (changes.length === 0) return;
    try {
      this.#journal.append(changes.map(({ after }) => ({ id: after._id, document: after })));
    } catch (error) {
      for (const { before, after } of changes.toReversed()) this.#takeBack(before, after);
      throw error;
    }
    this.#tidy();
  }

  #put(before: Stored | undefined, after: Stored): void {
    if (before === undefined) this.#documents.insert(after);
    else this.#documents.replace(before, after);
  }

  #takeBack(before: Stored | undefined, after: Stored): void {
    if (before === undefined) this.#documents.remove(after);
    else this.#documents.replace(after, before);
  }

  #remove(found: readonly Stored[]): void {
    if (found.length === 0) return;
    this.#journal.append(found.map(({ _id: id }) => ({ id })));
    for (const document of found) this.#documents.remove(document);
    this.#tidy();
  }

  /** A failed tidying leaves the longer file as it was, and the next write tries again. */
  #tidy(): void {
    if (this.#journal.wasteful && !this.#journal.compacting) this.compact().catch(() => undefined);
  }

  #first(filter: object, { sort }: FindOptions): Stored | undefined {
    return selected(this.#documents, filter, { sort, limit: 1 })[0];
  }

  #shownOne(document: Stored | undefined, { projection }: FindOptions): Fields | null {
    return document === undefined ? null : (shown([document], projection)[0] ?? null);
  }

  #copies(filter: object): Fields[] {
    return selected(this.#documents, filter, {}).map((document) => copy<Fields>(document));
  }
}

function changeOf(before: Stored, change: Change): Changed {
  const fields = change(before, false);
  if (fields['_id'] !== before._id) throw new mongo.MongoServerError({ message: "the (immutable) field '_id' was found to have been altered", code: 66 });
  if (unchanged(before, fields)) return { before, after: before, modified: false };
  return { before, after: toStored(fields), modified: true };
}

function upsertOf(filter: object, change: Change): Changed {
  const fields = change(equalitiesOf(plain(filter)), true);
  return { before: undefined, after: toStored({ ...fields, _id: fields['_id'] ?? new mongo.ObjectId().toHexString() }), modified: true };
}

/** What the filter says with certainty about the document that an upsert makes. */
function equalitiesOf(filter: Fields): Fields {
  const parts: unknown = filter['$and'];
  const inner = Array.isArray(parts) ? parts.filter(isFields).map(equalitiesOf) : [];
  const own = Object.entries(filter).filter(([field]) => !field.startsWith('$'));
  const certain = own.flatMap(([field, condition]) => {
    if (!isFields(condition)) return condition instanceof RegExp ? [] : [[field, condition] as const];
    if ('$eq' in condition) return [[field, condition['$eq']] as const];
    return Object.keys(condition).some((key) => key.startsWith('$')) ? [] : [[field, condition] as const];
  });
  const set = Object.fromEntries(certain);
  const fields = Object.keys(set).length === 0 ? {} : modified({}, { $set: set }, { inserting: true, arrayFilters: [] });
  return Object.assign({}, ...inner, fields) as Fields;
}

function updating(update: object, { arrayFilters = [] }: WriteOptions): Change {
  return (document, inserting) => modified(document, update, { inserting, arrayFilters });
}

function replacing(replacement: object): Change {
  const fields = plain(replacement);
  if (Object.keys(fields).some((field) => field.startsWith('$'))) throw new mongo.MongoInvalidArgumentError('Replacement document must not contain atomic operators');
  return (document) => ({ ...fields, _id: document['_id'] ?? fields['_id'] });
}

function told(value: Fields | null, updatedExisting: boolean, { includeResultMetadata }: FindAndChangeOptions): unknown {
  if (includeResultMetadata !== true) return value;
  return { value, ok: 1, lastErrorObject: { n: value === null ? 0 : 1, updatedExisting } };
}

function directionOf(direction: unknown): 1 | -1 {
  if (direction === 1 || direction === -1) return direction;
  throw new NotInEmbeddedStore(`an index of kind ${String(direction)}`);
}

function refuseOptions(options: Fields): void {
  const unable = ['expireAfterSeconds', 'partialFilterExpression', 'collation', 'weights'].find((option) => options[option] !== undefined);
  if (unable !== undefined) throw new NotInEmbeddedStore(`an index with ${unable}`);
}

function describedIndex({ name, key, unique, sparse }: IndexDefinition): Fields {
  return { v: 2, key: { ...key }, name, ...(unique && name !== '_id_' ? { unique } : {}), ...(sparse ? { sparse } : {}) };
}

