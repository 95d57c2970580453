import { matches } from '../patterns/matches.ts';
import type { Span } from '../span.ts';

/** Where a pattern matches: its group when it has one, else the whole. */
export interface Match extends Span {
  readonly said: string;
}

/** All matches of a global pattern. */
export function matchesOf(text: string, pattern: RegExp): Match[] {
  return matches(pattern, text).map((match) => {
    const said = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(said);
    return { said, start, end: start + said.length };
  });
}
