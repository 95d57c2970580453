import { withoutCompound } from '../without-where.ts';
import { bareText } from './bare-text.ts';

/** How much a text speaks for each class, in a list of its own. */
export type ClassScores = (bare: string) => Float64Array;

/** A piece of what somebody wrote with what the classes say of it. */
export interface Piece {
  readonly bare: string;
  readonly scores: Float64Array;
  /** Place of the likeliest class. */
  readonly best: number;
  readonly most: number;
  /** By how much it leads. */
  readonly lead: number;
}

/** Reads a piece of what somebody wrote for its class; a compound before a building's number says nothing of it. */
export function pieceOf(text: string, classScores: ClassScores): Piece {
  const bare = bareText(withoutCompound(text));
  const scores = classScores(bare);
  let best = 0;
  let second = -Infinity;
  for (let at = 1; at < scores.length; at++) {
    second = Math.max(second, Math.min(scores[at] ?? 0, scores[best] ?? 0));
    if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  }
  const most = scores[best] ?? 0;
  return { bare, scores, best, most, lead: most - second };
}

/** How far the classes of two pieces lie from each other: what both lose together when one class must do for both; 0 when they have the same one. */
export function howFarApart(one: Piece, other: Piece): number {
  let most = -Infinity;
  for (let at = 0; at < one.scores.length; at++) most = Math.max(most, (one.scores[at] ?? 0) + (other.scores[at] ?? 0));
  return one.most + other.most - most;
}
