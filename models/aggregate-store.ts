import { isDeepStrictEqual } from 'node:util';
import mongoose from 'mongoose';
import type { AggregateStore, ChangeOf, Creation, EntryOf, Kept } from '../handlers/ports/kept.ts';
import { VersionConflict } from '../handlers/ports/kept.ts';
import { WHOLE, type AggregateRow, type Aggregates, type Reading } from './aggregate-rows.ts';
import type { Store } from './connect.ts';
import { createDueClaims } from './due-claims.ts';
import { isDuplicate } from './duplicate.ts';
import { insertRow } from './model.ts';
import { createOwedLetters } from './owed-letters.ts';
import { setAndUnset, withoutUndefined } from './plain-value.ts';
import { sealEntries } from './timeline-seal.ts';

/** What documents are found by, worked out from state and timeline at each write. */
export interface CommonFacets {
  readonly origin: string;
  readonly nextDueAt?: Date | undefined;
}

interface Deps<S, E> {
  readonly store: Pick<Store, 'connection' | 'kind'>;
  /** The name of the model, which is made already. */
  readonly model: string;
  readonly reading: Reading<S, E>;
  readonly facetsOf: (state: S, timeline: readonly EntryOf<E>[]) => CommonFacets;
  /** Those of the keys that are in the outbox. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** A store of things kept, and how to write now what it puts off. Further fields may be written along with a change. */
export type AggregateCore<S, E> = Omit<AggregateStore<S, E>, 'create' | 'append'> & {
  readonly create: (change: ChangeOf<S, E>, along?: object) => Promise<Creation<Kept<S, E>>>;
  readonly append: (before: Kept<S, E>, change: ChangeOf<S, E>, along?: object) => Promise<Kept<S, E>>;
  readonly madeFrom: (origin: string) => Promise<string | undefined>;
  readonly flush: () => Promise<void>;
};

const BATCH = 200;
const { trusted } = mongoose;

/** Things of one kind, each a document that one write changes as a whole. */
export function createAggregateStore<S extends { readonly id: string }, E extends object>(deps: Deps<S, E>): AggregateCore<S, E> {
  const { store, reading, known } = deps;
  const rows: Aggregates = store.connection.model<AggregateRow>(deps.model);
  const claims = createDueClaims(store.kind, rows);
  const { owing, settled, flush } = createOwedLetters({ rows, known });
  const madeFrom = async (origin: string) => (await rows.findOne({ origin }, { _id: 1 }).lean())?._id;

  return {
    load: async (id) => {
      const row = await rows.findById(id, WHOLE).lean();
      return row === null ? undefined : reading.keptOf(row);
    },
    create: async (change, along = {}) => {
      const created = firstOf(change);
      const row = rowOf(deps, created, change, along);
      try {
        await insertRow(rows, row);
        return { created };
      } catch (error) {
        const known = isDuplicate(error) ? await madeFrom(row.origin) : undefined;
        if (known === undefined) throw error;
        return { known };
      }
    },
    append: async (before, change, along = {}) => {
      const after = afterChange(before, change);
      const { id } = before.state;
      const written = await rows.updateOne({ _id: id, version: before.version }, updateOf(deps, before, after, change, along));
      if (written.matchedCount === 0) throw new VersionConflict(id);
      claims.written(id);
      return after;
    },
    claimDue: claims.claim,
    nextDue: async () => (await rows.findOne({ nextDueAt: trusted({ $gte: new Date(0) }) }, { nextDueAt: 1 }).sort({ nextDueAt: 1 }).lean())?.nextDueAt,
    owing,
    settled,
    flush,
    madeFrom,
    each: () => each(rows, reading),
  };
}

function firstOf<S, E extends object>({ state, events, cause }: ChangeOf<S, E>): Kept<S, E> {
  const timeline = entriesAfter<E>([], events, cause);
  return { state: withoutUndefined(state), version: timeline.length, timeline };
}

function rowOf<S extends { readonly id: string }, E extends object>({ facetsOf }: Deps<S, E>, { state, version, timeline }: Kept<S, E>, change: ChangeOf<S, E>, along: object): AggregateRow {
  const owing = change.owing.length === 0 ? undefined : [{ version, letters: change.owing }];
  // What is undefined in it is left out by both stores.
  return { ...along, _id: state.id, version, state, timeline, ...facetsOf(state, timeline), owing };
}

function afterChange<S, E extends object>(before: Kept<S, E>, { state, events, cause }: ChangeOf<S, E>): Kept<S, E> {
  const timeline = [...before.timeline, ...entriesAfter(before.timeline, events, cause)];
  return { state: withoutUndefined(state), version: before.version + events.length, timeline };
}

/** Only what changed is set, because an index on a list is rebuilt whenever the list is. */
function updateOf<S, E extends object>({ facetsOf }: Deps<S, E>, before: Kept<S, E>, after: Kept<S, E>, { owing }: ChangeOf<S, E>, along: object): object {
  const changed = changedFacets(facetsOf(before.state, before.timeline), facetsOf(after.state, after.timeline));
  const { $set, $unset } = setAndUnset({ ...changed, ...along, claim: undefined, claimedUntil: undefined });
  const added = after.timeline.slice(before.timeline.length);
  const owed = owing.length === 0 ? {} : { owing: { version: after.version, letters: withoutUndefined(owing) } };
  return { $set: { ...$set, version: after.version, state: after.state }, $unset, $push: { timeline: { $each: added }, ...owed } };
}

function changedFacets(old: object, fresh: object): object {
  const was = new Map<string, unknown>(Object.entries(old));
  return Object.fromEntries(Object.entries(fresh).filter(([field, value]) => !isDeepStrictEqual(value, was.get(field))));
}

function entriesAfter<E extends object>(timeline: readonly EntryOf<E>[], events: readonly E[], cause: string): EntryOf<E>[] {
  const last = timeline.at(-1);
  const numbered = events.map((event, nth) => ({ ...withoutUndefined(event), seq: (last?.seq ?? 0) + nth + 1, cause }));
  return sealEntries(last?.hash, numbered);
}

/** In pages, so that no long-running cursor is held while each is looked at. */
async function* each<S, E>(rows: Aggregates, { keptOf }: Reading<S, E>): AsyncGenerator<Kept<S, E>> {
  let after = '';
  for (;;) {
    const page = await rows.find({ _id: trusted({ $gt: after }) }, WHOLE).sort({ _id: 1 }).limit(BATCH).lean();
    for (const row of page) yield keptOf(row);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last._id;
  }
}
