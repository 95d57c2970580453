import { marksReached } from './clocks.ts';
import type { Clock, Mark } from './clocks.ts';
import type { Rules } from './start-clock.ts';
import { nthWorkdayMorning } from './working-time.ts';

/** Marks of one clock that have come, and the one that is put in their place when they were the last. */
export interface Reached {
  readonly clock: string;
  readonly marks: readonly Mark[];
  readonly then?: Mark | undefined;
}

/** What has come of the clocks by now. When the ladder is used up and the clock still runs, its unit's head hears of it again and again. */
export function marksDue(rules: Rules, clocks: readonly Clock[], now: Date): readonly Reached[] {
  return clocks.flatMap((clock) => {
    const marks = marksReached(clock, now);
    if (marks.length === 0) return [];
    return [{ clock: clock.id, marks, then: marks.length === clock.marks.length ? stillOpen(rules, now) : undefined }];
  });
}

/** The clocks without the marks that were reached. */
export function markOff(clocks: readonly Clock[], { clock: id, marks, then }: Reached): readonly Clock[] {
  return clocks.map((clock) => {
    if (clock.id !== id) return clock;
    const left = clock.marks.slice(marks.length);
    return { ...clock, marks: then === undefined ? left : [...left, then] };
  });
}

/** The earliest mark still to come; undefined when there is none. */
export function nextMark(clocks: readonly Clock[]): Date | undefined {
  const first = Math.min(...clocks.flatMap(({ marks }) => marks.map(({ at }) => at.getTime())));
  return Number.isFinite(first) ? new Date(first) : undefined;
}

/** The morning on which it is said that something overdue is still open. */
export function stillOpen({ mechanism, calendar }: Rules, now: Date): Mark {
  return { at: nthWorkdayMorning(calendar, now, mechanism.stillOpenMornings), act: 'still-open' };
}
