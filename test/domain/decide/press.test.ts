import { expect } from 'chai';
import { clerk, dispatcher, gridWorker, report, toStreet, units } from '../../support/builders.ts';
import { dispatch, finish, press, reportIn, take, whistle } from '../../support/commands.ts';
import { given, registered } from '../../support/given.ts';
import { at } from '../../support/local-time.ts';

const raised = () => given(registered());
const called = () => given(registered(report({ to: toStreet }))).and(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 11:00');
const water = clerk(units.water);

describe('pressing a unit', () => {
  it('names whom, for whom and the first of its limits that run', () => {
    const { reportBy } = called().demand.whistles[0]!.callees[0]!;
    called().when(press(dispatcher(), 'water'), '2026-07-06 11:30').then({ type: 'pressed', by: dispatcher().person, unit: 'water', from: 'street', step: 'report-in', due: reportBy });
  });

  it('without a name, presses all that owe something, and none that is through', () => {
    called().when(press(dispatcher()), '2026-07-06 11:30').then({ type: 'pressed', unit: 'water' }, { type: 'pressed', unit: 'parks' });
    called().and(finish(water), '2026-07-06 11:20').when(press(dispatcher()), '2026-07-06 11:30').then({ type: 'pressed', unit: 'parks' });
  });

  it('is for whoever answers for the place, whoever has it', () => {
    raised().when(press(dispatcher()), '2026-07-06 11:00').then({ type: 'pressed', unit: 'ginkgo', from: 'street' });
    given(registered(report({ to: toStreet }))).and(dispatch(dispatcher(), units.urban), '2026-07-06 10:30').when(press(gridWorker()), '2026-07-06 11:00').then({ type: 'pressed', unit: 'urban', from: 'ginkgo' });
    called().when(press(clerk(units.housing)), '2026-07-06 11:30').thenRefused('not-yours-to-press');
  });

  it('never presses the own unit, nor one that owes nothing', () => {
    raised().and(take(gridWorker()), '2026-07-06 10:30').when(press(gridWorker()), '2026-07-06 11:00').thenRefused('nothing-to-press');
    called().when(press(dispatcher(), 'housing'), '2026-07-06 11:30').thenRefused('nothing-to-press');
    raised().and(finish(gridWorker()), '2026-07-06 10:30').when(press(dispatcher()), '2026-07-06 11:00').thenRefused('nothing-to-press');
  });

  it('is done once a day for each unit, whoever does it', () => {
    const once = called().and(press(dispatcher(), 'water'), '2026-07-06 11:30');
    once.when(press(dispatcher('tan'), 'water'), '2026-07-06 23:30').thenRefused('pressed-today');
    once.when(press(dispatcher('tan')), '2026-07-06 23:30').then({ type: 'pressed', unit: 'parks' });
    once.when(press(dispatcher(), 'water'), '2026-07-07 00:10').then({ type: 'pressed', unit: 'water' });
  });

  it('moves no limit and gives nobody anything', () => {
    const before = called().and(reportIn(water), '2026-07-06 11:20');
    const { presses, ...after } = before.and(press(dispatcher()), '2026-07-06 11:30').demand;
    expect(presses).to.deep.equal([{ unit: 'water', at: at('2026-07-06 11:30') }, { unit: 'parks', at: at('2026-07-06 11:30') }]);
    expect(after).to.deep.equal(before.demand);
  });
});
