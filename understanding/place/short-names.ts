import { compoundAfter, continuesName, continuesShort, endsLikePlace, familiarPhrase, measureAfter, namesBefore, namesEnd, placeSignAfter, predicateAfter, tellingSign, weakSignAfter } from '../../locales/lexicon/name-doubt-words.ts';
import type { PlaceName } from '../understanding.ts';
import type { Spelling } from './directory-index.ts';
import type { PhraseSeen } from './phrase-index.ts';
import { nearSoundOf } from './sounds.ts';

const SHORT = 2;
const STILL_SHORT = 3;
const AROUND = 8;

/** Whether a name seen is the place's name there: one of two characters must stand like a name, and not begin a longer one. */
export function isBelieved(seen: PhraseSeen<PlaceName>, text: string): boolean {
  if (seen.phrase.length > SHORT) return !seen.values.every(isNamed) || !goesOn(seen, text.slice(seen.end, seen.end + AROUND));
  const before = text.slice(Math.max(0, seen.start - AROUND), seen.start);
  const after = text.slice(seen.end, seen.end + AROUND);
  if (seen.values.every(({ kind }) => kind === 'landmark') && compoundAfter.test(after)) return false;
  if (continuesShort.test(after) || familiarPhrase.test(after) || measureAfter.get(seen.phrase.charAt(1))?.test(after) === true) return false;
  if (placeSignAfter.test(after) || namesBefore.test(before)) return true;
  return endsLikePlace.test(seen.phrase) && weakSignAfter.test(after);
}

/** What goes on into a road's or works' name, or is a piece of some other word. */
function goesOn({ phrase, values }: PhraseSeen<PlaceName>, after: string): boolean {
  if (continuesName.test(after)) return true;
  return phrase.length <= STILL_SHORT && values.every(({ name }) => name !== phrase) && familiarPhrase.test(after);
}

function isNamed({ kind }: PlaceName): boolean {
  return kind === 'compound' || kind === 'landmark' || kind === 'community';
}

/** Whether a name of two characters may be the beginning of a longer one that nobody listed. */
export function mayGoOn({ phrase, end }: PhraseSeen<PlaceName>, text: string): boolean {
  const after = text.slice(end, end + AROUND);
  return phrase.length <= SHORT && !endsLikePlace.test(phrase) && !placeSignAfter.test(after) && !weakSignAfter.test(after) && !predicateAfter.test(after);
}

/** Whether two names that differ in one sign are two places: 梅园一路 and 梅园三路, 环湖南路 and 环湖北路, or what they are called by sounds otherwise. */
export function tellsApart({ said: name, place }: Spelling, said: string): boolean {
  const at = firstDifference(name, said);
  if (name.length !== said.length) return onlyInsertsSign(name, said, at) || (at >= calledFor(name) && calledFor(name) <= SHORT);
  if (at < 0 || name.slice(at + 1) !== said.slice(at + 1)) return false;
  const [own, other] = [name.charAt(at), said.charAt(at)];
  if (tellingSign.test(own) && tellingSign.test(other)) return true;
  if (nearSoundOf(own) === nearSoundOf(other)) return false;
  return at < calledFor(name) || place.kind !== 'compound' || !namesEnd.test(said);
}

/** How many signs of a name tell how the place is called, and not what it is. */
function calledFor(name: string): number {
  return name.replace(namesEnd, '').length;
}

/** 望江南街 is no slip for 望江街. */
function onlyInsertsSign(name: string, said: string, at: number): boolean {
  const [shorter, longer] = name.length < said.length ? [name, said] : [said, name];
  return tellingSign.test(longer.charAt(at < 0 ? shorter.length : at));
}

function firstDifference(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) if (one.charAt(at) !== other.charAt(at)) return at;
  return -1;
}
