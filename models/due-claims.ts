import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { Aggregates } from './aggregate-rows.ts';
import type { Store } from './connect.ts';

/** Who takes which of those that are due. */
export interface DueClaims {
  readonly claim: (now: Date, limit: number) => Promise<readonly string[]>;
  /** It was written: whoever claimed it has done what was due. */
  readonly written: (id: string) => void;
}

const CLAIMED_MS = 60_000;
const { trusted } = mongoose;

/** Claims of the kind that the store needs: among processes, or within the only one. */
export function createDueClaims(kind: Store['kind'], rows: Aggregates): DueClaims {
  return kind === 'mongodb' ? amongProcesses(rows) : withinOne(rows);
}

/** In batches: find, mark with a token of one's own, read back what the token is on. */
function amongProcesses(rows: Aggregates): DueClaims {
  return {
    claim: async (now, limit) => {
      const free = { nextDueAt: trusted({ $lte: now }), claimedUntil: trusted({ $not: { $gt: now } }) };
      const due = await rows.find(free, { _id: 1 }).sort({ nextDueAt: 1, _id: 1 }).limit(limit).lean();
      if (due.length === 0) return [];
      const among = { _id: trusted({ $in: due.map(({ _id }) => _id) }) };
      const claim = randomUUID();
      await rows.updateMany({ ...among, ...free }, { $set: { claim, claimedUntil: new Date(now.getTime() + CLAIMED_MS) } });
      const claimed = await rows.find({ ...among, claim }, { _id: 1 }).sort({ nextDueAt: 1, _id: 1 }).lean();
      return claimed.map(({ _id }) => _id);
    },
    written: () => undefined,
  };
}

/** Nobody else is there to be told, so claims cost no writes. */
function withinOne(rows: Aggregates): DueClaims {
  const until = new Map<string, number>();
  return {
    claim: async (now, limit) => {
      for (const [id, end] of until) if (end <= now.getTime()) until.delete(id);
      const due = await rows.find({ nextDueAt: trusted({ $lte: now }) }, { _id: 1 }).sort({ nextDueAt: 1 }).limit(limit + until.size).lean();
      const free = due.map(({ _id }) => _id).filter((id) => !until.has(id)).slice(0, limit);
      for (const id of free) until.set(id, now.getTime() + CLAIMED_MS);
      return free;
    },
    written: (id) => { until.delete(id); },
  };
}
