import { beginsAfter, birthDatePattern, bornAfter, bornBefore, bornLately, bornSoon, calledBirthPattern, dayLongAgo, dayOfLastCentury, happenedAfter, nameBefore, personBefore, personNear, personNumberBefore, standsAlone, whoseDay } from '../../locales/lexicon/personal-birth-words.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const REACH = 16;
const FAR = 30;

/** The days somebody was born on, said as such in a plain text; a year alone tells nobody apart. */
export function birthsIn(text: string): PersonalPiece[] {
  const days = matchesOf(text, birthDatePattern).filter((match) => isBirth(text, match));
  return [...days, ...matchesOf(text, calledBirthPattern)].map(({ start, end }) => pieceOf('birth', text, start, end));
}

function isBirth(text: string, { said, start, end }: Match): boolean {
  const after = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - REACH), start);
  if (bornAfter.test(after) || bornBefore.test(before)) return true;
  if (dayOfLastCentury.test(said) && (bornSoon.test(after) || bornLately.test(before))) return true;
  if (!standsAlone.test(after)) return false;
  const isNamed = nameBefore.test(before) && !happenedAfter.test(after);
  if (dayLongAgo.test(said) && (personNumberBefore.test(before) || (isNamed && isRegistered(text, start, end)))) return true;
  const isWhose = whoseDay.test(after);
  if (!dayOfLastCentury.test(said)) return isWhose && personBefore.test(before);
  return personBefore.test(before) || isNamed || (isWhose && beginsAfter.test(before));
}

function isRegistered(text: string, start: number, end: number): boolean {
  return personNear.test(text.slice(Math.max(0, start - FAR), end + FAR));
}
