import type { DemandStore } from '../ports/demands.ts';
import type { Inbox } from '../ports/inbox.ts';
import type { MediaStore } from '../ports/media.ts';
import type { Now } from '../ports/now.ts';

/** What is needed to drop files that nothing needs any more. */
export interface PurgingMedia {
  readonly media: Pick<MediaStore, 'keptBefore' | 'remove'>;
  readonly demands: Pick<DemandStore, 'mediaInUse'>;
  readonly inbox: Pick<Inbox, 'unhandled'>;
  /** How many days a file stays after its demand is over. */
  readonly keepDays: number;
  readonly now: Now;
}

const DAY_MS = 24 * 3600_000;
/** What may still become part of a demand: overheard talk and pictures nobody has explained go after three days. */
const MAY_BE_WANTED_DAYS = 4;
const WAITING = 100_000;

/** Drops pictures, voices and files of demands that have been over for long enough, and those that never belonged to one; gives how many. */
export function createPurgeMedia({ media, demands, inbox, keepDays, now }: PurgingMedia): () => Promise<number> {
  return async () => {
    const before = (days: number) => new Date(now().getTime() - days * DAY_MS);
    const old: string[] = [];
    for await (const id of media.keptBefore(before(MAY_BE_WANTED_DAYS))) old.push(id);
    if (old.length === 0) return 0;
    const used = await demands.mediaInUse(before(keepDays));
    const waiting = new Set((await inbox.unhandled(WAITING)).flatMap((message) => [...message.media]));
    const gone = old.filter((id) => !used.has(id) && !waiting.has(id));
    for (const id of gone) await media.remove(id);
    return gone.length;
  };
}
