import { habitualDaysPattern, stepWords, weekdayPattern, weekdays, weekdaysToo, weekend, weekPattern } from '../../locales/lexicon/when-words.ts';
import { isAhead } from './ahead.ts';
import { days, type Piece, read } from './piece.ts';
import { addDays, type Day, weekdayOf } from './shanghai-day.ts';

const WEEK = 7;
const SATURDAY = 5;
const SUNDAY = 6;

/** Days of a week, weeks as a whole, and days that come again every week. */
export function weekDays(text: string, today: Day): readonly Piece[] {
  return [
    ...read(weekdayPattern, text, (match, placed) => ({ kind: 'weekday', ...placed, ...weekdaysMeant(match, today, isAhead(text, placed.end)) })),
    ...read(weekPattern, text, (match, placed) => ({ kind: 'week', ...placed, ...weekMeant(match[1], today) })),
    ...read(habitualDaysPattern, text, (_, placed) => ({ kind: 'each', ...placed })),
  ];
}

/** How many weeks or months back or ahead a word points. */
export function stepsSaid(word: string): number {
  return stepWords.find(([begins]) => word.startsWith(begins))?.[1] ?? 0;
}

function weekMeant(which: string | undefined, today: Day): Pick<Piece, 'first' | 'last'> {
  const monday = addDays(today, WEEK * stepsSaid(which ?? '') - weekdayOf(today));
  return days(monday, addDays(monday, WEEK - 1));
}

function weekdaysMeant(match: RegExpExecArray, today: Day, ahead: boolean): Pick<Piece, 'first' | 'last'> {
  const from = indexOf(match[2]);
  const to = match[2] === weekend ? SUNDAY : match[3] === undefined ? from : indexOf(match[3]);
  const monday = addDays(today, weekMeantFor(match[1], from, today, ahead) * WEEK - weekdayOf(today));
  return days(addDays(monday, from), addDays(monday, Math.max(from, to)));
}

function weekMeantFor(which: string | undefined, weekday: number, today: Day, ahead: boolean): number {
  if (which !== undefined) return stepsSaid(which);
  if (ahead) return weekday < weekdayOf(today) ? 1 : 0;
  return weekday > weekdayOf(today) ? -1 : 0;
}

function indexOf(said: string | undefined): number {
  if (said === weekend) return SATURDAY;
  return said === weekdaysToo ? SUNDAY : weekdays.indexOf(said ?? '');
}
