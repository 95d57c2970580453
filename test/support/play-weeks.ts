const DAY_MS = 24 * 3600_000;
const ZONE_MS = 8 * 3600_000;
const NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** A day of a play, counted from the Monday it begins on: 周三, 下周一, 下下周五. */
export type Day = `${'' | '下' | '下下' | '下下下'}${(typeof NAMES)[number]}`;

/** Days that are not as in a plain week: Saturdays and Sundays that are worked, weekdays that are free. */
export interface OddDays {
  readonly worked?: readonly Day[];
  readonly free?: readonly Day[];
}

/** The first midnight of a Monday, in Shanghai, that the program's own first working moment cannot be later than. */
export function mondayAfter(from: Date): Date {
  const today = Math.floor((from.getTime() + ZONE_MS) / DAY_MS);
  const weekday = (today + 3) % 7;
  return new Date((today + (weekday < 5 ? 7 : 14) - weekday) * DAY_MS - ZONE_MS);
}

/** A time of a day of the play that begins on `monday`. */
export function momentOf(monday: Date, day: Day, time: string): Date {
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(monday.getTime() + dayNumber(day) * DAY_MS + ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000);
}

/** A calendar's file of corrections that makes every week around the play a plain one, whatever was published, but for the odd days. */
export function plainWeeks(monday: Date, { worked = [], free = [] }: OddDays): string {
  const days = Array.from({ length: 150 }, (_, nth) => nth - 20);
  const isWorked = (nth: number) => (isWeekday(nth) || worked.some((day) => dayNumber(day) === nth)) && !free.some((day) => dayNumber(day) === nth);
  const listed = (some: readonly number[]) => some.map((nth) => `  - "${new Date(monday.getTime() + nth * DAY_MS + ZONE_MS).toISOString().slice(0, 10)}"\n`).join('');
  return `workdays:\n${listed(days.filter(isWorked))}holidays:\n${listed(days.filter((nth) => !isWorked(nth)))}`;
}

function isWeekday(nth: number): boolean {
  return ((nth % 7) + 7) % 7 < 5;
}

function dayNumber(day: Day): number {
  return (day.length - 2) * 7 + NAMES.findIndex((name) => day.endsWith(name));
}
