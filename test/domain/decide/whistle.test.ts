import { expect } from 'chai';
import { clerk, dispatcher, gridWorker, leader, placeless, report, resident, secretary, toStreet, units } from '../../support/builders.ts';
import { absorb, answer, decideObjection, dispatch, escalate, extend, feedBack, finish, mergeInto, object, rateCallee, reportIn, tick, whistle } from '../../support/commands.ts';
import { given, givenBy, registered, type Past } from '../../support/given.ts';
import { said } from '../../support/local-time.ts';
import { wuchang, wuchangWith } from '../../support/rules.ts';

const raised = () => given(registered());
const atStreet = () => given(registered(report({ to: toStreet })));
const called = (kind = 'daily') => atStreet().and(whistle(dispatcher(), kind, units.water, units.parks), '2026-07-06 11:00');
const water = clerk(units.water);
const parks = clerk(units.parks);
const running = ({ demand }: Past) => demand.clocks.map(({ id, due }) => `${id} ${said(due).slice(5)}`);
const callee = ({ demand }: Past, unit: string) => demand.whistles.flatMap(({ callees }) => callees).find((one) => one.unit === unit);

describe('a whistle', () => {
  it('calls a lead and assists, each with clocks of its own, on the chain that joins them', () => {
    atStreet()
      .when(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 11:00')
      .then({
        type: 'whistled',
        by: 'lin',
        whistle: { id: 'w1', chain: 'street-to-departments', kind: 'daily', caller: 'street', status: 'sounding', urgent: false, callees: [{ unit: 'water', role: 'lead', status: 'called' }, { unit: 'parks', role: 'assist' }] },
      });
    expect(running(called())).to.deep.equal([
      'report-in:w1:water 07-08 11:00', 'feedback:w1:water 07-09 11:00', 'finish:w1:water 07-15 11:00',
      'report-in:w1:parks 07-08 11:00', 'feedback:w1:parks 07-09 11:00', 'finish:w1:parks 07-15 11:00',
    ]);
  });

  it('gives tough matters a workday to report in and fifteen to finish', () => {
    expect(running(called('tough')).slice(0, 3)).to.deep.equal(['report-in:w1:water 07-07 11:00', 'feedback:w1:water 07-09 11:00', 'finish:w1:water 07-27 11:00']);
  });

  it('gives urgent matters 30 minutes, 2 hours and 24 hours, on a Saturday night too', () => {
    const urgent = given(registered(report({ to: toStreet }))).and(whistle(dispatcher(), 'urgent', units.water), '2026-07-11 23:00');
    expect(running(urgent)).to.deep.equal(['report-in:w1:water 07-11 23:30', 'feedback:w1:water 07-12 01:00', 'finish:w1:water 07-12 23:00']);
    expect(urgent.demand.clocks.every((clock) => clock.urgent)).to.be.true;
  });

  it('keeps the matter with its caller, who has no limit of an own while it sounds', () => {
    expect(called().demand).to.deep.include({ holder: 'street', tier: 'street', grade: 'B' });
    expect(called().demand.phase.status).to.equal('handling');
  });

  it('of the street over a matter of a community makes it the street\'s', () => {
    raised().when(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').then({ type: 'escalated', from: 'ginkgo', why: 'called', assignment: { tier: 'street', holder: 'street', grade: 'B', clocks: [] } }, { type: 'whistled' });
    expect(raised().and(whistle(leader(), 'daily', units.water), '2026-07-06 11:00').demand).to.deep.include({ tier: 'district', holder: 'district', grade: 'C', held: ['ginkgo', 'district'] });
  });

  it('is for dispatchers, of known kinds, over units that the chain leads to, each once', () => {
    const when = '2026-07-06 11:00';
    atStreet().when(whistle(clerk(units.street), 'daily', units.water), when).thenRefused('not-dispatcher');
    atStreet().when(whistle(secretary(), 'daily', units.water), when).thenRefused('not-dispatcher');
    atStreet().when(whistle(resident(), 'daily', units.water), when).thenRefused('not-dispatcher');
    atStreet().when(whistle(dispatcher(), 'loud', units.water), when).thenRefused('no-such-kind');
    atStreet().when(whistle(dispatcher(), 'daily', units.water, units.water), when).thenRefused('unit-twice');
    atStreet().when(whistle(dispatcher(), 'daily', units.cityWater), when).thenRefused('no-chain');
    raised().when(whistle(secretary(), 'daily', units.water), when).thenRefused('no-chain');
    called().when(whistle(dispatcher(), 'daily', units.traffic, units.parks), '2026-07-06 12:00').thenRefused('unit-already-called');
  });

  it('needs a place and a matter that is in hand', () => {
    given(registered(placeless({ to: toStreet }))).when(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').thenRefused('place-missing');
    atStreet().and(finish(dispatcher()), '2026-07-06 11:00').when(whistle(dispatcher(), 'daily', units.water), '2026-07-06 12:00').thenRefused('not-in-hand');
  });

  it('may sound beside another, and calls a unit again once that is done', () => {
    const both = called().and(whistle(dispatcher(), 'daily', units.traffic), '2026-07-06 12:00');
    expect(both.demand.whistles.map(({ id, status }) => `${id} ${status}`)).to.deep.equal(['w1 sounding', 'w2 sounding']);
    expect(running(both)).to.have.length(9);
    both.and(finish(parks), '2026-07-06 13:00').when(whistle(dispatcher(), 'daily', units.parks), '2026-07-06 14:00').then({ type: 'whistled', whistle: { id: 'w3' } });
  });

  it('from the district calls its departments, and the city only one at a time', () => {
    const atDistrict = given(registered(report({ to: { tier: 'district', unit: 'district' } })));
    atDistrict.when(whistle(leader(), 'tough', units.water, units.street), '2026-07-06 11:00').then({ type: 'whistled', whistle: { chain: 'district-to-departments' } });
    atDistrict.when(whistle(leader(), 'tough', units.cityWater), '2026-07-06 11:00').then({ type: 'whistled', whistle: { chain: 'district-to-city' } });
    atDistrict.when(whistle(leader(), 'tough', units.cityWater, { ...units.cityWater, id: 'city-parks' }), '2026-07-06 11:00').thenRefused('one-at-a-time');
    atDistrict.when(whistle(leader(), 'tough', units.cityWater, units.ginkgo), '2026-07-06 11:00').thenRefused('no-chain');
  });
});

describe('a called unit', () => {
  it('reports in, once', () => {
    called().when(reportIn(water), '2026-07-06 12:00').then({ type: 'reported-in', by: 'clerk-water', whistle: 'w1', unit: 'water' });
    const there = called().and(reportIn(water), '2026-07-06 12:00');
    there.when(reportIn(water), '2026-07-06 13:00').thenRefused('already-reported');
    expect(callee(there, 'water')).to.deep.include({ status: 'reported', reportedBy: 'clerk-water' });
    expect(running(there).filter((one) => one.includes('water'))).to.deep.equal(['feedback:w1:water 07-09 11:00', 'finish:w1:water 07-15 11:00']);
  });

  it('that was not called, or is through, does not report in', () => {
    called().when(reportIn(clerk(units.traffic)), '2026-07-06 12:00').thenRefused('not-called');
    called().when(reportIn(resident()), '2026-07-06 12:00').thenRefused('not-called');
    called().and(finish(water), '2026-07-06 12:00').when(reportIn(water), '2026-07-06 13:00').thenRefused('not-called');
  });

  it('reports in by its first word', () => {
    called().when(feedBack(water, '已派人'), '2026-07-06 12:00').then({ type: 'reported-in' }, { type: 'fed-back', whistle: 'w1', unit: 'water', words: '已派人' });
    called().when(finish(water), '2026-07-06 12:00').then({ type: 'reported-in' }, { type: 'finished', unit: 'water' });
  });

  it('has met its feedback with the first one, and may say more', () => {
    const spoken = called().and(feedBack(water), '2026-07-06 12:00');
    expect(running(spoken).filter((one) => one.includes('water'))).to.deep.equal(['finish:w1:water 07-15 11:00']);
    spoken.when(feedBack(water, '还差两米'), '2026-07-07 12:00').then({ type: 'fed-back' });
    expect(said(callee(spoken.and(feedBack(water), '2026-07-07 12:00'), 'water')!.feedbackAt!)).to.equal('2026-07-06 12:00');
  });

  it('is through with its part while others are not', () => {
    const part = called().and(finish(parks, '树已修剪'), '2026-07-06 12:00');
    expect(part.demand.phase.status).to.equal('handling');
    expect(callee(part, 'parks')).to.deep.include({ status: 'done', result: '树已修剪' });
    expect(running(part).some((one) => one.includes('parks'))).to.be.false;
  });

  it('that is the last ends the whistle, and with it the matter, with the lead\'s result', () => {
    called().and(finish(water, '水管已换'), '2026-07-06 12:00')
      .when(finish(parks, '绿化已恢复'), '2026-07-07 12:00')
      .then({ type: 'reported-in' }, { type: 'finished', unit: 'parks' }, { type: 'whistle-ended', whistle: 'w1', cancelled: false, clock: { kind: 'rate', unit: 'street' } }, { type: 'done', unit: 'water', result: '水管已换' });
  });

  it('that is the last does not end the matter while another whistle sounds', () => {
    const both = atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').and(whistle(dispatcher(), 'daily', units.parks), '2026-07-06 11:30');
    both.when(finish(water), '2026-07-06 12:00').then({ type: 'reported-in' }, { type: 'finished' }, { type: 'whistle-ended' });
    expect(both.and(finish(water), '2026-07-06 12:00').and(finish(parks), '2026-07-06 13:00').demand.phase.status).to.equal('done');
  });

  it('leaves only the rating to wait for when all is done', () => {
    expect(running(called().and(finish(water), '2026-07-06 12:00').and(finish(parks), '2026-07-06 13:00'))).to.deep.equal(['rate:w1 07-09 13:00']);
  });
});

describe('an objection of a called unit', () => {
  const objecting = () => called().and(object(water), '2026-07-06 12:00');

  it('stops its clocks and waits a workday for the caller', () => {
    called().when(object(water, '属供电职责'), '2026-07-06 12:00').then({ type: 'objected', unit: 'water', whistle: 'w1', basis: '属供电职责', decide: { unit: 'street' } });
    expect(running(objecting())).to.deep.equal(['report-in:w1:parks 07-08 11:00', 'feedback:w1:parks 07-09 11:00', 'finish:w1:parks 07-15 11:00', 'objection:w1:water 07-07 12:00']);
  });

  it('is made once per unit and demand, and only by one that was called', () => {
    objecting().when(object(water), '2026-07-06 13:00').thenRefused('objected-already');
    objecting().and(decideObjection(dispatcher(), false), '2026-07-06 13:00').when(object(water), '2026-07-06 14:00').thenRefused('objected-already');
    called().when(object(clerk(units.traffic)), '2026-07-06 13:00').thenRefused('nothing-to-object');
    called().when(object(resident()), '2026-07-06 13:00').thenRefused('nothing-to-object');
  });

  it('lets the unit do nothing else until it is decided', () => {
    for (const command of [reportIn(water), feedBack(water), finish(water), extend(water)]) objecting().when(command, '2026-07-06 13:00').thenRefused('objected-already');
  });

  it('that is rejected starts the clocks afresh', () => {
    const rejected = objecting().and(decideObjection(dispatcher(), false), '2026-07-07 09:00');
    expect(running(rejected).slice(3)).to.deep.equal(['report-in:w1:water 07-08 18:00', 'feedback:w1:water 07-09 18:00', 'finish:w1:water 07-15 18:00']);
    expect(callee(rejected, 'water')?.status).to.equal('called');
    expect(said(callee(rejected, 'water')!.doneBy)).to.equal('2026-07-15 18:00');
  });

  it('that is rejected asks for no second report-in or feedback', () => {
    const spoken = called().and(feedBack(water), '2026-07-06 11:30').and(object(water), '2026-07-06 12:00').and(decideObjection(dispatcher(), false), '2026-07-07 09:00');
    expect(running(spoken).slice(3)).to.deep.equal(['finish:w1:water 07-15 18:00']);
    expect(callee(spoken, 'water')?.status).to.equal('reported');
  });

  it('of an assist that is upheld leaves the others at work', () => {
    const without = called().and(object(parks), '2026-07-06 12:00');
    without.when(decideObjection(dispatcher(), true), '2026-07-06 13:00').then({ type: 'objection-decided', unit: 'parks', upheld: true });
    expect(callee(without.and(decideObjection(dispatcher(), true), '2026-07-06 13:00'), 'parks')?.status).to.equal('released');
  });

  it('of the lead that is upheld calls the whistle off and gives the matter back to the caller', () => {
    objecting().when(decideObjection(dispatcher(), true), '2026-07-06 13:00').then({ type: 'objection-decided' }, { type: 'whistle-ended', cancelled: true, clock: undefined }, { type: 'given-back', from: 'water', assignment: { holder: 'street', tier: 'street' } });
    const back = objecting().and(decideObjection(dispatcher(), true), '2026-07-06 13:00');
    expect(back.demand.whistles[0]?.callees.map(({ status }) => status)).to.deep.equal(['released', 'cancelled']);
    expect(running(back)).to.deep.equal(['take-up 07-07 13:00', 'solve 07-13 13:00']);
  });

  it('of the last assist that is upheld ends the whistle as the others left it', () => {
    called().and(object(parks), '2026-07-06 12:00').and(finish(water, '水管已换'), '2026-07-06 13:00')
      .when(decideObjection(dispatcher(), true), '2026-07-06 14:00')
      .then({ type: 'objection-decided' }, { type: 'whistle-ended', cancelled: false }, { type: 'done', unit: 'water', result: '水管已换' });
  });

  it('is decided by the caller', () => {
    objecting().when(decideObjection(gridWorker(), true), '2026-07-06 13:00').thenRefused('not-your-unit');
    objecting().when(decideObjection(dispatcher(), true, 'parks'), '2026-07-06 13:00').thenRefused('no-objection');
    called().when(decideObjection(dispatcher(), true), '2026-07-06 13:00').thenRefused('no-objection');
  });

  it('is picked by its unit where several wait', () => {
    const two = objecting().and(object(parks), '2026-07-06 12:30');
    two.when(decideObjection(dispatcher(), false, 'parks'), '2026-07-06 13:00').then({ type: 'objection-decided', unit: 'parks' });
    two.when(decideObjection(dispatcher(), false), '2026-07-06 13:00').then({ type: 'objection-decided', unit: 'water' });
    const { demand } = two.and(decideObjection(dispatcher(), false, 'parks'), '2026-07-06 13:00');
    expect(demand.objections.map(({ unit, decided }) => `${unit} ${decided ?? 'open'}`)).to.deep.equal(['water open', 'parks rejected']);
  });
});

describe('an objection of an office', () => {
  const urban = clerk(units.urban);
  const dispatched = () => atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00');
  const objecting = () => dispatched().and(object(urban), '2026-07-06 12:00');

  it('stops its limits until the street decides', () => {
    dispatched().when(object(urban), '2026-07-06 12:00').then({ type: 'objected', unit: 'urban', whistle: undefined, decide: { unit: 'street' } });
    expect(running(objecting())).to.deep.equal(['objection:urban 07-07 12:00']);
  });

  it('that is upheld gives the matter back to the street', () => {
    objecting().when(decideObjection(dispatcher(), true), '2026-07-06 13:00').then({ type: 'objection-decided', clocks: [] }, { type: 'given-back', from: 'urban', assignment: { holder: 'street' } });
  });

  it('that is rejected starts both limits again', () => {
    expect(running(objecting().and(decideObjection(dispatcher(), false), '2026-07-06 13:00'))).to.deep.equal(['take-up 07-07 13:00', 'solve 07-13 13:00']);
  });

  it('that is rejected asks nobody to take up again what was taken up', () => {
    const taken = dispatched().and(feedBack(urban), '2026-07-06 11:30').and(object(urban), '2026-07-06 12:00').and(decideObjection(dispatcher(), false), '2026-07-06 13:00');
    expect(running(taken)).to.deep.equal(['solve 07-13 13:00']);
    expect(taken.demand.phase.status).to.equal('handling');
  });

  it('is not open to the place\'s own unit, which calls the tier above instead', () => {
    raised().when(object(gridWorker()), '2026-07-06 11:00').thenRefused('nothing-to-object');
    atStreet().when(object(dispatcher()), '2026-07-06 11:00').thenRefused('nothing-to-object');
  });

  it('is overtaken by a whistle', () => {
    const overtaken = objecting().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 13:00');
    expect(running(overtaken).some((one) => one.startsWith('objection'))).to.be.false;
    overtaken.when(decideObjection(dispatcher(), true), '2026-07-06 14:00').thenRefused('no-objection');
  });
});

describe('the caller\'s rating', () => {
  const ended = () => called().and(finish(water), '2026-07-06 12:00').and(finish(parks), '2026-07-06 13:00');

  it('has a mark for each dimension, or one for all', () => {
    ended().when(rateCallee(dispatcher(), 'water', 5, 4, 5, 3), '2026-07-06 14:00').then({ type: 'callee-rated', whistle: 'w1', callee: 'water', rating: { by: 'lin', unit: 'street', marks: { 'report-in': 5, cooperation: 4, professionalism: 5, responsibility: 3 } } });
    ended().when(rateCallee(dispatcher(), 'water', 4), '2026-07-06 14:00').then({ type: 'callee-rated', rating: { marks: { 'report-in': 4, cooperation: 4, professionalism: 4, responsibility: 4 } } });
  });

  it('is within the scale and complete', () => {
    for (const marks of [[], [0], [6], [4.5], [5, 5], [5, 5, 5, 0], [5, 5, 5, 5, 5]]) ended().when(rateCallee(dispatcher(), 'water', ...marks), '2026-07-06 14:00').thenRefused('wrong-marks');
  });

  it('may be the lowest and the highest of the scale', () => {
    for (const mark of [1, 5]) ended().when(rateCallee(dispatcher(), 'water', mark), '2026-07-06 14:00').then({ type: 'callee-rated' });
  });

  it('is given once, by whoever called, when the unit is done', () => {
    const rated = ended().and(rateCallee(dispatcher(), 'water', 5), '2026-07-06 14:00');
    rated.when(rateCallee(dispatcher(), 'water', 1), '2026-07-06 15:00').thenRefused('rated-already');
    ended().when(rateCallee(gridWorker(), 'water', 5), '2026-07-06 14:00').thenRefused('not-your-unit');
    ended().when(rateCallee(dispatcher(), 'traffic', 5), '2026-07-06 14:00').thenRefused('not-called');
    called().when(rateCallee(dispatcher(), 'water', 5), '2026-07-06 14:00').thenRefused('whistle-not-ended');
  });

  it('stops waiting when every unit has one', () => {
    const half = ended().and(rateCallee(dispatcher(), 'water', 5), '2026-07-06 14:00');
    expect(running(half)).to.deep.equal(['rate:w1 07-09 13:00']);
    expect(running(half.and(rateCallee(dispatcher(), 'parks', 5), '2026-07-06 15:00'))).to.deep.equal([]);
  });

  it('may still be given after the matter is closed', () => {
    const closed = ended().and(tick('wang'), '2026-07-06 15:00').and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-06 16:00');
    expect(closed.demand.phase.status).to.equal('closed');
    closed.when(rateCallee(dispatcher(), 'water', 5), '2026-07-07 10:00').then({ type: 'callee-rated' });
  });

  it('is not hindered by a district without the dimensions of this one', () => {
    const { rateCallees } = wuchang.mechanism;
    const rules = wuchangWith({ rateCallees: { ...rateCallees, dimensions: rateCallees.dimensions.slice(0, 1) } });
    const one = givenBy(rules, registered(report({ to: toStreet }), '2026-07-06 10:00', rules)).and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').and(finish(water), '2026-07-06 12:00');
    one.when(rateCallee(dispatcher(), 'water', 3), '2026-07-06 14:00').then({ type: 'callee-rated', rating: { marks: { 'report-in': 3 } } });
  });
});

describe('while units are called', () => {
  it('the matter is neither merged nor called up', () => {
    called().when(mergeInto(dispatcher(), 'D7'), '2026-07-06 12:00').thenRefused('whistle-sounding');
    called().when(escalate(dispatcher()), '2026-07-06 12:00').thenRefused('whistle-sounding');
  });

  it('others with the same matter may join', () => {
    called().when(absorb(dispatcher(), 'D7', { no: 'D7', person: 'zhao', source: 'resident-chat', at: new Date(0), words: '…' }), '2026-07-06 12:00').then({ type: 'absorbed', from: 'D7' });
  });
});
