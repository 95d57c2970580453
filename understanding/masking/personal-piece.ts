import type { PersonalKind } from '../../locales/lexicon/personal-words.ts';
import type { Span } from '../span.ts';

/** A piece of personal data in a text, by position. */
export interface PersonalPiece extends Span {
  readonly kind: PersonalKind;
  readonly text: string;
}

/** The piece of this kind between two places of a text. */
export function pieceOf(kind: PersonalKind, text: string, start: number, end: number): PersonalPiece {
  return { kind, text: text.slice(start, end), start, end };
}
