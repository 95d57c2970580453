import { expect } from 'chai';
import type { Duty } from '../../../domain/directory/duty.ts';
import type { Standing } from '../../../domain/standing.ts';
import { clerk, dispatcher, gridWorker, leader, report, toStreet, units } from '../../support/builders.ts';
import { dispatch, escalate, feedBack, finish, propose, reportIn, support, whistle } from '../../support/commands.ts';
import { givenBy, registered, type Past } from '../../support/given.ts';
import { disciplined, isSound } from '../../support/whistle-rules.ts';

const begun = (over = {}) => givenBy(disciplined, registered(report({ to: toStreet, ...over }), '2026-07-06 10:00', disciplined));
const felt = () => begun().and(support('zhao', 'D2'), '2026-07-06 10:10');
const street = (duty?: Duty, over: Partial<Standing> = {}): Standing => ({ duties: duty === undefined ? {} : { street: duty }, ...over });
const wanted = (standing: Standing, kind = 'daily', ...assists: (typeof units.parks)[]) => ({ ...whistle(dispatcher(), kind, units.water, ...assists), standing });
const NOW = '2026-07-06 11:00';
const admission = (past: Past, command: ReturnType<typeof wanted>) => past.and(command, NOW).demand.whistles[0]?.admission;

describe('the discipline of a district', () => {
  it('is written without contradicting itself', () => expect(isSound(disciplined)).to.be.true);

  it('lets sound what people mind and the street cannot do alone, and says on what ground', () => {
    expect(admission(felt(), wanted(street('organises')))).to.deep.equal({ outcome: 'admitted', case: 'cannot-alone', against: [], duplicates: [], rate: undefined });
    expect(admission(felt(), wanted(street()))?.case).to.equal('cannot-alone');
    expect(admission(felt(), wanted(street('responsible'), 'daily', units.parks))?.case).to.equal('joint');
  });

  it('refuses what the street answers for and can do alone', () => felt().when(wanted(street('responsible')), NOW).thenRefused('admission-alone'));

  it('refuses what is whistled at the same place already', () => felt().when(wanted(street('assists', { duplicates: ['D7'] })), NOW).thenRefused('admission-duplicate'));

  it('refuses what hardly anybody minds, unless it was heard as urgent', () => {
    begun().when(wanted(street('assists')), NOW).thenRefused('admission-weak');
    expect(admission(begun({ urgency: 'urgent' }), wanted(street('assists')))?.outcome).to.equal('admitted');
  });

  it('always lets an urgent whistle sound, and keeps what spoke against it', () => {
    expect(admission(begun(), wanted(street('responsible'), 'urgent'))).to.deep.include({ outcome: 'urgent', against: ['alone', 'weak'] });
    expect(admission(begun({ urgency: 'danger' }), wanted(street('responsible')))?.outcome).to.equal('urgent');
  });

  it('can be overridden with a reason by those who may, and that stays visible', () => {
    const all = { ...wanted(street('responsible', { rate: { whistles: 12, demands: 20 } })), override: '群众反映强烈' };
    expect(admission(begun(), all)).to.deep.equal({ outcome: 'overridden', case: undefined, against: ['alone', 'weak'], duplicates: [], reason: '群众反映强烈', rate: { whistles: 12, demands: 20, band: 'high' } });
  });

  it('says in which band the caller\'s rate lies', () => {
    const band = (whistles: number, demands: number) => admission(felt(), wanted(street('assists', { rate: { whistles, demands } })))?.rate?.band;
    expect([band(0, 9), band(0, 20), band(5, 20), band(15, 20)]).to.deep.equal(['too-few', 'low', 'within', 'high']);
  });

  it('asks nothing on other chains', () => {
    const district = begun().and({ ...whistle(leader(), 'daily', units.water), standing: { duties: { district: 'responsible' } } }, NOW);
    expect(district.demand.whistles[0]?.admission).to.be.undefined;
  });
});

describe('a joint team', () => {
  const called = () => felt().and({ ...whistle(dispatcher(), 'daily', units.team, units.traffic), standing: street('responsible') }, NOW);
  const callees = ({ demand }: Past) => demand.whistles[0]?.callees.map(({ unit, role, team, status }) => [unit, role, team, status]);

  it('stands for its member units, each with a clock of its own', () => {
    expect(callees(called())).to.deep.equal([['water', 'lead', 'team', 'called'], ['parks', 'assist', 'team', 'called'], ['traffic', 'assist', undefined, 'called']]);
    expect(called().demand.clocks.filter(({ kind }) => kind === 'report-in').map(({ unit }) => unit)).to.deep.equal(['water', 'parks', 'traffic']);
  });

  it('counts as many when joint work is the ground', () => expect(called().demand.whistles[0]?.admission?.case).to.equal('joint'));

  it('each home unit reports in, feeds back and finishes for itself', () => {
    const one = called().and(reportIn(clerk(units.water)), '2026-07-06 11:10').and(feedBack(clerk(units.water)), '2026-07-06 11:20').and(finish(clerk(units.water)), '2026-07-06 11:30');
    expect(callees(one)?.map(([, , , status]) => status)).to.deep.equal(['done', 'called', 'called']);
    one.when(reportIn(clerk(units.parks)), '2026-07-06 12:00').then({ type: 'reported-in', unit: 'parks' });
  });

  it('is not called along with one of its members', () => felt().when(whistle(dispatcher(), 'daily', units.team, units.water), NOW).thenRefused('unit-twice'));
});

describe('an access list', () => {
  const to = (unit: (typeof units)['urban'], duty?: Duty) => ({ ...dispatch(dispatcher(), unit), standing: { duties: duty === undefined ? {} : { [unit.id]: duty } } });

  it('of what a unit does lets nothing else be dispatched to it', () => {
    begun().when(to(units.willow, 'assists'), NOW).then({ type: 'dispatched', assignment: { holder: 'willow' } });
    begun().when(to(units.willow, 'not'), NOW).thenRefused('not-on-list');
    begun().when(to(units.willow), NOW).thenRefused('not-on-list');
  });

  it('of what a unit need not do bars only that', () => {
    begun().when(to(units.urban), NOW).then({ type: 'dispatched' });
    begun().when(to(units.urban, 'not'), NOW).thenRefused('not-on-list');
  });

  it('holds on the way up too', () => {
    const raised = givenBy(disciplined, registered());
    const up = { ...escalate(gridWorker()), to: { tier: 'street', unit: 'street' } };
    raised.when({ ...up, desk: { ...units.street, class: 'office' }, standing: { duties: { street: 'not' } } }, NOW).thenRefused('not-on-list');
    raised.when({ ...up, desk: units.street, standing: { duties: { street: 'not' } } }, NOW).then({ type: 'escalated' });
  });

  it('holds for a call too', () => {
    felt().when({ ...whistle(dispatcher(), 'daily', units.water, units.urban), standing: { duties: { urban: 'not' } } }, NOW).thenRefused('not-on-list');
  });
});

describe('a proposal', () => {
  it('that is followed says so, and by whom', () => {
    const proposed = felt().and(propose(gridWorker(), units.water, units.parks), '2026-07-06 10:30');
    const followed = proposed.and({ ...whistle(dispatcher(), 'daily', units.water, units.parks), asProposed: true }, NOW);
    expect(followed.events.slice(-2).map(({ type }) => type)).to.deep.equal(['proposal-accepted', 'whistled']);
    expect(followed.demand.proposals[0]?.accepted?.by).to.equal('lin');
  });
});
