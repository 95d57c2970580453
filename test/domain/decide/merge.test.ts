import { expect } from 'chai';
import type { Absorbed } from '../../../domain/commands.ts';
import { asksSecrecy, isHidden } from '../../../domain/demand.ts';
import { clerk, dispatcher, gridWorker, resident, secretary, toStreet, units } from '../../support/builders.ts';
import { absorb, exclude, finish, hide, mergeInto, release, support, take, tick, unmerge, withdraw } from '../../support/commands.ts';
import { given, registered, type Past } from '../../support/given.ts';
import { at, said } from '../../support/local-time.ts';

const raised = () => given(registered());
const absorbed = (no: string, person: string): Absorbed => ({ no, person, source: 'mayor-hotline', at: at('2026-07-06 09:30'), words: '这条路没灯' });
const lead = () => raised().and(absorb(gridWorker(), 'D7', absorbed('D7', 'zhao'), absorbed('D8', 'qian')), '2026-07-06 11:00');
const numbers = ({ demand }: Past) => demand.reporters.map(({ no, from, left }) => [no, from ?? '', left ?? 'waits'].join(' '));

describe('a lead demand', () => {
  it('takes over the reporters of another with their numbers, words and dates', () => {
    raised().when(absorb(gridWorker(), 'D7', absorbed('D7', 'zhao')), '2026-07-06 11:00').then({ type: 'absorbed', by: 'zhou', from: 'D7', reporters: [{ no: 'D7' }] });
    expect(numbers(lead())).to.deep.equal(['D1  waits', 'D7 D7 waits', 'D8 D7 waits']);
    expect(lead().demand.reporters[1]).to.deep.include({ person: 'zhao', at: at('2026-07-06 09:30'), words: '这条路没灯', source: 'mayor-hotline' });
  });

  it('keeps the wish of each to stay hidden', () => {
    const { demand } = raised().and(hide(resident(), false), '2026-07-06 10:30').and(absorb(gridWorker(), 'D7', { ...absorbed('D7', 'zhao'), hidden: true }, absorbed('D8', 'qian')), '2026-07-06 11:00');
    expect(demand.reporters.map(({ no }) => isHidden(demand, no))).to.deep.equal([false, true, false]);
    expect(asksSecrecy(demand)).to.equal(true);
  });

  it('takes nobody over twice', () => {
    lead().when(absorb(gridWorker(), 'D7', absorbed('D7', 'zhao'), absorbed('D8', 'qian')), '2026-07-06 12:00').thenNothing();
    lead().when(absorb(gridWorker(), 'D7', absorbed('D7', 'zhao'), absorbed('D9', 'sun')), '2026-07-06 12:00').then({ type: 'absorbed', reporters: [{ no: 'D9' }] });
  });

  it('does not take back who has withdrawn since', () => {
    const left = lead().and(withdraw(resident('zhao'), 'D7'), '2026-07-06 12:00');
    left.when(absorb(gridWorker(), 'D7', absorbed('D7', 'zhao'), absorbed('D8', 'qian')), '2026-07-06 13:00').thenNothing();
  });

  it('lets them go again', () => {
    lead().when(release(gridWorker(), 'D7'), '2026-07-06 12:00').then({ type: 'released', from: 'D7', nos: ['D7', 'D8'] });
    expect(numbers(lead().and(release(gridWorker(), 'D7'), '2026-07-06 12:00'))).to.deep.equal(['D1  waits', 'D7 D7 unmerged', 'D8 D7 unmerged']);
    raised().when(release(gridWorker(), 'D7'), '2026-07-06 12:00').thenNothing();
  });

  it('knows each number once, however often it is merged and let go', () => {
    const again = lead().and(release(gridWorker(), 'D7'), '2026-07-06 12:00').and(absorb(gridWorker(), 'D7', absorbed('D7', 'zhao')), '2026-07-06 13:00');
    expect(numbers(again)).to.deep.equal(['D1  waits', 'D8 D7 unmerged', 'D7 D7 waits']);
    again.when(withdraw(resident('zhao'), 'D7'), '2026-07-06 14:00').then({ type: 'left', no: 'D7' });
  });

  it('is another demand, open, and in the hands of who merges', () => {
    raised().when(absorb(gridWorker(), 'D1', absorbed('D1', 'wang')), '2026-07-06 11:00').thenRefused('same-demand');
    raised().when(absorb(clerk(units.water), 'D7', absorbed('D7', 'zhao')), '2026-07-06 11:00').thenRefused('not-your-unit');
    raised().and(finish(gridWorker()), '2026-07-06 11:00').when(absorb(gridWorker(), 'D7', absorbed('D7', 'zhao')), '2026-07-06 12:00').thenRefused('not-open');
  });

  it('is joined by whoever brings nothing but the own report', () => {
    raised().when(absorb(resident('zhao'), 'D7', absorbed('D7', 'zhao')), '2026-07-06 11:00').then({ type: 'absorbed', by: 'zhao', from: 'D7' });
    raised().when(absorb(resident('zhao'), 'D7', absorbed('D7', 'zhao'), absorbed('D8', 'qian')), '2026-07-06 11:00').thenRefused('not-your-unit');
  });

  it('tells its own reporters and the others apart when they withdraw', () => {
    lead().when(withdraw(resident('zhao'), 'D7'), '2026-07-06 12:00').then({ type: 'left', no: 'D7' });
    lead().and(withdraw(resident(), 'D1'), '2026-07-06 12:00').and(withdraw(resident('zhao'), 'D7'), '2026-07-06 12:10').when(withdraw(resident('qian'), 'D8'), '2026-07-06 12:20').then({ type: 'left' }, { type: 'withdrawn' });
  });
});

