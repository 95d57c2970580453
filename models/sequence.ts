import type { Connection } from 'mongoose';
import { isDuplicate } from './duplicate.ts';
import { modelOf, type Row } from './model.ts';

/** Gives so many numbers in a row and returns the first of them. */
export type Sequence = (count?: number) => Promise<number>;

interface CounterRow extends Row {
  readonly taken: number;
}

/**
 * Numbers from 1 that are never given twice, taken from the store in blocks: numbers of a block that a process did not use
 * are lost when it ends. With blocks of 1 they rise over all processes, else within each.
 */
export function createSequence(connection: Connection, name: string, block: number): Sequence {
  const counters = modelOf<CounterRow>(connection, { name: 'Counter', collection: 'counters', fields: { taken: Number } });
  let next = 1;
  let last = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function take(count: number): Promise<number> {
    if (last - next + 1 < count) {
      const size = Math.max(block, count);
      last = await taken(size);
      next = last - size + 1;
    }
    next += count;
    return next - count;
  }

  async function taken(size: number): Promise<number> {
    const row = await counters.findOneAndUpdate({ _id: name }, { $inc: { taken: size } }, { upsert: true, returnDocument: 'after' }).lean().catch((error: unknown) => {
      if (isDuplicate(error)) return undefined;
      throw error;
    });
    return row?.taken ?? (await taken(size));
  }

  return (count = 1) => {
    const mine = turn.then(() => take(count));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
