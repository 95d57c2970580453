import mongoose, { Schema } from 'mongoose';
import type { Letter, Outbox, Posted } from '../handlers/ports/letters.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Store } from './connect.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRows, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';
import { createSequence } from './sequence.ts';

interface LetterRow extends Row, Omit<Posted, 'key'> {
  readonly order: number;
  /** The order, as long as it waits. */
  readonly waiting?: number | undefined;
  /** When it may go, then its order, as long as it waits: thousands may wait for the same morning, and no two keys are alike. */
  readonly due?: string | undefined;
  readonly settledAt?: Date | undefined;
  /** Whose next message it waits for. */
  readonly heldFor?: string | undefined;
  /** The person it is for, as long as it waits and may be told along with others. */
  readonly gather?: string | undefined;
  /** The letter that tells of it instead. */
  readonly gatheredBy?: string | undefined;
}

const { trusted } = mongoose;
const { Mixed } = Schema.Types;

const FIELDS = {
  order: Number, waiting: Number, due: String, settledAt: Date, heldFor: String, gather: String, gatheredBy: String, to: Mixed, demand: String, text: String, mask: Boolean, notBefore: Date,
  about: String, clock: String, lastWord: String, reply: Boolean, state: String, putAt: Date, attempts: Number, sentAt: Date, why: String, waitsSince: Date, asOf: Date, brief: Mixed, gathers: [String], speaker: String,
};

/** What waits is indexed only while it waits, so that it is found as fast among letters of years. */
const INDEXES = [
  { on: { waiting: 1 }, sparse: true },
  { on: { due: 1 }, sparse: true },
  { on: { settledAt: 1 }, sparse: true },
  { on: { heldFor: 1 }, sparse: true },
  { on: { gather: 1 }, sparse: true },
  { on: { demand: 1 }, sparse: true },
] as const;

