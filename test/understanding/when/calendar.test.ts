import { expect } from 'chai';

import { lunarDay, lunarMonthOf } from '../../../understanding/when/lunar-day.ts';
import { addDays, type Day, daysBetween, instantAt } from '../../../understanding/when/shanghai-day.ts';
import { solarTerm } from '../../../understanding/when/solar-term.ts';

const ofTheMoon = new Intl.DateTimeFormat('en-u-ca-chinese', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'Asia/Shanghai' });

function moonDate(day: Day): string {
  const parts = new Map<string, string>(ofTheMoon.formatToParts(instantAt(day, 12)).map(({ type, value }) => [type, value]));
  return `${parts.get('relatedYear')}-${parts.get('month')}-${parts.get('day')}`;
}

describe('the calendar of the moon', () => {
  for (let year = 2019; year <= 2036; year++) {
    it(`is in ${year} the one that others reckon`, () => {
      for (let month = 1; month <= 12; month++) {
        const first = lunarDay(year, month, 1)!;
        expect(moonDate(first)).to.equal(`${year}-${month}-1`);
        expect(lunarMonthOf(addDays(first, 28))).to.deep.equal({ year, month });
      }
    });
  }

  it('ends a year on its last day, whether that is a twenty-ninth or a thirtieth', () => {
    expect(lunarDay(2026, 0, 30)).to.deep.equal({ year: 2026, month: 2, date: 16 });
    expect(lunarDay(2024, 0, 30)).to.deep.equal({ year: 2024, month: 2, date: 9 });
  });

  it('is not reckoned for years it has no table of', () => {
    expect(lunarDay(2040, 1, 1)).to.equal(undefined);
    expect(lunarMonthOf({ year: 2040, month: 5, date: 1 })).to.equal(undefined);
  });
});

describe('the solar terms', () => {
  for (const [year, term, month, date] of [
    [2024, 6, 4, 4],
    [2025, 6, 4, 4],
    [2026, 6, 4, 5],
    [2026, 3, 2, 18],
    [2021, 23, 12, 21],
    [2026, 23, 12, 22],
    [2025, 2, 2, 3],
  ] as const) {
    it(`put the ${term + 1}th of ${year} on ${month}/${date}`, () => expect(solarTerm(year, term)).to.deep.equal({ year, month, date }));
  }

  it('follow each other by two weeks and a bit', () => {
    for (let year = 2019; year <= 2036; year++) {
      for (let term = 1; term < 24; term++) expect(daysBetween(solarTerm(year, term - 1)!, solarTerm(year, term)!)).to.be.within(14, 16);
    }
  });
});
