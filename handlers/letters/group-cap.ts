import type { Calendar } from '../../domain/time/working-time.ts';
import { afterQuiet, localDate, nextMidnight } from '../../domain/time/working-time.ts';
import { counted, countUp } from '../count-up.ts';
import type { Ledger } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';

/** How much is said in a group in a day. */
export interface GroupCap {
  readonly isFull: (room: string) => Promise<boolean>;
  /** Counts what was said. */
  readonly said: (room: string) => Promise<void>;
  /** When something may be said there again. */
  readonly freeAt: () => Date;
}

/** Counts by the local day; 0 sets no limit. One process at a time says what is owed, so that nothing is counted over. */
export function createGroupCap({ ledger, calendar, now }: { readonly ledger: Pick<Ledger, 'get' | 'set'>; readonly calendar: Calendar; readonly now: Now }, perDay: number): GroupCap {
  const keyOf = (room: string) => `group:${room}:${localDate(calendar, now())}`;
  return {
    isFull: async (room) => perDay > 0 && (await counted(ledger, keyOf(room))) >= perDay,
    said: async (room) => {
      if (perDay > 0) await countUp(ledger, keyOf(room), now());
    },
    freeAt: () => afterQuiet(calendar, nextMidnight(calendar, now())),
  };
}
