import mongoose from 'mongoose';
import type { DemandStore } from '../handlers/ports/demands.ts';
import { rankOf } from './demand-facets.ts';
import { stateOf, type Demands } from './demand-rows.ts';

const { trusted } = mongoose;

/** Finds what has ended of what a source raised, in the order in which it did. */
export function createOutcomesOf(demands: Demands): DemandStore['outcomesOf'] {
  return async ({ source, since, after, units, limit }) => {
    const bounds = after === undefined ? { $gte: since === undefined ? '' : rankOf(since) } : { $gt: rankOf(after.at, after.id) };
    const scope = units === undefined ? {} : { scope: trusted({ $in: [...units] }) };
    const rows = await demands.find({ ...scope, raisedFrom: source, endedAs: trusted(bounds) }, { state: 1 }).sort({ endedAs: 1 }).limit(limit).lean();
    return rows.map(stateOf);
  };
}
