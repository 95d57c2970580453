import mongoose from 'mongoose';
import type { DemandChange, DemandStore } from '../handlers/ports/demands.ts';
import { createAggregateStore } from './aggregate-store.ts';
import type { Store } from './connect.ts';
import { createCasesBetween, createKeepCases } from './demand-cases.ts';
import { alikeKey, facetsOf, rankOf, within } from './demand-facets.ts';
import { createFactsSince } from './demand-facts.ts';
import { createList } from './demand-list.ts';
import { createDemandMedia } from './demand-media.ts';
import { createOutcomesOf } from './demand-outcomes.ts';
import { demandReading, demandsOn, stateOf, type DemandRow, type Demands } from './demand-rows.ts';

interface Deps {
  readonly store: Pick<Store, 'connection' | 'kind'>;
  readonly searchTokens: (text: string) => string[];
  /** Those of the keys that are in the outbox. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** The store of demands, and how to write now what it puts off. */
export type FlushedDemandStore = DemandStore & { readonly flush: () => Promise<void> };

const { trusted } = mongoose;

/** Demands, each a document that one write changes as a whole. */
export function createDemandStore({ store, searchTokens, known }: Deps): FlushedDemandStore {
  const demands = demandsOn(store.connection);
  const core = createAggregateStore({ store, model: demands.modelName, reading: demandReading, facetsOf, known });
  const along = ({ searchable }: DemandChange) => (searchable === undefined ? {} : { search: searchTokens(searchable) });

  return {
    ...core,
    ...found(demands),
    list: createList(demands, searchTokens),
    ...createFactsSince(demands),
    outcomesOf: createOutcomesOf(demands),
    ...createDemandMedia(demands),
    casesBetween: createCasesBetween(demands),
    keepCases: createKeepCases(demands),
    create: (change) => core.create(change, along(change)),
    append: (before, change) => core.append(before, change, along(change)),
    forget: async (person) => { await demands.updateMany({ everyone: person }, { $unset: { search: '' } }); },
  };
}

type Found = Pick<DemandStore, 'idOf' | 'raisedBy' | 'concerning' | 'alike' | 'workOf' | 'causedBy' | 'countOpen'>;

function found(demands: Demands): Found {
  return {
    idOf: async (no) => {
      const link = (await demands.findById(no, LINK).lean()) ?? (await demands.findOne({ numbers: no }, LINK).sort({ rank: -1 }).lean());
      return link === null ? undefined : await leadOf(demands, link);
    },
    raisedBy: async (person, { open, limit }) => await statesOf(demands, { everyone: person, people: person, ...(open ? { open } : {}) }, limit),
    concerning: async (unit, limit) => await statesOf(demands, { concerns: trusted({ $elemMatch: within(unit) }) }, limit),
    alike: async (category, grid, since, limit) => await statesOf(demands, { alike: trusted(within(alikeKey(category, grid), since)) }, limit, 'alike'),
    workOf: async (unit, since, limit) => await statesOf(demands, { units: unit, rank: trusted({ $gte: rankOf(since) }) }, limit),
    causedBy: async (cause) => (await demands.find({ causes: cause }, { _id: 1 }).sort({ rank: -1 }).lean()).map(({ _id }) => _id),
    // Only what is open concerns anybody: no index on so few values as open and not open would help.
    countOpen: async () => await demands.countDocuments({ concerns: trusted({ $gt: '' }) }),
  };
}

const LINK = { status: 1, into: 1 } as const;
type Link = Pick<DemandRow, '_id' | 'status' | 'into'>;

/** The demand that a merged one has gone into, however often that was merged again. */
async function leadOf(demands: Demands, from: Link): Promise<string> {
  const seen = new Set<string>();
  let at = from;
  while (at.status === 'merged' && at.into !== undefined && !seen.has(at._id)) {
    seen.add(at._id);
    const next = await demands.findById(at.into, LINK).lean();
    if (next === null) break;
    at = next;
  }
  return at._id;
}

/** The newest first; what is found by a key that ends with the rank is walked in the order of that key, and no further than needed. */
async function statesOf(demands: Demands, filter: object, limit: number, order: 'rank' | 'alike' = 'rank') {
  const rows = await demands.find(filter, { state: 1 }).sort({ [order]: -1 }).limit(limit).lean();
  return rows.map(stateOf);
}
