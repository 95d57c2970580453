import type { Demand } from '../../domain/demand.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';

/** Who looks at a demand: the units acted for, and with those below; undefined for who sees all. */
export interface Looker {
  readonly own: readonly string[];
  readonly scope: readonly string[];
}

interface ShownRating {
  readonly unit: string;
}

interface ShownDemand {
  readonly whistles: readonly { readonly callees: readonly { readonly unit: string; readonly ratings: readonly ShownRating[] }[] }[];
}

/** A demand as it is shown, without the callers' marks that are given back to back: only the rater and who stands above both see them. */
export function withoutCalleeRatings<T extends ShownDemand>(mechanism: Mechanism, looker: Looker | undefined, shown: T): T {
  if (looker === undefined || mechanism.rateCallees.named) return shown;
  const whistles = shown.whistles.map((whistle) => ({
    ...whistle,
    callees: whistle.callees.map((callee) => ({ ...callee, ratings: callee.ratings.filter(({ unit }) => maySee(looker, unit, callee.unit)) })),
  }));
  return { ...shown, whistles };
}

interface ShownEntry {
  readonly type: string;
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A timeline as it is shown: of marks given back to back only that they were given, with the hash that proves them. */
export function withoutRatingEntries<T extends ShownEntry>(mechanism: Mechanism, looker: Looker | undefined, demand: Demand, entries: readonly T[]): readonly T[] {
  if (looker === undefined || mechanism.rateCallees.named) return [...entries];
  const callers = new Map(demand.whistles.map(({ id, caller }) => [id, caller]));
  return entries.map((entry) => {
    if (entry.type !== 'callee-rated') return entry;
    const { callee, whistle } = entry.data;
    return maySee(looker, callers.get(String(whistle)) ?? '', String(callee)) ? entry : { ...entry, by: '', data: {} };
  });
}

function maySee({ own, scope }: Looker, rater: string, rated: string): boolean {
  return scope.includes(rater) && !own.includes(rated);
}
