import mongoose from 'mongoose';
import type { DemandFact, DemandStore } from '../handlers/ports.ts';
import { rankOf } from './demand-facets.ts';
import type { Demands } from './demand-rows.ts';

const { trusted } = mongoose;
const PAGE = 2000;

/** Reads what hot spots need, and nothing else of a demand, in pages. */
export function createFactsSince(demands: Demands): DemandStore['factsSince'] {
  return async function* (since, units) {
    const scope = units === undefined ? {} : { scope: trusted({ $in: [...units] }) };
    let from: object = { $gte: rankOf(since) };
    for (;;) {
      const rows = await demands.find({ ...scope, rank: trusted(from) }, { rank: 1, fact: 1 }).sort({ rank: 1 }).limit(PAGE).lean();
      for (const { _id: id, fact } of rows) if (fact !== undefined) yield withId(id, fact);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      from = { $gt: last.rank };
    }
  };
}

function withId(id: string, fact: Omit<DemandFact, 'id'>): DemandFact {
  return { id, ...fact };
}
