import { masks, namePatterns, notNames, type PersonalKind, personalPatterns, roomPatterns } from '../../locales/lexicon/personal-words.ts';
import { plainText } from '../plain-text.ts';

/** A piece of personal data in a text, by position. */
export interface PersonalPiece {
  readonly kind: PersonalKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Personal data in a text, in order and not overlapping: numbers of people, cards and plates, full names, rooms. */
export function personalIn(text: string): PersonalPiece[] {
  const plain = plainText(text);
  const pieces = [
    ...personalPatterns.flatMap(({ kind, pattern }) => matched(plain, kind, pattern)),
    ...namePatterns.flatMap((pattern) => matched(plain, 'name', pattern)).filter((piece) => !notNames.test(piece.text)),
    ...roomPatterns.flatMap((pattern) => matched(plain, 'room', pattern)),
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

/** Runs the pattern itself: matchAll would make a copy of it for each text, which costs more than the search. */
function matched(text: string, kind: PersonalKind, pattern: RegExp): PersonalPiece[] {
  const pieces: PersonalPiece[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const personal = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(personal);
    pieces.push({ kind, text: personal, start, end: start + personal.length });
  }
  return pieces;
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
