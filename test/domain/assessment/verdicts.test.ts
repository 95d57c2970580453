import { expect } from 'chai';
import { clerk, dispatcher, gridWorker, leader, resident, theClock, toStreet, units } from '../../support/builders.ts';
import { answer, approve, decideObjection, declineRevisit, dispatch, escalate, exclude, extend, finish, mergeInto, object, rateCallee, reclassify, reportIn, take, whistle, withdraw } from '../../support/commands.ts';
import { aFormula, verdicts } from '../../support/formula.ts';
import { given, givenBy, registered } from '../../support/given.ts';
import { guandu } from '../../support/rules.ts';

const raised = () => given(registered());
const atStreet = () => raised().and(escalate(gridWorker()), '2026-07-06 11:00');
const called = () => atStreet().and(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 14:00');
const done = () => called().and(reportIn(clerk(units.water)), '2026-07-07 10:00').and(finish(clerk(units.water)), '2026-07-08 10:00').and(finish(clerk(units.parks)), '2026-07-08 11:00');
const asked = () => done().until('2026-07-08 13:30', 'wang');

describe('what a demand means for those who had to do with it', () => {
  it('counts a matter taken up and solved in time for the community', () => {
    const past = raised().and(take(gridWorker()), '2026-07-06 11:00').and(finish(gridWorker()), '2026-07-07 11:00');
    expect(verdicts(past)).to.deep.equal(['ginkgo response 1 on-time', 'ginkgo completion 1 on-time']);
  });

  it('counts against it what was done late, and what was never done', () => {
    const late = raised().and(take(gridWorker()), '2026-07-09 09:30').and(finish(gridWorker()), '2026-07-20 11:00');
    expect(verdicts(late)).to.deep.equal(['ginkgo response 0 late', 'ginkgo completion 0 late']);
    expect(verdicts(raised())).to.deep.equal(['ginkgo response 0 not-done', 'ginkgo completion 0 not-done']);
  });

  it('leaves out what is not due yet, and counts it once it is', () => {
    expect(verdicts(raised(), '2026-07-06 12:00')).to.deep.equal(['ginkgo response - not-due', 'ginkgo completion - not-due']);
    expect(verdicts(raised(), '2026-07-08 12:00')).to.deep.equal(['ginkgo response 0 not-done', 'ginkgo completion - not-due']);
  });

  it('leaves to another what was passed on in time, and keeps what was passed on too late', () => {
    expect(verdicts(atStreet())).to.include.members(['ginkgo response 1 on-time', 'ginkgo completion - passed-on', 'street response 0 not-done']);
    const late = raised().and(escalate(gridWorker()), '2026-07-20 11:00');
    expect(verdicts(late)).to.include.members(['ginkgo response 0 late', 'ginkgo completion 0 not-done']);
  });

  it('leaves to another what went to it by its class, and asks each for its own', () => {
    const moved = raised().and(reclassify(resident(), 'noise', toStreet), '2026-07-06 11:00').and(take(dispatcher()), '2026-07-06 14:00').and(finish(dispatcher()), '2026-07-07 11:00');
    expect(verdicts(moved)).to.have.members(['ginkgo response - moved', 'ginkgo completion - moved', 'street response 1 on-time', 'street completion 1 on-time']);
  });

  it('asks nothing of the holder while residents deliberate, and anew from their end on', () => {
    const carried = givenBy(guandu, registered()).and({ type: 'carry', by: gridWorker(), kind: 'deliberation', id: 'd1', start: {} }, '2026-07-06 11:00');
    expect(verdicts(carried)).to.deep.equal(['ginkgo response 1 on-time', 'ginkgo completion - stopped']);
    const back = carried.and({ type: 'carrier-ends', by: theClock, id: 'd1', outcome: 'over' }, '2026-07-16 11:00');
    expect(verdicts(back)).to.deep.equal(['ginkgo response 1 on-time', 'ginkgo completion - stopped', 'ginkgo completion 0 not-done']);
    expect(verdicts(back.and(finish(gridWorker()), '2026-07-17 10:00'))).to.include('ginkgo completion 1 on-time');
  });

  it('counts each called unit by its own report-in and its own end', () => {
    expect(verdicts(done()).filter((one) => /water|parks/.test(one))).to.have.members(['water response 1 on-time', 'water completion 1 on-time', 'parks response 1 on-time', 'parks completion 1 on-time']);
    expect(verdicts(done())).to.include('street completion - called-others');
    expect(verdicts(called()).filter((one) => /water|parks/.test(one))).to.have.members(['water response 0 not-done', 'water completion 0 not-done', 'parks response 0 not-done', 'parks completion 0 not-done']);
  });

  it('moves the end to what was agreed on, into the next period too', () => {
    const asking = called().and(extend(clerk(units.water)), '2026-07-07 10:00');
    const longer = asking.and(approve(dispatcher()), '2026-07-07 11:00').and(finish(clerk(units.water)), '2026-07-21 11:00');
    expect(verdicts(longer)).to.include('water completion 1 on-time');
    const late = given(registered(undefined, '2026-07-23 10:00')).and(escalate(gridWorker()), '2026-07-23 11:00').and(whistle(dispatcher(), 'daily', units.water), '2026-07-23 14:00').and(extend(clerk(units.water)), '2026-07-24 10:00').and(approve(dispatcher()), '2026-07-24 11:00');
    expect(verdicts(late).filter((one) => one.startsWith('water'))).to.deep.equal(['water response 0 not-done']);
  });

  it('leaves out a unit that objected in time and was right, and asks the one that was wrong', () => {
    const objecting = called().and(object(clerk(units.water)), '2026-07-07 10:00');
    expect(verdicts(objecting.and(decideObjection(dispatcher(), true), '2026-07-07 11:00')).filter((one) => one.startsWith('water'))).to.deep.equal(['water response - objected', 'water completion - objected']);
    const wrong = verdicts(objecting.and(decideObjection(dispatcher(), false), '2026-07-07 11:00'));
    expect(wrong).to.include.members(['water response - objected', 'water response 0 not-done', 'water completion 0 not-done']);
  });

  it('leaves out what was withdrawn or merged before it was due', () => {
    expect(verdicts(raised().and(withdraw(resident()), '2026-07-06 11:00'))).to.deep.equal(['ginkgo response - withdrawn', 'ginkgo completion - withdrawn']);
    expect(verdicts(atStreet().and(mergeInto(dispatcher(), 'D9'), '2026-07-06 12:00'))).to.include.members(['street response - merged', 'street completion - merged']);
    expect(verdicts(raised().and(withdraw(resident()), '2026-07-20 11:00'))).to.deep.equal(['ginkgo response 0 not-done', 'ginkgo completion 0 not-done']);
  });

  it('counts a transfer within the street for the office that got it', () => {
    const past = atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 12:00').and(take(clerk(units.urban)), '2026-07-06 15:00').and(finish(clerk(units.urban)), '2026-07-08 15:00');
    expect(verdicts(past)).to.include.members(['street completion - passed-on', 'urban response 1 on-time', 'urban completion 1 on-time']);
  });
});

describe('what those who asked say', () => {
  const happy = () => asked().and(answer(resident(), { satisfied: 'basically' }), '2026-07-08 15:00');

  it('is the lead\'s, and 基本满意 counts for as much as the file says', () => {
    expect(verdicts(happy())).to.include('water satisfaction 1 basically');
    expect(verdicts(happy(), undefined, aFormula({ basically: 0.9 }))).to.include('water satisfaction 0.9 basically');
  });

  it('is that of everybody called, or of the place, where the file says so', () => {
    const whose = (...of: ('doer' | 'called' | 'place')[]) => aFormula({ indicators: [{ id: 'satisfaction', name: { 'zh-CN': '满意率', en: 'S' }, of: ['satisfied'], whose: of }], classes: [{ id: 'c', name: { 'zh-CN': '类', en: 'C' }, units: {}, parts: [{ id: 'p', name: { 'zh-CN': '项', en: 'P' }, weight: 1, of: [{ indicator: 'satisfaction', weight: 1 }] }] }] });
    expect(verdicts(happy(), undefined, whose('called'))).to.deep.equal(['water satisfaction 1 basically', 'parks satisfaction 1 basically']);
    expect(verdicts(happy(), undefined, whose('doer', 'place'))).to.deep.equal(['water', 'ginkgo', 'street', 'district', 'city'].map((unit) => `${unit} satisfaction 1 basically`));
  });

  it('counts each time: 不满意 stays on record when the matter is done again', () => {
    const again = asked().and(answer(resident(), { satisfied: 'dissatisfied' }, { reason: '又坏了' }), '2026-07-08 15:00');
    expect(again.demand.phase.status).to.equal('waiting');
    const better = again.and(finish(dispatcher()), '2026-07-09 10:00').until('2026-07-09 13:30', 'wang').and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-09 15:00');
    expect(verdicts(better).filter((one) => one.includes('satisfaction'))).to.have.members(['water satisfaction 0 dissatisfied', `${better.demand.holder} satisfaction 1 satisfied`]);
  });

  it('leaves out whoever will not rate, where it can be seen', () => {
    expect(verdicts(asked().and(declineRevisit(resident()), '2026-07-08 15:00'))).to.include('water satisfaction - silent');
  });

  it('leaves silence out, until an answer comes after all', () => {
    const silent = asked().until('2026-07-20 12:00', 'wang');
    expect(verdicts(silent)).to.include('water satisfaction - silent');
    const calledBack = silent.and(answer(gridWorker(), { satisfied: 'satisfied' }), '2026-07-21 12:00');
    expect(verdicts(calledBack).filter((one) => one.includes('satisfaction'))).to.deep.equal(['water satisfaction 1 satisfied']);
  });

  it('can be what the other rates are counted by', () => {
    const formula = aFormula({ indicators: [{ id: 'response', name: { 'zh-CN': '响应率', en: 'R' }, of: ['report-in'], answeredOnly: true }] });
    expect(verdicts(done(), undefined, formula)).to.deep.equal(['water response - nobody-answered', 'parks response - nobody-answered']);
    expect(verdicts(happy(), undefined, formula)).to.deep.equal(['water response 1 on-time', 'parks response 1 on-time']);
  });
});

describe('the callers\' marks', () => {
  it('count as a share of the scale, all dimensions together or one', () => {
    const past = done().and(rateCallee(dispatcher(), 'water', 5, 4, 5, 4), '2026-07-08 12:00');
    expect(verdicts(past)).to.include('water streets 0.9 marks');
    const one = aFormula({ indicators: [{ id: 'cooperation', name: { 'zh-CN': '配合', en: 'C' }, rating: 'callees', dimension: 'cooperation' }] });
    expect(verdicts(past, undefined, one)).to.deep.equal(['water cooperation 0.8 marks']);
  });

  it('of others than the file names are left out, visibly', () => {
    const past = done().and(rateCallee(dispatcher(), 'water', 5), '2026-07-08 12:00');
    const others = aFormula({ indicators: [{ id: 'streets', name: { 'zh-CN': '评', en: 'S' }, rating: 'callees', by: ['park'] }] });
    expect(verdicts(past, undefined, others)).to.deep.equal(['water streets - other-rater']);
  });
});

describe('an exclusion', () => {
  it('leaves everything of the demand out only when a second person agrees, and keeps it to be seen', () => {
    const asking = done().and(exclude(dispatcher()), '2026-07-09 10:00');
    expect(verdicts(asking)).to.include('water response 1 on-time');
    const agreed = asking.and(approve(dispatcher('tan')), '2026-07-09 11:00');
    expect(verdicts(agreed)).to.have.length(verdicts(asking).length).and.to.satisfy((all: string[]) => all.every((one) => one.endsWith(' - excluded')));
    expect(verdicts(asking.and(approve(dispatcher('tan'), false), '2026-07-09 11:00'))).to.deep.equal(verdicts(asking));
  });

  it('is never approved by who asked for it', () => {
    done().and(exclude(leader()), '2026-07-09 10:00').when(approve(leader()), '2026-07-09 11:00').thenRefused('own-request');
  });
});
