import type { DirectoryData, Place } from './directory/directory-data.ts';
import { grouped } from './directory/directory-index.ts';

/** A name of the directory that may be said: of a place, a grid or a community. */
export interface NamedPlace {
  readonly placeId: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: Place['kind'] | 'community' | 'grid';
  readonly grids: readonly string[];
  readonly community?: string | undefined;
  readonly within?: string | undefined;
}

/** Every place, grid and community that can be named, with the community where there is only one. */
export function namedPlaces({ units, grids, places }: DirectoryData): readonly NamedPlace[] {
  const communityOf = new Map(grids.map(({ id, community }) => [id, community]));
  const gridsOf = grouped(grids, ({ community }) => [community]);
  return [
    ...units.filter(({ id }) => gridsOf.has(id)).map(
      (unit): NamedPlace => ({ placeId: unit.id, name: unit.name, otherNames: unit.otherNames, kind: 'community', grids: (gridsOf.get(unit.id) ?? []).map(({ id }) => id), community: unit.id }),
    ),
    ...grids.map((grid): NamedPlace => ({ placeId: grid.id, name: grid.name, otherNames: grid.otherNames, kind: 'grid', grids: [grid.id], community: grid.community, within: grid.community })),
    ...places.map(({ id, ...place }): NamedPlace => ({ placeId: id, ...place, community: only(place.grids.map((grid) => communityOf.get(grid))) })),
  ];
}

function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
