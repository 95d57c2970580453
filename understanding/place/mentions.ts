import {
  directionBefore,
  homeIntroduction,
  institutionAfter,
  nearWords,
  phaseAfter,
  placeEnds,
} from '../../locales/lexicon/place-words.ts';
import type { PlaceName } from '../understanding.ts';
import { type DirectoryIndex, MOST_SHARING_A_HALF, type Spelling } from './directory-index.ts';
import { withinOneEdit } from './one-edit.ts';
import type { PhraseSeen } from './phrase-index.ts';
import { nearSoundOf, soundOf } from './sounds.ts';

const AROUND = 12;
const SURE_BY_SOUND = 4;

/** How a place of the directory was recognised in the words. */
export type Recognised = 'name' | 'other-name' | 'sound' | 'near-sound' | 'typo';

/** A place of the directory seen in a text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  readonly places: readonly PlaceName[];
  readonly how: Recognised;
  /** May be another place of a similar name: to be asked, never taken. */
  readonly doubtful: boolean;
  /** Only said where the speaker lives. */
  readonly introducesHome: boolean;
  /** Said to be next to it. */
  readonly near: boolean;
}

/** Every place of the directory seen in a text (as comparable gives it): by name, else by sound, else with one typing error. */
export function mentionsIn(index: DirectoryIndex, text: string): Mention[] {
  const named = index.byName.seenIn(text).map((seen) => namedMention(seen, text));
  if (named.some(isPrecise)) return named;

  const sounding = soundingMentions(index, text);
  if (sounding.length > 0) return [...named, ...sounding];
  return [...named, ...mistypedMentions(index, text)];
}

/** Whether it tells more than a community or grid. */
export function isPrecise(mention: Mention): boolean {
  return mention.places.some(({ kind }) => kind !== 'community' && kind !== 'grid');
}

function namedMention(seen: PhraseSeen<PlaceName>, text: string): Mention {
  const how = seen.values.some(({ name }) => name === seen.phrase) ? 'name' : 'other-name';
  return mention(text, seen, seen.values, how, false);
}

function mention(text: string, seen: { start: number; end: number }, places: readonly PlaceName[], how: Recognised, doubtful: boolean): Mention {
  const before = text.slice(Math.max(0, seen.start - AROUND), seen.start);
  const after = text.slice(seen.end, seen.end + AROUND);
  return {
    start: seen.start,
    end: seen.end,
    said: text.slice(seen.start, seen.end),
    places,
    how,
    doubtful: doubtful || partOfAnother(places, before, after),
    introducesHome: homeIntroduction.test(before),
    near: nearWords.test(after),
  };
}

function partOfAnother(places: readonly PlaceName[], before: string, after: string): boolean {
  const isRoad = places.some(({ kind }) => kind === 'road');
  const isCompound = places.some(({ kind }) => kind === 'compound');
  if (isRoad && directionBefore.test(before)) return true;
  if ((isRoad || isCompound) && startsWith(institutionAfter, after)) return true;
  return isCompound && startsWith(phaseAfter, after);
}

function startsWith(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function soundingMentions(index: DirectoryIndex, text: string): Mention[] {
  const same = index.bySound().seenIn(soundOf(text)).flatMap((seen) => soundMention(seen, text, 'sound'));
  if (same.length > 0) return same;
  return index.byNearSound().seenIn(nearSoundOf(text)).flatMap((seen) => soundMention(seen, text, 'near-sound'));
}

function soundMention(seen: PhraseSeen<Spelling>, text: string, how: 'sound' | 'near-sound'): Mention[] {
  const said = text.slice(seen.start, seen.end);
  const shared = Math.max(...seen.values.map((spelling) => sharedCharacters(spelling.said, said)));
  const needed = how === 'sound' ? 1 : Math.floor(said.length / 2);
  if (shared < needed) return [];
  const anotherEnd = seen.values.every((spelling) => endsOtherwise(spelling.said, said));
  const sure = how === 'sound' && !anotherEnd && (said.length >= SURE_BY_SOUND ? shared >= 1 : shared >= 2);
  return [mention(text, seen, distinct(seen.values.map(({ place }) => place)), how, !sure)];
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
    return first === undefined ? [] : [mention(text, first, distinct(meant.map(({ place }) => place)), 'typo', true)];
  });
}

function mistyped(spelling: Spelling, seen: PhraseSeen<Spelling>, text: string): { start: number; end: number; place: PlaceName }[] {
  const name = spelling.said;
  const isFirstHalf = name.startsWith(seen.phrase);
  for (const change of [0, -1, 1]) {
    const length = name.length + change;
    const start = isFirstHalf ? seen.start : seen.end - length;
    if (start < 0 || start + length > text.length) continue;
    if (withinOneEdit(name, text.slice(start, start + length))) return [{ start, end: start + length, place: spelling.place }];
  }
  return [];
}

function distinct(places: readonly PlaceName[]): PlaceName[] {
  return [...new Set(places)];
}
