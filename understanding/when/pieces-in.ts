import type { Kind } from '../../locales/lexicon/when-matter-words.ts';
import { overlap } from '../span.ts';
import { dates, daysOfMonth, monthWords, seasons, years } from './calendar-date.ts';
import { clocks, partsOfDay } from './clock.ts';
import { englishSayings } from './english.ts';
import { holidays, moonDates } from './holiday.ts';
import { lately, lengths, nthDays, vagueLengthsIn } from './length.ts';
import type { Piece, Reader } from './piece.ts';
import { plainSayings, sinceEvents } from './plain-sayings.ts';
import { relativeDays, vagueDays } from './relative-day.ts';
import type { Day } from './shanghai-day.ts';
import { weekDays } from './weekday.ts';

const readers: readonly Reader[] = [relativeDays, vagueDays, weekDays, dates, monthWords, daysOfMonth, years, seasons, holidays, moonDates, clocks, partsOfDay, lately, lengths, vagueLengthsIn, nthDays, plainSayings, englishSayings];

const UNDATED: ReadonlySet<Kind> = new Set(['still', 'same-day']);

/** Everything a text says of time, in order; of sayings that overlap the one that begins first, of those the longest. Since what happened only where that bears no time of its own. */
export function piecesIn(text: string, today: Day): readonly Piece[] {
  const dated = apart(readers.flatMap((read) => read(text, today)));
  const events = sinceEvents(text);
  return events.length === 0 ? dated : apart([...dated, ...events.filter((event) => !dated.some((piece) => !UNDATED.has(piece.kind) && overlap(piece, event)))]);
}

function apart(found: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  for (const piece of [...found].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (piece.start >= (kept.at(-1)?.end ?? 0)) kept.push(piece);
  }
  return kept;
}
