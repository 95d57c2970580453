import type { PlaceName } from '../understanding.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import { beforeBuildingNumber, buildingKeyOf } from './place-parts.ts';
import { nearSoundOf, soundOf } from './sounds.ts';
import { comparable, listedNames, spellingsOf } from './spellings.ts';

const SHORTEST_BY_SOUND = 3;
const SHORTEST_WITH_TYPO = 4;
/** A half of a name that more names share is no evidence of any. */
export const MOST_SHARING_A_HALF = 60;

/** A way to say a place of the directory. */
export interface Spelling {
  readonly said: string;
  readonly place: PlaceName;
}

/** The directory, ready to be looked up by what residents say. */
export interface DirectoryIndex {
  readonly byName: PhraseIndex<PlaceName>;
  /** What is asked only where no name is said as it is written; each is made when first asked for, so that a start need not wait for it. */
  readonly bySound: () => PhraseIndex<Spelling>;
  readonly byNearSound: () => PhraseIndex<Spelling>;
  readonly byHalf: () => PhraseIndex<Spelling>;
  readonly byId: () => ReadonlyMap<string, PlaceName>;
  /** The compounds that have a building of some number. */
  readonly withBuilding: () => ReadonlyMap<string, readonly PlaceName[]>;
  /** Buildings by what they lie within and their number: `compound-id|3`. */
  readonly buildings: ReadonlyMap<string, readonly PlaceName[]>;
  /** The compounds that have buildings with a number, by grid. */
  readonly compoundsOfGrid: ReadonlyMap<string, readonly PlaceName[]>;
  readonly roadsOfGrid: ReadonlyMap<string, readonly PlaceName[]>;
  readonly gridNames: ReadonlyMap<string, PlaceName>;
  readonly crossings: readonly PlaceName[];
}

/** Indexes a directory; 20,000 names take well under a second. */
export function indexDirectory(names: readonly PlaceName[]): DirectoryIndex {
  const index = emptyIndex(names);
  for (const place of names) indexPlace(index, place);
  return index;
}

interface GrowingIndex extends DirectoryIndex {
  readonly buildings: Map<string, PlaceName[]>;
  readonly compoundsOfGrid: Map<string, PlaceName[]>;
  readonly roadsOfGrid: Map<string, PlaceName[]>;
  readonly gridNames: Map<string, PlaceName>;
  readonly crossings: PlaceName[];
}

function emptyIndex(names: readonly PlaceName[]): GrowingIndex {
  const spellings = once(() => spellingsByEar(names));
  const byId = once(() => new Map(names.map((place) => [place.placeId, place])));
  const buildings = new Map<string, PlaceName[]>();
  return {
    byName: createPhraseIndex(),
    bySound: once(() => indexBy(spellings(), SHORTEST_BY_SOUND, (said) => [soundOf(said)])),
    byNearSound: once(() => indexBy(spellings(), SHORTEST_BY_SOUND, (said) => [nearSoundOf(said)])),
    byHalf: once(() => indexBy(spellings(), SHORTEST_WITH_TYPO, halvesOf)),
    byId,
    withBuilding: once(() => compoundsByBuilding(buildings, byId())),
    buildings,
    compoundsOfGrid: new Map(),
    roadsOfGrid: new Map(),
    gridNames: new Map(),
    crossings: [],
  };
}

function indexPlace(index: GrowingIndex, place: PlaceName): void {
  if (place.kind === 'building' && indexBuilding(index, place)) return;
  if (place.kind === 'compound') for (const grid of place.grids) push(index.compoundsOfGrid, grid, place);
  if (place.kind === 'road') for (const grid of place.grids) push(index.roadsOfGrid, grid, place);
  if (place.kind === 'crossing') index.crossings.push(place);
  if (place.kind === 'grid') index.gridNames.set(place.placeId, place);
  for (const spelling of spellingsOf(place)) index.byName.add(spelling, place);
}

function indexBuilding(index: GrowingIndex, place: PlaceName): boolean {
  let numbered = false;
  for (const name of listedNames(place).map(comparable)) {
    const key = buildingKeyOf(name);
    if (key === undefined) continue;
    numbered = true;
    for (const within of withinOf(index, place, name)) push(index.buildings, `${within}|${key}`, place);
  }
  return numbered;
}

function withinOf(index: GrowingIndex, place: PlaceName, name: string): string[] {
  if (place.within !== undefined) return [place.within];
  const compound = beforeBuildingNumber(name);
  if (compound.length < 2) return [];
  const known = index.byName.valuesOf(compound);
  if (known.length > 0) return known.map((one) => one.placeId);
  const implied: PlaceName = { ...place, placeId: `${compound}*`, name: compound, otherNames: [], kind: 'compound' };
  index.byName.add(compound, implied);
  return [implied.placeId];
}

/** Grids and buildings are not looked for by how they sound. */
function spellingsByEar(names: readonly PlaceName[]): Spelling[] {
  return names.flatMap((place) => (place.kind === 'grid' || place.kind === 'building' ? [] : spellingsOf(place).map((said) => ({ said, place }))));
}

function indexBy(spellings: readonly Spelling[], shortest: number, phrasesOf: (said: string) => readonly string[]): PhraseIndex<Spelling> {
  const index = createPhraseIndex<Spelling>();
  for (const spelling of spellings) {
    if (spelling.said.length < shortest) continue;
    for (const phrase of phrasesOf(spelling.said)) index.add(phrase, spelling);
  }
  return index;
}

function compoundsByBuilding(buildings: ReadonlyMap<string, readonly PlaceName[]>, byId: ReadonlyMap<string, PlaceName>): Map<string, PlaceName[]> {
  const compounds = new Map<string, PlaceName[]>();
  for (const key of buildings.keys()) {
    const bar = key.lastIndexOf('|');
    const compound = byId.get(key.slice(0, bar));
    if (compound !== undefined) push(compounds, key.slice(bar + 1), compound);
  }
  return compounds;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** One wrong, missing or extra character leaves one half of a name intact. */
function halvesOf(said: string): readonly string[] {
  const middle = Math.floor(said.length / 2);
  return [said.slice(0, middle), said.slice(middle)];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (known.at(-1) !== value) known.push(value);
}
