const COLOURS = 12;

/** The character an avatar shows: the last of the name. */
export function lastCharacter(name: string): string {
  return [...name.replace(/[\s)\]）】]+$/u, '')].at(-1)?.toUpperCase() ?? '';
}

/** A number from 0 to 11 that stays the same for the same id. */
export function colourOf(id: string): number {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % COLOURS;
}
