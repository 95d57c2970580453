import { directionBefore, dwellingAfter, gridAfter, institutionAfter, institutionSoonAfter, nameStops, nearWords, phaseAfter, placeEnds, prefixBefore } from '../../locales/lexicon/place-words.ts';
import { overlap, type Span } from '../span.ts';
import type { PlaceName } from '../understanding.ts';
import { type DirectoryIndex, MOST_SHARING_A_HALF, type Spelling } from './directory-index.ts';
import { withinOneEdit } from './one-edit.ts';
import type { PhraseSeen } from './phrase-index.ts';
import { partsAfter } from './place-parts.ts';
import { isBelieved, mayGoOn, tellsApart } from './short-names.ts';
import { nearSoundOf, soundOf } from './sounds.ts';
import { isEmployerOf, isListedAs } from './spellings.ts';

const AROUND = 12;
const SURE_BY_SOUND = 4;

/** How a place of the directory was recognised in the words. */
export type Recognised = 'name' | 'other-name' | 'sound' | 'near-sound' | 'typo';

/** Why a place is to be asked and not taken: it is only like a name, another is named after it, or the employer may be meant whose people live there. */
export type Doubt = 'similar' | 'another' | 'employer';

/** A place of the directory seen in a text. */
export interface Mention extends Span {
  readonly said: string;
  readonly places: readonly PlaceName[];
  readonly how: Recognised;
  readonly doubt: Doubt | undefined;
  /** Said to be next to it. */
  readonly near: boolean;
}

/** Every place of the directory seen in a text (as comparable gives it), in order: by name, where no name is by sound, else with one typing error. */
export function mentionsIn(index: DirectoryIndex, text: string): Mention[] {
  const named = index.byName.seenIn(text).filter((seen) => isBelieved(seen, text)).map((seen) => namedMention(seen, text));
  const hasPrecise = named.some(isPrecise);
  const heard = soundingMentions(index, text, !hasPrecise).filter((mention) => addsTo(named, mention) && (!hasPrecise || isPlain(mention, text)));
  const all = [...named.filter((mention) => !heard.some((other) => overlap(mention, other))), ...heard];
  const others = all.some(isPrecise) ? [] : mistypedMentions(index, text).filter((mention) => !all.some((other) => overlap(mention, other)));
  return [...all, ...others].sort((one, other) => one.start - other.start);
}

/** Whether it tells more than a community or grid. */
export function isPrecise(mention: Mention): boolean {
  return mention.places.some(({ kind }) => kind !== 'community' && kind !== 'grid');
}

/** Whether it can only be a road. */
export function isRoad(mention: Mention): boolean {
  return mention.places.every(({ kind }) => kind === 'road');
}

/** What sounds like a name within another name is that other name; a longer one is heard rightly. */
function addsTo(named: readonly Mention[], heard: Mention): boolean {
  return named.every((mention) => !overlap(mention, heard) || (heard.start <= mention.start && heard.end > mention.end && heard.doubt === undefined));
}

function isPlain(mention: Mention, text: string): boolean {
  return mention.doubt === undefined || (mention.doubt === 'similar' && partsAfter(text, mention.end)?.building !== undefined);
}

/** A place that is listed by the name said goes before one that is only called so for short. */
function namedMention(seen: PhraseSeen<PlaceName>, text: string): Mention {
  const listed = seen.values.length > 1 ? seen.values.filter((place) => isListedAs(place, seen.phrase)) : [];
  const places = listed.length > 0 ? listed : seen.values;
  const how = places.some(({ name }) => name === seen.phrase) ? 'name' : 'other-name';
  const isCalledSo = mayGoOn(seen, text) || (seen.phrase.length === 2 && dwellingAfter.test(text.slice(seen.end, seen.end + AROUND)));
  const isEmployer = places.every((place) => !isListedAs(place, seen.phrase) && isEmployerOf(place, seen.phrase));
  return mention(text, seen, places, how, isEmployer ? 'employer' : isCalledSo ? 'another' : undefined);
}

function mention(text: string, { start, end }: Span, places: readonly PlaceName[], how: Recognised, doubt: Doubt | undefined): Mention {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return { start, end, said: text.slice(start, end), places, how, doubt: partOfAnother(places, before, after) ? 'another' : doubt, near: nearWords.test(after) };
}

