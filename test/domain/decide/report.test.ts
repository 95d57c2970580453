import { expect } from 'chai';
import { asksSecrecy, isHidden } from '../../../domain/demand.ts';
import { evolve } from '../../../domain/evolve.ts';
import { clerk, dispatcher, gridWorker, leader, place, placeless, report, resident, toGinkgo, toStreet, units } from '../../support/builders.ts';
import { correct, dispatch, finish, hide, locate, part, reclassify, supplement, support, take, tick, whistle, withdraw } from '../../support/commands.ts';
import { given, registered, type Past } from '../../support/given.ts';
import { at, said } from '../../support/local-time.ts';

const raised = () => given(registered());
const asked = () => given(registered(placeless()));

describe('a report', () => {
  it('is waiting for its holder, who has a workday to take it up and three to solve it', () => {
    const { demand } = raised();
    expect(demand).to.deep.include({ phase: { status: 'waiting', since: at('2026-07-06 10:00') }, tier: 'community', holder: 'ginkgo', grade: 'A' });
    expect(demand.clocks.map(({ kind, unit, due }) => `${kind} ${unit} ${said(due)}`)).to.deep.equal(['take-up ginkgo 2026-07-07 10:00', 'solve ginkgo 2026-07-09 10:00']);
  });

  it('remembers under which version of which mechanism it began', () => {
    expect(raised().demand.mechanism).to.deep.equal({ id: 'wuchang', version: 1 });
  });

  it('has 30 minutes and 24 hours, day and night, when somebody is in danger', () => {
    const { demand } = given(registered(report({ urgency: 'danger' }), '2026-07-04 23:10'));
    expect(demand.clocks.map(({ kind, due, urgent }) => `${kind} ${said(due)} ${String(urgent)}`)).to.deep.equal(['take-up 2026-07-04 23:40 true', 'solve 2026-07-05 23:10 true']);
  });

  it('waits for its place and nothing else while that is missing', () => {
    const { demand } = asked();
    expect(demand.phase).to.deep.equal({ status: 'incomplete' });
    expect(demand.clocks.map(({ kind, due }) => `${kind} ${said(due)}`)).to.deep.equal(['place 2026-07-07 10:00']);
  });
});

describe('a place', () => {
  it('completes the report and starts the limits of whoever gets it', () => {
    asked()
      .when(locate(resident(), toStreet), '2026-07-06 10:20')
      .then({ type: 'located', by: 'wang', place: { id: 'garden' }, assignment: { tier: 'street', holder: 'street', grade: 'B', clocks: [{ kind: 'take-up', from: at('2026-07-06 10:20') }, { kind: 'solve' }] } });
    expect(asked().and(locate(resident()), '2026-07-06 10:20').demand.clocks.map(({ id }) => id)).to.deep.equal(['take-up', 'solve']);
  });

  it('moves a report that nobody has taken up', () => {
    raised().when(locate(resident(), { tier: 'community', unit: 'willow' }), '2026-07-06 11:00').then({ type: 'located', assignment: { holder: 'willow' } });
  });

  it('leaves the limits alone when the holder stays the same', () => {
    raised().when(locate(gridWorker(), toGinkgo, place({ id: 'tower' })), '2026-07-06 11:00').then({ type: 'located', place: { id: 'tower' }, assignment: undefined });
  });

  it('says nothing again when staff tell the place that it has', () => {
    const there = raised().and(locate(gridWorker(), toGinkgo, place({ id: 'tower' })), '2026-07-06 11:00');
    there.when(locate(gridWorker(), toGinkgo, place({ id: 'tower' })), '2026-07-06 11:00').thenNothing();
    there.when(locate(resident(), toGinkgo, place({ id: 'tower' })), '2026-07-06 11:00').then({ type: 'located' });
  });

  it('does not move a report that somebody has taken up', () => {
    const taken = raised().and(take(gridWorker()), '2026-07-06 11:00');
    taken.when(locate(resident(), { tier: 'community', unit: 'willow' }), '2026-07-06 12:00').then({ type: 'located', assignment: undefined });
  });

  it('is not for a stranger to tell', () => {
    asked().when(locate(resident('zhao')), '2026-07-06 11:00').thenRefused('not-yours');
    asked().when(locate(clerk(units.water)), '2026-07-06 11:00').thenRefused('not-yours');
  });

  it('can be told by whoever has the report or directs it', () => {
    asked().when(locate(gridWorker()), '2026-07-06 11:00').then({ type: 'located', by: 'zhou' });
    raised().when(locate(leader(), toGinkgo, place({ id: 'tower' })), '2026-07-06 11:00').then({ type: 'located', by: 'gao' });
  });

  it('that nobody tells within a day sends the report on without', () => {
    asked().when(tick(), '2026-07-07 10:00').then({ type: 'place-given-up', by: 'clock', assignment: { holder: 'ginkgo', clocks: [{ kind: 'take-up' }, { kind: 'solve' }] } });
    const goesOn = asked().and(tick(), '2026-07-07 10:00');
    expect(goesOn.demand.phase.status).to.equal('waiting');
    expect(goesOn.demand.clocks.map(({ kind }) => kind)).to.deep.equal(['take-up', 'solve']);
  });

  it('may still be told after that', () => {
    const goesOn = asked().and(tick(), '2026-07-07 10:00');
    expect(goesOn.and(locate(resident()), '2026-07-07 11:00').demand.facts.place?.name).to.equal('银杏花园');
  });
});

