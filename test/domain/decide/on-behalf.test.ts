import { expect } from 'chai';
import type { DemandCommand } from '../../../domain/commands.ts';
import { decide, register } from '../../../domain/decide/decide.ts';
import type { Demand } from '../../../domain/demand.ts';
import { evolve, fold } from '../../../domain/evolve.ts';
import { gridWorker, report, units } from '../../support/builders.ts';
import { at } from '../../support/local-time.ts';
import { wuchang, wuchangWith } from '../../support/rules.ts';

const now = at('2026-11-23 10:00');
const bureau = { ...units.parks, id: 'bureau' };
const [street] = wuchang.mechanism.chains;
const rules = wuchangWith({
  chains: [...wuchang.mechanism.chains, { ...street!, id: 'bureau-to-departments', caller: { ...street!.caller, tiers: ['district'], classes: ['department'] }, callee: { ...street!.callee, classes: ['department'] } }],
});
const leader = { person: 'ouyang', roles: ['leader' as const], unit: bureau };
const begin = (service?: Demand['service']) => fold(register(rules, report({ source: 'on-behalf', service, understood: { category: 'service-task', confidence: 1, alternatives: [], reasons: [] } }), now));
const task = begin({ id: 's-lnk', units: ['bureau'] });
const act = (demand: Demand, command: DemandCommand) => {
  const decided = decide(rules, demand, command, now);
  return decided.ok ? decided.value.reduce(evolve, demand) : decided.refusal;
};
const calling = (lead: typeof units.water): DemandCommand => ({ type: 'whistle', by: leader, lead, assists: [] });

describe('a service done on somebody\'s behalf', () => {
  it('is for the grid\'s community, with limits of its own', () => {
    const { takeUp, solve } = wuchang.mechanism.services!.onBehalf!;
    expect([task.holder, task.tier, task.source, task.category]).to.deep.equal(['ginkgo', 'community', 'on-behalf', 'service-task']);
    const due = (demand: Demand, kind: string) => demand.clocks.find((clock) => clock.kind === kind)?.due.toISOString();
    expect([takeUp.limit.amount, solve.limit.amount]).to.deep.equal([1, 10]);
    expect(due(task, 'solve')).to.equal(at('2026-12-07 10:00').toISOString());
    expect(due(begin(), 'solve')).to.equal(at('2026-11-26 10:00').toISOString());
  });

  it('lets the unit that handles the service call others over it, and have it from then on', () => {
    const called = act(task, calling(units.water));
    expect(called).to.include({ tier: 'district', holder: 'bureau' });
    expect(called).to.have.nested.property('whistles[0].chain', 'bureau-to-departments');
  });

  it('goes to the unit named for those that a grid worker cannot do, which may call from there', () => {
    const raised = act(task, { type: 'escalate', by: gridWorker(), reason: '系统里办不了', to: { tier: 'district', unit: 'bureau' } });
    expect(raised).to.include({ tier: 'district', holder: 'bureau' });
    if (typeof raised === 'string') throw new Error(raised);
    expect(act(raised, calling(units.water))).to.have.nested.property('whistles[0].caller', 'bureau');
    expect(act(raised, { type: 'finish', by: leader, result: '已办好' })).to.have.nested.property('phase.status', 'done');
  });

  it('is no other unit\'s business, nor is another matter the bureau\'s', () => {
    expect(act(begin({ id: 's-lnk', units: ['elsewhere'] }), calling(units.water))).to.equal('not-dispatcher');
    expect(act(begin(), calling(units.water))).to.equal('not-dispatcher');
  });
});
