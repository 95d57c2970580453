import mongoose from 'mongoose';
import type { Letter } from '../handlers/ports/letters.ts';
import type { AggregateRow, Aggregates } from './aggregate-rows.ts';

/** Letters kept with what caused them until they are known to be in the outbox. */
export interface OwedLetters {
  readonly owing: (limit: number) => Promise<readonly { readonly id: string; readonly letters: readonly Letter[] }[]>;
  /** Notes that letters of these were put; they are cleared a little later, many at once. */
  readonly settled: (ids: readonly string[]) => Promise<void>;
  /** Clears now what was noted. */
  readonly flush: () => Promise<void>;
}

interface Deps {
  readonly rows: Aggregates;
  /** Those of the keys that are in the outbox. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

const BATCH = 200;
const WAIT_MS = 1000;
const { trusted } = mongoose;

/**
 * Clearing costs a write that nobody waits for, so it is put off; after a crash the letters are found again, and putting
 * them twice does nothing. Only what was seen in the outbox is cleared, and only in the version in which it was read.
 */
export function createOwedLetters({ rows: all, known }: Deps): OwedLetters {
  const noted = new Set<string>();
  let clearing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const mine = clearing.then(clearNoted);
    clearing = mine.catch(() => undefined);
    return mine;
  }

  async function clearNoted(): Promise<void> {
    for (let ids = firstOf(noted); ids.length > 0; ids = firstOf(noted)) {
      for (const id of ids) noted.delete(id);
      await clear(ids);
    }
  }

  async function clear(ids: readonly string[]): Promise<void> {
    const rows = await all.find({ _id: trusted({ $in: [...ids] }) }, { owing: 1, version: 1 }).sort({ _id: 1 }).lean();
    const put = await known(rows.flatMap(keysOf));
    const done = rows.filter((row) => row.owing !== undefined && keysOf(row).every((key) => put.has(key)));
    const writes = done.map(({ _id, version }) => ({ updateOne: { filter: { _id, version }, update: { $unset: { owing: '' } } } }));
    if (writes.length > 0) await all.bulkWrite(writes, { ordered: false });
  }

  return {
    owing: async (limit) => {
      const rows = await all.find({ 'owing.version': trusted({ $gt: 0 }) }, { owing: 1 }).sort({ _id: 1 }).limit(limit).lean();
      return rows.map(({ _id: id, owing = [] }) => ({ id, letters: owing.flatMap(({ letters }) => letters) }));
    },
    settled: async (ids) => {
      for (const id of ids) noted.add(id);
      if (noted.size >= BATCH) await flush();
      // A flush that fails leaves the letters where recovery finds them.
      else timer ??= setTimeout(() => { flush().catch(() => undefined); }, WAIT_MS).unref();
    },
    flush,
  };
}

function firstOf(ids: ReadonlySet<string>): string[] {
  return [...ids].slice(0, BATCH);
}

function keysOf({ owing = [] }: Pick<AggregateRow, 'owing'>): string[] {
  return owing.flatMap(({ letters }) => letters.map(({ key }) => key));
}
