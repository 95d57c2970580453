/** Where a text tells of itself beside its matter, at its beginning and its end: a bound on the work too. */
const REACH = 4000;

/** The text, or where it is very long its beginning and its end. */
export function bothEnds(text: string): string {
  return text.length > REACH ? text.slice(0, REACH / 2) + text.slice(-REACH / 2) : text;
}
