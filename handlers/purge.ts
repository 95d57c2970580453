import type { HandBacks, Hearings, Imports, Inbox, LabelledCases, Ledger, Now, Outbox, Passes } from './ports.ts';

const DAY_MS = 24 * 3600_000;
const KEEP = { inboxDays: 30, outboxDays: 180, importDays: 90, handBackDays: 180, hearingDays: 3, askedDays: 7, consultDays: 90, eraseDays: 2, serviceDays: 2, doubtDays: 2, caseDays: 1096 };

/** What channels keep: marks of letters said, cards that can be changed, ids that were used, tries. A code for a resident is good for a year. */
const CHANNEL_DAYS = { 'said:': 7, 'group:': 2, 'card:': 4, 'intake:': 2, 'bind-tries:': 2, 'bind:': 366, 'bound:': 366, 'bind-room:': 8, 'bound-room:': 8 };

async function purgeChannels(ledger: Pick<Ledger, 'purge'>, before: (days: number) => Date): Promise<void> {
  for (const [prefix, days] of Object.entries(CHANNEL_DAYS)) await ledger.purge(prefix, before(days));
}

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
    await passes.purge(before(1));
    await ledger.purge('asked:', before(KEEP.askedDays));
    await ledger.purge('consult', before(KEEP.consultDays));
    await ledger.purge('erase:', before(KEEP.eraseDays));
    await ledger.purge('service:', before(KEEP.serviceDays));
    await ledger.purge('doubt:', before(KEEP.doubtDays));
    await ledger.purge('media:', before(KEEP.doubtDays));
    await ledger.purge('picture:', before(KEEP.doubtDays));
    await labelledCases.purge(before(KEEP.caseDays));
    await ledger.purge('collect:', before(KEEP.serviceDays));
    await purgeChannels(ledger, before);
  };
}
