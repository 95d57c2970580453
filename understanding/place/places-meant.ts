import { buildingLabel } from '../../locales/lexicon/place-words.ts';
import type { PlaceFound, PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import type { DirectoryIndex } from './directory-index.ts';
import type { Mention, Recognised } from './mentions.ts';
import { inFigures, type PlaceParts } from './place-parts.ts';

const MOST_CHOICES = 5;
const SURE = { name: 0.97, 'other-name': 0.95, sound: 0.85, 'near-sound': 0.6, typo: 0.6 } as const satisfies Record<Recognised, number>;
const BY_CONTEXT = 0.85;

/** What is known about a place said: what it may be, and what followed it. */
export interface Said {
  readonly said: string;
  readonly places: readonly PlaceName[];
  readonly how: Recognised;
  readonly doubtful: boolean;
  readonly near: boolean;
  readonly parts?: PlaceParts | undefined;
  readonly roadNumber?: string | undefined;
  /** Grids that other places said in the same breath allow. */
  readonly allowedGrids?: ReadonlySet<string> | undefined;
}

interface Candidate {
  readonly place: PlaceName;
  readonly building: PlaceName | undefined;
  readonly grid: string | undefined;
}

/** What a mention with its parts means: found when one place in one grid is left, else the few to ask about. */
export function meant(index: DirectoryIndex, said: Said, situation: Situation): PlaceGuess {
  const all = thoseWithBuilding(index, said).flatMap((place) => candidatesOf(index, place, said.parts));
  const allowed = keepSome(all, ({ grid }) => grid !== undefined && said.allowedGrids?.has(grid) === true);
  const near = closest(allowed, situation, homeOf(index, situation));
  const narrowed = near.candidates;
  const reasons = reasonsOf(said, all.length, near.byContext);
  const places = narrowed.map((candidate) => foundAt(index, candidate, said, reasons, near.byContext));
  const [only] = places;
  if (only !== undefined && places.length === 1 && !said.doubtful) return { kind: 'found', place: only };
  return { kind: 'unsure', choices: choicesOf(index, all, near.candidates, said, reasons) };
}

/** Of several places by one name those that have the building said, and those of which nobody knows the buildings. */
function thoseWithBuilding(index: DirectoryIndex, { places, parts }: Said): readonly PlaceName[] {
  const building = parts?.building;
  if (building === undefined || places.length < 2) return places;
  const withIt = places.filter(({ placeId }) => index.buildings.has(`${placeId}|${building}`));
  return withIt.length > 0 ? withIt : places;
}

function candidatesOf(index: DirectoryIndex, place: PlaceName, parts: PlaceParts | undefined): Candidate[] {
  const buildings = parts?.building === undefined ? [] : (index.buildings.get(`${place.placeId}|${parts.building}`) ?? []);
  if (buildings.length > 0) return buildings.flatMap((building) => perGrid(place, building, building.grids));
  if (place.kind === 'community' && place.grids.length !== 1) return [{ place, building: undefined, grid: undefined }];
  return perGrid(place, undefined, place.grids);
}

function perGrid(place: PlaceName, building: PlaceName | undefined, grids: readonly string[]): Candidate[] {
  return grids.length === 0 ? [{ place, building, grid: undefined }] : grids.map((grid) => ({ place, building, grid }));
}

function closest(candidates: readonly Candidate[], situation: Situation, homePlaceId: string | undefined): { candidates: readonly Candidate[]; byContext: boolean } {
  if (candidates.length <= 1) return { candidates, byContext: false };
  const inGrid = keepSome(candidates, ({ grid }) => grid !== undefined && grid === situation.grid);
  if (inGrid.length < candidates.length) return { candidates: inGrid, byContext: true };
  const atHome = keepSome(candidates, ({ place }) => place.placeId === homePlaceId);
  if (atHome.length < candidates.length) return { candidates: atHome, byContext: true };
  const community = situation.community ?? situation.home?.community;
  const inCommunity = keepSome(candidates, ({ place }) => place.community !== undefined && place.community === community);
  return { candidates: inCommunity, byContext: inCommunity.length < candidates.length };
}

/** The compound, or what else, that somebody lives in. */
function homeOf(index: DirectoryIndex, { home }: Situation): string | undefined {
  if (home?.placeId === undefined) return undefined;
  const known = index.byId().get(home.placeId);
  return known?.within ?? home.placeId;
}

function keepSome<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const kept = all.filter(fits);
  return kept.length > 0 ? kept : all;
}

function choicesOf(index: DirectoryIndex, all: readonly Candidate[], first: readonly Candidate[], said: Said, reasons: readonly string[]): PlaceFound[] {
  const ordered = [...first, ...all.filter((candidate) => !first.includes(candidate))].slice(0, MOST_CHOICES);
  return ordered.map((candidate) => ({ ...foundAt(index, candidate, said, reasons, false), confidence: round(0.9 / ordered.length) }));
}

function foundAt(index: DirectoryIndex, candidate: Candidate, said: Said, reasons: readonly string[], byContext: boolean): PlaceFound {
  const { place, building, grid } = candidate;
  const community = building?.community ?? place.community ?? (grid === undefined ? undefined : index.gridNames.get(grid)?.community);
  const confidence = Math.min(SURE[said.how], byContext ? BY_CONTEXT : 1) * (said.near ? 0.85 : 1);
  return {
    said: said.said,
    name: nameOf(place, building, said),
    placeId: building?.placeId ?? place.placeId,
    grid,
    community: place.kind === 'community' ? (place.community ?? place.placeId) : community,
    building: said.parts?.building,
    unit: said.parts?.unit,
    room: said.parts?.room,
    confidence: round(confidence),
    reasons: [...reasons, ...(building === undefined ? [] : ['place:building-listed'])],
  };
}

function nameOf(place: PlaceName, building: PlaceName | undefined, said: Said): string {
  if (building !== undefined) return fullName(place, building);
  if (said.parts?.building !== undefined) return `${place.name}${said.parts.building}${buildingLabel}`;
  return place.name + (said.roadNumber === undefined ? '' : inFigures(said.roadNumber));
}

/** A building's name with its compound's. */
export function fullName(compound: PlaceName, building: PlaceName): string {
  return building.name.startsWith(compound.name) ? building.name : compound.name + building.name;
}

function reasonsOf(said: Said, candidates: number, byContext: boolean): string[] {
  const reasons = [`place:by-${said.how}`];
  if (said.parts?.building !== undefined) reasons.push('place:building-said');
  if (said.near) reasons.push('place:near-it');
  if (said.doubtful) reasons.push('place:may-be-another');
  if (candidates > 1) reasons.push(`place:shared-by-${candidates}`);
  if (byContext) reasons.push('place:by-group-or-home');
  return reasons;
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

/** Wraps a mention that nothing else narrows. */
export function saidBy(mention: Mention): Said {
  return { said: mention.said, places: mention.places, how: mention.how, doubtful: mention.doubt !== undefined, near: mention.near };
}
