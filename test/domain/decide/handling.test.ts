import { expect } from 'chai';
import { isSounding } from '../../../domain/whistle.ts';
import { clerk, dispatcher, gridWorker, leader, place, placeless, report, resident, secretary, toStreet, units } from '../../support/builders.ts';
import { answer, decideObjection, dispatch, escalate, feedBack, finish, object, propose, take, tick, whistle, withdraw } from '../../support/commands.ts';
import { given, registered, type Past } from '../../support/given.ts';
import { at, said } from '../../support/local-time.ts';

const raised = () => given(registered());
const taken = () => raised().and(take(gridWorker()), '2026-07-06 11:00');
const atStreet = () => given(registered(report({ to: toStreet })));
const atDistrict = () => atStreet().and(escalate(dispatcher()), '2026-07-06 11:00');
const running = ({ demand }: Past) => demand.clocks.map(({ kind, unit, due }) => `${kind} ${unit} ${said(due)}`);

describe('a matter in the hands of a community', () => {
  it('is taken up by somebody of the community', () => {
    raised().when(take(gridWorker()), '2026-07-06 11:00').then({ type: 'taken-up', by: 'zhou', unit: 'ginkgo' });
    expect(taken().demand.phase).to.deep.equal({ status: 'handling', since: at('2026-07-06 11:00'), by: 'zhou' });
  });

  it('has only its solution to wait for once it is taken up', () => expect(running(taken())).to.deep.equal(['solve ginkgo 2026-07-09 10:00']));

  it('is not taken up twice, by others, without a place, or after the end', () => {
    taken().when(take(secretary()), '2026-07-06 12:00').thenRefused('already-taken');
    raised().when(take(dispatcher()), '2026-07-06 12:00').thenRefused('not-your-unit');
    raised().when(take(resident()), '2026-07-06 12:00').thenRefused('not-your-unit');
    given(registered(placeless())).when(take(gridWorker()), '2026-07-06 12:00').thenRefused('place-missing');
    raised().and(withdraw(resident()), '2026-07-06 11:00').when(take(gridWorker()), '2026-07-06 12:00').thenRefused('not-in-hand');
  });

  it('is done when the community says so, taken up or not, or when its dispatcher does', () => {
    taken().when(finish(gridWorker(), '换了灯泡'), '2026-07-06 15:00').then({ type: 'done', by: 'zhou', unit: 'ginkgo', result: '换了灯泡' });
    raised().when(finish(secretary()), '2026-07-06 15:00').then({ type: 'done', by: 'he' });
    raised().when(finish(dispatcher()), '2026-07-06 15:00').then({ type: 'done', by: 'lin', unit: 'ginkgo' });
  });

  it('is not done twice, by others, or without a place', () => {
    const done = taken().and(finish(gridWorker()), '2026-07-06 15:00');
    done.when(finish(gridWorker()), '2026-07-06 16:00').thenRefused('already-done');
    done.and(tick('wang'), '2026-07-06 17:00').and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-06 18:00').when(finish(gridWorker()), '2026-07-06 19:00').thenRefused('not-in-hand');
    raised().when(finish(clerk(units.water)), '2026-07-06 15:00').thenRefused('not-your-unit');
    given(registered(placeless())).when(finish(gridWorker()), '2026-07-06 12:00').thenRefused('place-missing');
    raised().and(withdraw(resident()), '2026-07-06 11:00').when(finish(gridWorker()), '2026-07-06 12:00').thenRefused('not-in-hand');
  });

  it('is spoken of by the community, which takes it up by that', () => {
    raised().when(feedBack(gridWorker(), '已联系电工'), '2026-07-06 11:00').then({ type: 'taken-up', unit: 'ginkgo' }, { type: 'fed-back', unit: 'ginkgo', words: '已联系电工', whistle: undefined });
    taken().when(feedBack(gridWorker()), '2026-07-06 12:00').then({ type: 'fed-back' });
    raised().when(feedBack(clerk(units.water)), '2026-07-06 11:00').thenRefused('not-called');
    raised().and(withdraw(resident()), '2026-07-06 11:00').when(feedBack(gridWorker()), '2026-07-06 12:00').thenRefused('not-in-hand');
  });
});

