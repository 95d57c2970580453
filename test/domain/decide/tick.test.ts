import { expect } from 'chai';
import { nextDueAt } from '../../../domain/demand.ts';
import { clerk, dispatcher, gridWorker, report, resident, toStreet, units } from '../../support/builders.ts';
import { answer, approve, decideObjection, dispatch, extend, feedBack, finish, object, reportIn, take, tick, whistle } from '../../support/commands.ts';
import { given, registered, told, type Past } from '../../support/given.ts';
import { at, said } from '../../support/local-time.ts';

const raised = () => given(registered());
const atStreet = () => given(registered(report({ to: toStreet })));
const water = clerk(units.water);
const since = (past: Past, when: string) => past.told.filter((one) => one.at >= at(when)).map(told);

describe('as time passes', () => {
  it('a matter that nobody takes up is heard of at 50 %, 80 %, at the end, and higher up on the mornings after', () => {
    const silent = raised().until('2026-07-08 18:00');
    expect(since(silent, '2026-07-06 10:01')).to.deep.equal([
      '07-06 14:30 remind > ginkgo',
      '07-06 17:12 remind > ginkgo',
      '07-07 10:00 overdue > ginkgo',
      '07-07 14:30 remind > ginkgo',
      '07-08 08:30 red > ginkgo',
      '07-08 08:30 overdue-head > ginkgo!',
      '07-08 10:00 yellow > ginkgo',
      '07-08 13:36 remind > ginkgo',
    ]);
  });

  it('a matter that was taken up has only its end before it', () => {
    const taken = raised().and(take(gridWorker()), '2026-07-06 11:00').until('2026-07-14 09:00');
    expect(since(taken, '2026-07-06 11:01')).to.deep.equal([
      '07-07 14:30 remind > ginkgo',
      '07-08 10:00 yellow > ginkgo',
      '07-08 13:36 remind > ginkgo',
      '07-09 10:00 overdue > ginkgo',
      '07-10 08:30 red > ginkgo',
      '07-10 08:30 overdue-head > ginkgo!',
      '07-13 08:30 overdue-above > ginkgo^',
    ]);
  });

  it('an urgent whistle at night goes from the caller to the leader and one tier up, each 30 minutes later', () => {
    const night = atStreet().and(whistle(dispatcher(), 'urgent', units.water), '2026-10-01 23:50').until('2026-10-02 01:30');
    expect(night.told.filter(({ notice }) => notice.clock === 'report-in:w1:water').map(told)).to.deep.equal([
      '10-02 00:05 remind > water',
      '10-02 00:14 remind > water',
      '10-02 00:20 overdue > water',
      '10-02 00:20 overdue-caller > street',
      '10-02 00:50 overdue-head > water!',
      '10-02 01:20 overdue-above > water^',
    ]);
    expect(night.told.filter(({ notice }) => notice.clock !== undefined).every(({ notice }) => notice.urgent)).to.be.true;
  });

  it('a daily whistle is yellow a workday before, and goes to the leader on the next workday morning, and up on the one after', () => {
    const late = atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-09 16:00').until('2026-07-15 18:00');
    expect(late.told.filter(({ notice }) => notice.clock === 'report-in:w1:water').map(told)).to.deep.equal([
      '07-10 16:00 yellow > water',
      '07-13 12:24 remind > water',
      '07-13 16:00 overdue > water',
      '07-13 16:00 overdue-caller > street',
      '07-14 08:30 red > water',
      '07-14 08:30 overdue-head > water!',
      '07-15 08:30 overdue-above > water^',
    ]);
    expect(late.told.some(({ notice }) => notice.urgent === true)).to.be.false;
  });

  it('what is still open after all that comes back to the leader every fifth workday morning', () => {
    const forgotten = raised().and(take(gridWorker()), '2026-07-06 11:00').until('2026-08-03 09:00');
    expect(since(forgotten, '2026-07-13 08:31')).to.deep.equal(['07-20 08:30 still-open > ginkgo!', '07-27 08:30 still-open > ginkgo!', '08-03 08:30 still-open > ginkgo!']);
  });

  it('nothing is heard of a limit that was kept', () => {
    const kept = atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').and(reportIn(water), '2026-07-06 12:00').and(feedBack(water), '2026-07-06 13:00').and(finish(water), '2026-07-06 14:00').and(tick('wang'), '2026-07-06 16:00').and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-06 17:00').until('2026-09-01 12:00');
    expect(kept.told.filter(({ notice }) => notice.clock !== undefined)).to.deep.equal([]);
  });

  it('an objection is reminded of instead of the stopped limits', () => {
    const objecting = atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').and(object(clerk(units.urban)), '2026-07-06 12:00').until('2026-07-08 12:00');
    expect(since(objecting, '2026-07-06 12:01')).to.deep.equal(['07-06 16:30 remind > street', '07-07 12:00 overdue > street', '07-08 08:30 overdue-head > street!']);
    const again = objecting.and(decideObjection(dispatcher(), false), '2026-07-08 12:00');
    expect(again.demand.clocks.map(({ kind, due }) => `${kind} ${said(due)}`)).to.deep.equal(['take-up 2026-07-09 12:00', 'solve 2026-07-15 12:00']);
  });

  it('an extension moves all that is to come', () => {
    const extended = raised().and(take(gridWorker()), '2026-07-06 11:00').and(extend(gridWorker()), '2026-07-06 12:00').and(approve(dispatcher()), '2026-07-06 13:00').until('2026-07-15 09:00');
    expect(since(extended, '2026-07-06 13:01')).to.deep.equal([
      '07-10 14:30 remind > ginkgo',
      '07-13 10:00 yellow > ginkgo',
      '07-13 13:36 remind > ginkgo',
      '07-14 10:00 overdue > ginkgo',
      '07-15 08:30 red > ginkgo',
      '07-15 08:30 overdue-head > ginkgo!',
    ]);
  });

  it('a caller who does not rate is left in peace', () => {
    const unrated = atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').and(finish(water), '2026-07-06 12:00').until('2026-07-31 12:00', 'wang');
    expect(unrated.demand.phase.status).to.equal('closed');
    expect(nextDueAt(unrated.demand)).to.be.undefined;
    expect(unrated.told.some(({ notice }) => notice.name === 'overdue-head')).to.be.false;
  });
});

