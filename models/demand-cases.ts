import mongoose from 'mongoose';
import type { DemandStore } from '../handlers/ports/demands.ts';
import { WHOLE } from './aggregate-rows.ts';
import { facetsOf, monthOf } from './demand-facets.ts';
import { keptOf, type Demands } from './demand-rows.ts';

const { trusted } = mongoose;
const PAGE = 2000;

/** Reads what an assessment needs, and nothing else of a demand, in pages. */
export function createCasesBetween(demands: Demands): DemandStore['casesBetween'] {
  return async function* (from, to, units) {
    const scope = units === undefined ? {} : { scope: trusted({ $in: [...units] }) };
    const months = trusted({ $in: monthsBetween(from, to) });
    for (let after: object = { $gte: '' }; ; ) {
      const rows = await demands.find({ ...scope, months, rank: trusted(after) }, { rank: 1, caseFacts: 1 }).sort({ rank: 1 }).limit(PAGE).lean();
      for (const { _id: id, caseFacts: facts } of rows) yield { id, facts };
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = { $gt: last.rank };
    }
  };
}

function monthsBetween(from: Date, to: Date): string[] {
  const months: string[] = [];
  for (let at = new Date(`${monthOf(from)}-01T00:00:00Z`); at < to; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1))) months.push(monthOf(at));
  return months;
}

const BATCH = 200;

/** Works them out for demands that an older program wrote; one that is changed meanwhile gets them by that change. */
export function createKeepCases(demands: Demands): DemandStore['keepCases'] {
  return async () => {
    for (let kept = 0; ; ) {
      const rows = await demands.find({ months: trusted({ $exists: false }) }, WHOLE).limit(BATCH).lean();
      for (const row of rows) {
        const { state: demand, version, timeline } = keptOf(row);
        const { caseFacts, months } = facetsOf(demand, timeline);
        await demands.updateOne({ _id: demand.id, version }, { $set: { caseFacts, months } });
      }
      kept += rows.length;
      if (rows.length < BATCH) return kept;
    }
  };
}