describe('a call to the tier above', () => {
  it('gives the street fresh limits and the matter its grade', () => {
    taken()
      .when(escalate(gridWorker()), '2026-07-06 15:00')
      .then({ type: 'escalated', from: 'ginkgo', why: 'called', reason: '社区解决不了', assignment: { tier: 'street', holder: 'street', grade: 'B' } });
    const called = taken().and(escalate(gridWorker()), '2026-07-06 15:00');
    expect(running(called)).to.deep.equal(['take-up street 2026-07-07 15:00', 'solve street 2026-07-13 15:00']);
    expect(called.demand).to.deep.include({ phase: { status: 'waiting', since: at('2026-07-06 15:00') }, held: ['ginkgo', 'street'] });
  });

  it('goes from the street to the district, grade C', () => {
    expect(atDistrict().demand).to.deep.include({ tier: 'district', holder: 'district', grade: 'C' });
    expect(running(atDistrict())).to.deep.equal(['take-up district 2026-07-07 11:00', 'solve district 2026-07-15 11:00']);
  });

  it('is made by the holder or by who directs', () => {
    raised().when(escalate(dispatcher()), '2026-07-06 11:00').then({ type: 'escalated', by: 'lin' });
    raised().when(escalate(clerk(units.water)), '2026-07-06 11:00').thenRefused('not-your-unit');
    raised().when(escalate(resident()), '2026-07-06 11:00').thenRefused('not-your-unit');
  });

  it('waits for the place, and for units that were called', () => {
    given(registered(placeless())).when(escalate(gridWorker()), '2026-07-06 11:00').thenRefused('place-missing');
    atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').when(escalate(dispatcher()), '2026-07-06 12:00').thenRefused('whistle-sounding');
    raised().and(finish(gridWorker()), '2026-07-06 11:00').when(escalate(gridWorker()), '2026-07-06 12:00').thenRefused('not-in-hand');
  });

  it('has nowhere to go where nobody answers for the place above', () => {
    const placelessForGood = given(registered(placeless())).and(tick(), '2026-07-07 10:00');
    placelessForGood.when(escalate(gridWorker()), '2026-07-07 11:00').thenRefused('no-unit-above');
    given(registered(report({ place: place({ path: { community: 'ginkgo' } }) }))).when(escalate(gridWorker()), '2026-07-06 11:00').thenRefused('no-unit-above');
  });

  it('may name the unit where the place does not tell', () => {
    const placelessForGood = given(registered(placeless())).and(tick(), '2026-07-07 10:00');
    placelessForGood.when(escalate(gridWorker(), { to: toStreet }), '2026-07-07 11:00').then({ type: 'escalated', assignment: { holder: 'street', grade: 'B' } });
  });

  it('never leads down', () => {
    atStreet().when(escalate(dispatcher(), { to: { tier: 'community', unit: 'willow' } }), '2026-07-06 11:00').thenRefused('no-unit-above');
  });
});

