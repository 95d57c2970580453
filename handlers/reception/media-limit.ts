import { counted } from '../count-up.ts';
import { isoDate } from '../iso-time.ts';
import type { Ledger } from '../ports/coordination.ts';

/** Whether one more file of a person is kept that day, and whether it is the first that is not. */
export type MediaLimit = (person: string, at: Date) => Promise<'kept' | 'first-too-many' | 'too-many'>;

/** Counts files per person and day; 0 sets no limit. Two processes at the same moment may let one more through. */
export function createMediaLimit(ledger: Pick<Ledger, 'get' | 'set'>, perDay: number): MediaLimit {
  return async (person, at) => {
    if (perDay === 0) return 'kept';
    const key = `media:${person}:${isoDate(at)}`;
    const count = (await counted(ledger, key)) + 1;
    if (count > perDay + 1) return 'too-many';
    await ledger.set(key, String(count), at);
    return count > perDay ? 'first-too-many' : 'kept';
  };
}
