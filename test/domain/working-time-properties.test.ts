import { expect } from 'chai';
import fc from 'fast-check';
import { createCalendar } from '../../bot/district/calendar.ts';
import { addLimit, afterQuiet, isQuiet, subtractWorkdays, workingMinutesBetween, type Calendar } from '../../domain/time/working-time.ts';

const china = createCalendar();
const DAY_MINUTES = 540;
const moment = fc.date({ min: new Date('2024-01-02T00:00:00Z'), max: new Date('2026-11-20T00:00:00Z'), noInvalidDate: true });
const workdays = fc.integer({ min: 1, max: 30 * DAY_MINUTES }).map((minutes) => minutes / DAY_MINUTES);
const calendars: Calendar[] = [
  china,
  { ...china, dayStart: '08:00', dayEnd: '22:00', offsetMinutes: 0, quiet: { from: '12:00', to: '13:00' } },
  { ...china, isWorkday: (date) => Number(date.slice(8)) % 3 === 0, offsetMinutes: -300 },
];
const calendar = fc.constantFrom(...calendars);

const add = (of: Calendar, from: Date, amount: number) => addLimit(of, from, { unit: 'workdays', amount });

describe('working time, whatever the moment and the calendar,', () => {
  it('never runs backwards: who starts later is not due earlier', () => {
    fc.assert(
      fc.property(calendar, moment, moment, workdays, (of, a, b, amount) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(add(of, first, amount).getTime()).to.be.at.most(add(of, second, amount).getTime());
      }),
    );
  });

  it('adds up: a limit and then another is both at once', () => {
    fc.assert(
      fc.property(calendar, moment, workdays, workdays, (of, from, a, b) => {
        const apart = add(of, add(of, from, a), b).getTime() - add(of, from, a + b).getTime();
        expect(Math.abs(apart)).to.be.at.most(1);
      }),
    );
  });

  it('is what lies between the beginning and the end of a limit', () => {
    fc.assert(
      fc.property(calendar, moment, workdays, (of, from, amount) => {
        const day = (Number(of.dayEnd.slice(0, 2)) - Number(of.dayStart.slice(0, 2))) * 60;
        expect(workingMinutesBetween(of, from, add(of, from, amount))).to.be.closeTo(amount * day, 0.001);
      }),
    );
  });

  it('is whole when cut in two', () => {
    fc.assert(
      fc.property(calendar, moment, moment, moment, (of, a, b, c) => {
        const cut = workingMinutesBetween(of, a, b) + workingMinutesBetween(of, b, c);
        expect(cut).to.be.closeTo(workingMinutesBetween(of, a, c), 0.001);
      }),
    );
  });

  it('is taken back by subtracting what was added', () => {
    fc.assert(
      fc.property(calendar, moment, workdays, (of, from, amount) => {
        const back = subtractWorkdays(of, add(of, from, amount), amount);
        expect(Math.abs(workingMinutesBetween(of, from, back))).to.be.at.most(0.001);
      }),
    );
  });

  it('ends on a workday, within its hours', () => {
    fc.assert(
      fc.property(moment, workdays, (from, amount) => {
        const local = new Date(add(china, from, amount).getTime() + 8 * 3_600_000).toISOString();
        expect(china.isWorkday(local.slice(0, 10))).to.be.true;
        expect(local.slice(11, 23) > '09:00' && local.slice(11, 23) <= '18:00:00.000').to.be.true;
      }),
    );
  });

  it('leaves the quiet hours for good', () => {
    fc.assert(
      fc.property(calendar, moment, (of, at) => {
        const after = afterQuiet(of, at);
        expect(after.getTime()).to.be.within(at.getTime(), at.getTime() + 24 * 3_600_000);
        expect(isQuiet(of, after)).to.be.false;
      }),
    );
  });
});
