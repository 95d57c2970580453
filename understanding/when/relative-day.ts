import { dayParts, dayStems, lateDaysPattern, relativeDayPattern, sameDayPattern, shortParts } from '../../locales/lexicon/when-words.ts';
import { days, type HoursOfDay, type Piece, read } from './piece.ts';
import { addDays, type Day } from './shanghai-day.ts';

const GROUPS = [
  [1, 2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
] as const;

/** Days counted from today, with a part of the day where one follows. */
export function relativeDays(text: string, today: Day): readonly Piece[] {
  return read(relativeDayPattern, text, (match, placed) => {
    const [stem, part] = stemAndPart(match);
    const steps = dayStems[stem];
    return steps === undefined ? undefined : { kind: 'day', ...placed, ...days(addDays(today, steps)), hours: hoursOfPart(part) };
  });
}

function stemAndPart(match: RegExpExecArray): readonly [stem: string, part: string | undefined] {
  const [stem, ...parts] = GROUPS.find(([first]) => match[first] !== undefined) ?? GROUPS[0];
  return [match[stem] ?? '', parts.map((part) => match[part]).find((part) => part !== undefined)];
}

/** The hours a part of the day spans, longest name first; undefined when it names none. */
export function hoursOfPart(part: string | undefined): HoursOfDay | undefined {
  if (part === undefined) return undefined;
  const [from, to] = dayParts[part] ?? shortParts[part] ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Days gone by of which nobody says which, and days told before. */
export function vagueDays(text: string): readonly Piece[] {
  return [...read(lateDaysPattern, text, (_, placed) => ({ kind: 'late-days', ...placed })), ...read(sameDayPattern, text, (_, placed) => ({ kind: 'same-day', ...placed }))];
}
