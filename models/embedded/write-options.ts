import type { FindOptions } from './select.ts';

/** How a write finds its document, and whether it may make one. */
export interface WriteOptions extends FindOptions {
  readonly upsert?: boolean | undefined;
  readonly arrayFilters?: readonly object[] | undefined;
}

/** What a write did, in the words of MongoDB's driver. */
export interface UpdateResult {
  readonly acknowledged: true;
  readonly matchedCount: number;
  readonly modifiedCount: number;
  readonly upsertedCount: number;
  readonly upsertedId: string | null;
}
