import { Schema, type Model } from 'mongoose';
import { z } from 'zod';
import type { EntryOf, Kept } from '../handlers/ports/kept.ts';
import type { Letter } from '../handlers/ports/letters.ts';
import type { Row } from './model.ts';

/** Letters of one write, kept with what was written until they are in the outbox. */
export interface Owed {
  readonly version: number;
  readonly letters: readonly Letter[];
}

/** Something kept as one document, so that one write holds a whole decision; what it is found by stands beside. */
export interface AggregateRow extends Row {
  readonly version: number;
  readonly state: unknown;
  readonly timeline: readonly unknown[];
  readonly owing?: readonly Owed[] | undefined;
  /** Which process takes what is due, and until when. */
  readonly claim?: string | undefined;
  readonly claimedUntil?: Date | undefined;
  readonly nextDueAt?: Date | undefined;
  readonly origin: string;
}

/** The collection of one kind of them. */
export type Aggregates = Model<AggregateRow>;

const { Mixed } = Schema.Types;

/** The fields that every such document has. */
export const AGGREGATE_FIELDS = {
  version: Number, state: Mixed, timeline: [Mixed], owing: { type: [Mixed], default: undefined }, claim: String, claimedUntil: Date, origin: String, nextDueAt: Date,
};

/** The indexes that every such collection has. */
export const AGGREGATE_INDEXES = [
  { on: { origin: 1 }, unique: true },
  { on: { nextDueAt: 1 }, sparse: true },
  { on: { 'owing.version': 1 }, sparse: true },
] as const;

/** What must be read to give the whole of it. */
export const WHOLE = { version: 1, state: 1, timeline: 1 } as const;

/**
 * Only the envelope is checked: it is read at each message and each reminder, its inside was written by the rules alone, and whether
 * it is still what they wrote is shown by its hashes, which `each` is there to verify.
 */
const Envelope = z.object({ _id: z.string(), version: z.number().int().positive(), state: z.custom(isObject), timeline: z.custom(isFilledList) });

/** How rows are read back; each throws when a document is none. */
export interface Reading<S, E> {
  readonly keptOf: (row: unknown) => Kept<S, E>;
  readonly stateOf: (row: { readonly state: unknown }) => S;
}

/** Reads rows whose states have this field. */
export function readingOf<S, E>(field: string): Reading<S, E> {
  const State = z.custom<S>((value) => isObject(value) && field in value);
  const Timeline = z.custom<readonly EntryOf<E>[]>(isFilledList);
  return {
    keptOf: (row) => {
      const { state, version, timeline } = Envelope.parse(row);
      return { state: State.parse(state), version, timeline: Timeline.parse(timeline) };
    },
    stateOf: ({ state }) => State.parse(state),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isFilledList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