describe('a merged demand', () => {
  const merged = () => raised().and(take(gridWorker()), '2026-07-06 10:30').and(support('zhao', 'D2'), '2026-07-06 10:40').and(mergeInto(gridWorker(), 'D9'), '2026-07-06 11:00');

  it('may be said to be one by its only reporter, by nobody else from outside', () => {
    raised().when(mergeInto(resident(), 'D9'), '2026-07-06 11:00').then({ type: 'merged', by: 'wang', into: 'D9' });
    raised().when(mergeInto(resident('zhao'), 'D9'), '2026-07-06 11:00').thenRefused('not-your-unit');
    raised().and(support('zhao', 'D2'), '2026-07-06 10:40').when(mergeInto(resident(), 'D9'), '2026-07-06 11:00').thenRefused('not-your-unit');
  });

  it('goes on as part of the lead: nothing is due on it any more', () => {
    raised().when(mergeInto(gridWorker(), 'D9'), '2026-07-06 11:00').then({ type: 'merged', by: 'zhou', into: 'D9' });
    expect(merged().demand).to.deep.include({ phase: { status: 'merged', at: at('2026-07-06 11:00'), into: 'D9' }, clocks: [] });
    merged().when(tick('wang', 'zhao'), '2026-08-06 11:00').thenNothing();
  });

  it('keeps its reporters and their numbers', () => expect(numbers(merged())).to.deep.equal(['D1  waits', 'D2  waits']));

  it('goes its own way again with fresh limits', () => {
    merged().when(unmerge(dispatcher(), toStreet), '2026-07-07 10:00').then({ type: 'unmerged', by: 'lin', assignment: { holder: 'street', grade: 'B' } });
    const apart = merged().and(unmerge(gridWorker()), '2026-07-07 10:00');
    expect(apart.demand.phase.status).to.equal('waiting');
    expect(apart.demand.clocks.map(({ kind, due }) => `${kind} ${said(due)}`)).to.deep.equal(['take-up 2026-07-08 10:00', 'solve 2026-07-10 10:00']);
  });

  it('takes no other command', () => {
    merged().when(take(gridWorker()), '2026-07-06 12:00').thenRefused('not-in-hand');
    merged().when(withdraw(resident()), '2026-07-06 12:00').thenRefused('not-open');
    merged().when(mergeInto(gridWorker(), 'D8'), '2026-07-06 12:00').thenRefused('already-merged');
  });

  it('is not the lead itself, not over, and in the hands of who merges or parts', () => {
    raised().when(mergeInto(gridWorker(), 'D1'), '2026-07-06 11:00').thenRefused('same-demand');
    raised().when(mergeInto(clerk(units.water), 'D9'), '2026-07-06 11:00').thenRefused('not-your-unit');
    raised().and(finish(gridWorker()), '2026-07-06 11:00').when(mergeInto(gridWorker(), 'D9'), '2026-07-06 12:00').thenRefused('not-open');
    merged().when(unmerge(clerk(units.water)), '2026-07-06 12:00').thenRefused('not-your-unit');
    raised().when(unmerge(secretary()), '2026-07-06 12:00').thenRefused('not-merged');
    raised().and(withdraw(resident()), '2026-07-06 11:00').when(unmerge(secretary()), '2026-07-06 12:00').thenRefused('not-open');
  });

  it('may be left out of the rates', () => {
    merged().when(exclude(dispatcher()), '2026-07-06 12:00').then({ type: 'exclusion-asked' });
  });
});
