import { bareHomeWords, nextBuilding, ownWords } from '../../locales/lexicon/home-words.ts';
import { roadEnds } from '../../locales/lexicon/place-words.ts';
import type { PlaceFound, PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { type PlaceParts, partsAnywhere } from './place-parts.ts';
import { fullName } from './places-meant.ts';
import { genericPlace } from './unlisted-place.ts';

const AT_HOME = 0.9;
const BY_THE_WAY = 0.7;
const NEAR_HOME = 0.7;
/** A building said so soon after one's own is another of the compound: 我们楼对面的6号楼. */
const BESIDE = 5;
const IN_THE_GROUPS_GRID = 0.6;
/** Nearest first: of words that begin together the longer is meant. */
const LEVELS = ['near', 'compound', 'building', 'flat'] as const;

type Level = (typeof LEVELS)[number];

interface HomeSaid {
  readonly level: Level;
  readonly said: string;
  readonly at: number;
}

/** How one's own home was said, as near to it as was said: 我们楼道, 俺小区门口; undefined when not. */
export function ownHomeSaid(text: string): HomeSaid | undefined {
  return firstSaid(text, ownWords);
}

/** The speaker's known home, as much of it as was said: what is near it, compound, building or flat; undefined when not known. */
export function ownHome(index: DirectoryIndex, text: string, said: HomeSaid, situation: Situation): PlaceGuess | undefined {
  if (said.level === 'near' && roadEnds.test(said.said)) return roadNearHome(index, said.said, situation);
  return situation.home === undefined ? undefined : { kind: 'found', place: atHome(index, text, said, situation.home, AT_HOME) };
}

/** The speaker's known home where its parts are spoken of without saying whose (楼道里, 小区西门, 二单元); undefined when none are, or it is not known. */
export function bareHome(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess | undefined {
  const { home } = situation;
  const elsewhere = situation.grid !== undefined && home?.grid !== situation.grid;
  if (home === undefined || elsewhere) return undefined;
  const said = firstSaid(text, bareHomeWords) ?? unitSaid(text);
  return said === undefined ? undefined : { kind: 'found', place: atHome(index, text, said, home, BY_THE_WAY) };
}

/** The compound of the speaker's known home. */
export function homeCompound(index: DirectoryIndex, { home }: Pick<Situation, 'home'>): PlaceName | undefined {
  const known = home?.placeId === undefined ? undefined : index.byId().get(home.placeId);
  return known?.kind === 'building' && known.within !== undefined ? index.byId().get(known.within) : known;
}

/** The grid of the group the words were said in, when nothing else tells the place. */
export function groupPlace(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess | undefined {
  const { grid } = situation;
  if (grid === undefined) return undefined;
  const said = genericPlace(text) ?? '';
  return { kind: 'found', place: inGrid(index, grid, said, situation.community, IN_THE_GROUPS_GRID, 'place:group-grid') };
}

function firstSaid(text: string, words: Partial<Record<Level, RegExp>>): HomeSaid | undefined {
  let first: HomeSaid | undefined;
  for (const level of LEVELS) {
    const match = words[level]?.exec(text);
    if (match === null || match === undefined) continue;
    if (first === undefined || match.index < first.at) first = { level, said: match[0], at: match.index };
  }
  return first;
}

function unitSaid(text: string): HomeSaid | undefined {
  const parts = partsAnywhere(text);
  return parts?.unit === undefined ? undefined : { level: 'building', said: text.slice(parts.start, parts.end), at: parts.start };
}

function atHome(index: DirectoryIndex, text: string, { level, said, at }: HomeSaid, home: PlaceFound, confidence: number): PlaceFound {
  const parts = partsAnywhere(text);
  const isBeside = parts?.building !== undefined && parts.start >= at + said.length && parts.start - at - said.length <= BESIDE;
  if (isBeside) return { ...ofCompound(index, home, parts, said), confidence, reasons: ['place:home-compound'] };
  if (level === 'near') return { ...ofCompound(index, home, undefined, said), confidence: NEAR_HOME, reasons: ['place:near-home'] };
  const isNext = nextBuilding.test(text.slice(at, at + said.length + 2));
  if (level === 'compound' || isNext) return { ...ofCompound(index, home, isNext ? undefined : parts, said), confidence, reasons: ['place:home-compound'] };
  if (level === 'flat') return { ...home, said, confidence, reasons: ['place:home'] };
  return { ...home, ...unitOf(home, parts), said, room: undefined, confidence, reasons: ['place:home-building'] };
}

function unitOf(home: PlaceFound, parts: PlaceParts | undefined): Partial<PlaceFound> {
  return parts?.unit === undefined || (parts.building !== undefined && parts.building !== home.building) ? {} : { unit: parts.unit };
}

function ofCompound(index: DirectoryIndex, home: PlaceFound, parts: PlaceParts | undefined, said: string): Omit<PlaceFound, 'confidence' | 'reasons'> {
  const compound = homeCompound(index, { home });
  const listed = parts?.building === undefined || compound === undefined ? undefined : index.buildings.get(`${compound.placeId}|${parts.building}`)?.[0];
  return {
    said,
    name: compound === undefined ? home.name : listed === undefined ? compound.name : fullName(compound, listed),
    placeId: listed?.placeId ?? compound?.placeId ?? home.placeId,
    grid: listed?.grids[0] ?? home.grid,
    community: home.community,
    building: parts?.building,
  };
}

function roadNearHome(index: DirectoryIndex, said: string, situation: Situation): PlaceGuess | undefined {
  const grid = situation.home?.grid ?? situation.grid;
  if (grid === undefined) return undefined;
  const community = situation.home?.community ?? situation.community;
  const roads = (index.roadsOfGrid.get(grid) ?? []).map((road) => roadInGrid(road, grid, said, community));
  const [only] = roads;
  if (roads.length === 1 && only !== undefined) return { kind: 'found', place: only };
  if (roads.length > 1 && roads.length <= 3) return { kind: 'unsure', choices: roads };
  return { kind: 'found', place: inGrid(index, grid, said, community, NEAR_HOME, 'place:near-home') };
}

function roadInGrid(road: PlaceName, grid: string, said: string, community: string | undefined): PlaceFound {
  return { said, name: road.name, placeId: road.placeId, grid, community: road.community ?? community, confidence: NEAR_HOME, reasons: ['place:road-near-home'] };
}

function inGrid(index: DirectoryIndex, grid: string, said: string, community: string | undefined, confidence: number, reason: string): PlaceFound {
  const known = index.gridNames.get(grid);
  return { said, name: known?.name ?? grid, placeId: known?.placeId, grid, community: known?.community ?? community, confidence, reasons: [reason] };
}
