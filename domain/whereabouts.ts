import type { DirectoryData, Place, Unit } from './directory/directory-data.ts';
import { byId, type Above } from './directory/directory-index.ts';

/** For each tier, the id of the unit that a place or a unit belongs to there. */
export type TierPath = Readonly<Partial<Record<string, string>>>;

/** Where a place, a grid or a unit lies. */
export interface Whereabouts {
  readonly place: (id: string) => Place | undefined;
  readonly path: (where: string) => TierPath;
  /** The ids a dispatch line may name for this spot, most precise first. */
  readonly surroundings: (where: string) => readonly string[];
}

/** Makes the look-ups of where things lie; `above` gives the units above one, nearest first. */
export function createWhereabouts(data: DirectoryData, above: Above): Whereabouts {
  const places = byId(data.places);
  const grids = byId(data.grids);
  const units = byId(data.units);

  function placesFrom(id: string): Place[] {
    const chain: Place[] = [];
    for (let place = places.get(id); place !== undefined && !chain.includes(place); place = places.get(place.within ?? '')) chain.push(place);
    return chain;
  }

  function unitChain(id: string): readonly Unit[] {
    const unit = units.get(grids.get(id)?.community ?? id);
    return unit === undefined ? [] : [unit, ...above(unit.id)];
  }

  function path(where: string): TierPath {
    const parts = places.get(where)?.grids ?? [where];
    return parts.map((part) => principals(unitChain(part))).reduce(shared);
  }

  function surroundings(where: string): string[] {
    const chain = placesFrom(where);
    const parts = chain[0]?.grids ?? [where];
    return [...chain.map(({ id }) => id), ...(parts.length === 1 ? parts : []), ...Object.values(path(where)).flatMap((id) => id ?? [])];
  }

  return { place: (id) => places.get(id), path, surroundings };
}

/** At each tier the uppermost unit of the chain: an office's tier is its street's, and the street stands for it. */
function principals(chain: readonly Unit[]): TierPath {
  return Object.fromEntries(chain.map(({ tier, id }) => [tier, id]));
}

function shared(a: TierPath, b: TierPath): TierPath {
  return Object.fromEntries(Object.entries(a).filter(([tier, id]) => b[tier] === id));
}
