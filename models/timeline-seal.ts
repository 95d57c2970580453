import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** What seals an entry into its place. */
export interface Sealed {
  readonly seq: number;
  /** SHA-256, in hex, over the hash before and everything else in the entry. */
  readonly hash: string;
}

/** Whether a timeline is as it was written; else the first entry that is not, and why. */
export type TimelineCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly seq: number; readonly why: 'altered' | 'dropped' | 'inserted' | 'reordered' };

/** Chains entries to the hash before them (undefined for the first): each gains a hash that stands for all up to it. */
export function sealEntries<E extends { readonly seq: number }>(previousHash: string | undefined, entries: readonly E[]): (E & Sealed)[] {
  let previous = previousHash;
  return entries.map((entry) => {
    const hash = hashOf(previous, entry);
    previous = hash;
    return { ...entry, hash };
  });
}

/**
 * Says whether a timeline is the one that was sealed, or where it first is not. Entries cut from the end are
 * found only when the number of entries there should be is given.
 */
export function checkTimeline(entries: readonly Sealed[], length = entries.length): TimelineCheck {
  const misplaced = placeFault(entries, length);
  if (misplaced !== undefined) return misplaced;
  let previous: string | undefined;
  for (const entry of entries) {
    if (hashOf(previous, entry) !== entry.hash) return { ok: false, seq: entry.seq, why: 'altered' };
    previous = entry.hash;
  }
  return { ok: true };
}

function placeFault(entries: readonly Sealed[], length: number): TimelineCheck | undefined {
  const seqs = entries.map(({ seq }) => seq);
  const expected = Array.from({ length: Math.max(length, 0) }, (_, nth) => nth + 1);
  const missing = expected.find((seq) => !seqs.includes(seq));
  if (missing !== undefined) return { ok: false, seq: missing, why: 'dropped' };
  const extra = seqs.find((seq, nth) => seqs.indexOf(seq) !== nth || !Number.isInteger(seq) || seq < 1 || seq > length);
  if (extra !== undefined) return { ok: false, seq: extra, why: 'inserted' };
  const strayed = seqs.find((seq, nth) => seq !== nth + 1);
  return strayed === undefined ? undefined : { ok: false, seq: strayed, why: 'reordered' };
}

function hashOf(previous: string | undefined, entry: object): string {
  const sealed = Object.entries(entry).filter(([field]) => field !== 'hash');
  return createHash('sha256').update(canonicalJson({ entry: Object.fromEntries(sealed), prev: previous ?? null })).digest('hex');
}
