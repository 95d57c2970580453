import { beginsAfter, birthDatePattern, bornAfter, bornBefore, bornLately, bornSoon, calledBirthPattern, dayOfLastCentury, personBefore, standsAlone, whoseDay } from '../../locales/lexicon/personal-birth-words.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const REACH = 16;

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
  const isWhose = whoseDay.test(after);
  return dayOfLastCentury.test(said) ? personBefore.test(before) || (isWhose && beginsAfter.test(before)) : isWhose && personBefore.test(before);
}
