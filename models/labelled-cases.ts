import mongoose, { type Connection } from 'mongoose';
import type { LabelledCase, LabelledCases } from '../handlers/ports/labelled-cases.ts';
import { modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

type CaseRow = Row & Omit<LabelledCase, 'id'>;

/** What people said of matters that the program had understood by itself. */
export function createLabelledCases(connection: Connection): LabelledCases {
  const fields = { about: String, person: String, words: String, category: String, place: Object, was: String, by: String, at: Date };
  const cases = modelOf<CaseRow>(connection, { name: 'LabelledCase', collection: 'labelledCases', fields, indexes: [{ on: { person: 1 } }, { on: { at: 1 } }] });
  return {
    put: async ({ id, ...one }) => {
      await cases.replaceOne({ _id: id }, withoutUndefined(one), { upsert: true });
    },
    each: async function* () {
      for (const { _id: id, ...one } of await cases.find({}).sort({ _id: 1 }).lean()) yield { id, ...one };
    },
    forget: async (person) => {
      await cases.deleteMany({ person });
    },
    purge: async (before) => (await cases.deleteMany({ at: mongoose.trusted({ $lt: before }) })).deletedCount,
  };
}
