import { expect } from 'chai';
import { createCalendar } from '../../../bot/district/calendar.ts';
import { WrittenLimit } from '../../../domain/time/limit.ts';
import { addLimit, afterQuiet, isQuiet, localDate, nthWorkdayMorning, partOfLimit, subtractWorkdays, workingMinutesBetween } from '../../../domain/time/working-time.ts';

const calendar = createCalendar();
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const said = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const limit = (written: string) => WrittenLimit.parse(written);

describe('a limit of working time', () => {
  const table: [from: string, limit: string, until: string, why: string][] = [
    ['2026-07-06 15:00', '1 workday', '2026-07-07 15:00', 'is one whole day of hours'],
    ['2026-07-06 09:00', '1 workday', '2026-07-06 18:00', 'ends with the day it fills'],
    ['2026-07-06 18:00', '1 workday', '2026-07-07 18:00', 'begins on the next day when the hours are over'],
    ['2026-07-06 20:30', '1 workday', '2026-07-07 18:00', 'begins on the next day in the evening'],
    ['2026-07-06 03:10', '1 workday', '2026-07-06 18:00', 'begins in the morning at night'],
    ['2026-07-06 13:30', '0.5 workdays', '2026-07-06 18:00', 'may be half a day'],
    ['2026-07-06 14:00', '1.5 workdays', '2026-07-08 09:30', 'may be a day and a half'],
    ['2026-07-10 15:00', '1 workday', '2026-07-13 15:00', 'leaves out the weekend'],
    ['2026-07-11 11:00', '1 workday', '2026-07-13 18:00', 'begins on Monday on a Saturday'],
    ['2026-07-06 15:00', '7 workdays', '2026-07-15 15:00', 'counts seven days over a weekend'],
    ['2026-09-30 15:00', '1 workday', '2026-10-08 15:00', 'leaves out National Day 2026'],
    ['2026-10-09 15:00', '1 workday', '2026-10-10 15:00', 'counts the make-up Saturday after National Day 2026'],
    ['2026-10-10 15:00', '1 workday', '2026-10-12 15:00', 'leaves out the Sunday after that'],
    ['2026-09-18 15:00', '1 workday', '2026-09-20 15:00', 'counts the make-up Sunday before National Day 2026'],
    ['2026-09-24 12:00', '2 workdays', '2026-09-29 12:00', 'leaves out Mid-Autumn 2026'],
    ['2026-02-13 16:00', '2 workdays', '2026-02-24 16:00', 'counts the Saturday before Spring Festival 2026 and leaves out the nine days'],
    ['2025-09-30 17:00', '1 workday', '2025-10-09 17:00', 'leaves out the eight days of October 2025'],
    ['2025-10-10 17:00', '2 workdays', '2025-10-13 17:00', 'counts the make-up Saturday of October 2025'],
    ['2025-01-24 10:00', '1 workday', '2025-01-26 10:00', 'counts the Sunday before Spring Festival 2025'],
    ['2025-12-31 10:00', '1 workday', '2026-01-04 10:00', 'leaves out New Year and counts the Sunday after it'],
  ];

  for (const [from, written, until, why] of table) {
    it(`${why}: ${from} + ${written} = ${until}`, () => expect(said(addLimit(calendar, at(from), limit(written)))).to.equal(until));
  }

  it('counts natural time through nights and holidays', () => {
    expect(said(addLimit(calendar, at('2026-10-01 23:50'), limit('30 minutes')))).to.equal('2026-10-02 00:20');
    expect(said(addLimit(calendar, at('2026-10-01 23:50'), limit('24 hours')))).to.equal('2026-10-02 23:50');
  });

  it('can be taken in part', () => {
    const from = at('2026-07-10 09:00');
    const half = limit('2 workdays');
    expect(said(partOfLimit(calendar, from, half, 0))).to.equal('2026-07-10 09:00');
    expect(said(partOfLimit(calendar, from, half, 0.5))).to.equal('2026-07-10 18:00');
    expect(said(partOfLimit(calendar, from, half, 0.8))).to.equal('2026-07-13 14:24');
    expect(said(partOfLimit(calendar, from, limit('2 hours'), 0.5))).to.equal('2026-07-10 10:00');
  });

  it('is refused when nobody ever works', () => {
    expect(() => addLimit({ ...calendar, isWorkday: () => false }, at('2026-07-10 09:00'), limit('1 workday'))).to.throw(RangeError);
  });
});

