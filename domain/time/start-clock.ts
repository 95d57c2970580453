import type { Mechanism, Rung, Timed } from '../mechanism/mechanism.ts';
import { clockId } from './clocks.ts';
import type { Clock, ClockKind, Mark } from './clocks.ts';
import type { Limit } from './limit.ts';
import { addLimit, nthWorkdayMorning, partOfLimit, subtractWorkdays, workingMinutesBetween } from './working-time.ts';
import type { Calendar } from './working-time.ts';

/** What every rule may consult: the district's mechanism and the calendar. */
export interface Rules {
  readonly mechanism: Mechanism;
  readonly calendar: Calendar;
}

/** What a clock is started for. `due` overrides the limit's own end, for an extension. */
interface Start {
  readonly kind: ClockKind;
  /** Who is to act. */
  readonly unit: string;
  /** The clock's id where it is not made from kind, whistle and unit. */
  readonly id?: string | undefined;
  readonly whistle?: string | undefined;
  readonly timed: Timed;
  readonly from: Date;
  readonly urgent: boolean;
  readonly due?: Date | undefined;
  /** Ends by itself, where the kind alone does not say so. */
  readonly expires?: boolean | undefined;
}

/** A clock with all its marks worked out. Clocks that wait for an answer end with `expire`. */
export function startClock({ mechanism, calendar }: Rules, start: Start): Clock {
  const { kind, unit, whistle, timed, from, urgent } = start;
  const due = start.due ?? addLimit(calendar, from, timed.limit);
  const ladder = mechanism.ladders[timed.ladder] ?? [];
  const marks = ladder.flatMap((rung) => markOf(calendar, rung, timed, from, due));
  const expiry: Mark[] = start.expires === true || ['place', 'rate', 'approval', 'sound', 'pool'].includes(kind) ? [{ at: due, act: 'expire' }] : [];
  const id = start.id ?? clockId(kind, whistle, whistle === undefined ? undefined : unit);
  return { id, kind, unit, whistle, from, due, urgent, marks: [...marks, ...expiry].sort((a, b) => a.at.getTime() - b.at.getTime()) };
}

function markOf(calendar: Calendar, rung: Rung, timed: Timed, from: Date, due: Date): Mark[] {
  if ('percent' in rung) return [{ at: partOfLimit(calendar, from, timed.limit, rung.percent / 100), act: rung.act, percent: rung.percent }];
  if ('due' in rung) return [{ at: due, act: rung.act }];
  if ('after' in rung) return [{ at: addLimit(calendar, due, rung.after), act: rung.act, tiers: rung.tiers }];
  if ('morning' in rung) return [{ at: nthWorkdayMorning(calendar, due, rung.morning), act: rung.act, tiers: rung.tiers }];
  const at = before(calendar, due, rung.before);
  return workingTimeLeft(calendar, from, at, rung.before) ? [{ at, act: rung.act }] : [];
}

/** A limit no longer than the warning needs none: it would come at once. */
function workingTimeLeft(calendar: Calendar, from: Date, at: Date, { unit }: Limit): boolean {
  return unit === 'minutes' ? at > from : workingMinutesBetween(calendar, from, at) > 0;
}

function before(calendar: Calendar, due: Date, { unit, amount }: Limit): Date {
  return unit === 'minutes' ? new Date(due.getTime() - amount * 60_000) : subtractWorkdays(calendar, due, amount);
}
