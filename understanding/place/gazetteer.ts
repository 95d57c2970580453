import { administrative } from '../../locales/lexicon/place-words.ts';
import type { PlaceFound, PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import { buildingAlone } from './building-alone.ts';
import { crossingOf } from './crossings.ts';
import { type DirectoryIndex, indexDirectory } from './directory-index.ts';
import { bareHome, groupPlace, ownHome, ownHomeSaid } from './home-place.ts';
import { rolesOf } from './mention-roles.ts';
import { gridsOf, isPrecise, type Mention, mentionsIn } from './mentions.ts';
import { type PlaceParts, partsAfter, partsAnywhere, roadNumberAfter } from './place-parts.ts';
import { meant, type Said, saidBy } from './places-meant.ts';
import { comparable } from './spellings.ts';
import { toldApart } from './told-apart.ts';
import { genericPlace, unlistedPlace } from './unlisted-place.ts';

const RANK: Record<PlaceName['kind'], number> = { building: 6, crossing: 5, landmark: 4, compound: 4, road: 3, grid: 2, community: 1 };
const MOST_RIVALS = 5;
/** How soon after its community a place is named that lies in it. */
const WITHIN = 12;

/** Finds the place a text speaks of. */
export interface Gazetteer {
  /** Never guesses between places that fit equally: those are given to be asked. Never throws. */
  readonly find: (text: string, situation: Situation) => PlaceGuess;
}

/** What may be set of a gazetteer. */
export interface GazetteerOptions {
  /** How many characters of a text are looked at; 4,000 when not set. */
  readonly reach?: number | undefined;
}

/** A gazetteer over the directory's names. */
export function createGazetteer(names: readonly PlaceName[], options: GazetteerOptions = {}): Gazetteer {
  const index = indexDirectory(names);
  const reach = options.reach ?? 4000;
  return {
    find(text, situation) {
      const read = text.slice(0, reach);
      const plain = comparable(read);
      const guess = findPlace(index, plain, situation);
      return plain === read ? guess : asWritten(guess, plain, read);
    },
  };
}

function asWritten(guess: PlaceGuess, plain: string, text: string): PlaceGuess {
  const original = (said: string): string => {
    const start = plain.indexOf(said);
    return start < 0 ? said : text.slice(start, start + said.length);
  };
  if (guess.kind === 'found') return { kind: 'found', place: { ...guess.place, said: original(guess.place.said) } };
  if (guess.kind === 'unsure') return { kind: 'unsure', choices: guess.choices.map((place) => ({ ...place, said: original(place.said) })) };
  return guess.said === undefined ? guess : { kind: 'unknown', said: original(guess.said) };
}

/** What is said outright goes before where the speaker lives, and both before what is only said by the way. */
function findPlace(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess {
  const { matter, homes, asides, references } = rolesOf(text, mentionsIn(index, text));
  return (
    crossingOf(index, text, matter, situation) ??
    ofMentions(index, text, matter, references, situation) ??
    ofMentions(index, text, homes.length > 0 && ownHomeSaid(text) === undefined ? stillThere(text, homes) : homes, [], situation) ??
    ownOrBuilding(index, text, matter, situation) ??
    ofMentions(index, text, stillThere(text, asides), [], situation) ??
    unnamed(index, text, situation) ??
    imprecise(index, text, [...matter, ...homes, ...asides], situation) ??
    notListed(text) ??
    groupPlace(index, text, situation) ?? { kind: 'unknown', said: genericPlace(text) }
  );
}

function ownOrBuilding(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const isKnown = situation.home !== undefined || situation.grid !== undefined;
  const own = isKnown ? ownHomeSaid(text) : undefined;
  const home = own === undefined || isSaidAfterAnother(text, own.at, situation) ? undefined : ownHome(index, text, own, situation);
  return home ?? buildingAlone(index, text, mentions, situation);
}

/** A place with a name of its own, or a building, said before one's home is where the matter is; the office spoken to is not. */
function isSaidAfterAnother(text: string, at: number, { home }: Situation): boolean {
  const before = text.slice(0, at);
  const building = partsAnywhere(before)?.building;
  if (building !== undefined && building !== home?.building) return true;
  const named = unlistedPlace(before);
  return named !== undefined && !administrative.test(named);
}

function unnamed(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess | undefined {
  return unlistedPlace(text) === undefined ? bareHome(index, text, situation) : undefined;
}

/** Where somebody lives, comes from or goes past is of no account once another place is named after it, unless its building is said too. */
function stillThere(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const last = mentions.at(-1);
  const named = last === undefined ? undefined : unlistedPlace(text.slice(last.end));
  if (named === undefined || administrative.test(named)) return mentions;
  return mentions.filter(({ end }) => partsAfter(text, end) !== undefined);
}

/** A community or grid, unless something within it is named that nobody listed. */
function imprecise(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const main = mostPrecise(mentions.filter((mention) => !isPrecise(mention)));
  return main === undefined || unlistedPlace(text.slice(main.end, main.end + WITHIN)) !== undefined ? undefined : meant(index, saidBy(main), situation);
}

function notListed(text: string): PlaceGuess | undefined {
  const said = unlistedPlace(text);
  return said === undefined ? undefined : { kind: 'unknown', said };
}

/** The most precise place said; asked where another is said that it has nothing to do with. */
function ofMentions(index: DirectoryIndex, text: string, mentions: readonly Mention[], references: readonly Mention[], situation: Situation): PlaceGuess | undefined {
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

function isRoad({ places }: Mention): boolean {
  return places.every(({ kind }) => kind === 'road');
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
  const end = parts !== undefined && parts.start - mention.end < 6 ? parts.end : mention.end + (roadNumber?.length ?? 0);
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
