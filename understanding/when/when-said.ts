import {
  afternoonWords,
  agoAfter,
  clockMinutes,
  clockPattern,
  dayPartPattern,
  dayParts,
  durationPattern,
  durationUnits,
  justNowPattern,
  latelyDays,
  latelyPattern,
  hoursPattern,
  midnightWords,
  notLastingAfter,
  notLastingBefore,
  repeatedPattern,
  sinceAfter,
  sinceBefore,
  someWords,
  untilNow,
  untilPattern,
  vagueUnits,
} from '../../locales/lexicon/when-words.ts';
import { halfWord } from '../../locales/lexicon/number-words.ts';
import { numberSaid } from '../number-said.ts';
import { plainText } from '../plain-text.ts';
import type { WhenSaid } from '../understanding.ts';
import { type DaySaid, daySaid } from './day-said.ts';
import { addDays, type Day, dayOf, instantAt } from './shanghai-day.ts';

const REACH = 1500;
const everyDuration = new RegExp(durationPattern, 'g');
const HOUR = 3_600_000;
const DAY_HOURS = 24;

interface Clock {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly hours: number;
  readonly ago: boolean;
}

/** When a text says that it happens, relative to now in Shanghai; undefined when it says nothing of it. */
export function whenSaid(text: string, now: Date): WhenSaid | undefined {
  const plain = plainText(text.slice(0, REACH));
  const when = whenInPlain(plain, now);
  if (when === undefined) return undefined;
  const start = plain.indexOf(when.said);
  return { ...when, said: text.slice(start, start + when.said.length) };
}

function whenInPlain(plain: string, now: Date): WhenSaid | undefined {
  const day = daySaid(plain, dayOf(now));
  const clock = clockSaid(plain);
  const repeated = repeatedPattern.exec(plain);
  const lasting = lastingSaid(plain);
  const lately = latelyPattern.exec(plain);
  const hours = hoursPattern.exec(plain);

  if (day !== undefined && lastsSince(plain, day)) return since(plain, day, now);
  if (hours !== null && day === undefined) return { said: hours[0], pattern: 'repeated' };
  if (repeated !== null) return again(plain, repeated, [day, lasting, clock], now);
  if (lasting !== undefined && (day === undefined || lasting.start < day.start)) return lastingFor(plain, lasting, now);
  if (day !== undefined) return onDay(plain, day, clockNear(clock, day) ?? clockOfPart(day), now);
  if (lately !== null) return latelySaid(lately, now);
  if (clock !== undefined) return atClock(plain, clock, now);
  const justNow = justNowPattern.exec(plain);
  return justNow === null ? undefined : { said: justNow[0], from: new Date(now.getTime() - HOUR), to: now, pattern: 'once' };
}

function lastsSince(text: string, day: DaySaid): boolean {
  const after = text.slice(day.end, day.end + 10);
  return sinceAfter.test(after) && (sinceBefore.test(text.slice(0, day.start)) || !untilPattern.test(after) || untilNow.test(after));
}

function since(text: string, day: DaySaid, now: Date): WhenSaid {
  const after = text.slice(day.end);
  const until = untilNow.test(after) ? undefined : untilDay(after, dayOf(now));
  const tail = until?.end ?? sinceAfter.exec(after)?.[0].length ?? 0;
  const nowWord = until === undefined ? (untilNow.exec(after)?.[0].length ?? tail) : tail;
  const said = text.slice(startWithFrom(text, day.start), day.end + Math.max(tail, nowWord));
  const to = until?.last === undefined ? now : instantAt(until.last, DAY_HOURS);
  return { said, from: day.first === undefined ? undefined : instantAt(day.first), to, pattern: 'continuing' };
}

function untilDay(after: string, today: Day): DaySaid | undefined {
  if (!untilPattern.test(after)) return undefined;
  const until = daySaid(after.slice(0, 16), today);
  return until !== undefined && until.start <= 2 ? until : undefined;
}

