import { expect } from 'chai';
import { clerk, dispatcher, leader, report, streetSecretary, toStreet, units } from '../../support/builders.ts';
import { resident } from '../../support/builders.ts';
import { approve, dispatch, escalate, exclude, extend, finish, reportIn, sound, whistle, withdraw } from '../../support/commands.ts';
import { givenBy, latest, registered, type Past } from '../../support/given.ts';
import { approvedBy, committeeDecides, secretaryAgrees } from '../../support/whistle-rules.ts';

const water = clerk(units.water);
const begun = (approval = secretaryAgrees, over = {}) => {
  const rules = approvedBy(approval);
  return givenBy(rules, registered(report({ to: toStreet, ...over }), '2026-07-06 10:00', rules));
};
const prepared = (approval = secretaryAgrees) => begun(approval).and(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 11:00');
const decided = () => prepared(committeeDecides).and(approve(streetSecretary()), '2026-07-06 11:30');
const soundedFirst = () => begun().and(whistle(dispatcher(), 'urgent', units.water), '2026-07-06 11:00');
const request = ({ demand }: Past) => demand.requests?.[0];
const clocks = ({ demand }: Past) => demand.clocks.map(({ id }) => id);

describe('a whistle that the secretary must agree to', () => {
  it('is prepared, and calls nobody and starts no clock of theirs until it is agreed to', () => {
    begun()
      .when(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 11:00')
      .then({ type: 'whistle-prepared', by: 'lin', request: { id: 'q1', status: 'waiting', chain: 'street-to-departments', kind: 'daily', unit: 'street', called: [{ unit: 'water', role: 'lead' }, { unit: 'parks', role: 'assist' }], approver: { unit: 'street', roles: ['secretary'] } } });
    expect(prepared().demand.whistles).to.deep.equal([]);
    expect(clocks(prepared())).to.deep.equal(['take-up', 'solve', 'approval:q1']);
    expect(latest(prepared())).to.deep.equal(['approval-asked > street(secretary)']);
    prepared().when(reportIn(water), '2026-07-06 11:10').thenRefused('not-called');
  });

  it('sounds when it is agreed to, with clocks from then', () => {
    prepared().when(approve(streetSecretary()), '2026-07-06 14:00').then({ type: 'approval-decided', by: 'shu', request: 'q1', agreed: true }, { type: 'whistled', whistle: { caller: 'street', request: 'q1', callees: [{ unit: 'water' }, { unit: 'parks' }] } });
    const after = prepared().and(approve(streetSecretary()), '2026-07-06 14:00');
    expect(after.demand.whistles[0]?.callees[0]?.calledAt).to.deep.equal(after.demand.requests?.[0]?.decision?.at);
    expect(request(after)).to.deep.include({ status: 'sounded', whistle: 'w1' });
    expect(clocks(after)).to.not.include('approval:q1');
    expect(latest(after)).to.include.members(['approval-given > street', 'called-lead > water', 'called-assist > parks']);
  });

  it('is dropped with the reason when it is not, and the matter stays where it is', () => {
    const refused = prepared().and({ ...approve(streetSecretary(), false), reason: '先由科室处理' }, '2026-07-06 14:00');
    expect(request(refused)).to.deep.include({ status: 'refused' });
    expect(request(refused)?.decision).to.deep.include({ by: 'shu', agreed: false, reason: '先由科室处理' });
    expect([refused.demand.holder, refused.demand.phase.status, refused.demand.whistles.length]).to.deep.equal(['street', 'waiting', 0]);
    expect(latest(refused)).to.deep.equal(['approval-refused > street']);
    refused.when(whistle(dispatcher(), 'daily', units.water), '2026-07-06 15:00').then({ type: 'whistle-prepared', request: { id: 'q2' } });
  });

  it('is agreed to by nobody else', () => {
    prepared().when(approve(dispatcher()), '2026-07-06 14:00').thenRefused('nothing-to-approve');
    prepared().when(approve({ ...streetSecretary(), unit: units.ginkgo }), '2026-07-06 14:00').thenRefused('nothing-to-approve');
  });

  it('sounds at once when the secretary whistles', () => {
    begun().when(whistle(streetSecretary(), 'daily', units.water), '2026-07-06 11:00').then({ type: 'whistle-prepared', request: { status: 'sounded', decision: { by: 'shu', agreed: true } } }, { type: 'whistled' });
    expect(latest(begun().and(whistle(streetSecretary(), 'daily', units.water), '2026-07-06 11:00'))).to.not.include('approval-asked > street(secretary)');
  });

  it('is not prepared twice, but an urgent one does not wait for it', () => {
    prepared().when(whistle(dispatcher(), 'daily', units.traffic), '2026-07-06 11:30').thenRefused('request-waiting');
    const urgent = prepared().and(whistle(dispatcher(), 'urgent', units.traffic), '2026-07-06 11:30');
    expect(urgent.demand.requests?.map(({ status }) => status)).to.deep.equal(['overtaken', 'waiting']);
  });

  it('is overtaken by whatever else becomes of the matter', () => {
    const status = (past: Past) => request(past)?.status;
    expect(status(prepared().and(dispatch(dispatcher(), units.urban), '2026-07-06 12:00'))).to.equal('overtaken');
    expect(status(prepared().and(finish(dispatcher()), '2026-07-06 12:00'))).to.equal('overtaken');
    expect(status(prepared().and(escalate(dispatcher()), '2026-07-06 12:00'))).to.equal('overtaken');
    expect(status(prepared().and(withdraw(resident()), '2026-07-06 12:00'))).to.equal('overtaken');
  });
});

describe('when nobody answers in time', () => {
  it('who is to agree is reminded half-way', () => {
    expect(prepared().until('2026-07-06 13:30').told.map(({ notice }) => `${notice.name} > ${'unit' in notice.to ? notice.to.unit : ''}`)).to.include('remind > street');
  });

  it('it is dropped, where the chain says so', () => {
    const late = prepared().until('2026-07-06 15:30');
    expect(request(late)?.status).to.equal('lapsed');
    expect(late.demand.whistles).to.deep.equal([]);
    late.when(approve(streetSecretary()), '2026-07-06 15:40').thenRefused('nothing-to-approve');
  });

  it('or sounds all the same', () => {
    const late = prepared({ ...secretaryAgrees, passed: 'sounds' }).until('2026-07-06 15:30');
    expect([request(late)?.status, late.demand.whistles[0]?.status]).to.deep.equal(['sounded', 'sounding']);
    expect(request(late)?.decision).to.be.undefined;
    expect(late.told.map(({ notice }) => notice.name)).to.include.members(['approval-silent', 'called-lead']);
  });

  it('or is put before the unit above, and dropped when that is silent too', () => {
    const above = prepared({ ...secretaryAgrees, passed: 'above' }).until('2026-07-06 15:30');
    expect(request(above)?.approver.unit).to.equal('district');
    above.when(approve({ ...leader(), roles: ['secretary'] }), '2026-07-06 16:00').then({ type: 'approval-decided', unit: 'district', agreed: true }, { type: 'whistled', whistle: { caller: 'street' } });
    expect(request(above.until('2026-07-06 23:00'))?.status).to.equal('lapsed');
  });
});

describe('where one decides and another whistles', () => {
  it('both acts are recorded, and nothing sounds between them', () => {
    expect(request(decided())).to.deep.include({ status: 'agreed' });
    expect(decided().demand.whistles).to.deep.equal([]);
    expect(latest(decided())).to.deep.equal(['sound-asked > street(dispatcher)']);
    const sounded = decided().and(sound(dispatcher('tan')), '2026-07-06 12:00');
    expect(request(sounded)).to.deep.include({ status: 'sounded', soundedBy: 'tan', by: 'lin', whistle: 'w1' });
    expect(request(sounded)?.decision?.by).to.equal('shu');
    expect(sounded.events.map(({ type, by }) => `${type} ${by}`).slice(1)).to.deep.equal(['whistle-prepared lin', 'approval-decided shu', 'whistled tan']);
  });

  it('neither does the other\'s', () => {
    decided().when(sound(streetSecretary()), '2026-07-06 12:00').thenRefused('not-your-act');
    prepared(committeeDecides).when(sound(dispatcher()), '2026-07-06 12:00').thenRefused('request-waiting');
    begun(committeeDecides).when(sound(dispatcher()), '2026-07-06 12:00').thenRefused('nothing-to-sound');
  });

  it('what is not sounded in time is dropped', () => expect(request(decided().until('2026-07-06 16:00'))?.status).to.equal('lapsed'));
});

describe('an urgent whistle', () => {
  it('may sound first and be confirmed after', () => {
    expect(soundedFirst().demand.whistles[0]?.status).to.equal('sounding');
    expect(request(soundedFirst())).to.deep.include({ status: 'waiting', whistle: 'w1' });
    expect(latest(soundedFirst())).to.include('approval-confirm > street(secretary)');
    const confirmed = soundedFirst().and(approve(streetSecretary()), '2026-07-06 12:00');
    expect(request(confirmed)).to.deep.include({ status: 'sounded', whistle: 'w1' });
    expect(latest(confirmed)).to.deep.equal(['approval-confirmed > street']);
  });

  it('is called off when it is not confirmed, and its caller has the matter again', () => {
    const off = soundedFirst().and(approve(streetSecretary(), false), '2026-07-06 12:00');
    expect([off.demand.whistles[0]?.status, off.demand.holder, off.demand.phase.status, request(off)?.status]).to.deep.equal(['cancelled', 'street', 'waiting', 'refused']);
    expect(latest(off)).to.include('whistle-cancelled > water');
  });

  it('goes on when nobody confirms it, and that stays visible', () => {
    const late = soundedFirst().until('2026-07-06 15:30');
    expect([late.demand.whistles[0]?.status, request(late)?.status]).to.deep.equal(['sounding', 'lapsed']);
  });

  it('waits too, where the chain says so', () => expect(begun({ ...secretaryAgrees, urgent: 'before' }).and(whistle(dispatcher(), 'urgent', units.water), '2026-07-06 11:00').demand.whistles).to.deep.equal([]));
});

describe('when several things wait for one person', () => {
  const secretary = { ...streetSecretary(), roles: ['secretary' as const, 'dispatcher' as const] };
  const both = () => prepared().and(exclude(dispatcher()), '2026-07-06 11:10');

  it('it must be said which is meant', () => {
    both().when(approve(secretary), '2026-07-06 12:00').thenRefused('which-approval');
    both().when(approve(secretary, true, 'exclusion'), '2026-07-06 12:00').then({ type: 'exclusion-decided', agreed: true });
    both().when(approve(secretary, true, 'approval:q1'), '2026-07-06 12:00').then({ type: 'approval-decided' }, { type: 'whistled' });
    both().when(approve(secretary, true, 'dispute'), '2026-07-06 12:00').thenRefused('nothing-to-approve');
  });

  it('two units that ask for more time are told apart', () => {
    const asked = prepared().and(approve(streetSecretary()), '2026-07-06 12:00').and(extend(water), '2026-07-06 13:00').and(extend(clerk(units.parks)), '2026-07-06 13:10');
    asked.when(approve(dispatcher()), '2026-07-06 14:00').thenRefused('which-approval');
    asked.when(approve(dispatcher(), true, 'extension:w1:parks'), '2026-07-06 14:00').then({ type: 'extension-decided', unit: 'parks', granted: true });
  });
});
