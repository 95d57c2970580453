import { z } from 'zod';

/** A moment with the district's offset. */
export const Time = z.iso.datetime({ offset: true }).regex(/\+08:00$/).meta({ id: 'Time', description: 'ISO-8601, +08:00', example: '2026-11-20T09:30:00.000+08:00' });

/** A moment with any offset. */
export const AnyTime = z.iso.datetime({ offset: true }).meta({ description: 'ISO-8601' });

/** A short name without line breaks or other control characters. */
export const Short = z.string().trim().min(1).max(120).regex(/^\P{Cc}*$/u, { error: 'http.wrong.control-characters' });

/** An id as it stands in an address. */
export const Id = z.string().min(1).max(64).regex(/^[\w.:-]+$/);

/** A whole number in a query, at most `max`. */
export function wholeNumber(min: number, max: number) {
  return z.string().regex(/^\d{1,15}$/, { error: 'http.wrong.whole-number' }).transform(Number).pipe(z.number().int().min(min).max(max));
}
