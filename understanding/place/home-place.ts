import { homeWords } from '../../locales/lexicon/place-words.ts';
import type { PlaceFound, PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { partsAnywhere } from './place-parts.ts';
import { genericPlace } from './unlisted-place.ts';

const AT_HOME = 0.9;
const NEAR_HOME = 0.7;
const IN_THE_GROUPS_GRID = 0.6;


/** The speaker's known home, as much of it as was said: compound, building or flat; undefined when not said or not known. */
export function homePlace(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess | undefined {
  const near = homeWords.near.exec(text);
  if (near !== null) return nearHome(index, near[0], situation);
  const { home } = situation;
  if (home === undefined) return undefined;

  const compound = homeWords.compound.exec(text)?.[0];
  if (compound !== undefined) return { kind: 'found', place: inHomeCompound(index, text, compound, home) };
  const building = homeWords.building.exec(text)?.[0];
  if (building !== undefined) return { kind: 'found', place: at({ ...home, room: undefined }, building, AT_HOME, 'place:home-building') };
  const room = homeWords.room.exec(text)?.[0];
  return room === undefined ? undefined : { kind: 'found', place: at(home, room, AT_HOME, 'place:home') };
}

/** The grid of the group the words were said in, when nothing else tells the place. */
export function groupPlace(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess | undefined {
  const { grid } = situation;
  if (grid === undefined) return undefined;
  const said = genericPlace(text) ?? '';
  return { kind: 'found', place: inGrid(index, grid, said, situation.community, IN_THE_GROUPS_GRID, 'place:group-grid') };
}

function nearHome(index: DirectoryIndex, said: string, situation: Situation): PlaceGuess | undefined {
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

function inHomeCompound(index: DirectoryIndex, text: string, said: string, home: PlaceFound): PlaceFound {
  const known = home.placeId === undefined ? undefined : index.byId().get(home.placeId);
  const compound = known?.kind === 'building' && known.within !== undefined ? index.byId().get(known.within) : known;
  const building = partsAnywhere(text)?.building;
  const listed = building === undefined || compound === undefined ? undefined : index.buildings.get(`${compound.placeId}|${building}`)?.[0];
  const grid = listed?.grids[0] ?? home.grid;
  return {
    said,
    name: listed?.name ?? compound?.name ?? home.name,
    placeId: listed?.placeId ?? compound?.placeId ?? home.placeId,
    grid,
    community: home.community,
    building,
    confidence: AT_HOME,
    reasons: ['place:home-compound'],
  };
}

function inGrid(index: DirectoryIndex, grid: string, said: string, community: string | undefined, confidence: number, reason: string): PlaceFound {
  const known = index.gridNames.get(grid);
  return { said, name: known?.name ?? grid, placeId: known?.placeId, grid, community: known?.community ?? community, confidence, reasons: [reason] };
}

function at(home: PlaceFound, said: string, confidence: number, reason: string): PlaceFound {
  return { ...home, said, confidence, reasons: [reason] };
}
