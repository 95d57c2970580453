import { clauseBegin, clauseEnd, kindWeights, LEAST_WEIGHT, type Sign, signs } from '../../locales/lexicon/when-matter-words.ts';
import { isIn } from '../patterns/matches.ts';
import type { Piece } from './piece.ts';

const REACH = 14;
/** What is told later in a text is a little less likely the matter's own. */
const LATER = 0.2;

/** The time most likely the matter's own; undefined when none is likely. */
export function likeliest(text: string, pieces: readonly Piece[]): Piece | undefined {
  if (pieces.length === 0) return undefined;
  const heard = signs.filter(({ where, words }) => where !== 'text' || isIn(words, text));
  let best: Piece | undefined;
  let most = LEAST_WEIGHT;
  for (const [place, piece] of pieces.entries()) {
    const weight = weightOf(text, piece, heard) - place * LATER;
    if (weight < most || (weight === most && best !== undefined)) continue;
    best = piece;
    most = weight;
  }
  return best;
}

function weightOf(text: string, piece: Piece, heard: readonly Sign[]): number {
  const around = aroundOf(text, piece);
  let weight = kindWeights[piece.kind];
  for (const { where, words, weight: more, kinds } of heard) {
    if ((kinds === undefined || kinds.includes(piece.kind)) && (where === 'text' || words.test(around[where]))) weight += more;
  }
  return weight;
}

function aroundOf(text: string, { start, end }: Piece): Record<Exclude<Sign['where'], 'text'>, string> {
  const before = clauseEnd.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
  const after = clauseBegin.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return { before, after, clause: `${before} ${after}`, said: text.slice(start, end) };
}
