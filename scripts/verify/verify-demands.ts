import type { Demand } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import type { DemandEvent } from '../../domain/events.ts';
import { fold } from '../../domain/evolve.ts';
import type { DemandStore, KeptDemand } from '../../handlers/ports/demands.ts';
import { keptFaults, type KeptFault } from './verify-kept.ts';

/** One thing that is wrong with a demand. */
export type Fault = KeptFault | { readonly no: string; readonly why: 'number'; readonly number: string; readonly other: string };

/** What was looked at, and everything that is wrong. */
export interface Verified {
  readonly demands: number;
  readonly entries: number;
  readonly numbers: number;
  readonly faults: readonly Fault[];
}

/** Checks of every demand that its timeline is the one that was sealed, that its state is what the timeline leads to, and that no number leads to two demands. */
export async function verifyDemands({ each }: Pick<DemandStore, 'each'>): Promise<Verified> {
  const faults: Fault[] = [];
  const owners = new Map<string, string>();
  let [demands, entries] = [0, 0];
  for await (const stored of each()) {
    demands++;
    entries += stored.timeline.length;
    faults.push(...keptFaults<Demand, DemandEvent>(stored.state.id, stored, fold), ...numbersTaken(stored, owners));
  }
  return { demands, entries, numbers: owners.size, faults };
}

/** A merged demand keeps its own number while its reporters' numbers lead to the lead demand. */
function numbersTaken({ state: demand }: KeptDemand, owners: Map<string, string>): Fault[] {
  const merged = demand.phase.status === 'merged';
  const numbers = merged ? [] : new Set([demand.id, ...present(demand).map(({ no }) => no)]);
  return [...numbers].flatMap((number): Fault[] => {
    const other = owners.get(number);
    owners.set(number, other ?? demand.id);
    return other === undefined ? [] : [{ no: demand.id, why: 'number', number, other }];
  });
}
