import { expect } from 'chai';
import { clerk, dispatcher, gridWorker, leader, report, resident, secretary, toStreet, units } from '../../support/builders.ts';
import { answer, approve, decideObjection, dispatch, escalate, exclude, extend, finish, object, take, tick, whistle, withdraw } from '../../support/commands.ts';
import { given, registered, type Past } from '../../support/given.ts';
import { said } from '../../support/local-time.ts';

const raised = () => given(registered());
const atStreet = () => given(registered(report({ to: toStreet })));
const called = (kind = 'daily') => atStreet().and(whistle(dispatcher(), kind, units.water, units.parks), '2026-07-06 11:00');
const water = clerk(units.water);
const due = ({ demand }: Past, id: string) => demand.clocks.filter((clock) => clock.id === id).map((clock) => said(clock.due));

describe('an extension', () => {
  it('of the holder is decided by the unit above', () => {
    raised().when(extend(gridWorker(), '缺灯泡'), '2026-07-08 10:00').then({ type: 'extension-asked', unit: 'ginkgo', clock: 'solve', reason: '缺灯泡', whistle: undefined, decide: { kind: 'extension', unit: 'street' } });
    raised().and(extend(gridWorker()), '2026-07-08 10:00').when(approve(dispatcher()), '2026-07-08 11:00').then({ type: 'extension-decided', unit: 'ginkgo', granted: true, clock: { id: 'solve', unit: 'ginkgo' } });
  });

  it('of an office is decided by its street', () => {
    const office = atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00');
    office.when(extend(clerk(units.urban)), '2026-07-08 10:00').then({ type: 'extension-asked', decide: { unit: 'street' } });
  });

  it('of a called unit is decided by its caller', () => {
    called().when(extend(water), '2026-07-08 10:00').then({ type: 'extension-asked', unit: 'water', whistle: 'w1', clock: 'finish:w1:water', decide: { unit: 'street' } });
  });

  it('that is granted adds three workdays to the holder\'s limit, from its end', () => {
    const granted = raised().and(extend(gridWorker()), '2026-07-08 10:00').and(approve(dispatcher()), '2026-07-08 11:00');
    expect(due(granted, 'solve')).to.deep.equal(['2026-07-14 10:00']);
    expect(due(granted, 'extension:ginkgo')).to.deep.equal([]);
  });

  it('that is granted adds what its kind of whistle gives a called unit', () => {
    const end = (kind: string) => due(called(kind).and(extend(water), '2026-07-06 12:00').and(approve(dispatcher()), '2026-07-06 13:00'), 'finish:w1:water');
    expect([end('daily'), end('tough'), end('urgent')]).to.deep.equal([['2026-07-22 11:00'], ['2026-08-10 11:00'], ['2026-07-08 11:00']]);
  });

  it('moves what the called unit is measured by', () => {
    const granted = called().and(extend(water), '2026-07-06 12:00').and(approve(dispatcher()), '2026-07-06 13:00');
    expect(granted.demand.whistles[0]?.callees.map(({ doneBy }) => said(doneBy))).to.deep.equal(['2026-07-22 11:00', '2026-07-15 11:00']);
  });

  it('of one called unit leaves the other\'s to be decided', () => {
    const both = called().and(extend(water), '2026-07-06 12:00').and(extend(clerk(units.parks)), '2026-07-06 12:10').and(approve(dispatcher(), true, 'extension:w1:water'), '2026-07-06 13:00');
    expect(both.demand.extensions.map(({ unit, decided }) => `${unit} ${decided ?? 'open'}`)).to.deep.equal(['water granted', 'parks open']);
    expect([due(both, 'finish:w1:water'), due(both, 'finish:w1:parks')]).to.deep.equal([['2026-07-22 11:00'], ['2026-07-15 11:00']]);
    both.when(approve(dispatcher()), '2026-07-06 14:00').then({ type: 'extension-decided', unit: 'parks' });
  });

  it('that is refused leaves the limit', () => {
    const refused = raised().and(extend(gridWorker()), '2026-07-08 10:00').and(approve(dispatcher(), false), '2026-07-08 11:00');
    expect(due(refused, 'solve')).to.deep.equal(['2026-07-09 10:00']);
    expect(refused.demand.extensions[0]?.decided).to.equal('refused');
  });

  it('is asked once per limit', () => {
    const asked = raised().and(extend(gridWorker()), '2026-07-08 10:00');
    asked.when(extend(gridWorker()), '2026-07-08 11:00').thenRefused('extension-asked-already');
    asked.and(approve(dispatcher()), '2026-07-08 11:00').when(extend(gridWorker()), '2026-07-13 11:00').thenRefused('extension-asked-already');
  });

  it('may be asked by the next holder, and again when the matter is to be redone', () => {
    const asked = raised().and(extend(gridWorker()), '2026-07-08 10:00');
    asked.and(escalate(gridWorker()), '2026-07-08 11:00').when(extend(dispatcher()), '2026-07-09 11:00').then({ type: 'extension-asked', unit: 'street', decide: { unit: 'district' } });
    const redone = asked.and(finish(gridWorker()), '2026-07-08 11:00').and(tick('wang'), '2026-07-08 13:00').and(answer(resident(), { satisfied: 'dissatisfied' }), '2026-07-08 14:00');
    redone.when(extend(gridWorker()), '2026-07-09 11:00').then({ type: 'extension-asked' });
    const again = redone.and(extend(gridWorker()), '2026-07-09 11:00').and(approve(dispatcher()), '2026-07-09 12:00');
    expect(again.demand.extensions.map(({ decided }) => decided)).to.deep.equal([undefined, 'granted']);
  });

  it('asked by a unit that has the matter no more is not waited for', () => {
    const gone = raised().and(extend(gridWorker()), '2026-07-08 10:00').and(escalate(gridWorker()), '2026-07-08 11:00');
    expect(gone.demand.clocks.map(({ id }) => id)).to.deep.equal(['take-up', 'solve']);
    gone.when(approve(dispatcher()), '2026-07-08 12:00').thenRefused('nothing-to-approve');
  });

  it('is for whoever works on it, while it is in hand', () => {
    raised().when(extend(water), '2026-07-08 10:00').thenRefused('not-your-unit');
    raised().and(finish(gridWorker()), '2026-07-07 10:00').when(extend(gridWorker()), '2026-07-08 10:00').thenRefused('not-in-hand');
    called().when(extend(dispatcher()), '2026-07-08 10:00').thenRefused('not-in-hand');
  });

  it('is not decided by others', () => {
    raised().and(extend(gridWorker()), '2026-07-08 10:00').when(approve(gridWorker()), '2026-07-08 11:00').thenRefused('nothing-to-approve');
    raised().when(approve(dispatcher()), '2026-07-08 11:00').thenRefused('nothing-to-approve');
  });

  it('gives time from now where all of it would be over already', () => {
    const granted = raised().until('2026-07-20 10:00').and(extend(gridWorker()), '2026-07-20 10:30').and(approve(dispatcher()), '2026-07-20 11:00');
    expect(due(granted, 'solve')).to.deep.equal(['2026-07-23 11:00']);
  });

  it('can be granted after the limit has passed, and the reminders go by the new one', () => {
    const late = raised().and(take(gridWorker()), '2026-07-06 11:00').until('2026-07-09 10:00').and(extend(gridWorker()), '2026-07-09 10:30').and(approve(dispatcher()), '2026-07-09 11:00');
    const marks = late.demand.clocks.find(({ id }) => id === 'solve')?.marks.map(({ act, at }) => `${act} ${said(at).slice(5)}`);
    expect(marks).to.deep.equal(['remind 07-10 14:30', 'remind 07-13 13:36', 'yellow 07-13 10:00', 'overdue 07-14 10:00', 'tell-caller 07-14 10:00', 'red 07-15 08:30', 'tell-head 07-15 08:30', 'tell-above 07-16 08:30'].sort((a, b) => a.slice(-11).localeCompare(b.slice(-11))));
  });
});

