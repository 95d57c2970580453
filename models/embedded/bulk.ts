import { mongo } from 'mongoose';
import { isFields, NotInEmbeddedStore, type Fields } from './stored.ts';
import type { UpdateResult, WriteOptions } from './write-options.ts';

/** What a bulk write needs of a collection: single writes, each done in one go. */
export interface Writing {
  insertNow(document: object): string;
  updateNow(filter: object, update: object, options: WriteOptions, limit: 0 | 1): UpdateResult;
  replaceNow(filter: object, replacement: object, options: WriteOptions): UpdateResult;
  deleteNow(filter: object, limit: 0 | 1): { deletedCount: number };
}

/** How several writes are made. */
export interface BulkOptions {
  readonly ordered?: boolean | undefined;
}

/** What went wrong with one of several writes. */
export interface WriteFault {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
  readonly err: { index: number; code: number; errmsg: string; op: unknown };
}

/** What a bulk write did, in the words of MongoDB's driver. */
export interface BulkResult {
  readonly ok: 1;
  insertedCount: number;
  matchedCount: number;
  modifiedCount: number;
  deletedCount: number;
  upsertedCount: number;
  readonly insertedIds: Record<number, unknown>;
  readonly upsertedIds: Record<number, unknown>;
  readonly writeErrors: WriteFault[];
  hasWriteErrors(): boolean;
  getWriteErrors(): WriteFault[];
}

/** Inserts in order; stops at the first duplicate, or with `ordered: false` goes on and then throws with every duplicate listed. */
export function insertAll(
  collection: Writing,
  documents: readonly object[],
  options: BulkOptions,
): { acknowledged: true; insertedCount: number; insertedIds: Record<number, string> } {
  const result = bulkWrite(collection, documents.map((document) => ({ insertOne: { document } })), options);
  return { acknowledged: true, insertedCount: result.insertedCount, insertedIds: result.insertedIds as Record<number, string> };
}

/** Does insertOne, updateOne, updateMany, replaceOne, deleteOne and deleteMany operations; throws as the driver does when some failed. */
export function bulkWrite(collection: Writing, operations: readonly object[], { ordered = true }: BulkOptions): BulkResult {
  const result = nothingDone();
  for (const [index, operation] of operations.entries()) {
    try {
      run(collection, operation as Fields, index, result);
    } catch (error) {
      result.writeErrors.push(faultOf(error, index, operation));
      if (ordered) break;
    }
  }
  const [first] = result.writeErrors;
  if (first === undefined) return result;
  throw bulkError(first, result);
}

function run(collection: Writing, operation: Fields, index: number, result: BulkResult): void {
  const [[kind, details] = ['nothing', undefined]] = Object.entries(operation);
  if (!isFields(details)) throw new NotInEmbeddedStore(`a bulk operation of kind ${kind}`);
  const { document = {}, filter = {}, update = {}, replacement = {}, ...options } = details as Record<string, object> & WriteOptions;
  switch (kind) {
    case 'insertOne':
      result.insertedIds[index] = collection.insertNow(document);
      result.insertedCount++;
      return;
    case 'updateOne':
    case 'updateMany':
      counted(result, index, collection.updateNow(filter, update, options, kind === 'updateOne' ? 1 : 0));
      return;
    case 'replaceOne':
      counted(result, index, collection.replaceNow(filter, replacement, options));
      return;
    case 'deleteOne':
    case 'deleteMany':
      result.deletedCount += collection.deleteNow(filter, kind === 'deleteOne' ? 1 : 0).deletedCount;
      return;
    default:
      throw new NotInEmbeddedStore(`a bulk operation of kind ${kind}`);
  }
}

function counted(result: BulkResult, index: number, done: UpdateResult): void {
  result.matchedCount += done.matchedCount;
  result.modifiedCount += done.modifiedCount;
  if (done.upsertedId === null) return;
  result.upsertedCount++;
  result.upsertedIds[index] = done.upsertedId;
}

function nothingDone(): BulkResult {
  const writeErrors: WriteFault[] = [];
  return {
    ok: 1, insertedCount: 0, matchedCount: 0, modifiedCount: 0, deletedCount: 0, upsertedCount: 0, insertedIds: {}, upsertedIds: {},
    writeErrors, hasWriteErrors: () => writeErrors.length > 0, getWriteErrors: () => writeErrors,
  };
}

/** Only what a server refuses is part of a bulk's outcome; anything else is thrown as it is. */
function faultOf(error: unknown, index: number, op: unknown): WriteFault {
  if (!(error instanceof mongo.MongoServerError)) throw error;
  const fault = { index, code: Number(error.code ?? 0), errmsg: error.message };
  return { ...fault, err: { ...fault, op } };
}

function bulkError(first: WriteFault, result: BulkResult): mongo.MongoBulkWriteError {
  const told = { message: first.errmsg, code: first.code, writeErrors: result.writeErrors };
  type Parts = ConstructorParameters<typeof mongo.MongoBulkWriteError>;
  return new mongo.MongoBulkWriteError(told as unknown as Parts[0], result as unknown as Parts[1]);
}
