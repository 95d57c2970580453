import { englishSinceBefore, englishUntilNow } from '../../locales/lexicon/when-english.ts';
import { sinceAfter, sinceBefore, untilNext, untilNow } from '../../locales/lexicon/when-since-words.ts';
import { isMoment } from './joined.ts';
import type { Piece } from './piece.ts';

const REACH_BEFORE = 12;
const REACH_AFTER = 24;

/** The pieces with what lasts since one of them, or from one to the next, told from what happened then. */
export function withSince(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  for (const [place, piece] of pieces.entries()) {
    const end = made.at(-1)?.end ?? 0;
    if (piece.start < end) continue;
    made.push(isMoment(piece) ? sinceOf(text, piece, pieces[place + 1]) : piece);
  }
  return made;
}

function sinceOf(text: string, piece: Piece, next: Piece | undefined): Piece {
  const before = text.slice(Math.max(0, piece.start - REACH_BEFORE), piece.start);
  const after = text.slice(piece.end, piece.end + REACH_AFTER);
  const from = sinceBefore.exec(before) ?? englishSinceBefore.exec(before);
  const start = piece.start - (from?.[0].length ?? 0);
  const now = untilNow.exec(after) ?? englishUntilNow.exec(after);
  if (now !== null) return { ...piece, kind: 'since', start, end: piece.end + now[0].length };
  if (next !== undefined && isMoment(next) && next.start >= piece.end && untilNext.test(text.slice(piece.end, next.start))) return fromTo({ ...piece, start }, next, from !== null);
  const begun = sinceAfter.exec(after);
  if (begun === null && from === null) return piece;
  return { ...piece, kind: 'since', start, end: piece.end + (begun?.[0].length ?? 0) };
}

/** From day to day it has lasted; from hour to hour it comes every day. */
function fromTo(piece: Piece, next: Piece, isFrom: boolean): Piece {
  const isDaily = isHour(piece) && isHour(next);
  if (!isDaily) return { ...piece, kind: 'since', end: next.end, until: next };
  return isFrom ? { ...piece, kind: 'each', end: next.end } : { ...piece, end: next.end, until: next };
}

function isHour({ kind }: Piece): boolean {
  return kind === 'clock' || kind === 'part';
}
