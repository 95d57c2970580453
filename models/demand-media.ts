import mongoose from 'mongoose';
import type { DemandStore } from '../handlers/ports/demands.ts';
import { rankOf } from './demand-facets.ts';
import { keptOf, stateOf, type Demands } from './demand-rows.ts';

const { trusted } = mongoose;
const OVER = ['closed', 'withdrawn', 'merged'];

/** Which files demands still need, and which demands a person ever raised. */
export function createDemandMedia(demands: Demands): Pick<DemandStore, 'mediaInUse' | 'everRaisedBy'> {
  return {
    mediaInUse: async (endedSince) => {
      const used = new Set<string>();
      const live = new Set<string>();
      for await (const row of demands.find({ $or: [{ status: trusted({ $nin: OVER }) }, { endedAs: trusted({ $gte: rankOf(endedSince) }) }] }, { state: 1 }).lean().cursor()) {
        live.add(row._id);
        for (const id of stateOf(row).media) used.add(id);
      }
      for (const id of await mediaOfMerged(demands, live)) used.add(id);
      return used;
    },
    everRaisedBy: async (person, limit) => (await demands.find({ everyone: person }).sort({ rank: -1 }).limit(limit).lean()).map(keptOf),
  };
}

/** What was merged into another is needed as long as that one is, however often that was merged again. */
async function mediaOfMerged(demands: Demands, live: ReadonlySet<string>): Promise<string[]> {
  const merged = new Map<string, { readonly into: string; readonly media: readonly string[] }>();
  for await (const row of demands.find({ status: 'merged' }, { state: 1, into: 1 }).lean().cursor()) merged.set(row._id, { into: row.into ?? '', media: stateOf(row).media });
  const isLive = (id: string, seen: ReadonlySet<string> = new Set()): boolean => {
    const next = merged.get(id);
    return next === undefined || seen.has(id) ? live.has(id) : isLive(next.into, new Set([...seen, id]));
  };
  return [...merged].filter(([id]) => isLive(id)).flatMap(([, { media }]) => [...media]);
}
