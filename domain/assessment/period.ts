import type { AssessmentSettings } from '../mechanism/assessment.ts';
import type { Calendar } from '../time/working-time.ts';
import { addLimit } from '../time/working-time.ts';

/** A stretch of time that is assessed as one; `to` is not part of it. */
export interface Period {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
}

type PeriodSettings = AssessmentSettings['period'];

const MINUTE = 60_000;
const WRITTEN = /^(20\d\d)-(0[1-9]|1[0-2])$/;

/** The period named "2026-11"; undefined when that is no month. One that begins on a later day than the 1st begins in the month before. */
export function periodNamed({ startDay, cutOff }: PeriodSettings, { offsetMinutes }: Pick<Calendar, 'offsetMinutes'>, id: string): Period | undefined {
  const [, year, month] = WRITTEN.exec(id) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const last = startDay === 1 ? 0 : 1;
  const [hours = 0, minutes = 0] = cutOff.split(':').map(Number);
  const start = (months: number) => new Date(Date.UTC(Number(year), Number(month) - 1 + months, startDay, hours, minutes) - offsetMinutes * MINUTE);
  return { id, from: start(-last), to: start(1 - last) };
}

/** The period that a moment falls into. */
export function periodAt(settings: PeriodSettings, calendar: Pick<Calendar, 'offsetMinutes'>, at: Date): Period {
  const local = new Date(at.getTime() + calendar.offsetMinutes * MINUTE);
  const guesses = [0, 1, -1].map((months) => new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1)).toISOString().slice(0, 7));
  const found = guesses.map((id) => periodNamed(settings, calendar, id)).find((period) => period !== undefined && period.from <= at && at < period.to);
  if (found === undefined) throw new Error(`No period holds ${at.toISOString()}`);
  return found;
}

/** The period before this one. */
export function periodBefore(settings: PeriodSettings, calendar: Pick<Calendar, 'offsetMinutes'>, { from }: Period): Period {
  return periodAt(settings, calendar, new Date(from.getTime() - 1));
}

/** When the period is closed: what is known by then is what it is sealed with. */
export function closesAt({ closeAfter }: PeriodSettings, calendar: Calendar, { to }: Period): Date {
  return addLimit(calendar, to, closeAfter);
}
