import { datePattern, dayOfMonthPattern, figureDatePattern, monthWordPattern, partsOfMonth, seasonPattern, yearPattern } from '../../locales/lexicon/when-words.ts';
import { numberSaid } from '../number-said.ts';
import { isAhead } from './ahead.ts';
import { days, type Piece, read } from './piece.ts';
import { addDays, type Day, isDay, lastOfMonth } from './shanghai-day.ts';
import { stepsSaid } from './weekday.ts';
import { nearest, yearSaid } from './year-meant.ts';

type Days = Pick<Piece, 'first' | 'last'>;

/** 2024年5月3日, 五月中旬, 2024-05-03, 9.1起: a month, a part of one or a day of one. */
export function dates(text: string, today: Day): readonly Piece[] {
  return [
    ...read(datePattern, text, (match, placed) => {
      const [, year, month = '', where, date] = match;
      return { kind: where === undefined && date === undefined ? 'month' : 'date', ...placed, ...dateMeant(yearSaid(year, today), { month: numberSaid(month) ?? 0, where, date }, today) };
    }),
    ...read(figureDatePattern, text, (match, placed) => {
      const [, year, month, date, monthAlone, dateAlone] = match;
      return { kind: 'date', ...placed, ...dateMeant(yearSaid(year, today), { month: Number(month ?? monthAlone), date: date ?? dateAlone }, today) };
    }),
  ];
}

interface MonthSaid {
  readonly month: number;
  readonly where?: string | undefined;
  readonly date?: string | undefined;
}

function dateMeant(year: number | undefined, { month, where, date }: MonthSaid, today: Day): Days {
  const known = date === undefined ? 1 : numberSaid(date);
  if (known === undefined) return {};
  const first = year === undefined ? nearest((one) => ({ year: one, month, date: known }), today) : { year, month, date: known };
  if (first === undefined || !isDay(first)) return {};
  return date === undefined ? within(first, where) : days(first);
}

function within(firstOfMonth: Day, where: string | undefined): Days {
  const last = lastOfMonth(firstOfMonth);
  const part = where === undefined ? undefined : (partsOfMonth[where] ?? partsOfMonth[where.slice(0, 1)]);
  if (part === undefined) return where === undefined ? days(firstOfMonth, last) : {};
  const [from, to] = part;
  return days({ ...firstOfMonth, date: from }, { ...firstOfMonth, date: Math.min(to, last.date) });
}

/** 上个月, 这个月半头上, 上个月28号, 月底: a month by its place from this one. */
export function monthWords(text: string, today: Day): readonly Piece[] {
  return read(monthWordPattern, text, (match, placed) => {
    const [, which = '', where, date] = match;
    const first = addDays({ ...today, month: today.month + stepsSaid(which), date: 1 }, 0);
    const known = numberSaid(date ?? '');
    if (known === undefined) return { kind: where === undefined ? 'month' : 'date', ...placed, ...within(first, where) };
    const day = { ...first, date: known };
    return { kind: 'date', ...placed, ...(isDay(day) ? days(day) : {}) };
  });
}

/** 22号, 从一号起: a day of this month, or of the last when it lies ahead and is told as done. */
export function daysOfMonth(text: string, today: Day): readonly Piece[] {
  return read(dayOfMonthPattern, text, (match, placed) => {
    const date = numberSaid(match[1] ?? '');
    if (date === undefined) return { kind: 'day-of-month', ...placed };
    const first = dayOfMonth(date, today, isAhead(text, placed.end));
    const last = { ...first, date: numberSaid(match[2] ?? '') ?? date };
    return { kind: 'day-of-month', ...placed, ...(isDay(first) && isDay(last) ? days(first, last) : {}) };
  });
}

function dayOfMonth(date: number, today: Day, ahead: boolean): Day {
  const toCome = date - today.date;
  const steps = ahead && toCome < 0 ? 1 : !ahead && toCome > 0 ? -1 : 0;
  return { ...addDays({ ...today, month: today.month + steps, date: 1 }, 0), date };
}

/** 去年, 二〇二三年, 去年入冬: a year; a part of one is not worked out. */
export function years(text: string, today: Day): readonly Piece[] {
  return read(yearPattern, text, (match, placed) => {
    const year = yearSaid(match[1], today);
    if (year === undefined) return { kind: 'year', ...placed };
    return { kind: match[2] === undefined ? 'year' : 'season', ...placed, ...(match[2] === undefined ? days({ year, month: 1, date: 1 }, { year, month: 12, date: 31 }) : {}) };
  });
}

/** A season, or how it began; no day is worked out. */
export function seasons(text: string): readonly Piece[] {
  return read(seasonPattern, text, (_, placed) => ({ kind: 'season', ...placed }));
}
