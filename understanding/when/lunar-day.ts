import { addDays, type Day, daysBetween } from './shanghai-day.ts';

/** The first day of a year of the moon, and its months in order: 1 has thirty days, 0 has twenty-nine. */
interface LunarYear {
  readonly first: readonly [month: number, date: number];
  readonly months: string;
  /** Place in `months` of the month that is put in; it bears the number of the one before. */
  readonly leap?: number;
}

const years: Readonly<Record<number, LunarYear>> = {
  2019: { first: [2, 5], months: '101010010011' },
  2020: { first: [1, 25], months: '0111010010101', leap: 4 },
  2021: { first: [2, 12], months: '011010101010' },
  2022: { first: [2, 1], months: '101011010101' },
  2023: { first: [1, 22], months: '0100110110101', leap: 2 },
  2024: { first: [2, 10], months: '010010110110' },
  2025: { first: [1, 29], months: '1010010101110', leap: 6 },
  2026: { first: [2, 17], months: '101001001111' },
  2027: { first: [2, 7], months: '010100100110' },
  2028: { first: [1, 26], months: '1110100100110', leap: 5 },
  2029: { first: [2, 13], months: '110101010010' },
  2030: { first: [2, 2], months: '110110101010' },
  2031: { first: [1, 23], months: '0110101101010', leap: 3 },
  2032: { first: [2, 11], months: '100101101101' },
  2033: { first: [1, 31], months: '0100101011101', leap: 11 },
  2034: { first: [2, 19], months: '010010101101' },
  2035: { first: [2, 8], months: '101001001101' },
  2036: { first: [1, 28], months: '1101001001011', leap: 6 },
};

/** The day of a date of the moon's year, 2019 to 2036; month 0 is the last of the year before, and a thirtieth that a month lacks is its twenty-ninth. */
export function lunarDay(year: number, month: number, date: number): Day | undefined {
  const said = years[year];
  const first = firstOf(year);
  if (said === undefined || first === undefined || month > 12) return undefined;
  if (month === 0) return addDays(first, date - 30 - 1);
  const place = month - 1 + (said.leap !== undefined && month > said.leap ? 1 : 0);
  return addDays(first, lengthOf(said.months.slice(0, place)) + Math.min(date, said.months[place] === '1' ? 30 : 29) - 1);
}

/** The month of the moon that a day lies in (a month put in counts as the one before); undefined outside 2019 to 2036. */
export function lunarMonthOf(day: Day): { readonly year: number; readonly month: number } | undefined {
  const before = firstOf(day.year);
  const year = before !== undefined && daysBetween(before, day) >= 0 ? day.year : day.year - 1;
  const said = years[year];
  const first = firstOf(year);
  if (said === undefined || first === undefined) return undefined;
  let left = daysBetween(first, day);
  for (const [place, long] of Array.from(said.months).entries()) {
    left -= long === '1' ? 30 : 29;
    if (left < 0) return { year, month: place + 1 - (said.leap !== undefined && place >= said.leap ? 1 : 0) };
  }
  return undefined;
}

function firstOf(year: number): Day | undefined {
  const said = years[year];
  return said === undefined ? undefined : { year, month: said.first[0], date: said.first[1] };
}

function lengthOf(months: string): number {
  return months.length * 29 + Array.from(months).filter((long) => long === '1').length;
}
