import chineseDays from 'chinese-days';
import { z } from 'zod';
import type { Calendar } from '../../domain/time/working-time.ts';
import { ZONE_AHEAD_MS } from '../../domain/zone.ts';

const date = z.iso.date();

/** A file of corrections: days that are worked or free whatever the published calendar says, and years that the file gives whole. */
export const CalendarCorrections = z
  .strictObject({
    workdays: z.array(date).default([]),
    holidays: z.array(date).default([]),
    complete: z.array(z.int().min(2000).max(2100)).default([]),
  })
  .superRefine(({ workdays, holidays }, context) => {
    for (const both of workdays.filter((day) => holidays.includes(day))) {
      context.addIssue({ code: 'custom', path: ['workdays', workdays.indexOf(both)], message: 'worked-and-free' });
    }
  });
export type CalendarCorrections = z.infer<typeof CalendarCorrections>;

/** A calendar that also tells which years it was asked about and could only guess, Monday to Friday. */
export interface PublishedCalendar extends Calendar {
  readonly unknownYears: () => readonly number[];
  /** Whether a day is worked by the published calendar and the corrections in files alone. */
  readonly isWorkdayBefore: (date: string) => boolean;
  /** Lays these days over everything else, in place of those laid over before. */
  readonly layOver: (days: Readonly<Record<string, boolean>>, complete: readonly number[]) => void;
}

type Hours = Omit<Calendar, 'isWorkday'>;

const HOURS: Hours = { dayStart: '09:00', dayEnd: '18:00', offsetMinutes: ZONE_AHEAD_MS / 60_000, quiet: { from: '21:00', to: '08:30' } };

/** The published Chinese calendar, make-up workdays included, with corrections laid over it; other hours may be given. */
export function createCalendar(corrections: CalendarCorrections = NONE, hours: Partial<Hours> = {}): PublishedCalendar {
  const days = new Map<string, boolean>([
    ...corrections.workdays.map((day) => [day, true] as const),
    ...corrections.holidays.map((day) => [day, false] as const),
  ]);
  const complete = new Set(corrections.complete);
  const years = new Map<number, boolean>();
  let over: ReadonlyMap<string, boolean> = new Map();
  let given: readonly number[] = [];

  function isPublished(year: number): boolean {
    const published = years.get(year) ?? (complete.has(year) || knows(year));
    years.set(year, published);
    return published;
  }

  function isWorkdayBefore(day: string): boolean {
    const known = days.get(day);
    if (known !== undefined) return known;
    isPublished(Number(day.slice(0, 4)));
    const worked = chineseDays.isWorkday(day);
    days.set(day, worked);
    return worked;
  }

  return {
    ...HOURS,
    ...hours,
    isWorkday: (day) => over.get(day) ?? isWorkdayBefore(day),
    isWorkdayBefore,
    unknownYears: () => [...years].filter(([year, published]) => !published && !given.includes(year)).map(([year]) => year).sort(),
    layOver: (laid, whole) => {
      over = new Map(Object.entries(laid));
      given = whole;
    },
  };
}

const NONE: CalendarCorrections = { workdays: [], holidays: [], complete: [] };

/** Every published year has free days around National Day; the library takes a year it lacks for plain weeks. */
function knows(year: number): boolean {
  return chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
}
