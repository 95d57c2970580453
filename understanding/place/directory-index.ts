import { countingWords } from '../../locales/lexicon/number-words.ts';
import { droppedEnds, phaseEnd } from '../../locales/lexicon/place-words.ts';
import { plainText } from '../plain-text.ts';
import type { PlaceName } from '../understanding.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import { beforeBuildingNumber, buildingKeyOf } from './place-parts.ts';
import { nearSoundOf, soundOf } from './sounds.ts';

const SHORTEST_BY_SOUND = 3;
const SHORTEST_WITH_TYPO = 4;
/** A half of a name that more names share is no evidence of any. */
export const MOST_SHARING_A_HALF = 60;
const SMALL = /[a-z]/;
const NUMBER = /[1-9一二三四五六七八九]/;
/** What a name must have to be said in another way: most have none of it, and a start is quicker for knowing. */
const SAID_OTHERWISE = new RegExp(`${NUMBER.source}|${phaseEnd.source}|(?:${droppedEnds.join('|')})$`);

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

/** Upper case and plain, so that b3栋 and Ｂ３栋 are the same. */
export function comparable(text: string): string {
  const plain = plainText(text);
  return SMALL.test(plain) ? plain.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : plain;
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
  return {
    byName: createPhraseIndex(),
    bySound: once(() => indexBy(spellings(), SHORTEST_BY_SOUND, (said) => [soundOf(said)])),
    byNearSound: once(() => indexBy(spellings(), SHORTEST_BY_SOUND, (said) => [nearSoundOf(said)])),
    byHalf: once(() => indexBy(spellings(), SHORTEST_WITH_TYPO, halvesOf)),
    byId: once(() => new Map(names.map((place) => [place.placeId, place]))),
    buildings: new Map(),
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
  for (const name of [place.name, ...place.otherNames].map(comparable)) {
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

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** One wrong, missing or extra character leaves one half of a name intact. */
function halvesOf(said: string): readonly string[] {
  const middle = Math.floor(said.length / 2);
  return [said.slice(0, middle), said.slice(middle)];
}

function spellingsOf(place: PlaceName): string[] {
  const spellings: string[] = [];
  noteSpellings(spellings, place.name);
  for (const other of place.otherNames) noteSpellings(spellings, other);
  return spellings;
}

function noteSpellings(spellings: string[], listed: string): void {
  const name = comparable(listed);
  noteSpelling(spellings, name);
  if (!SAID_OTHERWISE.test(name)) return;
  noteSpelling(spellings, withoutEnd(name));
  noteSpelling(spellings, withoutPhase(name));
  if (NUMBER.test(name)) for (const spelling of otherNumbers(name)) noteSpelling(spellings, spelling);
}

function noteSpelling(spellings: string[], spelling: string): void {
  if (spelling.length >= 2 && !spellings.includes(spelling)) spellings.push(spelling);
}

function withoutEnd(name: string): string {
  const end = droppedEnds.find((dropped) => name.endsWith(dropped));
  const rest = end === undefined ? name : name.slice(0, -end.length);
  return rest.length >= 3 ? rest : name;
}

function withoutPhase(name: string): string {
  const rest = name.replace(phaseEnd, '');
  return rest.length >= 3 ? rest : name;
}

function otherNumbers(name: string): string[] {
  const inFigures = name.replace(/[一二三四五六七八九](?=期|区|号|村|小|中)/g, (word) => String(countingWords.findIndex((one) => one === word)));
  const inWords = name.replace(/(?<!\d)[1-9](?!\d)/g, (figure) => countingWords[Number(figure)] ?? figure);
  return [inFigures, inWords];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (known.at(-1) !== value) known.push(value);
}
