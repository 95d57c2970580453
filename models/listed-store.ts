import mongoose, { type Connection } from 'mongoose';
import type { ListedStore } from '../handlers/ports/kept.ts';
import { AGGREGATE_FIELDS, AGGREGATE_INDEXES, readingOf, type AggregateRow } from './aggregate-rows.ts';
import { createAggregateStore, type CommonFacets } from './aggregate-store.ts';
import type { Store } from './connect.ts';
import { rankOf, within } from './demand-facets.ts';
import { cursorAt, rankAt } from './demand-list.ts';
import { modelOf } from './model.ts';

/** What something is found by: the units concerned, words it is looked up under, and when it began. */
export interface Findable extends CommonFacets {
  readonly begunAt: Date;
  readonly open: boolean;
  readonly units: readonly string[];
  readonly keys: readonly string[];
}

interface ListedRow extends AggregateRow {
  readonly rank: string;
  readonly open: boolean;
  readonly scope: readonly string[];
  /** Each with the rank behind it, so that no two are alike. */
  readonly keys: readonly string[];
}

interface Shape<S> {
  readonly store: Pick<Store, 'connection' | 'kind'>;
  readonly name: string;
  readonly collection: string;
  /** A field that every state has. */
  readonly field: string & keyof S;
  readonly findable: (state: S) => Findable;
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** A store of listed things, and how to write now what it puts off. */
export type FlushedListedStore<S, E> = ListedStore<S, E> & { readonly flush: () => Promise<void> };

const { trusted } = mongoose;
const Texts = { type: [String], default: undefined };
const FIELDS = { ...AGGREGATE_FIELDS, rank: String, open: Boolean, scope: Texts, keys: Texts };
const INDEXES = [...AGGREGATE_INDEXES, { on: { rank: 1 } }, { on: { keys: 1 } }, { on: { scope: 1, rank: -1 } }] as const;

/** Things of one kind, as safe as demands, listed by unit and found by keys. */
export function createListedStore<S extends { readonly id: string }, E extends object>({ store, name, collection, field, findable, known }: Shape<S>): FlushedListedStore<S, E> {
  const rows = rowsOn(store.connection, name, collection);
  const reading = readingOf<S, E>(field);
  const facetsOf = (state: S) => {
    const { begunAt, units, keys, ...rest } = findable(state);
    const rank = rankOf(begunAt, state.id);
    return { ...rest, rank, scope: [...new Set(units)], keys: [...new Set(keys)].map((key) => `${key} ${rank}`) };
  };
  const core = createAggregateStore<S, E>({ store, model: name, reading, facetsOf, known });
  const found = async (filter: object, limit: number) => await rows.find(filter, { state: 1, rank: 1 }).sort({ rank: -1 }).limit(limit).lean();

  return {
    ...core,
    create: (change) => core.create(change),
    append: (before, change) => core.append(before, change),
    keyed: async (key, limit) => (await found({ keys: trusted({ $elemMatch: within(key) }) }, limit)).map(reading.stateOf),
    list: async ({ units, open, cursor, limit }) => {
      const scope = units === undefined ? {} : { scope: trusted({ $in: [...units] }) };
      const after = cursor === undefined ? {} : { rank: trusted({ $lt: rankAt(cursor) }) };
      const page = await found({ ...scope, ...after, ...(open === undefined ? {} : { open }) }, limit + 1);
      const last = page.at(limit - 1);
      return { items: page.slice(0, limit).map(reading.stateOf), next: page.length > limit && last !== undefined ? cursorAt(last.rank) : undefined };
    },
  };
}

function rowsOn(connection: Connection, name: string, collection: string) {
  return modelOf<ListedRow>(connection, { name, collection, fields: FIELDS, indexes: INDEXES });
}
