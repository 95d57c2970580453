import mongoose from 'mongoose';
import type { DemandFact, DemandStore } from '../handlers/ports/demands.ts';
import { rankOf } from './demand-facets.ts';
import type { Demands } from './demand-rows.ts';

const { trusted } = mongoose;
const PAGE = 2000;

/** Reads what hot spots need, and nothing else of a demand, in pages. */
export function createFactsSince(demands: Demands): Pick<DemandStore, 'factsSince' | 'dangersSince'> {
  return {
    factsSince: (since, units) => read(demands, 'rank', since, units === undefined ? {} : { scope: trusted({ $in: [...units] }) }),
    dangersSince: (since) => read(demands, 'danger', since, {}),
  };
}

async function* read(demands: Demands, order: 'rank' | 'danger', since: Date, among: object): AsyncGenerator<DemandFact> {
  let from: object = { $gte: rankOf(since) };
  for (;;) {
    const rows = await demands.find({ ...among, [order]: trusted(from) }, { rank: 1, fact: 1 }).sort({ [order]: 1 }).limit(PAGE).lean();
    for (const { _id: id, fact } of rows) if (fact !== undefined) yield withId(id, fact);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    from = { $gt: last.rank };
  }
}

function withId(id: string, fact: Omit<DemandFact, 'id'>): DemandFact {
  return { id, ...fact };
}