describe('a clock that stood still for ten days', () => {
  const slept = () => raised().and(take(gridWorker()), '2026-07-06 11:00').and(tick(), '2026-07-16 12:00');

  it('says the last of its reminders only, and every alarm once', () => {
    expect(slept().latest.map(told)).to.deep.equal(['07-16 12:00 red > ginkgo', '07-16 12:00 overdue-head > ginkgo!', '07-16 12:00 overdue-above > ginkgo^']);
  });

  it('says of every called unit the last reminder and all alarms', () => {
    const woken = atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').and(reportIn(water), '2026-07-06 12:00').and(tick(), '2026-07-16 12:00');
    expect(woken.latest.map(told)).to.deep.equal([
      '07-16 12:00 red > water', '07-16 12:00 overdue-caller > street', '07-16 12:00 overdue-head > water!', '07-16 12:00 overdue-above > water^',
      '07-16 12:00 red > water', '07-16 12:00 overdue-caller > street', '07-16 12:00 overdue-head > water!',
    ]);
  });

  it('has nothing to say when it looks again', () => {
    slept().when(tick(), '2026-07-16 12:00').thenNothing();
    slept().when(tick(), '2026-07-16 12:01').thenNothing();
  });

  it('goes on from there', () => {
    expect(said(nextDueAt(slept().demand)!)).to.equal('2026-07-23 08:30');
  });

  it('names each mark in the timeline', () => {
    raised().and(take(gridWorker()), '2026-07-06 11:00').when(tick(), '2026-07-09 10:00').then({
      type: 'reached',
      by: 'clock',
      clock: 'solve',
      marks: [{ act: 'remind', percent: 50 }, { act: 'yellow' }, { act: 'remind', percent: 80 }, { act: 'overdue' }, { act: 'tell-caller' }],
      then: undefined,
    });
  });
});

describe('looking before anything is due', () => {
  it('changes nothing', () => {
    raised().when(tick('wang'), '2026-07-06 14:29').thenNothing();
    raised().and(tick('wang'), '2026-07-06 14:30').when(tick('wang'), '2026-07-06 14:30').thenNothing();
  });
});
