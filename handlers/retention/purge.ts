import type { Ledger } from '../ports/coordination.ts';
import type { HandBacks } from '../ports/hand-backs.ts';
import type { Hearings } from '../ports/hearings.ts';
import type { Imports } from '../ports/imports.ts';
import type { Inbox } from '../ports/inbox.ts';
import type { LabelledCases } from '../ports/labelled-cases.ts';
import type { Outbox } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';
import type { Passes } from '../ports/passes.ts';
import { REMEMBERED_UNDER } from '../remembered.ts';

const DAY_MS = 24 * 3600_000;
const KEEP = { inboxDays: 30, outboxDays: 180, importDays: 90, handBackDays: 180, hearingDays: 3, passDays: 1, caseDays: 1096 };

/**
 * How many days facts of the ledger are kept, by what their keys begin with: who was asked that day, what somebody was asked or offered and may still answer, what is counted by
 * the day, what came with messages that may still be taken back, and what channels note of letters said, cards that can be changed, ids that were used and tries. A code for a
 * resident is good for a year.
 */
const FACT_DAYS = {
  'asked:': 7,
  consult: 90,
  ...Object.fromEntries(REMEMBERED_UNDER.map((word) => [`${word}:`, 2])),
  'media:': 2,
  'answered:': 2,
  'group:': 2,
  'said:': 7,
  'card:': 4,
  'intake:': 2,
  'bind-tries:': 2,
  'bind:': 366,
  'bound:': 366,
  'bind-room:': 8,
  'bound-room:': 8,
};

interface Purging {
  readonly imports: Pick<Imports, 'purge'>;
  readonly handBacks: Pick<HandBacks, 'purge'>;
  readonly inbox: Pick<Inbox, 'purge'>;
  readonly outbox: Pick<Outbox, 'purge'>;
  readonly hearings: Pick<Hearings, 'purge'>;
  readonly ledger: Pick<Ledger, 'purge'>;
  readonly passes: Pick<Passes, 'purge'>;
  readonly labelledCases: Pick<LabelledCases, 'purge'>;
  readonly now: Now;
}

/** Drops what is not needed any more (PIPL 19): handled messages, letters long said, overheard talk that nobody registered, cases of years ago. */
export function createPurge({ imports, handBacks, inbox, outbox, hearings, ledger, passes, labelledCases, now }: Purging): () => Promise<void> {
  return async () => {
    const before = (days: number) => new Date(now().getTime() - days * DAY_MS);
    await inbox.purge(before(KEEP.inboxDays));
    await handBacks.purge(before(KEEP.handBackDays));
    await imports.purge(before(KEEP.importDays));
    await outbox.purge(before(KEEP.outboxDays));
    await hearings.purge(before(KEEP.hearingDays));
    await passes.purge(before(KEEP.passDays));
    await labelledCases.purge(before(KEEP.caseDays));
    for (const [prefix, days] of Object.entries(FACT_DAYS)) await ledger.purge(prefix, before(days));
  };
}