describe('a fact', () => {
  it('is put right by a reporter, the holder, or who directs', () => {
    for (const by of [resident(), gridWorker(), dispatcher()]) {
      raised().when(correct(by, 'when', '昨晚八点起'), '2026-07-06 11:00').then({ type: 'corrected', by: by.person, fact: 'when', words: '昨晚八点起' });
    }
    expect(raised().and(correct(resident(), 'what', '两盏路灯不亮'), '2026-07-06 11:00').demand.facts.what).to.equal('两盏路灯不亮');
  });

  it('of time goes with what its words mean, and takes what the former ones meant along', () => {
    const whenMeant = { from: at('2026-07-05 23:00'), to: at('2026-07-06 00:00'), dated: false };
    const told = given(registered(report({ when: '昨晚11点', whenMeant })));
    expect(told.demand.facts).to.deep.include({ when: '昨晚11点', whenMeant });
    told.when({ ...correct(resident(), 'when', '昨天夜里'), whenMeant }, '2026-07-06 11:00').then({ type: 'corrected', fact: 'when', words: '昨天夜里', whenMeant });
    expect(told.and(correct(resident(), 'when', '记不清了'), '2026-07-06 11:00').demand.facts).to.deep.include({ when: '记不清了', whenMeant: undefined });
    expect(told.and(correct(resident(), 'course', '一直吵到天亮'), '2026-07-06 11:00').demand.facts).to.deep.include({ when: '昨晚11点', whenMeant });
  });

  it('stays as it is after the end', () => {
    const over = raised().and(withdraw(resident()), '2026-07-06 11:00');
    over.when(correct(resident(), 'what', '…'), '2026-07-06 12:00').thenRefused('not-open');
    over.when(locate(resident()), '2026-07-06 12:00').thenRefused('not-open');
    over.when(reclassify(gridWorker(), 'noise'), '2026-07-06 12:00').thenRefused('not-open');
  });

  it('is not for strangers', () => {
    raised().when(correct(resident('zhao'), 'what', '…'), '2026-07-06 11:00').thenRefused('not-yours');
    raised().when(reclassify(clerk(units.water), 'noise'), '2026-07-06 11:00').thenRefused('not-yours');
  });

  it('goes to whoever has such matters when its reporter says what it is, as long as nobody has taken it up', () => {
    const { demand } = raised().and(reclassify(resident(), 'noise', toStreet), '2026-07-06 11:00');
    expect(demand).to.deep.include({ category: 'noise', holder: toStreet.unit, tier: toStreet.tier, phase: { status: 'waiting', since: at('2026-07-06 11:00') } });
    const taken = raised().and(take(gridWorker()), '2026-07-06 10:30').and(reclassify(resident(), 'noise', toStreet), '2026-07-06 11:00');
    expect(taken.demand).to.deep.include({ category: 'noise', holder: 'ginkgo' });
  });

  it('of class keeps what was understood at first', () => {
    const { demand } = raised().and(reclassify(gridWorker(), 'parking'), '2026-07-06 11:00');
    expect([demand.category, demand.understood.category]).to.deep.equal(['parking', 'street-lamps']);
  });
});

