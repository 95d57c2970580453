import { ZONE_AHEAD_MS, ZONE_OFFSET } from '../domain/zone.ts';

/** A moment as the district writes it: ISO-8601 with milliseconds and the offset of its zone. */
export function isoTime(at: Date): string {
  return `${new Date(at.getTime() + ZONE_AHEAD_MS).toISOString().slice(0, -1)}${ZONE_OFFSET}`;
}

/** The moment a day of the district begins, "YYYY-MM-DD" being the day. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00${ZONE_OFFSET}`;
}

/** The day of a moment in the district, "YYYY-MM-DD". */
export function isoDate(at: Date): string {
  return isoTime(at).slice(0, 10);
}
