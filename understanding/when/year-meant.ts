import { yearSteps } from '../../locales/lexicon/when-words.ts';
import { numberSaid } from '../number-said.ts';
import { type Day, daysBetween } from './shanghai-day.ts';

const AHEAD = 31;
const CENTURY = 2000;

/** The year said (去, 2024, 二〇二四, 24); undefined when none was. */
export function yearSaid(said: string | undefined, today: Day): number | undefined {
  if (said === undefined) return undefined;
  const steps = yearSteps[said];
  if (steps !== undefined) return today.year + steps;
  const year = numberSaid(said.replaceAll(/[oO]/g, '0'));
  return year !== undefined && year < 100 ? CENTURY + year : year;
}

/** Of a day that comes every year, the one that is meant: the latest that is past or at most a month ahead. */
export function nearest(dayIn: (year: number) => Day | undefined, today: Day): Day | undefined {
  for (const year of [today.year + 1, today.year, today.year - 1]) {
    const day = dayIn(year);
    if (day !== undefined && daysBetween(today, day) <= AHEAD) return day;
  }
  return undefined;
}