describe('working time', () => {
  it('is counted between two moments', () => {
    const between = (a: string, b: string) => workingMinutesBetween(calendar, at(a), at(b));
    expect(between('2026-07-06 10:00', '2026-07-06 10:30')).to.equal(30);
    expect(between('2026-07-06 17:00', '2026-07-07 10:00')).to.equal(120);
    expect(between('2026-09-30 17:00', '2026-10-08 10:00')).to.equal(120);
    expect(between('2026-10-01 00:00', '2026-10-08 09:00')).to.equal(0);
    expect(between('2026-10-08 10:00', '2026-09-30 17:00')).to.equal(-120);
  });

  it('is counted backwards', () => {
    const before = (from: string, amount: number) => said(subtractWorkdays(calendar, at(from), amount));
    expect(before('2026-07-07 15:00', 1)).to.equal('2026-07-06 15:00');
    expect(before('2026-07-06 18:00', 1)).to.equal('2026-07-06 09:00');
    expect(before('2026-07-13 15:00', 1)).to.equal('2026-07-10 15:00');
    expect(before('2026-10-08 15:00', 1)).to.equal('2026-09-30 15:00');
    expect(before('2026-07-11 12:00', 0.5)).to.equal('2026-07-10 13:30');
    expect(before('2026-07-11 12:00', 0)).to.equal('2026-07-11 12:00');
  });
});

describe('the morning of a workday', () => {
  const morning = (after: string, n: number) => said(nthWorkdayMorning(calendar, at(after), n));

  it('is the end of the quiet hours', () => {
    expect(morning('2026-07-06 15:00', 1)).to.equal('2026-07-07 08:30');
    expect(morning('2026-07-06 00:05', 1)).to.equal('2026-07-07 08:30');
    expect(morning('2026-07-10 15:00', 2)).to.equal('2026-07-14 08:30');
    expect(morning('2026-09-30 23:00', 1)).to.equal('2026-10-08 08:30');
    expect(morning('2026-10-08 12:00', 2)).to.equal('2026-10-10 08:30');
  });

  it('cannot be the zeroth or a broken one', () => {
    expect(() => morning('2026-07-06 15:00', 0)).to.throw(RangeError);
    expect(() => morning('2026-07-06 15:00', 1.5)).to.throw(RangeError);
  });
});

describe('quiet hours', () => {
  it('run over midnight, their first minute included and their last not', () => {
    const quiet = (time: string) => isQuiet(calendar, at(`2026-07-06 ${time}`));
    expect(['20:59', '21:00', '23:59', '00:00', '08:29', '08:30', '12:00'].map(quiet)).to.deep.equal([false, true, true, true, true, false, false]);
  });

  it('are waited out', () => {
    expect(said(afterQuiet(calendar, at('2026-07-06 22:10')))).to.equal('2026-07-07 08:30');
    expect(said(afterQuiet(calendar, at('2026-07-07 02:00')))).to.equal('2026-07-07 08:30');
    expect(said(afterQuiet(calendar, at('2026-07-07 09:00')))).to.equal('2026-07-07 09:00');
  });

  it('may lie within a day, or be none', () => {
    const noon = { ...calendar, quiet: { from: '12:00', to: '14:00' } } as const;
    expect(said(afterQuiet(noon, at('2026-07-06 13:00')))).to.equal('2026-07-06 14:00');
    expect(isQuiet(noon, at('2026-07-06 22:00'))).to.be.false;
    expect(isQuiet({ ...calendar, quiet: { from: '00:00', to: '00:00' } }, at('2026-07-06 00:00'))).to.be.false;
  });
});

describe('a local date', () => {
  it('turns at local midnight', () => {
    expect(localDate(calendar, new Date('2026-07-05T15:59:59Z'))).to.equal('2026-07-05');
    expect(localDate(calendar, new Date('2026-07-05T16:00:00Z'))).to.equal('2026-07-06');
  });
});
