import type { Letter } from './letters.ts';

/** Another was faster: the demand, or whatever has this id, is no more as it was read. Decide again on what is there now. */
export class VersionConflict extends Error {
  readonly code = 'version-conflict';
  constructor(readonly id: string) {
    super(`${id} was changed by someone else`);
    this.name = 'VersionConflict';
  }
}

/** An event as it is kept: numbered from 1, with what caused it, chained by hashes. */
export type EntryOf<E> = E & {
  readonly seq: number;
  /** The message or call that caused it; the same cause never acts twice on one thing. */
  readonly cause: string;
  readonly hash: string;
};

/** Something that is kept as one document: its state, and the timeline that folds to it. `version` counts the entries. */
export interface Kept<S, E> {
  readonly state: S;
  readonly version: number;
  readonly timeline: readonly EntryOf<E>[];
}

/** A write that must not be lost: the state after the decision, the new entries, and the letters owed for them. */
export interface ChangeOf<S, E> {
  readonly state: S;
  readonly events: readonly E[];
  readonly cause: string;
  readonly owing: readonly Letter[];
}

/** What became of writing something new: it was, or its origin had made this id before. */
export type Creation<K> = { readonly created: K } | { readonly known: string };

/** What is kept in one place under one id each, whatever it is about. */
export interface AggregateStore<S, E> {
  readonly load: (id: string) => Promise<Kept<S, E> | undefined>;
  /** Writes a new one, and gives it; when its origin is known already, writes nothing and gives that one's id. */
  readonly create: (change: ChangeOf<S, E>) => Promise<Creation<Kept<S, E>>>;
  /** Writes state, entries and letters owed in one go. Throws VersionConflict when the version is another by now. */
  readonly append: (before: Kept<S, E>, change: ChangeOf<S, E>) => Promise<Kept<S, E>>;
  /** Claims for a while, and gives, ids of what is due by then; a claim ends by itself. */
  readonly claimDue: (now: Date, limit: number) => Promise<readonly string[]>;
  /** The earliest next due time of all of them. */
  readonly nextDue: () => Promise<Date | undefined>;
  /** Letters written with something that may not have reached the outbox yet. */
  readonly owing: (limit: number) => Promise<readonly { readonly id: string; readonly letters: readonly Letter[] }[]>;
  /** Their letters are in the outbox. */
  readonly settled: (ids: readonly string[]) => Promise<void>;
  /** Every one with its timeline, for verification and reports. */
  readonly each: () => AsyncIterable<Kept<S, E>>;
}

/** Things of one kind, found by the units concerned and by keys. */
export interface ListedStore<S, E> extends AggregateStore<S, E> {
  /** Newest first; only those that one of the units has to do with, where units are given. */
  readonly list: (query: { readonly units?: readonly string[] | undefined; readonly open?: boolean | undefined; readonly cursor?: string | undefined; readonly limit: number }) => Promise<{ readonly items: readonly S[]; readonly next?: string | undefined }>;
  /** Those with this key, newest first. */
  readonly keyed: (key: string, limit: number) => Promise<readonly S[]>;
}