describe('an exclusion', () => {
  const asked = () => atStreet().and(exclude(dispatcher('lin'), '法律不允许'), '2026-07-06 11:00');

  it('is asked for with a reason and waits for a second person', () => {
    atStreet().when(exclude(dispatcher('lin'), '法律不允许'), '2026-07-06 11:00').then({ type: 'exclusion-asked', by: 'lin', reason: '法律不允许', decide: { kind: 'exclusion', unit: 'street' } });
    asked().when(approve(dispatcher('lin')), '2026-07-06 12:00').thenRefused('own-request');
    asked().when(approve(dispatcher('tan')), '2026-07-06 12:00').then({ type: 'exclusion-decided', by: 'tan', agreed: true });
    asked().when(approve(leader(), false), '2026-07-06 12:00').then({ type: 'exclusion-decided', agreed: false });
  });

  it('stays visible with both persons', () => {
    expect(asked().and(approve(dispatcher('tan')), '2026-07-06 12:00').demand.exclusion).to.deep.include({ by: 'lin', reason: '法律不允许', decided: 'agreed', decidedBy: 'tan' });
  });

  it('may be asked for again only after a no', () => {
    asked().when(exclude(dispatcher('tan')), '2026-07-06 12:00').thenRefused('excluded-already');
    asked().and(approve(dispatcher('tan')), '2026-07-06 12:00').when(exclude(dispatcher()), '2026-07-06 13:00').thenRefused('excluded-already');
    asked().and(approve(dispatcher('tan'), false), '2026-07-06 12:00').when(exclude(dispatcher()), '2026-07-06 13:00').then({ type: 'exclusion-asked' });
  });

  it('is for who directs the matter, to ask and to decide', () => {
    atStreet().when(exclude(gridWorker()), '2026-07-06 11:00').thenRefused('not-dispatcher');
    asked().when(approve(secretary()), '2026-07-06 12:00').thenRefused('nothing-to-approve');
    asked().when(approve(clerk(units.street)), '2026-07-06 12:00').thenRefused('nothing-to-approve');
  });

  it('does not end or hinder the matter', () => {
    const excluded = asked().and(approve(dispatcher('tan')), '2026-07-06 12:00');
    excluded.when(finish(dispatcher()), '2026-07-06 13:00').then({ type: 'done' });
  });

  it('is waited for past the end of the matter', () => {
    const closed = asked().and(finish(dispatcher()), '2026-07-06 12:00').and(tick('wang'), '2026-07-06 14:00').and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-06 15:00');
    expect(closed.demand.clocks.map(({ id }) => id)).to.deep.equal(['exclusion']);
    closed.when(approve(dispatcher('tan')), '2026-07-07 12:00').then({ type: 'exclusion-decided' });
  });

  it('does not keep who asked for it from deciding something else', () => {
    const both = called().and(exclude(dispatcher('lin')), '2026-07-06 11:30').and(extend(water), '2026-07-06 12:00');
    both.when(approve(dispatcher('lin')), '2026-07-06 13:00').then({ type: 'extension-decided' });
    both.when(approve(dispatcher('tan'), true, 'exclusion'), '2026-07-06 13:00').then({ type: 'exclusion-decided' });
  });

  it('may be asked for what was withdrawn', () => {
    raised().and(withdraw(resident()), '2026-07-06 11:00').when(exclude(dispatcher()), '2026-07-06 12:00').then({ type: 'exclusion-asked' });
  });
});

