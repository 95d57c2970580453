import { z } from 'zod';
import { startOfDay } from '../../handlers/iso-time.ts';

/** A moment with the district's offset. */
export const Time = z.iso.datetime({ offset: true }).regex(/\+08:00$/).meta({ id: 'Time', description: 'ISO-8601, +08:00', example: '2026-11-20T09:30:00.000+08:00' });

/** A moment with any offset. */
export const AnyTime = z.iso.datetime({ offset: true }).meta({ description: 'ISO-8601' });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A moment as a query has it; a day alone is its beginning in the district. */
export const QueryTime = z
  .string()
  .transform((written) => (DAY.test(written) ? startOfDay(written) : written))
  .pipe(AnyTime)
  .meta({ description: 'ISO-8601; a day alone is its beginning, +08:00' });

/** A short name without line breaks or other control characters. */
export const Short = z.string().trim().min(1).max(120).regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, { error: 'http.wrong.control-characters' });

/** A whole number as a query has it: digits only; `otherwise` when it is left out. */
export function wholeNumber(minimum: number, maximum: number, otherwise: number) {
  return z
    .string()
    .refine((written) => /^\d{1,16}$/.test(written), { error: 'http.wrong.whole-number', abort: true })
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum))
    .default(otherwise)
    .meta({ type: 'integer', minimum, maximum, default: otherwise });
}
