import mongoose, { Schema, type Connection } from 'mongoose';
import type { Score } from '../domain/assessment/score.ts';
import type { Scores } from '../handlers/ports/assessment.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

/** `rank` puts scores in the order of what they are about, then of when they were given. */
type ScoreRow = Row & Omit<Score, 'id'> & { readonly rank: string };

const FIELDS = { relation: String, about: String, unit: String, person: String, by: String, rater: String, at: Date, marks: Schema.Types.Mixed, reason: String, rank: String };

/** Scores, only ever added to. */
export function createScores(connection: Connection): Scores {
  const scores = modelOf<ScoreRow>(connection, { name: 'Score', collection: 'scores', fields: FIELDS, indexes: [{ on: { rank: 1 } }] });
  return {
    add: async ({ id, ...score }) => {
      await insertRow(scores, withoutUndefined({ _id: id, ...score, rank: `${score.about} ${score.at.toISOString()} ${id}` })).catch(unlessDuplicate);
    },
    about: async (from, to) => {
      const rows = await scores.find({ rank: mongoose.trusted({ $gte: from, $lt: to }) }).sort({ rank: 1 }).lean();
      return rows.map(({ _id: id, rank: _, ...score }) => ({ id, ...score })).sort((a, b) => a.at.getTime() - b.at.getTime());
    },
  };
}
