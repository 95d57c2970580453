import { isDeepStrictEqual } from 'node:util';
import type { AggregateStore, Kept } from '../../handlers/ports/kept.ts';
import { withoutUndefined } from '../../models/plain-value.ts';
import { checkTimeline } from '../../models/timeline-seal.ts';

/** One thing that is wrong with something kept. */
export type KeptFault = { readonly no: string } & ({ readonly why: 'altered' | 'dropped' | 'inserted' | 'reordered'; readonly seq: number } | { readonly why: 'state' | 'unreadable' });

/** What was looked at, and everything that is wrong. */
export interface KeptVerified {
  readonly count: number;
  readonly entries: number;
  readonly faults: readonly KeptFault[];
}

/** Checks of everything in a store that its timeline is the one that was sealed, and that its state is what the timeline leads to. */
export async function verifyKept<S extends { readonly id: string }, E>({ each }: Pick<AggregateStore<S, E>, 'each'>, fold: (events: readonly E[]) => S): Promise<KeptVerified> {
  const faults: KeptFault[] = [];
  let [count, entries] = [0, 0];
  for await (const { state, version, timeline } of each()) {
    count++;
    entries += timeline.length;
    faults.push(...keptFaults(state.id, { state, version, timeline }, fold));
  }
  return { count, entries, faults };
}

/** What is wrong with one thing kept: its timeline, else its state. */
export function keptFaults<S, E>(no: string, { state, version, timeline }: Kept<S, E>, fold: (events: readonly E[]) => S): KeptFault[] {
  const checked = checkTimeline(timeline, version);
  if (!checked.ok) return [{ no, why: checked.why, seq: checked.seq }];
  if (!isReadable(fold, timeline)) return [{ no, why: 'unreadable' }];
  return isDeepStrictEqual(withoutUndefined(fold(timeline)), withoutUndefined(state)) ? [] : [{ no, why: 'state' }];
}

function isReadable<E>(fold: (events: readonly E[]) => unknown, timeline: readonly E[]): boolean {
  try {
    fold(timeline);
    return true;
  } catch {
    return false;
  }
}
