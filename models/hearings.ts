import mongoose, { type Connection } from 'mongoose';
import type { Hearing, Hearings } from '../handlers/ports/hearings.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

type HearingRow = Row & Omit<Hearing, 'id'>;

/** What grid workers were asked about and have not answered. An answered one is gone. */
export function createHearings(connection: Connection): Hearings {
  const fields = { room: String, grid: String, speaker: String, asked: String, words: String, media: [String], at: Date };
  const hearings = modelOf<HearingRow>(connection, { name: 'Hearing', collection: 'hearings', fields, indexes: [{ on: { asked: 1 } }, { on: { at: 1 } }] });
  return {
    open: async ({ id, ...hearing }) => {
      await insertRow(hearings, withoutUndefined({ _id: id, ...hearing })).catch(unlessDuplicate);
    },
    newestFor: async (asked) => {
      const row = await hearings.findOne({ asked }).sort({ at: -1, _id: -1 }).lean();
      if (row === null) return undefined;
      const { _id: id, ...hearing } = row;
      return { id, ...hearing };
    },
    close: async (id) => {
      await hearings.deleteOne({ _id: id });
    },
    purge: async (before) => (await hearings.deleteMany({ at: mongoose.trusted({ $lt: before }) })).deletedCount,
  };
}
