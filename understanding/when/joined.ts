import { againGap, momentGap, oneClause, refinedGap, restGap } from '../../locales/lexicon/when-gap-words.ts';
import type { Kind } from '../../locales/lexicon/when-matter-words.ts';
import { days, type Piece } from './piece.ts';
import { addDays, weekdayOf } from './shanghai-day.ts';

/** Two pieces that stand side by side and say one thing; undefined when they do not. */
type Join = (one: Piece, other: Piece, gap: string) => Piece | undefined;

const DAYS: ReadonlySet<Kind> = new Set(['day', 'weekday', 'date', 'day-of-month', 'holiday', 'late-days', 'same-day', 'season']);
const PERIODS: ReadonlySet<Kind> = new Set(['week', 'month', 'year', 'season', 'holiday', 'same-day']);
const NARROW: ReadonlySet<Kind> = new Set(['weekday', 'date', 'day-of-month', 'holiday', 'month', 'season']);
const AGAIN: ReadonlySet<Kind> = new Set(['each', 'often', 'whenever']);
const LASTING: ReadonlySet<Kind> = new Set(['since', 'since-event', 'lately', 'week', 'month', 'year', 'season']);
/** In these something may have come so many times. */
const COUNTED: ReadonlySet<Kind> = new Set(['lately', 'week', 'month']);
const WITHIN: ReadonlySet<Kind> = new Set(['part', 'clock', 'weekday', 'day-of-month', 'date', 'season', 'holiday', 'month', 'whenever', 'since']);
const LONGEST_GAP = 8;

/** The pieces with those joined that one join makes one of, from left to right. */
export function joined(text: string, pieces: readonly Piece[], join: Join): readonly Piece[] {
  const made: Piece[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    const apart = last === undefined || piece.start - last.end > LONGEST_GAP;
    const one = apart ? undefined : join(last, piece, text.slice(last.end, piece.start));
    if (one === undefined) made.push(piece);
    else made[made.length - 1] = one;
  }
  return made;
}

/** Whether a piece says one time of the calendar or the clock, not how long or how often. */
export function isMoment({ kind }: Piece): boolean {
  return DAYS.has(kind) || PERIODS.has(kind) || kind === 'part' || kind === 'clock';
}

/** A day with its part and its time of the clock; a month with its day. */
export const toMoment: Join = (one, other, gap) => {
  const isTime = other.kind === 'clock' || other.kind === 'part';
  if (DAYS.has(one.kind) && isTime && one.clock === undefined && momentGap.test(gap)) return withTime(one, other);
  if (one.kind === 'part' && isTime && momentGap.test(gap)) return { ...withTime(one, other), kind: other.kind };
  if (PERIODS.has(one.kind) && NARROW.has(other.kind) && one.kind !== other.kind && refinedGap.test(gap)) return refined(one, other);
  return undefined;
};

function withTime(day: Piece, time: Piece): Piece {
  return { ...day, end: time.end, hours: time.hours ?? day.hours, clock: time.clock };
}

/** A weekday of that week, a date of that month; what names its own day keeps it. */
function refined(one: Piece, other: Piece): Piece {
  const joined = { ...other, start: one.start };
  if (one.first === undefined || other.first === undefined) return joined;
  if (one.kind === 'week' && other.kind === 'weekday') return { ...joined, ...days(addDays(one.first, weekdayOf(other.first))) };
  if (one.kind === 'month' && other.kind === 'day-of-month') return { ...joined, ...days({ ...one.first, date: other.first.date }) };
  return joined;
}

/** What comes again with the time it comes at: 每天半夜两点, 晚上经常, 这几天半夜, 从上周起天天. */
export const toAgain: Join = (one, other, gap) => {
  if (AGAIN.has(one.kind) && WITHIN.has(other.kind) && againGap.test(gap)) return { ...one, end: other.end, kind: one.kind === 'often' ? 'each' : one.kind };
  if (AGAIN.has(one.kind) && AGAIN.has(other.kind) && againGap.test(gap)) return { ...one, end: other.end };
  if (LASTING.has(one.kind) && AGAIN.has(other.kind) && restGap.test(gap)) return { ...one, end: other.end, again: true };
  if (COUNTED.has(one.kind) && other.kind === 'times' && oneClause.test(gap)) return { ...one, kind: 'lately', again: true };
  if (one.kind === 'part' && AGAIN.has(other.kind) && restGap.test(gap)) return { ...other, start: one.start };
  const isRunning = one.kind === 'lately' || one.kind === 'lasting';
  if (isRunning && (other.kind === 'part' || other.kind === 'clock') && againGap.test(gap)) return { ...one, end: other.end, again: true };
  return undefined;
};