describe('a reporter', () => {
  it('may be hidden or shown as they wish', () => {
    raised().when(hide(resident(), false), '2026-07-06 11:00').then({ type: 'hidden', by: 'wang', hidden: false, person: 'wang' });
    raised().when(hide(gridWorker(), false), '2026-07-06 11:00').thenRefused('not-yours');
    expect(raised().and(hide(resident(), false), '2026-07-06 11:00').demand.facts.hidden).to.be.false;
  });

  it('decides for nobody else whether they are hidden', () => {
    const both = raised().and(support('zhao', 'D2'), '2026-07-06 11:00');
    const wishes = ({ demand }: Past) => demand.reporters.map(({ no }) => isHidden(demand, no));
    expect(wishes(both)).to.deep.equal([true, false]);
    expect(wishes(both.and(hide(resident('zhao'), false), '2026-07-06 12:00'))).to.deep.equal([true, false]);
    expect(wishes(both.and(hide(resident('zhao'), true), '2026-07-06 12:00').and(hide(resident(), false), '2026-07-06 13:00'))).to.deep.equal([false, true]);
    expect(wishes(raised().and(support('zhao', 'D2', { hidden: true }), '2026-07-06 11:00'))).to.deep.equal([true, true]);
  });

  it('was meant where it was not yet noted whose wish it is', () => {
    const both = raised().and(support('zhao', 'D2', { hidden: true }), '2026-07-06 11:00').demand;
    const after = evolve(both, { type: 'hidden', at: at('2026-07-06 12:00'), by: 'wang', data: { hidden: false } });
    expect([isHidden(after, 'D1'), isHidden(after, 'D2'), asksSecrecy(after)]).to.deep.equal([false, true, true]);
  });

  it('is not hidden or shown by somebody who has left', () => {
    const left = raised().and(support('zhao', 'D2'), '2026-07-06 11:00').and(withdraw(resident('zhao'), 'D2'), '2026-07-06 12:00');
    left.when(hide(resident('zhao'), false), '2026-07-06 13:00').thenRefused('not-yours');
  });

  it('adds words and pictures as long as it is open, even when it is done', () => {
    raised().when(supplement(resident(), '又有一盏不亮', 'p1', 'p2'), '2026-07-06 11:00').then({ type: 'supplemented', no: 'D1', words: '又有一盏不亮', media: ['p1', 'p2'] });
    const done = raised().and(supplement(resident(), undefined, 'p1'), '2026-07-06 11:00').and(finish(gridWorker()), '2026-07-06 12:00');
    expect(done.and(supplement(resident(), undefined, 'p2'), '2026-07-06 13:00').demand.media).to.deep.equal(['p1', 'p2']);
  });

  it('adds nothing to what is not theirs or not open', () => {
    raised().when(supplement(resident('zhao'), '我也是'), '2026-07-06 11:00').thenRefused('not-yours');
    raised().and(withdraw(resident()), '2026-07-06 11:00').when(supplement(resident(), '还有'), '2026-07-06 12:00').thenRefused('not-open');
  });

  it('ends the matter by withdrawing when nobody else waits for it', () => {
    raised().when(withdraw(resident()), '2026-07-06 11:00').then({ type: 'left', no: 'D1', why: 'withdrawn' }, { type: 'withdrawn', by: 'wang' });
    expect(raised().and(withdraw(resident()), '2026-07-06 11:00').demand).to.deep.include({ phase: { status: 'withdrawn', at: at('2026-07-06 11:00') }, clocks: [] });
  });

  it('calls off what was called when withdrawing', () => {
    const sounding = raised().and(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 11:00').and(withdraw(resident()), '2026-07-06 12:00');
    expect(sounding.demand.whistles[0]?.status).to.equal('cancelled');
    expect(sounding.demand.whistles[0]?.callees.map(({ status }) => status)).to.deep.equal(['cancelled', 'cancelled']);
  });

  it('cannot withdraw what is done, ended or of somebody else', () => {
    raised().and(finish(gridWorker()), '2026-07-06 11:00').when(withdraw(resident()), '2026-07-06 12:00').thenRefused('not-open');
    raised().and(withdraw(resident()), '2026-07-06 11:00').when(withdraw(resident()), '2026-07-06 12:00').thenRefused('not-open');
    raised().when(withdraw(resident('zhao')), '2026-07-06 11:00').thenRefused('not-yours');
    raised().when(withdraw(resident(), 'D9'), '2026-07-06 11:00').thenRefused('not-yours');
  });
});

describe('a supporter', () => {
  const supported = () => raised().and(support('zhao', 'D2', { media: ['p9'], room: 'r1' }), '2026-07-06 11:00');

  it('joins with an own number', () => {
    raised().when(support('zhao', 'D2'), '2026-07-06 11:00').then({ type: 'supported', by: 'zhao', no: 'D2', person: 'zhao', words: '我家门口也不亮' });
    expect(supported().demand.reporters.map(({ no, person }) => [no, person])).to.deep.equal([['D1', 'wang'], ['D2', 'zhao']]);
    expect(supported().demand.media).to.deep.equal(['p9']);
  });

  it('joins once', () => {
    supported().when(support('zhao', 'D3'), '2026-07-06 12:00').thenRefused('already-supporting');
    raised().when(support('wang', 'D3'), '2026-07-06 12:00').thenRefused('already-supporting');
  });

  it('may come back after withdrawing, under a new number', () => {
    const back = supported().and(withdraw(resident('zhao'), 'D2'), '2026-07-06 12:00').and(support('zhao', 'D3'), '2026-07-06 13:00');
    expect(back.demand.reporters.map(({ no, left }) => [no, left])).to.deep.equal([['D1', undefined], ['D2', 'withdrawn'], ['D3', undefined]]);
  });

  it('keeps the matter going when the first reporter withdraws', () => {
    supported().when(withdraw(resident()), '2026-07-06 12:00').then({ type: 'left', no: 'D1' });
    expect(supported().and(withdraw(resident()), '2026-07-06 12:00').demand.phase.status).to.equal('waiting');
  });

  it('is the last to end it', () => {
    supported().and(withdraw(resident()), '2026-07-06 12:00').when(withdraw(resident('zhao'), 'D2'), '2026-07-06 13:00').then({ type: 'left', no: 'D2' }, { type: 'withdrawn' });
  });

  it('may go an own way when it is not the same after all, and leaves the matter to the others', () => {
    supported().when(part(resident('zhao'), 'D2'), '2026-07-06 12:00').then({ type: 'left', by: 'zhao', no: 'D2', why: 'unmerged' });
    supported().when(part(resident('sun'), 'D2'), '2026-07-06 12:00').thenRefused('not-yours');
    raised().when(part(resident(), 'D1'), '2026-07-06 12:00').thenRefused('not-merged');
    supported().and(finish(gridWorker()), '2026-07-06 12:00').when(part(resident('zhao'), 'D2'), '2026-07-06 13:00').thenRefused('not-open');
  });

  it('comes too late for what is done', () => {
    raised().and(finish(gridWorker()), '2026-07-06 11:00').when(support('zhao', 'D2'), '2026-07-06 12:00').thenRefused('not-open');
  });

  it('may put facts right as the first reporter may', () => {
    supported().when(correct(resident('zhao'), 'what', '整条路的灯不亮'), '2026-07-06 12:00').then({ type: 'corrected', by: 'zhao' });
  });
});

describe('a report without a place', () => {
  it('can neither be called for nor dispatched by a unit that it does not concern', () => {
    asked().when(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').thenRefused('place-missing');
    asked().when(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').thenRefused('not-dispatcher');
  });

  it('can be dispatched by the street that was to sort it', () => {
    const sorted = given(registered(placeless({ to: toStreet }))).and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00');
    expect(sorted.demand).to.deep.include({ holder: 'urban', tier: 'street' });
    expect(sorted.demand.clocks.map(({ id }) => id)).to.deep.equal(['take-up', 'solve']);
  });
});
