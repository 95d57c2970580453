import { bareOne, clockMinutes, clockPattern, clockSigns, minuteSigns } from '../../locales/lexicon/when-clock-words.ts';
import { dayPartPattern } from '../../locales/lexicon/when-words.ts';
import { numberSaid } from '../number-said.ts';
import { isIn } from '../patterns/matches.ts';
import { type ClockSaid, type HoursOfDay, type Piece, read } from './piece.ts';
import { hoursOfPart } from './relative-day.ts';

const NOON = 12;
const MIDNIGHT = 24;

/** Times of the clock. */
export function clocks(text: string): readonly Piece[] {
  if (!isIn(clockSigns, text)) return [];
  return read(clockPattern, text, (match, placed) => {
    if (bareOne.test(match[0])) return undefined;
    const clock = clockOf(match);
    return clock === undefined ? undefined : { kind: 'clock', ...placed, clock };
  });
}

function clockOf(match: RegExpExecArray): ClockSaid | undefined {
  const [, hours = match[3], minutes = match[4], , , , hour = '', past] = match;
  if (hours !== undefined) return { hour: Number(hours), minute: Number(minutes), exact: match[1] !== undefined };
  const said = numberSaid(hour);
  return said === undefined || said > MIDNIGHT ? undefined : { hour: said, minute: minutesSaid(past), exact: said > NOON || said === 0 };
}

function minutesSaid(past: string | undefined): number {
  if (past === undefined) return 0;
  return clockMinutes[past] ?? numberSaid(past.replaceAll(minuteSigns, '')) ?? 0;
}

/** Parts of a day by themselves. */
export function partsOfDay(text: string): readonly Piece[] {
  return read(dayPartPattern, text, (match, placed) => ({ kind: 'part', ...placed, hours: hoursNamed(match[0]) }));
}

function hoursNamed(said: string): HoursOfDay | undefined {
  for (let end = said.length; end > 0; end--) {
    const hours = hoursOfPart(said.slice(0, end));
    if (hours !== undefined) return hours;
  }
  return undefined;
}

/** The hour of the day that a time of the clock means within a part of the day: of 3, 15 and 27 the one nearest to its span. */
export function hourMeant({ hour, minute }: ClockSaid, part: HoursOfDay | undefined): number {
  const said = hour + minute / 60;
  if (part === undefined) return said;
  const choices = hour > NOON ? [said] : [said, said + NOON, said + MIDNIGHT];
  const away = (one: number): number => Math.max(part.from - one, one - part.to, 0);
  return choices.reduce((best, one) => (away(one) < away(best) || (away(one) === away(best) && part.to >= MIDNIGHT) ? one : best));
}
