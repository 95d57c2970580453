import { masked } from '../masking/personal-data.ts';
import type { PersonalPiece } from '../masking/personal-piece.ts';
import type { WhenSaid } from '../understanding.ts';

/** The time with the names of people in its words masked: of what has lasted since somebody moved in, the rest is shown to everybody. */
export function nameless(when: WhenSaid | undefined, text: string, personal: readonly PersonalPiece[]): WhenSaid | undefined {
  if (when === undefined) return undefined;
  const start = text.indexOf(when.said);
  const end = start + when.said.length;
  const names = personal.filter((piece) => piece.kind === 'name' && piece.start >= start && piece.end <= end);
  return names.length === 0 ? when : { ...when, said: masked(when.said, names.map((name) => ({ ...name, start: name.start - start, end: name.end - start }))) };
}