describe('the reason for a yes or no', () => {
  const why = (command: ReturnType<typeof approve>) => ({ ...command, reason: '明天必须通' });
  it('stays with what was decided', () => {
    raised().and(extend(gridWorker()), '2026-07-08 10:00').when(why(approve(dispatcher(), false)), '2026-07-08 11:00').then({ type: 'extension-decided', granted: false, reason: '明天必须通' });
    given(registered(report({ to: toStreet }))).and(exclude(dispatcher()), '2026-07-06 11:00').when(why(approve(dispatcher('tan'), false)), '2026-07-06 12:00').then({ type: 'exclusion-decided', agreed: false, reason: '明天必须通' });
    called().and(object(water), '2026-07-06 12:30').when({ ...decideObjection(dispatcher(), false), reason: '明天必须通' }, '2026-07-06 13:00').then({ type: 'objection-decided', upheld: false, reason: '明天必须通' });
  });
});

describe('a request that was overtaken', () => {
  it('is decided by nobody', () => {
    const objected = called().and(extend(water), '2026-07-06 12:00').and(object(water), '2026-07-06 12:30').and(decideObjection(dispatcher(), false), '2026-07-06 13:00');
    objected.when(approve(dispatcher()), '2026-07-06 14:00').thenRefused('nothing-to-approve');
    objected.when(extend(water), '2026-07-06 14:00').then({ type: 'extension-asked' });
    const granted = objected.and(extend(water), '2026-07-06 14:00').and(approve(dispatcher()), '2026-07-06 15:00');
    expect(granted.demand.extensions.map(({ decided }) => decided)).to.deep.equal([undefined, 'granted']);
  });
});
