import { calledEndPattern, calledPlatePattern, describedPlatePattern, nearPlatePattern, notPlateAfter, platePatterns, plateSigns } from '../../locales/lexicon/personal-plate-words.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const FEWEST_SIGNS = 4;
const LATIN = /[A-Za-z]/;

/** The number plates of a plain text, by their shape, and whatever is called one. */
export function platesIn(text: string): PersonalPiece[] {
  const called = matchesOf(text, calledPlatePattern).filter((match) => isPlate(text, match));
  const found = [...called, ...matchesOf(text, calledEndPattern), ...(LATIN.test(text) ? shapedIn(text) : [])];
  return found.map(({ start, end }) => pieceOf('plate', text, start, end));
}

function shapedIn(text: string): Match[] {
  const described = matchesOf(text, describedPlatePattern).filter(({ said }) => (said.match(plateSigns)?.length ?? 0) >= FEWEST_SIGNS);
  return [...[...platePatterns, nearPlatePattern].flatMap((pattern) => matchesOf(text, pattern)), ...described];
}

function isPlate(text: string, { said, end }: Match): boolean {
  return !/^[A-Za-z]+$/.test(said) && !notPlateAfter.test(text.slice(end, end + 3));
}
