import { z } from 'zod';

const Parsed = z.strictObject(
  {
    unit: z.enum(['minutes', 'workdays']),
    amount: z.number().positive(),
  },
  { error: ({ input }) => (typeof input === 'string' ? 'not-a-limit' : undefined) },
);

/** A time limit: so many minutes of natural time, or so many workdays of working time (parts of a day allowed). */
export type Limit = z.infer<typeof Parsed>;

/** A limit as a file writes it ("2 hours", "1 workday"), parsed into a `Limit`; one that is parsed already is taken as it is. */
export const WrittenLimit = z.preprocess((written) => (typeof written === 'string' ? (limitFrom(written) ?? written) : written), Parsed);

const WRITTEN = /^(\d{1,5}(?:\.\d{1,2})?)\s*(minute|hour|day|workday)s?$/;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Reads "30 minutes", "2 hours", "1 day" (natural time) or "1.5 workdays" (working time); undefined when it is none of these, or nothing long. */
export function limitFrom(written: string): Limit | undefined {
  const [, amountWritten, unit] = WRITTEN.exec(written.trim().toLowerCase()) ?? [];
  const amount = Number(amountWritten);
  if (unit === undefined || !(amount > 0)) return undefined;

  return unit === 'workday' ? { unit: 'workdays', amount } : { unit: 'minutes', amount: amount * minutesIn(unit) };
}

function minutesIn(unit: string): number {
  return unit === 'day' ? DAY : unit === 'hour' ? HOUR : 1;
}

/** The limit as a district file would write it, in the largest unit that keeps the amount whole. */
export function writtenLimit({ unit, amount }: Limit): string {
  if (unit === 'workdays') return counted(amount, 'workday');
  if (amount % DAY === 0) return counted(amount / DAY, 'day');
  if (amount % HOUR === 0) return counted(amount / HOUR, 'hour');
  return counted(amount, 'minute');
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
