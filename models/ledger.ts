import mongoose, { type Connection } from 'mongoose';
import type { Ledger } from '../handlers/ports/coordination.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';

interface LedgerRow extends Row {
  readonly value: string;
  readonly at: Date;
}

/** Sorts after every key that begins with the same letters. */
const AFTER = '\uffff';

/** Small facts by key. */
export function createLedger(connection: Connection): Ledger {
  const ledger = modelOf<LedgerRow>(connection, { name: 'Fact', collection: 'ledger', fields: { value: String, at: Date } });
  const get = async (key: string): Promise<string | undefined> => (await ledger.findById(key, { value: 1 }).lean())?.value;
  return {
    claim: async (key, value, at) => {
      await insertRow(ledger, { _id: key, value, at }).catch(unlessDuplicate);
      return (await get(key)) === value;
    },
    get,
    set: async (key, value, at) => {
      const write = () => ledger.updateOne({ _id: key }, { $set: { value, at } }, { upsert: true });
      await write().catch(async (error: unknown) => {
        unlessDuplicate(error);
        await write();
      });
    },
    purge: async (prefix, before) => {
      const { $gte, $lt } = { $gte: prefix, $lt: `${prefix}${AFTER}` };
      return (await ledger.deleteMany({ _id: mongoose.trusted({ $gte, $lt }), at: mongoose.trusted({ $lt: before }) })).deletedCount;
    },
  };
}
