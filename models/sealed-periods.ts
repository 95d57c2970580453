import { Schema, type Connection } from 'mongoose';
import type { SealedPeriod, SealedPeriods } from '../handlers/ports/assessment.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';

type SealedRow = Row & Omit<SealedPeriod, 'id'>;

const FIELDS = { at: Date, mechanism: Schema.Types.Mixed, content: String, hash: String };

/** Closed periods; what is sealed is never written again. */
export function createSealedPeriods(connection: Connection): SealedPeriods {
  const periods = modelOf<SealedRow>(connection, { name: 'SealedPeriod', collection: 'sealed-periods', fields: FIELDS });
  const get = async (id: string): Promise<SealedPeriod | undefined> => {
    const row = await periods.findById(id).lean();
    if (row === null) return undefined;
    const { at, mechanism, content, hash } = row;
    return { id, at, mechanism, content, hash };
  };
  return {
    get,
    seal: async ({ id, ...sealed }) => {
      await insertRow(periods, { _id: id, ...sealed }).catch(unlessDuplicate);
      const kept = await get(id);
      if (kept === undefined) throw new Error(`Period ${id} was sealed and is not there`);
      return kept;
    },
  };
}
