import { expect } from 'chai';
import { closesAt, periodAt, periodBefore, periodNamed } from '../../../domain/assessment/period.ts';
import { at, said } from '../../support/local-time.ts';
import { plainCalendar } from '../../support/rules.ts';

const monthly = { startDay: 1, cutOff: '00:00', closeAfter: { unit: 'workdays', amount: 3 } } as const;
const from26 = { ...monthly, startDay: 26, cutOff: '12:00' };
const bounds = (period: ReturnType<typeof periodNamed>) => period && [said(period.from), said(period.to)];

describe('a period', () => {
  it('is the month, or begins on a day of the month before, at the cut-off', () => {
    expect(bounds(periodNamed(monthly, plainCalendar, '2026-11'))).to.deep.equal(['2026-11-01 00:00', '2026-12-01 00:00']);
    expect(bounds(periodNamed(from26, plainCalendar, '2026-01'))).to.deep.equal(['2025-12-26 12:00', '2026-01-26 12:00']);
    expect(periodNamed(monthly, plainCalendar, '2026-13')).to.equal(undefined);
  });

  it('holds every moment once', () => {
    expect(periodAt(monthly, plainCalendar, at('2026-11-30 23:59')).id).to.equal('2026-11');
    expect(periodAt(monthly, plainCalendar, at('2026-12-01 00:00')).id).to.equal('2026-12');
    expect(periodAt(from26, plainCalendar, at('2026-12-26 11:59')).id).to.equal('2026-12');
    expect(periodAt(from26, plainCalendar, at('2026-12-26 12:00')).id).to.equal('2027-01');
  });

  it('follows the one before it without a gap', () => {
    const january = periodNamed(from26, plainCalendar, '2027-01')!;
    expect(periodBefore(from26, plainCalendar, january)).to.deep.equal(periodNamed(from26, plainCalendar, '2026-12'));
    expect(periodBefore(from26, plainCalendar, january).to).to.deep.equal(january.from);
  });

  it('closes some workdays after its end', () => {
    expect(said(closesAt(monthly, plainCalendar, periodNamed(monthly, plainCalendar, '2026-07')!))).to.equal('2026-08-05 18:00');
  });
});
