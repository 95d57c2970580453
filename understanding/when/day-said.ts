import {
  dayOfMonthPattern,
  datePattern,
  dayParts,
  dayPattern,
  dayWords,
  englishDays,
  figureDatePattern,
  fixedHolidays,
  holidayAfter,
  monthWordPattern,
  movingHolidays,
  relativeWords,
  weekdayPattern,
  weekdays,
  weekdaysToo,
  weekend,
  weekPattern,
  yearPattern,
  yearWords,
} from '../../locales/lexicon/when-words.ts';
import { numberSaid } from '../number-said.ts';
import { addDays, type Day, isDay, weekdayOf } from './shanghai-day.ts';

/** A day, week, month or year said, and where in the text. Without days when it is not worked out. */
export interface DaySaid {
  readonly start: number;
  readonly end: number;
  readonly first?: Day | undefined;
  readonly last?: Day | undefined;
  readonly dayPart?: string | undefined;
}

type Reader = (text: string, today: Day) => DaySaid | undefined;

const readers: readonly Reader[] = [englishDay, figureDate, date, relativeDay, weekday, wholeWeek, wholeMonth, dayOfMonth, fixedHoliday, movingHoliday, wholeYear];

/** The first day, week, month, holiday or year said in a text. */
export function daySaid(text: string, today: Day): DaySaid | undefined {
  let first: DaySaid | undefined;
  for (const read of readers) {
    const said = read(text, today);
    if (said !== undefined && (first === undefined || said.start < first.start)) first = said;
  }
  return first;
}

function englishDay(text: string, today: Day): DaySaid | undefined {
  const lower = text.toLowerCase();
  for (const [word, days] of englishDays) {
    const start = lower.indexOf(word);
    const day = addDays(today, days);
    if (start >= 0) return { start, end: start + word.length, first: day, last: day };
  }
  return undefined;
}

function figureDate(text: string): DaySaid | undefined {
  const match = figureDatePattern.exec(text);
  if (match === null) return undefined;
  return oneDay(match, { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) });
}

function date(text: string, today: Day): DaySaid | undefined {
  const match = datePattern.exec(text);
  const month = numberSaid(match?.[2] ?? '');
  if (match === null || month === undefined) return undefined;
  const date = match[3] === undefined ? undefined : numberSaid(match[3]);
  const first = { year: yearMeant(match[1], today, month, date ?? 1), month, date: date ?? 1 };
  return date === undefined ? span(match, first, lastOfMonth(first)) : oneDay(match, first);
}

function yearMeant(said: string | undefined, today: Day, month: number, date: number): number {
  if (said !== undefined) return yearWords[said] === undefined ? (numberSaid(said) ?? today.year) : today.year + yearWords[said];
  const ahead = month > today.month + 1 || (month === today.month + 1 && date > today.date);
  return ahead ? today.year - 1 : today.year;
}

function relativeDay(text: string, today: Day): DaySaid | undefined {
  const match = dayPattern.exec(text);
  const [word, days] = dayWords.find(([one]) => one === match?.[1]) ?? [];
  if (match === null || word === undefined || days === undefined) return undefined;
  return { ...oneDay(match, addDays(today, days)), dayPart: match[2] ?? partWithin(word) };
}

function partWithin(word: string): string | undefined {
  const last = word.slice(-1);
  return dayParts.some(([part]) => part === last) ? last : undefined;
}

function weekday(text: string, today: Day): DaySaid | undefined {
  const match = weekdayPattern.exec(text);
  if (match === null) return undefined;
  const monday = addDays(today, -weekdayOf(today));
  const weeks = match[1] === undefined ? undefined : (relativeWords[match[1]] ?? 0);
  if (match[2] === weekend) {
    const saturday = addDays(monday, 5 + 7 * (weeks ?? (weekdayOf(today) >= 5 ? 0 : -1)));
    return span(match, saturday, addDays(saturday, 1));
  }
  const index = match[2] === weekdaysToo ? 6 : weekdays.indexOf(match[2] ?? '');
  return oneDay(match, addDays(monday, index + 7 * (weeks ?? (index > weekdayOf(today) ? -1 : 0))));
}

function wholeWeek(text: string, today: Day): DaySaid | undefined {
  const match = weekPattern.exec(text);
  if (match === null) return undefined;
  const monday = addDays(today, 7 * (relativeWords[match[1] ?? ''] ?? 0) - weekdayOf(today));
  return span(match, monday, addDays(monday, 6));
}

function wholeMonth(text: string, today: Day): DaySaid | undefined {
  const match = monthWordPattern.exec(text);
  if (match === null) return undefined;
  const month = { ...today, month: today.month + (relativeWords[match[1] ?? ''] ?? 0), date: 1 };
  const first = addDays(month, 0);
  const date = numberSaid(match[2] ?? '');
  return date === undefined ? span(match, first, lastOfMonth(first)) : oneDay(match, { ...first, date });
}

function dayOfMonth(text: string, today: Day): DaySaid | undefined {
  const match = dayOfMonthPattern.exec(text);
  if (match === null) return undefined;
  const date = Number(match[1]);
  const day = { ...today, date };
  return oneDay(match, date > today.date ? addDays({ ...day, month: today.month - 1 }, 0) : day);
}

function fixedHoliday(text: string, today: Day): DaySaid | undefined {
  for (const [name, month, from, to] of fixedHolidays) {
    const start = text.indexOf(name);
    if (start < 0) continue;
    const year = month > today.month || (month === today.month && from > today.date) ? today.year - 1 : today.year;
    const end = start + name.length;
    return { start, end: end + afterHoliday(text, end), first: { year, month, date: from }, last: { year, month, date: to } };
  }
  return undefined;
}

function movingHoliday(text: string): DaySaid | undefined {
  const match = movingHolidays.exec(text);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  return { start: match.index, end: end + afterHoliday(text, end) };
}

function afterHoliday(text: string, end: number): number {
  return holidayAfter.exec(text.slice(end, end + 8))?.[0].length ?? 0;
}

function wholeYear(text: string, today: Day): DaySaid | undefined {
  const match = yearPattern.exec(text);
  if (match === null) return undefined;
  const year = yearMeant(match[1], today, 1, 1);
  return span(match, { year, month: 1, date: 1 }, { year, month: 12, date: 31 });
}

function lastOfMonth(first: Day): Day {
  return addDays({ ...first, month: first.month + 1, date: 1 }, -1);
}

function oneDay(match: RegExpExecArray, day: Day): DaySaid {
  const placed = { start: match.index, end: match.index + match[0].length };
  return isDay(day) ? { ...placed, first: day, last: day } : placed;
}

function span(match: RegExpExecArray, first: Day, last: Day): DaySaid {
  return { start: match.index, end: match.index + match[0].length, first, last };
}