/** An outbox that can also say which letters it has. */
export type KnowingOutbox = Outbox & {
  /** Those of the keys that were put, whatever has become of the letters. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
};

/** Letters to be said, in the order they were put, kept after that until they are purged. */
export function createOutbox({ connection, kind }: Pick<Store, 'connection' | 'kind'>, now: Now): KnowingOutbox {
  const letters = modelOf<LetterRow>(connection, { name: 'Letter', collection: 'outbox', fields: FIELDS, indexes: INDEXES });
  const nextOrder = createSequence(connection, 'outbox', kind === 'embedded' ? 1000 : 1);
  const among = (keys: readonly string[]) => ({ _id: trusted({ $in: [...keys] }) });
  const nextDue = async (): Promise<Date | undefined> => {
    const first = await letters.findOne({ due: trusted({ $gte: '' }) }, { notBefore: 1 }).sort({ due: 1 }).lean();
    return first?.notBefore;
  };

  return {
    put: async (put, at) => {
      if (put.length === 0) return;
      const first = await nextOrder(put.length);
      const rows = put.map((letter, nth) => rowOf(letter, first + nth, at));
      await insertRows(letters, rows).catch(unlessDuplicate);
    },
    due: async (at, limit, after) => {
      const earliest = await nextDue();
      if (earliest === undefined || earliest > at) return [];
      const read = after === undefined ? null : await letters.findById(after, { order: 1 }).lean();
      const rows = await letters.find({ waiting: trusted({ $gt: read?.order ?? 0 }), notBefore: trusted({ $lte: at }) }).sort({ waiting: 1 }).limit(limit).lean();
      return rows.map(postedOf);
    },
    nextDue,
    sent: async (keys, at) => {
      await letters.updateMany(among(keys), { $set: { state: 'sent', sentAt: at, settledAt: at }, $unset: SETTLED });
    },
    ...unsaidLetters(letters, now),
    ...heldLetters(letters),
    ...gatheredLetters(letters, now),
    waiting: async () => await letters.countDocuments({ waiting: trusted({ $gt: 0 }) }),
    purge: async (before) => (await letters.deleteMany({ settledAt: trusted({ $lt: before }) })).deletedCount,
    known: async (keys) => new Set((await letters.find(among(keys), { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) => _id)),
  };
}

type Letters = ReturnType<typeof modelOf<LetterRow>>;

/** Letters that could not be said, not yet or not at all. */
function unsaidLetters(letters: Letters, now: Now): Pick<Outbox, 'settle' | 'later' | 'failed'> {
  return {
    settle: async (key, state, why) => {
      await letters.updateOne({ _id: key, state: 'waiting' }, { $set: { state, why, settledAt: now() }, $unset: SETTLED });
    },
    later: async (key, notBefore, why) => {
      const row = await letters.findOne({ _id: key, state: 'waiting' }, { order: 1, notBefore: 1, why: 1, waitsSince: 1 }).lean();
      if (row === null) return;
      const waitsSince = row.why === why && row.waitsSince ? row.waitsSince : row.notBefore;
      await letters.updateOne({ _id: key, state: 'waiting' }, { $set: { notBefore, due: dueKey(notBefore, row.order), why, waitsSince }, $inc: { attempts: 1 } });
    },
    failed: async (key, why) => {
      await letters.updateOne({ _id: key, state: 'sent' }, { $set: { state: 'undelivered', why } });
    },
  };
}

/** Letters that wait for somebody's next message instead of a time. */
function heldLetters(letters: Letters): Pick<Outbox, 'hold' | 'release'> {
  return {
    hold: async (key, person, why) => {
      await letters.updateOne({ _id: key, state: 'waiting' }, { $set: { heldFor: person, ...(why !== undefined && { why }) }, $unset: { waiting: '', due: '' } });
    },
    release: async (person, at) => {
      const held = await letters.find({ heldFor: person, state: 'waiting' }, { order: 1 }).sort({ order: 1 }).lean();
      for (const { _id, order } of held) {
        await letters.updateOne({ _id, heldFor: person }, { $set: { waiting: order, notBefore: at, due: dueKey(at, order) }, $unset: { heldFor: '' } });
      }
      return held.length > 0;
    },
  };
}

/** Letters that one of their own tells of. */
function gatheredLetters(letters: Letters, now: Now): Pick<Outbox, 'gatherable' | 'gathered' | 'ofDemand'> {
  return {
    gatherable: async (person, at, limit) => {
      const rows = await letters.find({ gather: person, waiting: trusted({ $gt: 0 }), notBefore: trusted({ $lte: at }) }).sort({ waiting: 1 }).limit(limit).lean();
      return rows.map(postedOf);
    },
    gathered: async (keys, by) => {
      await letters.updateMany({ _id: trusted({ $in: [...keys] }), state: 'waiting' }, { $set: { state: 'superseded', why: GATHERED, gatheredBy: by, settledAt: now() }, $unset: SETTLED });
    },
    ofDemand: async (demand) => {
      const rows = await letters.find({ demand }).sort({ order: 1 }).lean();
      const by = await letters.find({ _id: trusted({ $in: rows.flatMap(({ gatheredBy }) => gatheredBy ?? []) }) }).sort({ _id: 1 }).lean();
      const fares = new Map(by.map((row) => [row._id, row]));
      return rows.map((row) => withFate(row, fares.get(row.gatheredBy ?? '')));
    },
  };
}

const GATHERED = 'gathered';

/** What another letter tells of is where that one is. */
function withFate(row: LetterRow, by: LetterRow | undefined): Posted {
  return by === undefined ? postedOf(row) : withoutUndefined({ ...postedOf(row), state: by.state, sentAt: by.sentAt, why: by.why ?? GATHERED });
}

/** What a letter has only while it waits. */
const SETTLED = { waiting: '', due: '', heldFor: '', gather: '' };

function dueKey(notBefore: Date, order: number): string {
  return `${notBefore.toISOString()} ${order}`;
}

function rowOf({ key, ...letter }: Letter, order: number, putAt: Date): LetterRow {
  const gather = letter.brief !== undefined && 'person' in letter.to ? letter.to.person : undefined;
  return withoutUndefined({ _id: key, ...letter, state: 'waiting', putAt, attempts: 0, order, waiting: order, due: dueKey(letter.notBefore, order), gather });
}

function postedOf({ _id: key, to, demand, text, mask, notBefore, about, clock, lastWord, reply, state, putAt, attempts, sentAt, why, waitsSince, asOf, brief, gathers, speaker }: LetterRow): Posted {
  return withoutUndefined({ key, to, demand, text, mask, notBefore, about, clock, lastWord, reply, state, putAt, attempts, sentAt, why, waitsSince, asOf, brief, gathers, speaker });
}
