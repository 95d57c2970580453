import { withDaysMeant } from '../../../locales/shared/days-meant.ts';
import { dayNumber, formatThere } from '../../../locales/shared/zone.ts';
import type { Lang } from '../locales/locale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const QUIET_MS = 5 * MINUTE;
const RECALL_MS = 2 * MINUTE;

/** Whether a message so long after the one before gets a time line above it. */
export function pauseBetween(before: string | undefined, at: string): boolean {
  return before === undefined || Date.parse(at) - Date.parse(before) > QUIET_MS;
}

/** Whether what was said then may still be taken back. */
export function mayBeTakenBack(at: string, now: number): boolean {
  return now - Date.parse(at) <= RECALL_MS;
}

/** As a time line in a chat: the hour today, yesterday and its hour, the weekday, or the date. */
export function spokenAt(at: string, now: number, lang: Lang): string {
  const day = dayWords(at, now, lang);
  return day === '' ? hourOf(at, lang) : `${day} ${hourOf(at, lang)}`;
}

/** As in the list of chats: the hour today, else only the day. */
export function listedAt(at: string, now: number, lang: Lang): string {
  const day = dayWords(at, now, lang);
  return day === '' ? hourOf(at, lang) : day;
}

/** "in 3 hours", "2 days ago", "now": from the program's now, in the largest unit that says enough. */
export function fromNow(at: string, now: number, lang: Lang): string {
  const away = Date.parse(at) - now;
  const words = new Intl.RelativeTimeFormat(lang, { numeric: 'always' });
  const minutes = toward(away, MINUTE);
  if (minutes === 0) return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(0, 'second');
  if (Math.abs(away) < HOUR) return words.format(minutes, 'minute');
  if (Math.abs(away) < 2 * DAY) return words.format(toward(away, HOUR), 'hour');
  return words.format(toward(away, DAY), 'day');
}

/** The date with its weekday, and the hour, of the program's now. */
export function clockFace(now: number, lang: Lang): { day: string; hour: string } {
  const at = new Date(now).toISOString();
  return { day: written(at, lang, { month: 'long', day: 'numeric', weekday: 'short' }), hour: hourOf(at, lang) };
}

/** The day and hour as people write them, for a title or a timeline. */
export function exactly(at: string, lang: Lang): string {
  return written(at, lang, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** What is told of the time of a matter. */
interface FactsOfTime {
  readonly when?: string | undefined;
  readonly whenMeant?: { readonly from: string; readonly to?: string | undefined; readonly dated: boolean } | undefined;
}

/** The reporter's words for the time, with the days that are meant where the words alone do not say them; undefined where nothing was said. */
export function saidWhen({ when, whenMeant }: FactsOfTime, raisedAt: string, lang: Lang): string | undefined {
  if (when === undefined || whenMeant === undefined) return when;
  const { from, to, dated } = whenMeant;
  return withDaysMeant(lang, when, { from: new Date(from), to: to === undefined ? undefined : new Date(to), dated }, new Date(raisedAt));
}

/** The ISO-8601 duration from now to then, at least a second. */
export function durationTo(then: string, now: number): string {
  return `PT${String(Math.max(1, Math.ceil((Date.parse(then) - now) / 1000)))}S`;
}

function toward(away: number, unit: number): number {
  const count = Math.round(away / unit);
  return count === 0 && away > 0 ? 1 : count;
}

function dayWords(at: string, now: number, lang: Lang): string {
  const daysAgo = dayNumber(new Date(now)) - dayNumber(new Date(at));
  if (daysAgo === 0) return '';
  if (daysAgo === 1) return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-1, 'day');
  if (daysAgo > 1 && daysAgo < 7) return written(at, lang, { weekday: 'long' });
  return written(at, lang, { month: 'long', day: 'numeric' });
}

function hourOf(at: string, lang: Lang): string {
  return written(at, lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function written(at: string, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return at;
  return formatThere(lang, options).format(instant);
}
