/** All matches of a global pattern that are not empty. It runs the pattern itself: matchAll would make a copy of it for each text, which costs more than the search. */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else found.push(match);
  }
  return found;
}
