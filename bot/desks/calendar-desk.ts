import { z } from 'zod';
import type { Demand } from '../../domain/demand.ts';
import { isOpen } from '../../domain/demand.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Limit } from '../../domain/time/limit.ts';
import { addLimit, nextWorkingMoment } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { isoDate, isoTime, startOfDay } from '../../handlers/iso-time.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { KeptSettings } from '../../handlers/ports/settings.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import type { CalendarDesk } from '../../web/desk.ts';
import type { Outcome } from '../../web/outcome.ts';
import type { CalendarBody, CalendarTaken, CalendarView } from '../../web/schemas/calendar-desk.ts';
import type { PublishedCalendar } from '../district/calendar.ts';
import { limitWords } from '../district/limit-words.ts';
import { openSetting, type Following, type Setting } from './kept-setting.ts';

/** What is needed to correct the calendar. */
export interface CorrectingCalendar {
  readonly settings: KeptSettings;
  readonly calendar: PublishedCalendar;
  readonly mechanism: Mechanism;
  readonly speak: Speak;
  readonly now: Now;
  readonly nameOf: (by: string, language: Language) => string;
  /** What is under way. */
  readonly open: () => Promise<readonly Demand[]>;
}

const Kept = z.strictObject({ days: z.record(z.string(), z.boolean()), complete: z.array(z.number().int()) });
type Kept = z.infer<typeof Kept>;

const DAY_MS = 24 * 3600_000;
const FARTHEST_DAYS = 3 * 366;

/** The calendar's corrections: kept, laid over the files, with a look at what they move. */
export async function openCalendarDesk(parts: CorrectingCalendar): Promise<CalendarDesk & Following> {
  const { calendar, settings, now } = parts;
  const setting = await openSetting<Kept>({ settings, now, name: 'calendar', shape: Kept, empty: { days: {}, complete: [] }, use: ({ days, complete }) => calendar.layOver(days, complete) });
  return {
    view: ({ month }, language) => viewOf(parts, setting, month ?? isoTime(now()).slice(0, 7), language),
    take: (body, by, language) => take(parts, setting, body, by, language),
    follow: setting.follow,
  };
}

function viewOf({ calendar, now, nameOf }: CorrectingCalendar, setting: Setting<Kept>, month: string, language: Language): CalendarView {
  const { days, complete } = setting.value();
  const whoSet = (date: string) => {
    const change = setting.changes().find(({ what }) => what === date);
    return change === undefined ? {} : { at: isoTime(change.at), by: nameOf(change.by, language) };
  };
  const shown = daysOf(month).map((date) => ({ date, workday: calendar.isWorkday(date), files: calendar.isWorkdayBefore(date) }));
  return {
    month,
    today: isoDate(now()),
    hours: `${calendar.dayStart}–${calendar.dayEnd}`,
    quiet: `${calendar.quiet.from}–${calendar.quiet.to}`,
    days: shown,
    corrections: Object.entries(days).sort().map(([date, workday]) => ({ date, workday, ...whoSet(date) })),
    unknownYears: [...calendar.unknownYears()],
    completeYears: complete,
  };
}

function daysOf(month: string): string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  return Array.from({ length: 31 }, (_, nth) => new Date(first + nth * DAY_MS).toISOString().slice(0, 10)).filter((date) => date.startsWith(month));
}

async function take(parts: CorrectingCalendar, setting: Setting<Kept>, body: CalendarBody, by: string, language: Language): Promise<Outcome<CalendarTaken>> {
  const faults = faultsOf(parts, body);
  if (faults.length > 0) return { ok: false, refusal: 'wrong-calendar', params: { faults: faults.map(([code, date]) => parts.speak(language, `desk.calendar.${code}`, { date })).join('\n') } };
  const taken = await previewOf(parts, setting.value(), body, language);
  if (!body.apply) return { ok: true, value: { ...taken, applied: false } };
  for (const { date, workday } of body.days) await setting.change(by, date, (kept) => ({ value: { ...kept, days: withDay(kept.days, date, workday) }, from: wordFor(kept.days[date]), to: wordFor(workday ?? undefined) }));
  for (const { year, is } of body.complete) await setting.change(by, String(year), (kept) => ({ value: { ...kept, complete: [...kept.complete.filter((one) => one !== year), ...(is ? [year] : [])] }, to: String(is) }));
  return { ok: true, value: { ...taken, applied: true } };
}

function faultsOf({ now }: CorrectingCalendar, { days }: CalendarBody): (readonly ['past' | 'far' | 'twice', string])[] {
  const [today, last] = [isoDate(now()), isoDate(new Date(now().getTime() + FARTHEST_DAYS * DAY_MS))];
  const dates = days.map(({ date }) => date);
  return dates.flatMap((date, nth): (readonly ['past' | 'far' | 'twice', string])[] => [...(date < today ? [['past', date] as const] : []), ...(date > last ? [['far', date] as const] : []), ...(dates.indexOf(date) < nth ? [['twice', date] as const] : [])]);
}

function withDay(days: Kept['days'], date: string, workday: boolean | null): Kept['days'] {
  const { [date]: _, ...others } = days;
  return workday === null ? others : { ...others, [date]: workday };
}

function wordFor(workday: boolean | undefined): string | undefined {
  return workday === undefined ? undefined : workday ? 'workday' : 'holiday';
}

async function previewOf(parts: CorrectingCalendar, kept: Kept, { days }: CalendarBody, language: Language): Promise<Omit<CalendarTaken, 'applied'>> {
  const { calendar, now } = parts;
  const next = days.reduce((all, { date, workday }) => withDay(all, date, workday), kept.days);
  const after: Calendar = { ...calendar, isWorkday: (date) => next[date] ?? calendar.isWorkdayBefore(date) };
  const changes = days.map(({ date }) => ({ date, before: calendar.isWorkday(date), after: after.isWorkday(date) })).filter((one) => one.before !== one.after).sort((a, b) => a.date.localeCompare(b.date));
  const first = changes[0];
  if (first === undefined) return { changes, dues: [], staying: 0 };
  const start = startOf(first.date);
  const from = nextWorkingMoment(calendar, new Date(Math.max(now().getTime(), start - DAY_MS + workStart(calendar))));
  return { changes, dues: duesOf(parts, after, from, language), staying: (await parts.open()).filter((demand) => isOpen(demand) && demand.clocks.some(({ due }) => due.getTime() >= start)).length };
}

function startOf(date: string): number {
  return Date.parse(startOfDay(date));
}

function workStart({ dayStart }: Calendar): number {
  const [hours = 0, minutes = 0] = dayStart.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** For each length of working time that the district's limits have: when one would end that begins on the workday before the first changed day. */
function duesOf({ calendar, mechanism, speak }: CorrectingCalendar, after: Calendar, from: Date, language: Language): CalendarTaken['dues'] {
  const limits = [...mechanism.tiers.flatMap(({ takeUp, solve }) => [takeUp, solve]), ...mechanism.kinds.flatMap(({ reportIn, feedback, finish }) => [reportIn, feedback, finish])].map(({ limit }) => limit);
  const amounts = [...new Set(limits.filter(({ unit }) => unit === 'workdays').map(({ amount }) => amount))].sort((a, b) => a - b);
  return amounts.map((amount) => {
    const limit: Limit = { unit: 'workdays', amount };
    return { limit: limitWords(limit, language, speak), from: isoTime(from), before: isoTime(addLimit(calendar, from, limit)), after: isoTime(addLimit(after, from, limit)) };
  });
}
