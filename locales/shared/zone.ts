import { ZONE, ZONE_AHEAD_MS } from '../../domain/zone.ts';

const DAY_MS = 24 * 3600_000;

/** How a day or an hour there is written. */
export function formatThere(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE });
}

/** The days there are counted, each one higher than the day before. */
export function dayNumber(at: Date): number {
  return Math.floor((at.getTime() + ZONE_AHEAD_MS) / DAY_MS);
}
