import { besideHoliday, holidayPattern, type HolidayRule, holidayRules, moonDateBegins, moonDatePattern, moonDayPattern, moonMonths } from '../../locales/lexicon/when-holidays.ts';
import { numberSaid } from '../number-said.ts';
import { lunarDay, lunarMonthOf } from './lunar-day.ts';
import { days, type Piece, read } from './piece.ts';
import { addDays, type Day, daysBetween, weekdayOf } from './shanghai-day.ts';
import { solarTerm } from './solar-term.ts';
import { nearest, yearSaid } from './year-meant.ts';

const SUNDAY = 6;
const WEEK = 7;
const SOON = 15;

/** Holidays and solar terms, with the days they fall on. */
export function holidays(text: string, today: Day): readonly Piece[] {
  return read(holidayPattern, text, (match, placed) => {
    const [, year, plain, ambiguous, numeral, tenth] = match;
    const rule = holidayRules.get(plain ?? ambiguous ?? numeral ?? tenth ?? '');
    if (rule === undefined) return undefined;
    if (besideHoliday.test(match[0])) return { kind: 'holiday', ...placed };
    const said = yearSaid(year?.slice(0, -1), today);
    const first = said === undefined ? nearest((one) => firstDay(rule, one), today) : firstDay(rule, said);
    return { kind: 'holiday', ...placed, ...(first === undefined ? {} : days(first, lastDay(rule, first))) };
  });
}

function firstDay(rule: HolidayRule, year: number): Day | undefined {
  switch (rule.by) {
    case 'sun':
      return { year, month: rule.month, date: rule.date };
    case 'moon':
      return lunarDay(year, rule.month, rule.date);
    case 'term':
      return solarTerm(year, rule.term);
    case 'sunday': {
      const first = { year, month: rule.month, date: 1 };
      return addDays(first, SUNDAY - weekdayOf(first) + WEEK * (rule.nth - 1));
    }
  }
}

function lastDay(rule: HolidayRule, first: Day): Day {
  return rule.by === 'sun' && rule.last !== undefined ? { ...first, date: rule.last } : first;
}

/** 正月十五, 腊月二十三, 五月初五, and 初三那天 of the month of the moon. */
export function moonDates(text: string, today: Day): readonly Piece[] {
  return [
    ...read(moonDatePattern, text, (match, placed) => {
      const [, farmers, named, numbered, second, said] = match;
      const month = monthSaid(farmers ?? named ?? numbered ?? second ?? '');
      const date = dateSaid(said ?? '');
      if (month === undefined) return undefined;
      return { kind: date === undefined ? 'month' : 'date', ...placed, ...days(date === undefined ? undefined : nearest((year) => lunarDay(year, month, date), today)) };
    }),
    ...read(moonDayPattern, text, (match, placed) => ({ kind: 'date', ...placed, ...days(dayOfMoon(dateSaid(match[1] ?? ''), today)) })),
  ];
}

function monthSaid(said: string): number | undefined {
  return moonMonths[said.slice(-1)] ?? numberSaid(said);
}

function dateSaid(said: string): number | undefined {
  return numberSaid(said.startsWith(moonDateBegins) ? said.slice(moonDateBegins.length) : said);
}

function dayOfMoon(date: number | undefined, today: Day): Day | undefined {
  const month = lunarMonthOf(today);
  if (date === undefined || month === undefined) return undefined;
  const day = lunarDay(month.year, month.month, date);
  const soon = day !== undefined && daysBetween(today, day) <= SOON;
  return soon || month.month === 1 ? day : lunarDay(month.year, month.month - 1, date);
}
