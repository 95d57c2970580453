import { expect } from 'chai';
import { clerk, dispatcher, gridWorker, member, report, secretary, units } from '../../support/builders.ts';
import { callPeople, dispatch, finish, reportIn } from '../../support/commands.ts';
import { givenBy, latest, registered, type Past } from '../../support/given.ts';
import { withMembers } from '../../support/whistle-rules.ts';

const PEOPLE = ['lan', 'mei', 'zhu', 'ju'];
const [lan, mei, zhu, ju] = PEOPLE.map(member) as [ReturnType<typeof member>, ReturnType<typeof member>, ReturnType<typeof member>, ReturnType<typeof member>];
const begun = () => givenBy(withMembers, registered(report(), '2026-07-06 10:00', withMembers));
const called = (wanted?: number) => begun().and(callPeople(secretary(), PEOPLE, { wanted }), '2026-07-06 11:00');
const two = () => called(2).and(reportIn(lan), '2026-07-06 11:10').and(reportIn(mei), '2026-07-06 11:20');
const pool = ({ demand }: Past) => demand.pools?.[0];

describe('a call to persons', () => {
  it('asks each of them, and leaves the matter with whoever has it', () => {
    begun().when(callPeople(secretary(), PEOPLE), '2026-07-06 11:00').then({ type: 'pool-called', pool: { id: 'p1', caller: 'ginkgo', wanted: 3, invited: PEOPLE, status: 'open' } });
    expect(latest(called())).to.deep.equal(['pool-call > lan+mei+zhu+ju']);
    expect([called().demand.holder, called().demand.phase.status]).to.deep.equal(['ginkgo', 'waiting']);
  });

  it('takes down who comes, and closes with the last one wanted', () => {
    expect(pool(two())).to.deep.include({ status: 'full' });
    expect(pool(two())?.joined.map(({ person }) => person)).to.deep.equal(['lan', 'mei']);
    expect(latest(two())).to.deep.equal(['pool-filled > ginkgo']);
  });

  it('thanks who comes too late, twice or without being asked', () => {
    two().when(reportIn(zhu), '2026-07-06 11:30').thenRefused('pool-full');
    called(2).and(reportIn(lan), '2026-07-06 11:10').when(reportIn(lan), '2026-07-06 11:15').thenRefused('joined-already');
    called(2).when(reportIn(member('who')), '2026-07-06 11:15').thenRefused('not-called');
  });

  it('reminds only those who have not come', () => {
    const half = called(2).and(reportIn(lan), '2026-07-06 11:10').until('2026-07-06 13:30');
    expect(half.told.filter(({ notice }) => notice.name === 'pool-remind').map(({ notice }) => notice.to)).to.deep.equal([{ people: ['mei', 'zhu', 'ju'] }]);
  });

  it('ends when time is up, and its caller is told who has come', () => {
    const late = called().and(reportIn(ju), '2026-07-06 11:10').until('2026-07-06 15:30');
    expect(pool(late)).to.deep.include({ status: 'short' });
    expect(late.told.find(({ notice }) => notice.name === 'pool-short')?.notice.params).to.deep.equal({ people: 'ju', count: 1, wanted: 3 });
    expect(called().until('2026-07-06 15:30').told.at(-1)?.notice.name).to.equal('pool-nobody');
    late.when(reportIn(lan), '2026-07-06 16:00').thenRefused('pool-over');
  });

  it('outlives a dispatch and is over with the matter', () => {
    expect(pool(called().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:30'))?.status).to.equal('open');
    expect(pool(called().and(finish(gridWorker()), '2026-07-06 11:30'))?.status).to.equal('over');
  });

  it('is for those who may call on the chain, once at a time, for as many as there are', () => {
    begun().when(callPeople(gridWorker(), PEOPLE), '2026-07-06 11:00').thenRefused('not-dispatcher');
    begun().when(callPeople(clerk(units.water), PEOPLE), '2026-07-06 11:00').thenRefused('not-dispatcher');
    begun().when(callPeople(secretary(), PEOPLE, { chain: 'street-to-departments' }), '2026-07-06 11:00').thenRefused('no-such-chain');
    begun().when(callPeople(secretary(), ['lan']), '2026-07-06 11:00').thenRefused('too-few-people');
    begun().when(callPeople(secretary(), []), '2026-07-06 11:00').thenRefused('nobody-to-call');
    begun().when(callPeople(secretary(), PEOPLE, { wanted: 11 }), '2026-07-06 11:00').thenRefused('too-many-people');
    called().when(callPeople(secretary(), PEOPLE), '2026-07-06 11:30').thenRefused('pool-open');
    called().when(callPeople(secretary(), ['ju', 'others'], { wanted: 1 }), '2026-07-06 11:30').thenRefused('pool-open');
    called().when(callPeople(secretary(), ['others'], { wanted: 1 }), '2026-07-06 11:30').then({ type: 'pool-called', pool: { id: 'p2', invited: ['others'] } });
  });
});
