import type { Connection } from 'mongoose';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';

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

  /** The counter is inserted apart, because two upserts at once may both begin at nothing. */
  async function taken(size: number): Promise<number> {
    const row = await counters.findOneAndUpdate({ _id: name }, { $inc: { taken: size } }, { returnDocument: 'after' }).lean();
    if (row !== null) return row.taken;
    await insertRow(counters, { _id: name, taken: 0 }).catch(unlessDuplicate);
    return taken(size);
  }

  return (count = 1) => {
    const mine = turn.then(() => take(count));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
