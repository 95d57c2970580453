import { createLogIndex } from '../../bot/sandbox/log-index.ts';
import type { Entry, NewEntry, SandboxLog } from '../../bot/sandbox/log.ts';

/** A sandbox log that is gone with the process. */
export function memorySandboxLog(): SandboxLog {
  const entries = new Map<number, Entry>();
  const index = createLogIndex();
  let lastSeq = 0;

  function append(content: NewEntry): Promise<Entry> {
    const known = bySeq(content.key === undefined ? undefined : index.seqOfKey(content.key));
    if (known !== undefined) return Promise.resolve(known);
    lastSeq++;
    const entry: Entry = { seq: lastSeq, id: `memory-${lastSeq}`, ...content };
    entries.set(entry.seq, entry);
    index.add(entry);
    return Promise.resolve(entry);
  }

  function bySeq(seq: number | undefined): Entry | undefined {
    return seq === undefined ? undefined : entries.get(seq);
  }

  function all(seqs: readonly number[]): Promise<Entry[]> {
    return Promise.resolve(seqs.map(bySeq).filter((entry) => entry !== undefined));
  }

  return {
    append,
    since: (chat, after, limit) => all(index.seqsSince(chat, after, limit)),
    byId: (id) => Promise.resolve(bySeq(index.seqOf(id))),
    byKey: (key) => Promise.resolve(bySeq(index.seqOfKey(key))),
    last: (limit, but) => all(index.lastSeqs(limit, but)),
    close: () => Promise.resolve(),
  };
}
