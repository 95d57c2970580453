import { bicyclePlatePatterns, calledEndPattern, calledPlatePattern, carNear, describedPlatePattern, nearPlatePattern, notPlateAfter, notPlateSigns, platePatterns } from '../../locales/lexicon/personal-plate-words.ts';
import { plainFigures } from './figure-runs.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const REACH = 16;
const FEWEST_SIGNS = 4;
const LATIN = /[A-Za-z]/;

/** The number plates of a plain text, by their shape, and whatever is called one. */
export function platesIn(text: string): PersonalPiece[] {
  const called = matchesOf(text, calledPlatePattern).filter((match) => isPlate(text, match));
  const found = [...called, ...endsIn(text), ...(LATIN.test(text) ? shapedIn(text) : [])];
  return found.map(({ start, end }) => pieceOf('plate', text, start, end));
}

function shapedIn(text: string): Match[] {
  const described = matchesOf(text, describedPlatePattern).filter(({ said }) => plainFigures(said).replace(notPlateSigns, '').length >= FEWEST_SIGNS);
  return [...[...platePatterns, nearPlatePattern, ...bicyclePlatePatterns].flatMap((pattern) => matchesOf(text, pattern)), ...described];
}

function endsIn(text: string): Match[] {
  return matchesOf(text, calledEndPattern).filter(({ said, start, end }) => LATIN.test(said) || carNear.test(text.slice(Math.max(0, start - REACH), end + REACH)));
}

function isPlate(text: string, { said, end }: Match): boolean {
  return !/^[A-Za-z]+$/.test(said) && !notPlateAfter.test(text.slice(end, end + 3));
}
