import type { PlaceFound, PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { gridsOf, isPrecise, isRoad, type Mention } from './mentions.ts';
import { type PlaceParts, partsAfter, partsAnywhere, roadNumberAfter } from './place-parts.ts';
import { meant, type Said, saidBy } from './places-meant.ts';
import { toldApart } from './told-apart.ts';
import { unlistedPlace } from './unlisted-place.ts';

const RANK: Record<PlaceName['kind'], number> = { building: 6, crossing: 5, landmark: 4, compound: 4, road: 3, grid: 2, community: 1 };
const MOST_RIVALS = 5;
/** How soon after its community a place is named that lies in it. */
const WITHIN = 12;
/** How soon after a name its building is said, to be one with it. */
const AT_ONCE = 6;

/** The most precise of the places said; asked where another is said that it has nothing to do with; undefined where none is precise. */
export function ofMentions(index: DirectoryIndex, text: string, mentions: readonly Mention[], references: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  if (mentions.length === 0) return undefined;
  const read = mentions.map((mention) => readMention(index, text, toldApart(mention, text), situation));
  const precise = read.filter(({ mention }) => isPrecise(mention));
  const sure = precise.filter(({ mention }) => mention.doubt === undefined);
  const among = sure.length > 0 ? sure : precise;
  const main = among.toSorted((one, other) => rankOf(other) - rankOf(one))[0];
  if (main === undefined) return undefined;
  const narrowing = [...mentions, ...references];
  const guess = meant(index, saidWith(text, main, narrowing, true), situation);
  const rival = among.find((other) => other !== main && !sharesGrid(main.mention, other.mention) && !samePlaces(main.mention, other.mention));
  if (rival === undefined) return guess;
  const other = meant(index, saidWith(text, rival, narrowing, false), situation);
  return { kind: 'unsure', choices: [...placesOf(guess), ...placesOf(other)].slice(0, MOST_RIVALS).map(asRival) };
}

interface ReadMention {
  readonly mention: Mention;
  readonly parts: PlaceParts | undefined;
}

/** A name that is only like one is believed where the building said is there, or the group it is said in. */
function readMention(index: DirectoryIndex, text: string, mention: Mention, situation: Situation): ReadMention {
  const parts = isRoad(mention) ? undefined : partsAfter(text, mention.end);
  return { mention: isBorneOut(index, mention, parts, situation) ? { ...mention, doubt: undefined } : mention, parts };
}

function isBorneOut(index: DirectoryIndex, { doubt, places }: Mention, parts: PlaceParts | undefined, { grid }: Situation): boolean {
  const building = parts?.building;
  const hasBuilding = building !== undefined && places.some(({ placeId }) => index.buildings.has(`${placeId}|${building}`));
  if (doubt === 'employer') return building !== undefined;
  return doubt === 'similar' && (hasBuilding || (grid !== undefined && places.some(({ grids }) => grids.includes(grid))));
}

function mostPrecise(mentions: readonly Mention[]): Mention | undefined {
  return mentions.toSorted((one, other) => kindRank(other) - kindRank(one))[0];
}

function rankOf({ mention, parts }: ReadMention): number {
  return parts?.building === undefined ? kindRank(mention) : RANK.building;
}

function kindRank({ places }: Mention): number {
  return Math.max(...places.map(({ kind }) => RANK[kind]));
}

function saidWith(text: string, { mention, parts }: ReadMention, others: readonly Mention[], isMain: boolean): Said {
  const roadNumber = isRoad(mention) ? roadNumberAfter(text, mention.end) : undefined;
  const end = parts !== undefined && parts.start - mention.end < AT_ONCE ? parts.end : mention.end + (roadNumber?.length ?? 0);
  const elsewhere = isMain && mention.places.some(({ kind }) => kind === 'compound') ? partsAnywhere(text) : undefined;
  const allowedGrids = new Set(others.filter((other) => other.start !== mention.start && !samePlaces(mention, other)).flatMap((other) => [...gridsOf(other)]));
  return { ...saidBy(mention), said: text.slice(mention.start, end), parts: parts ?? elsewhere, roadNumber, allowedGrids };
}

function asRival(place: PlaceFound): PlaceFound {
  return { ...place, confidence: Math.min(place.confidence, 0.5), reasons: [...place.reasons, 'place:several-said'] };
}

function placesOf(guess: PlaceGuess): readonly PlaceFound[] {
  if (guess.kind === 'found') return [guess.place];
  return guess.kind === 'unsure' ? guess.choices : [];
}

function sharesGrid(one: Mention, other: Mention): boolean {
  const grids = gridsOf(one);
  return grids.size === 0 || [...gridsOf(other)].some((grid) => grids.has(grid));
}

function samePlaces(one: Mention, other: Mention): boolean {
  return one.places.some((place) => other.places.includes(place));
}

/** A community or grid, unless something within it is named that nobody listed; undefined where none is said. */
export function imprecise(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const main = mostPrecise(mentions.filter((mention) => !isPrecise(mention)));
  return main === undefined || unlistedPlace(text.slice(main.end, main.end + WITHIN)) !== undefined ? undefined : meant(index, saidBy(main), situation);
}
