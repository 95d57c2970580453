import { calledEndPattern, calledPlatePattern, nearPlatePattern, notPlateAfter, platePatterns } from '../../locales/lexicon/personal-plate-words.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

/** The number plates of a plain text, by their shape, and whatever is called one. */
export function platesIn(text: string): PersonalPiece[] {
  const called = matchesOf(text, calledPlatePattern).filter((match) => isPlate(text, match));
  const found = [...platePatterns.flatMap((pattern) => matchesOf(text, pattern)), ...called, ...matchesOf(text, nearPlatePattern), ...matchesOf(text, calledEndPattern)];
  return found.map(({ start, end }) => pieceOf('plate', text, start, end));
}

function isPlate(text: string, { said, end }: Match): boolean {
  return !/^[A-Za-z]+$/.test(said) && !notPlateAfter.test(text.slice(end, end + 3));
}
