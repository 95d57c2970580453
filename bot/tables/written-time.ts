import { ZONE_AHEAD_MS } from '../../domain/zone.ts';
import { DATE_WORDS, HALF_WORDS, MONTH_WORD } from '../../locales/lexicon/source-headings.ts';

const DATE = /^(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})(?:[\sT]\s*(\d{1,2})(?::(\d{1,2})?(?::(\d{1,2})?(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2}):?(\d{2})(?::?(\d{2}))?)?$/;
const SERIAL = /^(\d{5})(\.\d+)?$/;
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 24 * 3600_000;
const LEAST_YEAR = 2000;

/** The moment that somebody wrote into a table, in any usual way: `2026-11-20 14:30`, `2026/11/20`, `11月20日下午2点半`, `20261120`, a spreadsheet's number of days. Local time unless it says otherwise; undefined when it is none. */
export function writtenTime(said: string, now: Date): Date | undefined {
  const text = said.normalize('NFKC').trim();
  const serial = SERIAL.exec(text);
  if (serial !== null) return checked(new Date((Number(text) - SERIAL_OF_1970) * DAY_MS - ZONE_AHEAD_MS));
  const half = HALF_WORDS.pm.test(text) ? 12 : HALF_WORDS.am.test(text) ? 0 : undefined;
  const plain = withoutWords(text);
  const parts = DIGITS.exec(plain) ?? DATE.exec(plain);
  if (parts === null || (parts[1] === undefined && !MONTH_WORD.test(text))) return undefined;
  const [, year, month, day, hour, minute, second, zone] = parts;
  const at = (of: number) => momentOf([of, Number(month), Number(day), hourOf(Number(hour ?? 0), half), Number(minute ?? 0), Number(second ?? 0)], zone);
  return checked(year === undefined ? latest(at, now) : at(Number(year)));
}

function withoutWords(text: string): string {
  const bare = text.replace(HALF_WORDS.pm, ' ').replace(HALF_WORDS.am, ' ');
  return DATE_WORDS.reduce((left, [words, meaning]) => left.replace(words, meaning), bare).replace(/\s+/g, ' ').replace(/(\d{1,2}:\d{1,2}):$/, '$1').trim();
}

function hourOf(hour: number, half: number | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + half;
}

type Wall = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];

/** Undefined where the calendar or the clock has no such time. */
function momentOf([year, month, day, hour, minute, second]: Wall, zone: string | undefined): Date | undefined {
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && wall.getUTCHours() === hour && minute < 60 && second < 60;
  return isReal ? new Date(wall.getTime() - offsetOf(zone)) : undefined;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return ZONE_AHEAD_MS;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** Without a year, the last time that it was so. */
function latest(at: (year: number) => Date | undefined, now: Date): Date | undefined {
  const year = new Date(now.getTime() + ZONE_AHEAD_MS).getUTCFullYear();
  const thisYear = at(year);
  return thisYear !== undefined && thisYear > now ? at(year - 1) : thisYear;
}

function checked(moment: Date | undefined): Date | undefined {
  return moment !== undefined && moment.getUTCFullYear() >= LEAST_YEAR && moment.getUTCFullYear() < LEAST_YEAR + 100 ? moment : undefined;
}
