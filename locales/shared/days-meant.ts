import type { Language } from '../text.ts';
import { formatThere } from './zone.ts';

/** What words for a time mean: without `to` it goes on, and `to` is no part of it. */
export interface TimeTold {
  readonly from: Date;
  readonly to?: Date | undefined;
  /** The words name the date themselves. */
  readonly dated: boolean;
}

const DAY_MS = 24 * 3600_000;
/** Nobody counts days beyond: a month ago is about a month ago. */
const COUNTED_MS = 28 * DAY_MS;
const LONGEST_MS = 31 * DAY_MS;

const DATES = { 'zh-CN': dates('zh-CN', 'long'), en: dates('en-GB', 'short') } as const;
const WORDS = {
  'zh-CN': { day: (day: string) => `（${day}）`, since: (day: string) => `（${day}起）`, span: (first: string, last: string) => `（${first}至${last}）` },
  en: { day: (day: string) => ` (${day})`, since: (day: string) => ` (since ${day})`, span: (first: string, last: string) => ` (${first}–${last})` },
} as const;

function dates(locale: string, month: 'long' | 'short') {
  const at = (options: Intl.DateTimeFormatOptions) => formatThere(locale, options);
  return { year: at({ year: 'numeric' }), month: at({ year: 'numeric', month: 'numeric' }), date: at({ day: 'numeric' }), day: at({ month, day: 'numeric' }), full: at({ year: 'numeric', month, day: 'numeric' }) };
}

/** Words for a time, with the days that are meant where the words alone do not say them: 昨晚11点（7月5日）, since last Friday (since 3 Jul). A year is said when it is not that of `raisedAt`. */
export function withDaysMeant(language: Language, words: string, time: TimeTold | undefined, raisedAt: Date): string {
  return time === undefined || time.dated ? words : words + daysMeant(language, time, raisedAt);
}

function daysMeant(language: Language, { from, to }: TimeTold, raisedAt: Date): string {
  const said = WORDS[language];
  const isCounted = raisedAt.getTime() - from.getTime() < COUNTED_MS;
  if (to === undefined) return isCounted ? said.since(dayIn(language, from, raisedAt)) : '';
  const length = to.getTime() - from.getTime();
  if (length > LONGEST_MS || (length <= 0 && !isCounted)) return '';
  const { full } = DATES[language];
  const last = new Date(to.getTime() - 1);
  // A night is that of the day on which it begins.
  if (length < DAY_MS || full.format(from) === full.format(last)) return said.day(dayIn(language, from, raisedAt));
  return spanOf(language, from, last, raisedAt);
}

function spanOf(language: Language, first: Date, last: Date, raisedAt: Date): string {
  const { date, month } = DATES[language];
  const [from, to] = [dayIn(language, first, raisedAt), dayIn(language, last, raisedAt)];
  if (month.format(first) !== month.format(last)) return WORDS[language].span(from, to);
  // The month is said once, where the language has it.
  return language === 'zh-CN' ? WORDS[language].span(from, date.format(last)) : WORDS[language].span(date.format(first), to);
}

function dayIn(language: Language, at: Date, raisedAt: Date): string {
  const { year, day, full } = DATES[language];
  return year.format(at) === year.format(raisedAt) ? day.format(at) : full.format(at);
}
