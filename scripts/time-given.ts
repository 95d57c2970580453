import { z } from 'zod';
import { writtenTime } from '../bot/tables/written-time.ts';

/** A time in a JSON line, in any usual way of writing it; one without an offset is the district's own, wherever the program runs. */
export const TimeGiven = z.union([z.string(), z.number()]).transform((given, context) => {
  const read = new Date(given);
  const at = typeof given === 'string' ? (writtenTime(given, read) ?? read) : read;
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});
