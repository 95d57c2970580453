import { severalTold } from '../../locales/lexicon/split-words.ts';
import type { Boundary } from './boundary-text.ts';

/**
 * Goes through the boundaries between the clauses of a text, from left to right. `begins` says of each, and of the place where it lies, whether another matter begins there:
 * on that depends what the next one finds told.
 */
export function eachBoundary(text: string, [first, ...others]: readonly [string, ...string[]], begins: (boundary: Boundary, from: number) => boolean): void {
  const announced = severalTold.test(text);
  let [told, before, from] = [first, first, first.length];
  for (const clause of others) {
    told = begins({ told, before, clause, rest: text.slice(from), announced }, from) ? clause : told + clause;
    before = clause;
    from += clause.length;
  }
}
