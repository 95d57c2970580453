import { expect } from 'chai';
import { limitFrom } from '../../../domain/time/limit.ts';
import type { Rules } from '../../../domain/time/start-clock.ts';
import { startClock } from '../../../domain/time/start-clock.ts';
import { at, said } from '../../support/local-time.ts';
import { wuchang, wuchangWith } from '../../support/rules.ts';

function marks(ladder: string, limit: string, from: string, rules: Rules = wuchang): string[] {
  const clock = startClock(rules, { kind: 'solve', unit: 'ginkgo', timed: { limit: limitFrom(limit)!, ladder }, from: at(from), urgent: false });
  return clock.marks.map(({ at: moment, act, percent }) => `${said(moment).slice(5)} ${act}${percent === undefined ? '' : ` ${String(percent)}%`}`);
}

const table: [ladder: string, limit: string, from: string, why: string, marks: string[]][] = [
  ['daily', '3 workdays', '2026-07-06 10:00', 'within a week, the alarms over the weekend', [
    '07-07 14:30 remind 50%', '07-08 10:00 yellow', '07-08 13:36 remind 80%', '07-09 10:00 overdue', '07-09 10:00 tell-caller', '07-10 08:30 red', '07-10 08:30 tell-head', '07-13 08:30 tell-above',
  ]],
  ['daily', '1 workday', '2026-07-10 15:00', 'over a weekend, too short for a yellow card', [
    '07-13 10:30 remind 50%', '07-13 13:12 remind 80%', '07-13 15:00 overdue', '07-13 15:00 tell-caller', '07-14 08:30 red', '07-14 08:30 tell-head', '07-15 08:30 tell-above',
  ]],
  ['daily', '2 workdays', '2026-07-11 22:00', 'begun on a Saturday night', [
    '07-13 18:00 remind 50%', '07-14 09:00 yellow', '07-14 14:24 remind 80%', '07-14 18:00 overdue', '07-14 18:00 tell-caller', '07-15 08:30 red', '07-15 08:30 tell-head', '07-16 08:30 tell-above',
  ]],
  ['daily', '7 workdays', '2026-09-30 15:00', 'over National Day 2026 with its make-up Saturday', [
    '10-12 10:30 remind 50%', '10-14 11:24 remind 80%', '10-14 15:00 yellow', '10-15 15:00 overdue', '10-15 15:00 tell-caller', '10-16 08:30 red', '10-16 08:30 tell-head', '10-19 08:30 tell-above',
  ]],
  ['tough', '15 workdays', '2026-09-18 15:00', 'over the make-up Sunday, Mid-Autumn and National Day', [
    '09-30 10:30 remind 50%', '10-12 15:00 remind 80%', '10-14 15:00 yellow', '10-15 15:00 overdue', '10-15 15:00 tell-caller', '10-16 08:30 red', '10-16 08:30 tell-head', '10-19 08:30 tell-above',
  ]],
  ['urgent', '30 minutes', '2026-10-01 23:50', 'at night, on a holiday', [
    '10-02 00:05 remind 50%', '10-02 00:14 remind 80%', '10-02 00:20 overdue', '10-02 00:20 tell-caller', '10-02 00:50 tell-head', '10-02 01:20 tell-above',
  ]],
  ['urgent', '24 hours', '2026-10-01 23:50', 'round the clock', [
    '10-02 11:50 remind 50%', '10-02 19:02 remind 80%', '10-02 23:50 overdue', '10-02 23:50 tell-caller', '10-03 00:20 tell-head', '10-03 00:50 tell-above',
  ]],
  ['answer', '1 workday', '2026-07-10 16:00', 'waiting for a word', ['07-13 11:30 remind 50%', '07-13 16:00 overdue', '07-14 08:30 tell-head']],
  ['quiet', '3 workdays', '2026-07-10 16:00', 'saying nothing', []],
];

describe('the marks of a clock', () => {
  for (const [ladder, limit, from, why, expected] of table) {
    it(`${ladder}, ${limit}: ${why}`, () => expect(marks(ladder, limit, from)).to.deep.equal(expected));
  }

  it('may have a yellow card so many minutes before the end', () => {
    const rules = wuchangWith({ ladders: { short: [{ before: { unit: 'minutes', amount: 30 }, act: 'yellow' }] } });
    expect(marks('short', '2 hours', '2026-07-06 22:00', rules)).to.deep.equal(['07-06 23:30 yellow']);
    expect(marks('short', '30 minutes', '2026-07-06 22:00', rules)).to.deep.equal([]);
  });

  it('end with an expiry where somebody is waited for who owes nothing', () => {
    const place = startClock(wuchang, { kind: 'place', unit: 'ginkgo', timed: wuchang.mechanism.placeAnswer, from: at('2026-07-11 22:00'), urgent: false });
    expect(place.marks).to.deep.equal([{ at: at('2026-07-12 22:00'), act: 'expire' }]);
  });

  it('are worked out at the start, so that a changed file moves none of them', () => {
    const begun = startClock(wuchang, { kind: 'solve', unit: 'ginkgo', timed: { limit: limitFrom('3 workdays')!, ladder: 'daily' }, from: at('2026-07-06 10:00'), urgent: false });
    expect(begun.marks.every(({ at: moment }) => moment instanceof Date)).to.be.true;
    expect(begun).to.deep.include({ id: 'solve', due: at('2026-07-09 10:00') });
  });
});