describe('a request to the city', () => {
  const requested = () => atDistrict().and(escalate(leader(), { request: units.cityWater }), '2026-07-07 10:00');

  it('is grade D: the district keeps it and calls the city department on its own chain', () => {
    atDistrict()
      .when(escalate(leader(), { request: units.cityWater }), '2026-07-07 10:00')
      .then(
        { type: 'escalated', from: 'district', assignment: { tier: 'city', holder: 'district', grade: 'D', clocks: [] } },
        { type: 'whistled', whistle: { chain: 'district-to-city', caller: 'district', status: 'sounding', callees: [{ unit: 'city-water', role: 'lead', status: 'called' }] } },
      );
  });

  it('has the clocks of the city department and no others', () => {
    expect(requested().demand.clocks.map(({ kind, unit }) => `${kind} ${unit}`)).to.deep.equal(['report-in city-water', 'feedback city-water', 'finish city-water']);
  });

  it('sounds as an urgent call when somebody is in danger', () => {
    const danger = given(registered(report({ to: { tier: 'district', unit: 'district' }, urgency: 'danger' })));
    danger.when(escalate(leader(), { request: units.cityWater }), '2026-07-06 22:00').then({ type: 'escalated' }, { type: 'whistled', whistle: { kind: 'urgent', urgent: true } });
  });

  it('names the department, and one that the chain leads to', () => {
    atDistrict().when(escalate(leader()), '2026-07-07 10:00').thenRefused('no-unit-to-request');
    atDistrict().when(escalate(leader(), { request: units.water }), '2026-07-07 10:00').thenRefused('no-chain');
  });

  it('is done when the department is done', () => {
    requested().when(finish(clerk(units.cityWater), '主管已更换'), '2026-07-08 10:00').then({ type: 'reported-in' }, { type: 'finished' }, { type: 'whistle-ended', cancelled: false }, { type: 'done', unit: 'city-water', result: '主管已更换' });
  });

  it('is the top: nothing is above it', () => {
    const givenBack = requested().and(object(clerk(units.cityWater)), '2026-07-07 11:00').and(decideObjection(leader(), true), '2026-07-07 12:00');
    expect(givenBack.demand).to.deep.include({ holder: 'district', grade: 'D' });
    givenBack.when(escalate(leader(), { request: units.cityWater }), '2026-07-07 13:00').thenRefused('top-tier');
  });
});

describe('a proposal', () => {
  it('is kept for the dispatcher, from the holder or a unit of the place', () => {
    taken().when(propose(gridWorker(), units.water, units.parks), '2026-07-06 12:00').then({ type: 'proposed', unit: 'ginkgo', lead: 'water', assists: ['parks'] });
    expect(atStreet().and(propose(gridWorker(), units.water), '2026-07-06 12:00').demand.proposals).to.deep.equal([{ by: 'zhou', unit: 'ginkgo', at: at('2026-07-06 12:00'), lead: 'water', assists: [], note: undefined }]);
  });

  it('is not for others, nor for what is over', () => {
    raised().when(propose(clerk(units.water), units.parks), '2026-07-06 11:00').thenRefused('not-your-unit');
    raised().when(propose(resident(), units.parks), '2026-07-06 11:00').thenRefused('not-your-unit');
    raised().and(finish(gridWorker()), '2026-07-06 11:00').when(propose(gridWorker(), units.water), '2026-07-06 12:00').thenRefused('not-in-hand');
  });
});

