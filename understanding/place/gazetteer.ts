import { crossingAfter, crossingBetween, crossingLabel, stretchBetween } from '../../locales/lexicon/place-words.ts';
import type { PlaceFound, PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import { comparable, type DirectoryIndex, indexDirectory } from './directory-index.ts';
import { groupPlace, homePlace } from './home-place.ts';
import { isPrecise, type Mention, mentionsIn } from './mentions.ts';
import { type PlaceParts, partsAfter, partsAnywhere, roadNumberAfter } from './place-parts.ts';
import { meant, type Said, saidBy } from './places-meant.ts';
import { genericPlace, unlistedPlace } from './unlisted-place.ts';

const RANK: Record<PlaceName['kind'], number> = { building: 6, crossing: 5, landmark: 4, compound: 4, road: 3, grid: 2, community: 1 };

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

function findPlace(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess {
  const mentions = relevant(mentionsIn(index, text));
  const crossing = crossingOf(index, text, mentions, situation);
  if (crossing !== undefined) return crossing;

  const main = mostPrecise(mentions);
  if (main !== undefined && isPrecise(main)) return ofMention(index, text, main, mentions, situation);

  const home = homePlace(index, text, situation);
  if (home !== undefined) return home;
  const building = buildingAlone(index, text, mentions, situation);
  if (building !== undefined) return building;
  if (main !== undefined) return meant(index, saidBy(main), situation);

  const said = unlistedPlace(text);
  if (said !== undefined) return { kind: 'unknown', said };
  return groupPlace(index, text, situation) ?? { kind: 'unknown', said: genericPlace(text) };
}

function relevant(mentions: readonly Mention[]): readonly Mention[] {
  const others = mentions.filter(({ introducesHome }) => !introducesHome);
  return others.some(isPrecise) ? others : mentions;
}

function mostPrecise(mentions: readonly Mention[]): Mention | undefined {
  return mentions.toSorted((one, other) => rankOf(other) - rankOf(one))[0];
}

function rankOf(mention: Mention): number {
  return Math.max(...mention.places.map(({ kind }) => RANK[kind]));
}

function ofMention(index: DirectoryIndex, text: string, main: Mention, mentions: readonly Mention[], situation: Situation): PlaceGuess {
  const rivals = mentions.filter((other) => other !== main && isPrecise(other) && !sharesGrid(main, other) && !samePlaces(main, other));
  const guess = meant(index, withParts(text, main, mentions), situation);
  const rival = rivals[0];
  if (rival === undefined) return guess;

  const other = meant(index, withParts(text, rival, mentions), situation);
  return { kind: 'unsure', choices: [...placesOf(guess), ...placesOf(other)].slice(0, 5).map(asRival) };
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

function gridsOf(mention: Mention): Set<string> {
  return new Set(mention.places.flatMap(({ grids }) => grids));
}

function withParts(text: string, main: Mention, mentions: readonly Mention[]): Said {
  const isRoad = main.places.every(({ kind }) => kind === 'road');
  const parts = isRoad ? undefined : (partsAfter(text, main.end) ?? partsElsewhere(text, main));
  const roadNumber = isRoad ? roadNumberAfter(text, main.end) : undefined;
  const end = parts !== undefined && parts.start >= main.end && parts.start - main.end < 6 ? parts.end : main.end + (roadNumber?.length ?? 0);
  return { ...saidBy(main), said: text.slice(main.start, end), parts, roadNumber, allowedGrids: gridsOfOthers(main, mentions) };
}

function partsElsewhere(text: string, main: Mention): PlaceParts | undefined {
  const isCompound = main.places.some(({ kind }) => kind === 'compound');
  return isCompound ? partsAnywhere(text) : undefined;
}

function gridsOfOthers(main: Mention, mentions: readonly Mention[]): Set<string> {
  return new Set(mentions.filter((other) => other !== main && !samePlaces(main, other)).flatMap((other) => [...gridsOf(other)]));
}

function buildingAlone(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const parts = partsAnywhere(text);
  if (parts?.building === undefined) return undefined;
  const said = text.slice(parts.start, parts.end);
  const grids = mentions.length > 0 ? mentions.flatMap((mention) => [...gridsOf(mention)]) : [situation.grid ?? situation.home?.grid ?? ''];
  const compounds = [...new Set(grids.flatMap((grid) => index.compoundsOfGrid.get(grid) ?? []))];
  const withIt = compounds.filter((compound) => index.buildings.has(`${compound.placeId}|${parts.building ?? ''}`));
  if (withIt.length === 0) return situation.grid === undefined ? { kind: 'unknown', said } : undefined;
  return meant(index, { said, places: withIt, how: 'other-name', doubtful: false, near: false, parts }, situation);
}

function crossingOf(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const roads = mentions.filter(({ places }) => places.some(({ kind }) => kind === 'road'));
  for (const [at, one] of roads.entries()) {
    const other = roads[at + 1];
    if (other === undefined) return undefined;
    const between = text.slice(one.end, other.start);
    const stretch = stretchBetween.test(between);
    if (!stretch && !(crossingBetween.test(between) && crossingAfter.test(text.slice(other.end, other.end + 8)))) continue;
    return meantByTwo(index, text, one, other, stretch, situation);
  }
  return undefined;
}

function meantByTwo(index: DirectoryIndex, text: string, one: Mention, other: Mention, stretch: boolean, situation: Situation): PlaceGuess {
  const said = text.slice(one.start, other.end);
  const listed = stretch ? [] : listedCrossings(index, one, other);
  if (listed.length > 0) return meant(index, { ...saidBy(one), said, places: listed, doubtful: one.doubtful || other.doubtful }, situation);

  const shared = [...gridsOf(one)].filter((grid) => gridsOf(other).has(grid));
  const [road] = one.places;
  if (road === undefined || shared.length === 0) return { kind: 'unknown', said };
  const crossing: PlaceName = { ...road, name: crossingName(one, other, stretch), grids: shared };
  return meant(index, { ...saidBy(one), said, places: [crossing], doubtful: one.doubtful || other.doubtful }, situation);
}

function crossingName(one: Mention, other: Mention, stretch: boolean): string {
  const names = [one.places[0]?.name ?? one.said, other.places[0]?.name ?? other.said];
  return names.join(crossingLabel.between) + (stretch ? '' : crossingLabel.after);
}

function listedCrossings(index: DirectoryIndex, one: Mention, other: Mention): PlaceName[] {
  return index.crossings.filter((crossing) => namesAny(crossing, one) && namesAny(crossing, other));
}

function namesAny(crossing: PlaceName, road: Mention): boolean {
  return road.places.some(({ name }) => crossing.name.includes(name));
}
