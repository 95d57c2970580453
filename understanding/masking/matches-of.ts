/** Where a pattern matches: its group when it has one, else the whole. */
export interface Match {
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

/** All matches of a global pattern. It runs the pattern itself: matchAll would make a copy of it for each text, which costs more than the search. */
export function matchesOf(text: string, pattern: RegExp): Match[] {
  const matches: Match[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const said = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(said);
    matches.push({ said, start, end: start + said.length });
  }
  return matches;
}
