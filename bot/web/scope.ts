import type { Directory } from '../../domain/directory/directory.ts';
import { isSeenBy } from '../../handlers/acting/concerned.ts';
import type { DemandStore, KeptDemand } from '../../handlers/ports/demands.ts';
import type { Caller } from '../../web/deps.ts';

/** The units whose matters a caller sees: a person those of the own units and of those below; undefined for the administrator, who sees all. */
export function scopeOf(directory: Directory, caller: Caller): readonly string[] | undefined {
  if (caller.kind === 'admin') return undefined;
  return caller.units.flatMap((unit) => [unit, ...directory.unitsBelow(unit).map(({ id }) => id)]);
}

/** The same, to be asked whether a unit is among them. */
export function scopeSet(directory: Directory, caller: Caller): ReadonlySet<string> | undefined {
  const units = scopeOf(directory, caller);
  return units && new Set(units);
}

interface Seeing {
  readonly demands: Pick<DemandStore, 'idOf' | 'load'>;
}

/** The demand that a number belongs to now; undefined when there is none, or the caller may not see it. */
export async function visible({ demands }: Seeing, directory: Directory, no: string, caller: Caller): Promise<KeptDemand | undefined> {
  const id = await demands.idOf(no);
  return id === undefined ? undefined : visibleById({ demands }, directory, id, caller);
}

/** The demand with this id, also where it was merged into another. */
export async function visibleById({ demands }: Seeing, directory: Directory, id: string, caller: Caller): Promise<KeptDemand | undefined> {
  const stored = await demands.load(id);
  return stored !== undefined && isSeenBy(scopeSet(directory, caller), stored.state) ? stored : undefined;
}
