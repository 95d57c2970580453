import {
  dayNames,
  englishAgainPattern,
  englishClockPattern,
  englishCounts,
  englishDatePattern,
  englishDayPattern,
  englishDays,
  englishLengthPattern,
  englishLetters,
  englishNowPattern,
  englishOftenPattern,
  englishPartPattern,
  englishParts,
  englishPeriodPattern,
  englishUnits,
  englishWeekdayPattern,
  monthNames,
} from '../../locales/lexicon/when-english.ts';
import { days, type HoursOfDay, type Piece, read } from './piece.ts';
import { addDays, type Day, isDay, lastOfMonth, weekdayOf } from './shanghai-day.ts';
import { nearest } from './year-meant.ts';

const WEEK = 7;
const NOON = 12;

/** The same in English. */
export function englishSayings(text: string, today: Day): readonly Piece[] {
  if (!englishLetters.test(text)) return [];
  return [...englishDaysIn(text, today), ...englishWeekdays(text, today), ...englishPartsIn(text), ...englishDates(text, today), ...englishPeriods(text, today), ...englishClocks(text), ...englishLengths(text), ...englishAgain(text)];
}

function englishDaysIn(text: string, today: Day): readonly Piece[] {
  return read(englishDayPattern, text, (match, placed) => {
    const [steps, part] = englishDays[match[1]?.toLowerCase() ?? ''] ?? [];
    return steps === undefined ? undefined : { kind: 'day', ...placed, ...days(addDays(today, steps)), hours: partSaid(match[2] ?? part) };
  });
}

function englishPartsIn(text: string): readonly Piece[] {
  return read(englishPartPattern, text, (match, placed) => ({ kind: 'part', ...placed, hours: partSaid(match[1] ?? match[2] ?? match[3]) }));
}

function partSaid(part: string | undefined): HoursOfDay | undefined {
  const [from, to] = englishParts[part?.toLowerCase() ?? ''] ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function englishWeekdays(text: string, today: Day): readonly Piece[] {
  return read(englishWeekdayPattern, text, (match, placed) => {
    const weekday = dayNames.findIndex((name) => match[2]?.toLowerCase().startsWith(name));
    const which = match[1]?.toLowerCase();
    const ahead = weekday - weekdayOf(today);
    const steps = which === 'next' ? ahead + WEEK : which === 'last' ? ahead - (ahead < 0 ? 0 : WEEK) : ahead > 0 ? ahead - WEEK : ahead;
    return { kind: 'weekday', ...placed, ...days(addDays(today, steps)), hours: partSaid(match[3]) };
  });
}

function englishDates(text: string, today: Day): readonly Piece[] {
  return read(englishDatePattern, text, (match, placed) => {
    const month = monthNames.findIndex((name) => (match[1] ?? match[4])?.toLowerCase().startsWith(name)) + 1;
    const day = nearest((year) => ({ year, month, date: Number(match[2] ?? match[3]) }), today);
    return { kind: 'date', ...placed, ...(day !== undefined && isDay(day) ? days(day) : {}) };
  });
}

function englishPeriods(text: string, today: Day): readonly Piece[] {
  return read(englishPeriodPattern, text, (match, placed) => {
    const steps = { last: -1, this: 0, next: 1 }[match[1]?.toLowerCase() ?? ''] ?? 0;
    const monday = addDays(today, steps * WEEK - weekdayOf(today));
    const month = addDays({ ...today, month: today.month + steps, date: 1 }, 0);
    switch (match[2]?.toLowerCase()) {
      case 'week':
        return { kind: 'week', ...placed, ...days(monday, addDays(monday, WEEK - 1)) };
      case 'weekend':
        return { kind: 'weekday', ...placed, ...days(addDays(monday, WEEK - 2), addDays(monday, WEEK - 1)) };
      case 'month':
        return { kind: 'month', ...placed, ...days(month, lastOfMonth(month)) };
      default:
        return { kind: 'year', ...placed };
    }
  });
}

function englishClocks(text: string): readonly Piece[] {
  return read(englishClockPattern, text, (match, placed) => {
    const [, hour, minute, half, named] = match;
    if (named !== undefined) return { kind: 'clock', ...placed, clock: { hour: named.toLowerCase() === 'noon' ? NOON : 0, minute: 0, exact: true } };
    const afternoon = half?.toLowerCase() === 'p' ? NOON : 0;
    return { kind: 'clock', ...placed, clock: { hour: (Number(hour) % NOON) + afternoon, minute: Number(minute ?? 0), exact: true } };
  });
}

function englishLengths(text: string): readonly Piece[] {
  return read(englishLengthPattern, text, (match, placed) => {
    const [, , count = '', unit = '', after = ''] = match;
    const many = /^\d+$/.test(count) ? Number(count) : englishCounts[count.toLowerCase()];
    const hours = englishUnits[unit.slice(0, 2).toLowerCase()];
    const lasts = many === undefined || hours === undefined ? undefined : many * hours;
    if (after.trim().toLowerCase() === 'ago') return { kind: 'ago', ...placed, lasts };
    const isLasting = after !== '' || match[1] !== undefined || lasts === undefined;
    return { kind: isLasting ? 'lasting' : 'length', ...placed, lasts };
  });
}

function englishAgain(text: string): readonly Piece[] {
  return [
    ...read(englishAgainPattern, text, (_, placed) => ({ kind: 'each', ...placed })),
    ...read(englishOftenPattern, text, (_, placed) => ({ kind: 'often', ...placed })),
    ...read(englishNowPattern, text, (_, placed) => ({ kind: 'just-now', ...placed })),
  ];
}
