import { ZONE_AHEAD_MS } from '../../domain/zone.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A calendar day in Shanghai (+08:00, no summer time). */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

/** The day an instant lies in. */
export function dayOf(instant: Date): Day {
  const local = new Date(instant.getTime() + ZONE_AHEAD_MS);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, date: local.getUTCDate() };
}

/** The hour of the day of an instant, with its fraction. */
export function hourOf(instant: Date): number {
  return ((instant.getTime() + ZONE_AHEAD_MS) % DAY) / HOUR;
}

/** The instant so many hours (fractions allowed, beyond 24 too) after the day's midnight; days out of the month roll over. */
export function instantAt(day: Day, hours = 0): Date {
  return new Date(Date.UTC(day.year, day.month - 1, day.date) - ZONE_AHEAD_MS + hours * HOUR);
}

/** The same day so many days later. */
export function addDays(day: Day, days: number): Day {
  return dayOf(instantAt({ ...day, date: day.date + days }));
}

/** How many days the second lies after the first. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((instantAt(second).getTime() - instantAt(first).getTime()) / DAY);
}

/** The last day of a day's month. */
export function lastOfMonth(day: Day): Day {
  return addDays({ ...day, month: day.month + 1, date: 1 }, -1);
}

/** Monday is 0, Sunday is 6. */
export function weekdayOf(day: Day): number {
  return (new Date(Date.UTC(day.year, day.month - 1, day.date)).getUTCDay() + 6) % 7;
}

/** Whether such a day exists. */
export function isDay({ year, month, date }: Day): boolean {
  if (month < 1 || month > 12 || date < 1) return false;
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
