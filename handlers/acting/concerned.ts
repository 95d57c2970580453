import type { Demand } from '../../domain/demand.ts';

/** The units that a demand has to do with: those that hold or held it, those of its place, callers and called. */
export function concernedUnits({ holder, held, facts, whistles }: Demand): ReadonlySet<string> {
  const called = whistles.flatMap(({ caller, callees }) => [caller, ...callees.map(({ unit }) => unit)]);
  return new Set([holder, ...held, ...Object.values(facts.place?.path ?? {}), ...called]);
}

/** Whether one of these units has to do with a demand; without units, everybody has. */
export function isSeenBy(scope: ReadonlySet<string> | undefined, demand: Demand): boolean {
  if (scope === undefined) return true;
  for (const unit of concernedUnits(demand)) if (scope.has(unit)) return true;
  return false;
}
