import { chatKey, type Chat } from './log.ts';

/** What the index needs to know of a message. */
export interface Indexed {
  readonly seq: number;
  readonly id: string;
  readonly chat: Chat;
  readonly from: string;
  readonly key?: string | undefined;
}

/** Where messages are found: by id, by letter key, by chat and by speaker. Sequence numbers must be added in rising order. */
export interface LogIndex {
  readonly add: (entry: Indexed) => void;
  readonly seqOf: (id: string) => number | undefined;
  readonly seqOfKey: (key: string) => number | undefined;
  readonly seqsSince: (chat: Chat, after: number, limit: number) => readonly number[];
  readonly lastSeqs: (limit: number, but: string) => readonly number[];
}

/** An index that holds numbers, ids and keys, never texts. */
export function createLogIndex(): LogIndex {
  const ids = new Map<string, number>();
  const keys = new Map<string, number>();
  const chats = new Map<string, number[]>();
  const speakers: { seq: number; from: string }[] = [];

  function add(entry: Indexed): void {
    ids.set(entry.id, entry.seq);
    if (entry.key !== undefined) keys.set(entry.key, entry.seq);
    const seqs = chats.get(chatKey(entry.chat)) ?? [];
    seqs.push(entry.seq);
    chats.set(chatKey(entry.chat), seqs);
    speakers.push({ seq: entry.seq, from: entry.from });
  }

  function seqsSince(chat: Chat, after: number, limit: number): readonly number[] {
    const seqs = chats.get(chatKey(chat)) ?? [];
    const start = firstAbove(seqs, after);
    return seqs.slice(start, start + limit);
  }

  function lastSeqs(limit: number, but: string): readonly number[] {
    const found: number[] = [];
    for (let i = speakers.length - 1; i >= 0 && found.length < limit; i--) {
      const speaker = speakers[i];
      if (speaker !== undefined && speaker.from !== but) found.unshift(speaker.seq);
    }
    return found;
  }

  return { add, seqOf: (id) => ids.get(id), seqOfKey: (key) => keys.get(key), seqsSince, lastSeqs };
}

function firstAbove(seqs: readonly number[], after: number): number {
  let low = 0;
  let high = seqs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seqs[middle] ?? Infinity) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}
