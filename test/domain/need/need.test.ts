import { expect } from 'chai';
import { decideNeed, noteNeed } from '../../../domain/need/decide-need.ts';
import { fitting } from '../../../domain/need/fit.ts';
import { foldNeed, needDueAt } from '../../../domain/need/need.ts';
import type { NeedCommand, NeedEvent } from '../../../domain/need/need.ts';
import type { Resource, Wanted } from '../../../domain/need/resource.ts';
import { foldResource, registerResource } from '../../../domain/need/resource.ts';
import { clerk, dispatcher, gridWorker, theClock, units } from '../../support/builders.ts';
import { at } from '../../support/local-time.ts';
import { guandu } from '../../support/rules.ts';

const NOW = at('2026-07-06 10:00');
const TIERS = ['community', 'street', 'district'];
const PATH = { community: 'ginkgo', street: 'street', district: 'district' };
const resource = (id: string, over: Partial<Wanted> = {}): Resource =>
  foldResource(registerResource({ id, origin: id, words: '…', mechanism: { id: 'm', version: 1 }, unit: `unit-${id}`, by: 'p', kind: 'room', path: PATH, ...over }, NOW));
const wanted: Wanted = { kind: 'room', days: 'weekends', people: 20, path: PATH };
const ids = (need: Wanted, ...all: Resource[]) => fitting(need, all, TIERS, 3).map((fit) => fit.resource);

describe('what fits a need', () => {
  it('is of its kind, large enough and to be had on its days', () => {
    const far = { district: 'district' };
    expect(ids(wanted, resource('a', { people: 30, days: 'weekends' }), resource('b', { people: 10 }), resource('c', { days: 'workdays' }), resource('d', { kind: 'materials' }), resource('e', { path: far }))).to.deep.equal(['a', 'e']);
  });

  it('says why, the nearest first', () => {
    const [first, second] = fitting({ ...wanted, grid: 'g1' }, [resource('a'), resource('b', { grid: 'g1', days: 'weekends', people: 20 })], TIERS, 3);
    expect([first?.resource, first?.reasons]).to.deep.equal(['b', ['kind', 'same-grid', 'days', 'people']]);
    expect(second?.reasons).to.deep.equal(['kind', 'near']);
  });

  it('is nothing that was stopped, and nothing for a need of no kind', () => {
    expect(ids(wanted, { ...resource('a'), stoppedAt: NOW })).to.deep.equal([]);
    expect(ids({ path: PATH }, resource('a'))).to.deep.equal([]);
  });
});

describe('a need', () => {
  const offers = fitting(wanted, [resource('a'), resource('b')], TIERS, 3);
  const noted = noteNeed(guandu, { id: 'N1', origin: 'o', unit: 'ginkgo', decider: 'street', words: '…', by: 'zhou', ...wanted }, offers, NOW);
  const lender = clerk({ ...units.company, id: 'unit-a' });
  const after = (events: readonly NeedEvent[], ...commands: NeedCommand[]) =>
    commands.reduce((sofar, command) => {
      const decided = decideNeed(guandu, foldNeed(sofar), command, NOW);
      if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal}`);
      return [...sofar, ...decided.value];
    }, events);
  const accept: NeedCommand = { type: 'accept', by: dispatcher(), nth: 1 };
  const answered = (agreed: boolean): NeedCommand => ({ type: 'answer', by: lender, agreed });

  it('is offered, accepted, agreed to, handed over and thanked for', () => {
    const way = after(noted, accept, answered(true), { type: 'hand-over', by: lender, words: '钥匙' }, { type: 'thank', by: gridWorker(), words: '谢谢' });
    const need = foldNeed(way);
    expect([need.step, need.why, need.thanks?.words, needDueAt(need)]).to.deep.equal(['closed', 'done', '谢谢', undefined]);
  });

  it('that is refused goes to the next that fits, then is open and looked at again', () => {
    const refused = foldNeed(after(noted, accept, answered(false)));
    expect([refused.step, refused.offers.map(({ state }) => state)]).to.deep.equal(['offered', ['refused', 'offered']]);
    const open = foldNeed(after(noted, accept, answered(false), { type: 'decline', by: dispatcher() }));
    expect([open.step, open.clocks.map(({ kind }) => kind)]).to.deep.equal(['open', ['review']]);
  });

  it('is not offered twice what it was offered before', () => {
    const open = after(noted, { type: 'decline', by: dispatcher() });
    expect(decideNeed(guandu, foldNeed(open), { type: 'offer', by: theClock, offers }, NOW)).to.deep.equal({ ok: true, value: [] });
  });

  it('is closed without thanks when nobody says any', () => {
    const over = after(noted, accept, answered(true), { type: 'hand-over', by: lender, words: '钥匙' });
    const decided = decideNeed(guandu, foldNeed(over), { type: 'tick', by: theClock }, at('2026-07-13 10:00'));
    expect(decided.ok && decided.value.map(({ type }) => type)).to.deep.equal(['closed']);
  });
});
