import { Schema, type Connection, type Model } from 'mongoose';
import { z } from 'zod';
import type { Demand } from '../domain/demand.ts';
import type { Entry, Letter, Stored } from '../handlers/ports.ts';
import type { Facets } from './demand-facets.ts';
import { modelOf, type Row } from './model.ts';

/** Letters of one write, kept with the demand until they are in the outbox. */
export interface Owed {
  readonly version: number;
  readonly letters: readonly Letter[];
}

/** A demand as it is kept: one document, so that one write holds a whole decision. */
export interface DemandRow extends Row, Facets {
  readonly version: number;
  readonly state: Demand;
  readonly timeline: readonly Entry[];
  readonly owing?: readonly Owed[] | undefined;
  /** Keyed hashes of the words it can be found by. */
  readonly search?: readonly string[] | undefined;
  /** Which process takes what is due, and until when. */
  readonly claim?: string | undefined;
  readonly claimedUntil?: Date | undefined;
}

export type Demands = Model<DemandRow>;

const { Mixed } = Schema.Types;
const Texts = { type: [String], default: undefined };

const FIELDS = {
  version: Number, state: Mixed, timeline: [Mixed], owing: { type: [Mixed], default: undefined }, search: Texts, claim: String, claimedUntil: Date,
  origin: String, numbers: Texts, people: Texts, everyone: Texts, concerns: Texts, units: Texts, scope: Texts, causes: Texts, status: String, into: String,
  tier: String, grid: String, category: String, alike: String, source: String, rank: String, open: Boolean, nextDueAt: Date, fact: Mixed,
};

/** The embedded store builds those on one field; those on several are for MongoDB alone, where a page must not walk all demands. */
const INDEXES = [
  { on: { origin: 1 }, unique: true },
  { on: { rank: 1 } },
  { on: { nextDueAt: 1 }, sparse: true },
  { on: { 'owing.version': 1 }, sparse: true },
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
] as const;

/** The model of demands on this connection. */
export function demandsOn(connection: Connection): Demands {
  return modelOf<DemandRow>(connection, { name: 'Demand', collection: 'demands', fields: FIELDS, indexes: INDEXES });
}

/** What must be read to give a demand. */
export const WHOLE = { version: 1, state: 1, timeline: 1 } as const;

/**
 * Only the envelope is checked: a demand is read at each message and each reminder, its inside was written by the rules alone,
 * and whether it is still what they wrote is shown by its hashes, which `each` is there to verify.
 */
const State = z.custom<Demand>((value) => typeof value === 'object' && value !== null && 'phase' in value);
const Envelope = z.object({
  _id: z.string(),
  version: z.number().int().positive(),
  state: State,
  timeline: z.custom<readonly Entry[]>((value) => Array.isArray(value) && value.length > 0),
});

/** A demand as it was read; throws when the document is none. */
export function storedOf(row: unknown): Stored {
  const { state, version, timeline } = Envelope.parse(row);
  return { demand: state, version, timeline };
}

/** The demand of a row that was read without its timeline; throws when the document is none. */
export function stateOf({ state }: { readonly state: unknown }): Demand {
  return State.parse(state);
}
