import { masks, namePatterns, notNames } from '../../locales/lexicon/personal-words.ts';
import { plainText } from '../plain-text.ts';
import { birthsIn } from './births-in.ts';
import { contactsIn } from './contacts-in.ts';
import { matchesOf } from './matches-of.ts';
import { numbersIn } from './numbers-in.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';
import { platesIn } from './plates-in.ts';
import { roomsIn } from './rooms-in.ts';

/** Personal data in a text, in order and not overlapping: numbers of people, cards and plates, days of birth, doors, full names. */
export function personalIn(text: string): PersonalPiece[] {
  const plain = plainText(text);
  const pieces = [
    ...contactsIn(plain),
    ...numbersIn(plain),
    ...platesIn(plain),
    ...birthsIn(plain),
    ...roomsIn(plain),
    ...namePatterns.flatMap((pattern) => matchesOf(plain, pattern).map(({ start, end }) => pieceOf('name', plain, start, end))).filter((piece) => !notNames.test(piece.text)),
  ];
  return withoutOverlaps(pieces).map((piece) => ({ ...piece, text: text.slice(piece.start, piece.end) }));
}

/** The text with personal data replaced by what kind it was; public addresses and amounts stay. */
export function maskPersonal(text: string): string {
  return masked(text, personalIn(text));
}

/** The text with the pieces found in it replaced by what kind they were. */
export function masked(text: string, pieces: readonly PersonalPiece[]): string {
  let shown = '';
  let from = 0;
  for (const { kind, start, end } of pieces) {
    shown += text.slice(from, start) + masks[kind];
    from = end;
  }
  return shown + text.slice(from);
}

function withoutOverlaps(pieces: readonly PersonalPiece[]): PersonalPiece[] {
  const kept: PersonalPiece[] = [];
  for (const piece of pieces.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (last === undefined || piece.start >= last.end) kept.push(piece);
    else if (piece.end > last.end) kept[kept.length - 1] = { ...last, end: piece.end };
  }
  return kept;
}