function startWithFrom(text: string, start: number): number {
  return start - (sinceBefore.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}

function again(text: string, repeated: RegExpExecArray, others: readonly ({ start: number; end: number } | undefined)[], now: Date): WhenSaid {
  let start = repeated.index;
  let end = start + repeated[0].length;
  for (const other of others) {
    if (other === undefined || other.end < start - 3 || other.start > end + 3) continue;
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  const lasting = others[1];
  const hours = lasting !== undefined && 'hours' in lasting && typeof lasting.hours === 'number' ? lasting.hours : undefined;
  const from = hours === undefined ? undefined : new Date(now.getTime() - hours * HOUR);
  return { said: text.slice(start, end), from, to: from === undefined ? undefined : now, pattern: 'repeated' };
}

function lastingSaid(text: string): Span | undefined {
  everyDuration.lastIndex = 0;
  for (let match = everyDuration.exec(text); match !== null; match = everyDuration.exec(text)) {
    const hours = hoursOf(match);
    if (hours === undefined) continue;
    const end = match.index + match[0].length;
    const ago = agoAfter.test(text.slice(end, end + 3));
    if (ago || isLasting(match[0], text, match.index, end)) return { start: match.index, end, hours, ago };
  }
  return undefined;
}

function isLasting(said: string, text: string, start: number, end: number): boolean {
  if (notLastingBefore.test(text.slice(Math.max(0, start - 2), start))) return false;
  return !vagueUnits.test(said) && !notLastingAfter.test(text.slice(end, end + 4));
}

function hoursOf(match: RegExpMatchArray): number | undefined {
  const unit = durationUnits[match[3] ?? ''];
  const word = match[1] ?? '';
  const count = someWords[word] ?? numberSaid(word);
  if (unit === undefined || count === undefined || count > 1000) return undefined;
  const half = match[2] === halfWord || match[4] === halfWord ? 0.5 : 0;
  return (count + half) * unit;
}

function lastingFor(text: string, lasting: Span, now: Date): WhenSaid {
  const said = text.slice(lasting.start, lasting.end) + (lasting.ago ? (agoAfter.exec(text.slice(lasting.end))?.[0] ?? '') : '');
  const from = new Date(now.getTime() - lasting.hours * HOUR);
  return lasting.ago ? { said, from, to: undefined, pattern: 'once' } : { said, from, to: now, pattern: 'continuing' };
}

function latelySaid(lately: RegExpExecArray, now: Date): WhenSaid {
  const days = latelyDays[lately[0]];
  const from = days === undefined ? undefined : instantAt(addDays(dayOf(now), -days));
  return { said: lately[0], from, to: from === undefined ? undefined : now, pattern: 'continuing' };
}

function onDay(text: string, day: DaySaid, clock: Clock | undefined, now: Date): WhenSaid {
  const said = text.slice(Math.min(day.start, clock?.start ?? day.start), Math.max(day.end, clock?.end ?? day.end));
  if (day.first === undefined || day.last === undefined) return { said, pattern: 'once' };
  if (clock !== undefined) return { said, from: instantAt(day.first, clock.from), to: instantAt(day.first, clock.to), pattern: 'once' };
  const end = instantAt(day.last, DAY_HOURS);
  const from = instantAt(day.first);
  return { said, from, to: end > now && from <= now ? now : end, pattern: 'once' };
}

function atClock(text: string, clock: Clock, now: Date): WhenSaid {
  const today = dayOf(now);
  const day = instantAt(today, clock.from) > now ? addDays(today, -1) : today;
  return { said: text.slice(clock.start, clock.end), from: instantAt(day, clock.from), to: instantAt(day, clock.to), pattern: 'once' };
}

function clockNear(clock: Clock | undefined, day: DaySaid): Clock | undefined {
  return clock !== undefined && clock.start >= day.start - 2 && clock.start <= day.end + 4 ? withPart(clock, day.dayPart) : undefined;
}

function withPart(clock: Clock, part: string | undefined): Clock {
  const late = part !== undefined && afternoonWords.test(part) && clock.from < 12 && clock.to - clock.from <= 1;
  if (!late) return clock;
  const shift = clock.from < 5 && midnightWords.test(part) ? DAY_HOURS : 12;
  return { ...clock, from: clock.from + shift, to: clock.to + shift };
}

function clockOfPart(day: DaySaid): Clock | undefined {
  const part = dayParts.find(([word]) => word === day.dayPart);
  return part === undefined ? undefined : { start: day.start, end: day.end, from: part[1], to: part[2] };
}

function clockSaid(text: string): Clock | undefined {
  const match = clockPattern.exec(text);
  if (match === null || !isClock(match)) return partOfDay(text);
  const hour = match[2] === undefined ? numberSaid(match[4] ?? '') : Number(match[2]);
  if (hour === undefined || hour > 24) return partOfDay(text);
  const from = hourMeant(hour, match[1]) + minutesOf(match) / 60;
  return { start: match.index, end: match.index + match[0].length, from, to: from + 1 };
}

function isClock(match: RegExpExecArray): boolean {
  if (match[2] !== undefined) return Number(match[3]) < 60;
  return match[1] !== undefined || match[5] !== undefined || match[6] !== undefined || /^\d/.test(match[4] ?? '');
}

function hourMeant(hour: number, part: string | undefined): number {
  if (part === undefined || hour > 12) return hour;
  if (midnightWords.test(part)) return hour === 12 || hour < 5 ? (hour % 12) + DAY_HOURS : hour + 12;
  return afternoonWords.test(part) && hour < 12 ? hour + 12 : hour;
}

function minutesOf(match: RegExpExecArray): number {
  if (match[3] !== undefined) return Number(match[3]);
  const said = match[6];
  if (said === undefined) return 0;
  return clockMinutes[said] ?? numberSaid(said.replace(/\D+$/, '')) ?? 0;
}

function partOfDay(text: string): Clock | undefined {
  const match = dayPartPattern.exec(text);
  const part = dayParts.find(([word]) => word === match?.[1]);
  if (match === null || part === undefined) return undefined;
  return { start: match.index, end: match.index + match[0].length, from: part[1], to: part[2] };
}
