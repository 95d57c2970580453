import type { Day } from './shanghai-day.ts';

const DRIFT = 0.2422;
const TERMS_A_MONTH = 2;
/** The date in its month that each of the twenty-four terms, from the first of January on, falls on in this century, before drift and leap days. */
const dates = [5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37, 7.108, 22.83, 7.5, 23.13, 7.646, 23.042, 8.318, 23.438, 7.438, 22.36, 7.18, 21.94] as const;
/** Terms so near to midnight that the rule of thumb is a day off. */
const corrections: ReadonlyMap<string, number> = new Map([['2019-0', -1], ['2021-23', -1], ['2026-3', -1]]);

/** The day of a solar term, counted from 0 for the first of January; good for 2019 to 2036. */
export function solarTerm(year: number, term: number): Day | undefined {
  const base = dates[term];
  if (base === undefined) return undefined;
  const ofCentury = year % 100;
  const leaps = Math.floor((term < TERMS_A_MONTH * 2 ? ofCentury - 1 : ofCentury) / 4);
  const date = Math.floor(ofCentury * DRIFT + base) - leaps + (corrections.get(`${year}-${term}`) ?? 0);
  return { year, month: Math.floor(term / TERMS_A_MONTH) + 1, date };
}
