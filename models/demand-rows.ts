import { Schema, type Connection, type Model } from 'mongoose';
import type { Demand } from '../domain/demand.ts';
import type { DemandEvent } from '../domain/events.ts';
import { AGGREGATE_FIELDS, AGGREGATE_INDEXES, readingOf, type AggregateRow } from './aggregate-rows.ts';
import type { Facets } from './demand-facets.ts';
import { modelOf } from './model.ts';

/** A demand as it is kept. */
export interface DemandRow extends AggregateRow, Facets {
  readonly origin: string;
  readonly nextDueAt?: Date | undefined;
  /** Keyed hashes of the words it can be found by. */
  readonly search?: readonly string[] | undefined;
}

/** The collection of demands. */
export type Demands = Model<DemandRow>;

const { Mixed } = Schema.Types;
const Texts = { type: [String], default: undefined };

const FIELDS = {
  ...AGGREGATE_FIELDS, search: Texts, numbers: Texts, people: Texts, everyone: Texts, concerns: Texts, units: Texts, scope: Texts, causes: Texts, status: String, into: String,
  tier: String, grid: String, category: String, alike: String, source: String, raisedFrom: Texts, endedAs: String, rank: String, open: Boolean, danger: String, fact: Mixed, caseFacts: Mixed, months: Texts,
};

/** The embedded store builds those on one field; those on several are for MongoDB alone, where a page must not walk all demands. */
const INDEXES = [
  ...AGGREGATE_INDEXES,
  { on: { rank: 1 } },
  { on: { numbers: 1 } },
  { on: { everyone: 1 } },
  { on: { concerns: 1 }, sparse: true },
  { on: { causes: 1 } },
  { on: { alike: 1 }, sparse: true },
  { on: { scope: 1, rank: -1 } },
  { on: { units: 1, rank: -1 } },
  { on: { grid: 1, rank: -1 } },
  { on: { category: 1, rank: -1 } },
  { on: { status: 1, rank: -1 } },
  { on: { search: 1, rank: -1 } },
  { on: { months: 1, rank: 1 } },
  { on: { endedAs: 1 }, sparse: true },
  { on: { danger: 1 }, sparse: true },
  { on: { raisedFrom: 1, endedAs: 1 } },
] as const;

/** The model of demands on this connection. */
export function demandsOn(connection: Connection): Demands {
  return modelOf<DemandRow>(connection, { name: 'Demand', collection: 'demands', fields: FIELDS, indexes: INDEXES });
}

/** How demands are read back. */
export const demandReading = readingOf<Demand, DemandEvent>('phase');

/** A demand as it was read, whole or without its timeline. */
export const { keptOf, stateOf } = demandReading;
