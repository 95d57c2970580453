import mongoose, { Schema, type Connection } from 'mongoose';
import type { HandBack, HandBacks } from '../handlers/ports/hand-backs.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRows, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

interface HandBackRow extends Row, Omit<HandBack, 'id'> {
  /** The source and when it may go, as long as it waits; no two alike. */
  readonly due?: string | undefined;
  /** Since when it is tried, once a try has failed. */
  readonly trouble?: string | undefined;
  readonly settledAt?: Date | undefined;
}

const { trusted } = mongoose;
const FIELDS = { source: String, told: Schema.Types.Mixed, state: String, attempts: Number, since: Date, notBefore: Date, triedAt: Date, why: String, due: String, trouble: String, settledAt: Date };
const INDEXES = [{ on: { due: 1 }, sparse: true }, { on: { trouble: 1 }, sparse: true }, { on: { settledAt: 1 }, sparse: true }] as const;

/** What sources are owed, kept after that until it is purged. */
export function createHandBacks(connection: Connection): HandBacks {
  const rows = modelOf<HandBackRow>(connection, { name: 'HandBack', collection: 'handbacks', fields: FIELDS, indexes: INDEXES });
  const first = async (source: string) => (await rows.findOne({ due: trusted({ $gte: `${source} `, $lt: `${source}!` }) }).sort({ due: 1 }).lean()) ?? undefined;
  const waiting = (id: string) => ({ _id: id, state: 'waiting' as const });

  return {
    put: async (all, now) => {
      const fresh = all.map(({ id, source, told }): HandBackRow => ({ _id: id, source, told: withoutUndefined(told), state: 'waiting', attempts: 0, since: now, notBefore: now, due: dueKey(source, now, id) }));
      if (fresh.length > 0) await insertRows(rows, fresh).catch(unlessDuplicate);
    },
    due: async (source, now) => {
      const row = await first(source);
      return row === undefined || row.notBefore > now ? undefined : handBackOf(row);
    },
    nextDue: async (source) => (await first(source))?.notBefore,
    accepted: async (id, at) => {
      await rows.updateOne(waiting(id), { $set: { state: 'accepted', triedAt: at, settledAt: at }, $inc: { attempts: 1 }, $unset: { due: '', trouble: '', why: '' } });
    },
    later: async (id, notBefore, why, at) => {
      const row = await rows.findOne(waiting(id)).lean();
      if (row !== null) await rows.updateOne(waiting(id), { $set: { notBefore, why, triedAt: at, due: dueKey(row.source, notBefore, id), trouble: troubleKey(row.since, id) }, $inc: { attempts: 1 } });
    },
    giveUp: async (id, why, at) => {
      const row = await rows.findOne(waiting(id)).lean();
      if (row !== null) await rows.updateOne(waiting(id), { $set: { state: 'given-up', why, triedAt: at, settledAt: at, trouble: troubleKey(row.since, id) }, $inc: { attempts: 1 }, $unset: { due: '' } });
    },
    untried: async () => await rows.countDocuments({ due: trusted({ $gt: '' }), attempts: 0, trouble: trusted({ $exists: false }) }),
    troubled: async () => await rows.countDocuments({ trouble: trusted({ $gt: '' }) }),
    unaccepted: async (limit) => (await rows.find({ trouble: trusted({ $gt: '' }) }).sort({ trouble: 1 }).limit(limit).lean()).map(handBackOf),
    again: async (ids, now) => {
      const found = await rows.find({ _id: trusted({ $in: [...ids] }), trouble: trusted({ $gt: '' }) }).sort({ _id: 1 }).lean();
      for (const { _id: id, source } of found) await rows.updateOne({ _id: id, trouble: trusted({ $gt: '' }) }, { $set: { state: 'waiting', attempts: 0, since: now, notBefore: now, due: dueKey(source, now, id), trouble: troubleKey(now, id) }, $unset: { settledAt: '' } });
      return found.length;
    },
    purge: async (before) => (await rows.deleteMany({ settledAt: trusted({ $lt: before }) })).deletedCount,
  };
}

function dueKey(source: string, notBefore: Date, id: string): string {
  return `${source} ${notBefore.toISOString()} ${id}`;
}

function troubleKey(since: Date, id: string): string {
  return `${since.toISOString()} ${id}`;
}

function handBackOf({ _id: id, source, told, state, attempts, since, notBefore, triedAt, why }: HandBackRow): HandBack {
  return withoutUndefined({ id, source, told, state, attempts, since, notBefore, triedAt, why });
}
