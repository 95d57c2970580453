import { plainText } from '../plain-text.ts';
import type { WhenSaid } from '../understanding.ts';
import { isTold } from './ahead.ts';
import { likeliest } from './choose.ts';
import { instantsOf } from './instants.ts';
import { joined, toAgain, toMoment } from './joined.ts';
import type { Piece } from './piece.ts';
import { piecesIn } from './pieces-in.ts';
import { dayOf } from './shanghai-day.ts';
import { withSince } from './since.ts';

const REACH = 1500;
/** Hours that leave no doubt which day is meant: the last that had them. */
const NARROW = 3;
const MIDNIGHT = 24;

/** When a text says that its matter happens, relative to now in Shanghai; undefined when it says nothing of it. */
export function whenSaid(text: string, now: Date): WhenSaid | undefined {
  const said = text.slice(0, REACH);
  const plain = plainText(said);
  const moments = withSince(plain, joined(plain, piecesIn(plain, dayOf(now)), toMoment));
  const piece = likeliest(plain, joined(plain, moments, toAgain));
  return piece === undefined ? undefined : instantsOf(settled(plain, piece), said.slice(piece.start, piece.end), now);
}

/** A part of the day by itself is one of a certain day only when something is told of it, and it lies in one day. */
function settled(text: string, piece: Piece): Piece {
  if (piece.kind !== 'part' || piece.hours === undefined) return piece;
  const { from, to } = piece.hours;
  const isTwoDays = from < MIDNIGHT && to > MIDNIGHT;
  return isTwoDays || (to - from > NARROW && !isTold(text, piece.end)) ? { ...piece, hours: undefined } : piece;
}
