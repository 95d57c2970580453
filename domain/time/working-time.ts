import type { Limit } from './limit.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LONGEST_REST = 366;

/** A time of day, "HH:MM", 24 hours. */
export type TimeOfDay = `${number}:${number}`;

/** Which days are worked, between which hours, where the local day begins, and when nothing routine is said. */
export interface Calendar {
  /** Whether a local date, "YYYY-MM-DD", is worked: the same answer every time. */
  readonly isWorkday: (date: string) => boolean;
  readonly dayStart: TimeOfDay;
  /** Later than `dayStart`, on the same day. */
  readonly dayEnd: TimeOfDay;
  /** Local time minus UTC. */
  readonly offsetMinutes: number;
  /** May run over midnight; never quiet when both are the same. */
  readonly quiet: { readonly from: TimeOfDay; readonly to: TimeOfDay };
}

/**
 * When a limit that starts at `from` is over. Working time counts only the hours of workdays; a limit that fills a day's hours ends with that day, not
 * with the next one's beginning. Throws when the calendar has no workday for a year.
 */
export function addLimit(calendar: Calendar, from: Date, limit: Limit): Date {
  return partOfLimit(calendar, from, limit, 1);
}

/** When a share (0.5 for half) of a limit that starts at `from` is over; `from` itself for a share of 0. */
export function partOfLimit(calendar: Calendar, from: Date, limit: Limit, share: number): Date {
  if (limit.unit === 'minutes') return new Date(from.getTime() + Math.round(limit.amount * share * MINUTE));
  return addWorking(calendar, from, Math.round(limit.amount * share * dayLength(calendar)));
}

function addWorking(calendar: Calendar, from: Date, length: number): Date {
  if (length <= 0) return from;
  let left = length;
  for (const day of workdays(calendar, dayOf(calendar, from.getTime()), 1)) {
    const begin = Math.max(from.getTime(), startOf(calendar, day));
    const room = Math.max(0, endOf(calendar, day) - begin);
    if (left <= room) return new Date(begin + left);
    left -= room;
  }
  return from;
}

/** The moment so many workdays of working time before `from`; one that falls on a day's end is given as the next day's beginning. */
export function subtractWorkdays(calendar: Calendar, from: Date, amount: number): Date {
  let left = Math.round(amount * dayLength(calendar));
  if (left <= 0) return from;
  for (const day of workdays(calendar, dayOf(calendar, from.getTime()), -1)) {
    const end = Math.min(from.getTime(), endOf(calendar, day));
    const room = Math.max(0, end - startOf(calendar, day));
    if (left <= room) return new Date(end - left);
    left -= room;
  }
  return from;
}

/** The working minutes from `a` to `b`, parts of a minute included; negative when `b` is earlier. */
export function workingMinutesBetween(calendar: Calendar, a: Date, b: Date): number {
  if (b < a) return -workingMinutesBetween(calendar, b, a);
  const [from, to] = [a.getTime(), b.getTime()];
  let worked = 0;
  for (let day = dayOf(calendar, from); day <= dayOf(calendar, to); day++) {
    if (!calendar.isWorkday(dateOf(day))) continue;
    worked += Math.max(0, Math.min(to, endOf(calendar, day)) - Math.max(from, startOf(calendar, day)));
  }
  return worked / MINUTE;
}

/** The end of the quiet hours on the morning of the `n`th workday after the local day of `after`; `n` is 1 or more. */
export function nthWorkdayMorning(calendar: Calendar, after: Date, n: number): Date {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`The ${n}th workday cannot be counted`);
  let passed = 0;
  for (const day of workdays(calendar, dayOf(calendar, after.getTime()) + 1, 1)) {
    passed++;
    if (passed === n) return new Date(midnight(calendar, day) + timeOf(calendar.quiet.to));
  }
  return after;
}

/** Whether nothing routine is said at this moment. */
export function isQuiet(calendar: Calendar, at: Date): boolean {
  const time = at.getTime() - midnight(calendar, dayOf(calendar, at.getTime()));
  const [from, to] = [timeOf(calendar.quiet.from), timeOf(calendar.quiet.to)];
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The moment itself, or the end of the quiet hours it falls in. */
export function afterQuiet(calendar: Calendar, at: Date): Date {
  if (!isQuiet(calendar, at)) return at;
  const today = midnight(calendar, dayOf(calendar, at.getTime()));
  const end = today + timeOf(calendar.quiet.to);
  return new Date(end > at.getTime() ? end : end + DAY);
}

/** The moment itself when people are at work, else the next beginning of a workday's hours. */
export function nextWorkingMoment(calendar: Calendar, at: Date): Date {
  const minute = addLimit(calendar, at, { unit: 'workdays', amount: MINUTE / dayLength(calendar) });
  return new Date(Math.max(at.getTime(), minute.getTime() - MINUTE));
}

/** The local date, "YYYY-MM-DD". */
export function localDate(calendar: Pick<Calendar, 'offsetMinutes'>, at: Date): string {
  return dateOf(dayOf(calendar, at.getTime()));
}

/** When the next local day begins. */
export function nextMidnight(calendar: Calendar, at: Date): Date {
  return new Date(midnight(calendar, dayOf(calendar, at.getTime()) + 1));
}

/** Days are counted from 1970-01-01 local. Ends by throwing, so that a calendar of rest days alone cannot hang the program. */
function* workdays(calendar: Calendar, first: number, step: 1 | -1): Generator<number> {
  let rested = 0;
  for (let day = first; rested <= LONGEST_REST; day += step) {
    if (calendar.isWorkday(dateOf(day))) {
      rested = 0;
      yield day;
    } else {
      rested++;
    }
  }
  throw new RangeError('The calendar has no workday for more than a year');
}

function dayOf({ offsetMinutes }: Pick<Calendar, 'offsetMinutes'>, time: number): number {
  return Math.floor((time + offsetMinutes * MINUTE) / DAY);
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function midnight({ offsetMinutes }: Calendar, day: number): number {
  return day * DAY - offsetMinutes * MINUTE;
}

function startOf(calendar: Calendar, day: number): number {
  return midnight(calendar, day) + timeOf(calendar.dayStart);
}

function endOf(calendar: Calendar, day: number): number {
  return midnight(calendar, day) + timeOf(calendar.dayEnd);
}

function dayLength(calendar: Calendar): number {
  return timeOf(calendar.dayEnd) - timeOf(calendar.dayStart);
}

function timeOf(time: TimeOfDay): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE;
}
