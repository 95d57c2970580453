import { notEndAfter, numberEndPatterns } from '../../locales/lexicon/personal-number-end-words.ts';
import type { NumberCue } from '../../locales/lexicon/personal-number-words.ts';
import type { PersonalKind } from '../../locales/lexicon/personal-words.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { numberCueBefore } from './number-cue.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const AFTER = 3;
const KINDS: Partial<Readonly<Record<NumberCue, PersonalKind>>> = { phone: 'phone', where: 'phone', 'bank-card': 'bank-card', 'id-card': 'id-card', passport: 'passport' };

/** The ends of people's numbers in a plain text, told instead of the whole; those of a thing's number stay. */
export function numberEndsIn(text: string): PersonalPiece[] {
  const ends = numberEndPatterns.flatMap((pattern) => matchesOf(text, pattern)).filter(({ end }) => !notEndAfter.test(text.slice(end, end + AFTER)));
  return ends.flatMap((match) => endOf(text, match));
}

function endOf(text: string, { start, end }: Match): PersonalPiece[] {
  const cue = numberCueBefore(text, start)?.cue;
  if (cue === 'thing') return [];
  return [pieceOf((cue && KINDS[cue]) ?? 'record', text, start, end)];
}