describe('a dispatch', () => {
  it('gives the matter to an office of the street with fresh limits', () => {
    atStreet().when(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').then({ type: 'dispatched', from: 'street', assignment: { tier: 'street', holder: 'urban', grade: 'B' } });
    expect(running(atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00'))).to.deep.equal(['take-up urban 2026-07-07 11:00', 'solve urban 2026-07-13 11:00']);
  });

  it('goes inward only, by who dispatches, to somebody else, while nobody called is at work', () => {
    atStreet().when(dispatch(dispatcher(), units.water), '2026-07-06 11:00').thenRefused('not-below-you');
    atStreet().when(dispatch(clerk(units.street), units.urban), '2026-07-06 11:00').thenRefused('not-dispatcher');
    atStreet().when(dispatch(secretary(), units.urban), '2026-07-06 11:00').thenRefused('not-dispatcher');
    atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').when(dispatch(dispatcher(), units.urban), '2026-07-06 12:00').thenRefused('same-unit');
    atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').when(dispatch(dispatcher(), units.urban), '2026-07-06 12:00').thenRefused('whistle-sounding');
    raised().and(finish(gridWorker()), '2026-07-06 11:00').when(dispatch(dispatcher(), units.urban), '2026-07-06 12:00').thenRefused('not-in-hand');
  });

  it('of a community matter by the street makes it a matter of the street', () => {
    expect(raised().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').demand).to.deep.include({ tier: 'street', holder: 'urban', grade: 'B' });
  });

  it('of the street leaves nothing behind of what the former office asked for', () => {
    const objecting = atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').and(object(clerk(units.urban)), '2026-07-06 12:00');
    const elsewhere = objecting.and(dispatch(dispatcher(), units.safety), '2026-07-06 13:00');
    expect(running(elsewhere)).to.deep.equal(['take-up safety 2026-07-07 13:00', 'solve safety 2026-07-13 13:00']);
    elsewhere.when(decideObjection(dispatcher(), false), '2026-07-06 14:00').thenRefused('no-objection');
  });
});

describe('the brake', () => {
  const offices = [units.urban, units.safety, units.affairs];
  const passedOn = (...offices: (typeof units)[keyof typeof units][]) => offices.reduce((past, office, index) => past.and(dispatch(dispatcher(), office), at(`2026-07-06 1${String(index + 1)}:00`)), atStreet());

  it('lets a matter be passed on twice', () => {
    passedOn(units.urban, units.safety).when(dispatch(dispatcher(), units.affairs), '2026-07-07 10:00').then({ type: 'dispatched' });
  });

  it('sends it up a tier at the third transfer', () => {
    passedOn(units.urban, units.safety, units.affairs)
      .when(dispatch(dispatcher(), units.civil), '2026-07-07 10:00')
      .then({ type: 'escalated', from: 'affairs', why: 'brake', assignment: { tier: 'district', holder: 'district', grade: 'C' } });
  });

  it('counts a whistle as a transfer like any other', () => {
    passedOn(units.urban, units.safety, units.affairs).when(whistle(dispatcher(), 'daily', units.water), '2026-07-07 10:00').then({ type: 'escalated', why: 'brake' });
  });

  it('counts the leads of whistles, not those that assist', () => {
    const leads = [units.water, units.traffic, units.housing];
    const whistled = leads.reduce((past, unit, index) => past.and(whistle(dispatcher(), 'daily', unit, offices[index]!), at(`2026-07-06 1${String(index + 1)}:00`)), atStreet());
    expect(whistled.demand.charged).to.deep.equal(['water', 'traffic', 'housing']);
    whistled.when(whistle(dispatcher(), 'daily', units.parks), '2026-07-06 15:00').then({ type: 'escalated', why: 'brake' });
  });

  it('does not count going back to the office that had it last', () => {
    const given = passedOn(units.urban, units.safety, units.affairs).and(object(clerk(units.affairs)), '2026-07-06 14:00').and(decideObjection(dispatcher(), true), '2026-07-06 15:00');
    given.when(dispatch(dispatcher(), units.affairs), '2026-07-06 16:00').then({ type: 'dispatched' });
  });

  it('lets go where the tier above solves nothing itself', () => {
    const upstairs = passedOn(units.urban, units.safety, units.affairs).and(dispatch(dispatcher(), units.civil), '2026-07-07 10:00');
    const departments = [units.water, units.parks, units.traffic, units.housing];
    const handed = departments.reduce((past, department, index) => past.and(dispatch(leader(), department), at(`2026-07-08 1${String(index)}:00`)), upstairs);
    expect(handed.demand).to.deep.include({ holder: 'housing', tier: 'district' });
  });

  it('begins to count anew on the tier it went up to', () => {
    const community = given(registered(report()));
    const company = (id: string) => ({ ...units.company, id });
    const passed = ['c1', 'c2', 'c3', 'c4'].reduce((past, id, index) => past.and(dispatch(secretary(), company(id)), at(`2026-07-06 1${String(index + 1)}:00`)), community);
    expect(passed.demand).to.deep.include({ tier: 'street', holder: 'street' });
    passed.when(dispatch(dispatcher(), units.urban), '2026-07-07 10:00').then({ type: 'dispatched', assignment: { holder: 'urban' } });
  });
});

describe('a matter whose units were called', () => {
  it('cannot be declared done over their heads', () => {
    const sounding = atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00');
    expect(isSounding(sounding.demand.whistles)).to.be.true;
    sounding.when(finish(dispatcher()), '2026-07-06 12:00').thenRefused('whistle-sounding');
  });
});
