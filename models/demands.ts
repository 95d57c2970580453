import { isDeepStrictEqual } from 'node:util';
import mongoose from 'mongoose';
import type { Change, DemandStore, Entry, Stored } from '../handlers/ports.ts';
import { VersionConflict } from '../handlers/ports.ts';
import type { Store } from './connect.ts';
import { alikeKey, facetsOf, within } from './demand-facets.ts';
import { createFactsSince } from './demand-facts.ts';
import { createList } from './demand-list.ts';
import { demandsOn, stateOf, storedOf, WHOLE, type DemandRow, type Demands } from './demand-rows.ts';
import { createDueClaims } from './due-claims.ts';
import { isDuplicate } from './duplicate.ts';
import { insertRow } from './model.ts';
import { createOwedLetters } from './owed-letters.ts';
import { setAndUnset, withoutUndefined } from './plain-value.ts';
import { sealEntries } from './timeline-seal.ts';

interface Deps {
  readonly store: Pick<Store, 'connection' | 'kind'>;
  readonly searchTokens: (text: string) => string[];
  /** Those of the keys that are in the outbox. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** The store of demands, and how to write now what it puts off. */
export type FlushedDemandStore = DemandStore & { readonly flush: () => Promise<void> };

const BATCH = 200;
const { trusted } = mongoose;

/** Demands, each a document that one write changes as a whole. */
export function createDemandStore({ store, searchTokens, known }: Deps): FlushedDemandStore {
  const demands = demandsOn(store.connection);
  const claims = createDueClaims(store.kind, demands);
  const { owing, settled, flush } = createOwedLetters({ demands, known });
  const searchOf = ({ searchable }: Change) => (searchable === undefined ? undefined : searchTokens(searchable));

  return {
    ...found(demands),
    list: createList(demands, searchTokens),
    factsSince: createFactsSince(demands),
    create: async (change) => {
      try {
        await insertRow(demands, rowOf(change, searchOf(change)));
        return { created: true, id: change.demand.id };
      } catch (error) {
        const id = isDuplicate(error) ? await madeFrom(demands, change.demand.origin) : undefined;
        if (id === undefined) throw error;
        return { created: false, id };
      }
    },
    append: async (before, change) => {
      const after = afterChange(before, change);
      const written = await demands.updateOne({ _id: before.demand.id, version: before.version }, updateOf(before, after, change, searchOf(change)));
      if (written.matchedCount === 0) throw new VersionConflict(before.demand.id);
      claims.written(before.demand.id);
      return after;
    },
    claimDue: claims.claim,
    owing,
    settled,
    flush,
    forget: async (person) => { await demands.updateMany({ everyone: person }, { $unset: { search: '' } }); },
  };
}

type Found = Pick<DemandStore, 'load' | 'idOf' | 'nextDue' | 'raisedBy' | 'concerning' | 'alike' | 'madeFrom' | 'causedBy' | 'each' | 'count'>;

function found(demands: Demands): Found {
  return {
    load: async (id) => {
      const row = await demands.findById(id, WHOLE).lean();
      return row === null ? undefined : storedOf(row);
    },
    idOf: async (no) => {
      const link = (await demands.findById(no, LINK).lean()) ?? (await demands.findOne({ numbers: no }, LINK).sort({ rank: -1 }).lean());
      return link === null ? undefined : await leadOf(demands, link);
    },
    nextDue: async () => (await demands.findOne({ nextDueAt: trusted({ $gte: new Date(0) }) }, { nextDueAt: 1 }).sort({ nextDueAt: 1 }).lean())?.nextDueAt,
    raisedBy: async (person, { open, limit }) => await statesOf(demands, { everyone: person, people: person, ...(open ? { open } : {}) }, limit),
    concerning: async (unit, limit) => await statesOf(demands, { concerns: trusted({ $elemMatch: within(unit) }) }, limit),
    alike: async (category, grid, since, limit) => await statesOf(demands, { alike: trusted(within(alikeKey(category, grid), since)) }, limit),
    madeFrom: async (origin) => await madeFrom(demands, origin),
    causedBy: async (cause) => (await demands.find({ causes: cause }, { _id: 1 }).sort({ rank: -1 }).lean()).map(({ _id }) => _id),
    each: () => each(demands),
    count: async ({ open }) => await demands.countDocuments({ open }),
  };
}

function rowOf({ demand, events, cause, owing }: Change, search: string[] | undefined): DemandRow {
  const state = withoutUndefined(demand);
  const timeline = entriesAfter([], events, cause);
  const version = timeline.length;
  return withoutUndefined({
    _id: demand.id, version, state, timeline, search, ...facetsOf(state, timeline), owing: owing.length === 0 ? undefined : [{ version, letters: owing }],
  });
}

function afterChange(before: Stored, { demand, events, cause }: Change): Stored {
  const timeline = [...before.timeline, ...entriesAfter(before.timeline, events, cause)];
  return { demand: withoutUndefined(demand), version: before.version + events.length, timeline };
}

/** Only what changed is set, because an index on a list is rebuilt whenever the list is. */
function updateOf(before: Stored, after: Stored, { owing }: Change, search: string[] | undefined): object {
  const { $set, $unset } = setAndUnset({ ...changedFacets(before, after), ...(search === undefined ? {} : { search }), claim: undefined, claimedUntil: undefined });
  const added = after.timeline.slice(before.timeline.length);
  const owed = owing.length === 0 ? {} : { owing: { version: after.version, letters: withoutUndefined(owing) } };
  return { $set: { ...$set, version: after.version, state: after.demand }, $unset, $push: { timeline: { $each: added }, ...owed } };
}

function changedFacets(before: Stored, after: Stored): object {
  const [old, fresh] = [facetsOf(before.demand, before.timeline), facetsOf(after.demand, after.timeline)];
  const was = new Map<string, unknown>(Object.entries(old));
  return Object.fromEntries(Object.entries(fresh).filter(([field, value]) => !isDeepStrictEqual(value, was.get(field))));
}

function entriesAfter(timeline: readonly Entry[], events: Change['events'], cause: string): Entry[] {
  const last = timeline.at(-1);
  const numbered = events.map((event, nth) => ({ ...withoutUndefined(event), seq: (last?.seq ?? 0) + nth + 1, cause }));
  return sealEntries(last?.hash, numbered);
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

async function madeFrom(demands: Demands, origin: string): Promise<string | undefined> {
  return (await demands.findOne({ origin }, { _id: 1 }).lean())?._id;
}

async function statesOf(demands: Demands, filter: object, limit: number) {
  const rows = await demands.find(filter, { state: 1 }).sort({ rank: -1 }).limit(limit).lean();
  return rows.map(stateOf);
}

/** In pages, so that no long-running cursor is held while each is looked at. */
async function* each(demands: Demands): AsyncGenerator<Stored> {
  let after = '';
  for (;;) {
    const rows = await demands.find({ _id: trusted({ $gt: after }) }, WHOLE).sort({ _id: 1 }).limit(BATCH).lean();
    for (const row of rows) yield storedOf(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last._id;
  }
}