function partOfAnother(places: readonly PlaceName[], before: string, after: string): boolean {
  const isRoad = places.some(({ kind }) => kind === 'road');
  const isCompound = places.some(({ kind }) => kind === 'compound');
  const isLandmark = places.some(({ kind }) => kind === 'landmark');
  if (isRoad && directionBefore.test(before)) return true;
  if ((isRoad || isLandmark) && dwellingAfter.test(after)) return true;
  if (isRoad && gridAfter.test(after)) return true;
  if ((isRoad || isCompound) && startsWith(institutionAfter, after)) return true;
  return isCompound && (prefixBefore.test(before) || institutionSoonAfter.test(after) || startsWith(phaseAfter, after));
}

function startsWith(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function soundingMentions(index: DirectoryIndex, text: string, isAlone: boolean): Mention[] {
  const same = index.bySound().seenIn(soundOf(text)).flatMap((seen) => soundMention(seen, text, 'sound'));
  if (!isAlone) return same;
  const near = index.byNearSound().seenIn(nearSoundOf(text)).flatMap((seen) => soundMention(seen, text, 'near-sound'));
  return [...same, ...near.filter((one) => !same.some((other) => overlap(one, other)))];
}

function soundMention(seen: PhraseSeen<Spelling>, text: string, how: 'sound' | 'near-sound'): Mention[] {
  const said = text.slice(seen.start, seen.end);
  const alike = seen.values.filter((spelling) => spelling.said !== said && !tellsApart(spelling, said));
  const shared = Math.max(0, ...alike.map((spelling) => sharedCharacters(spelling.said, said)));
  const needed = how === 'sound' ? 1 : Math.floor(said.length / 2);
  if (shared < needed) return [];
  const anotherEnd = alike.every((spelling) => endsOtherwise(spelling.said, said));
  const sure = how === 'sound' && !anotherEnd && (said.length >= SURE_BY_SOUND ? shared >= 1 : shared >= 2);
  return [mention(text, seen, distinct(alike.map(({ place }) => place)), how, sure ? undefined : 'similar')];
}

/** 家园 for 嘉苑 is no slip of the voice input: both are how places end. */
function endsOtherwise(name: string, said: string): boolean {
  const end = said.slice(-2);
  return !name.endsWith(end) && placeEnds.some((known) => known === end);
}

function sharedCharacters(one: string, other: string): number {
  let shared = 0;
  for (let at = 0; at < one.length; at++) if (one.charAt(at) === other.charAt(at)) shared++;
  return shared;
}

function mistypedMentions(index: DirectoryIndex, text: string): Mention[] {
  return index.byHalf().seenIn(text).flatMap((seen) => {
    if (seen.values.length > MOST_SHARING_A_HALF) return [];
    const meant = seen.values.flatMap((spelling) => mistyped(spelling, seen, text));
    const first = meant[0];
    return first === undefined ? [] : [mention(text, first, distinct(meant.map(({ place }) => place)), 'typo', first.doubt)];
  });
}

interface Mistyped extends Span {
  readonly place: PlaceName;
  readonly doubt: Doubt;
}

/** Another sign in a name's middle, which does not sound like it, is more often another name than a slip. */
function mistyped(spelling: Spelling, seen: PhraseSeen<Spelling>, text: string): Mistyped[] {
  const name = spelling.said;
  const isFirstHalf = name.startsWith(seen.phrase);
  for (const change of [0, -1, 1]) {
    const length = name.length + change;
    const start = isFirstHalf ? seen.start : seen.end - length;
    if (start < 0 || start + length > text.length || (change < 0 && goesOnBefore(text, start))) continue;
    const said = text.slice(start, start + length);
    if (name !== said && withinOneEdit(name, said)) return tellsApart(spelling, said) ? [] : [{ start, end: start + length, place: spelling.place, doubt: change === 0 ? 'another' : 'similar' }];
  }
  return [];
}

/** What lacks a sign, after another word's sign, is rather a piece of that word. */
function goesOnBefore(text: string, start: number): boolean {
  return start > 0 && !nameStops.has(text.charAt(start - 1));
}

function distinct(places: readonly PlaceName[]): PlaceName[] {
  return [...new Set(places)];
}

/** The grids that the places it may mean lie in. */
export function gridsOf(mention: Mention): Set<string> {
  return new Set(mention.places.flatMap(({ grids }) => grids));
}
