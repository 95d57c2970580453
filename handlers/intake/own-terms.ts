const LONGEST = 40;
const SHORTEST = 4;
const SHORTEST_PLACE = 2;
const LONGEST_PLACE = 80;
const OWN_SHARE = 0.6;
const GAPS = /[\s\p{P}\p{S}\p{C}]+/gu;

/** A line about a text in its own terms, personal data masked; undefined when it is too long, too short, or mostly says what the text does not. */
export function ownTerms(line: string, text: string, maskPersonal: (text: string) => string): string | undefined {
  const masked = maskPersonal(line.replace(/[\s\p{C}]+/gu, ' ').trim());
  const letters = Array.from(masked.replace(GAPS, ''));
  if (Array.from(masked).length > LONGEST || letters.length < SHORTEST) return undefined;
  const said = new Set(Array.from(text.toLowerCase()));
  const own = letters.filter((letter) => said.has(letter.toLowerCase())).length;
  return own >= OWN_SHARE * letters.length ? masked : undefined;
}

/** Whether words stand in a text, however they are spaced and punctuated. */
export function saidIn(text: string, words: string): boolean {
  const squeezed = words.replace(GAPS, '');
  return squeezed.length >= SHORTEST_PLACE && words.length <= LONGEST_PLACE && text.replace(GAPS, '').includes(squeezed);
}
