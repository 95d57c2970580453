import { expect } from 'chai';
import type { Answers } from '../../../domain/revisit.ts';
import { clerk, dispatcher, gridWorker, leader, placeless, report, resident, secretary, toStreet, units } from '../../support/builders.ts';
import { absorb, answer, approve, declineRevisit, finish, giveReason, locate, release, support, take, tick, whistle, withdraw } from '../../support/commands.ts';
import { given, registered, type Past } from '../../support/given.ts';
import { at, said } from '../../support/local-time.ts';

const raised = () => given(registered());
const doneAt = (when: string, from: Past = raised()) => from.and(finish(gridWorker(), '已修好'), when);
const asked = () => doneAt('2026-07-06 12:00').and(tick('wang'), '2026-07-06 14:00');
const revisit = ({ demand }: Past, no = 'D1') => demand.reporters.find((one) => one.no === no)!.revisit;
const yes: Answers = { contacted: 'yes', solved: 'solved', satisfied: 'satisfied' };
const no: Answers = { satisfied: 'dissatisfied' };

/** Wang is asked about what was done, and is dissatisfied. */
function dissatisfied(past: Past, when: string): Past {
  const due = past.and(finish(gridWorker()), when);
  const planned = revisit(due);
  if (planned.state !== 'planned') throw new Error('Nobody is to be asked');
  return due.and(tick('wang'), planned.next).and(answer(resident(), no), planned.next);
}

describe('a revisit', () => {
  const planned: [done: string, asked: string, why: string][] = [
    ['2026-07-06 12:00', '2026-07-06 14:00', 'two hours after it is done'],
    ['2026-07-06 18:59', '2026-07-06 20:59', 'in the evening while it is not yet quiet'],
    ['2026-07-06 19:00', '2026-07-07 08:30', 'on the next morning when that is in the quiet hours'],
    ['2026-07-06 23:50', '2026-07-07 08:30', 'on the morning after midnight'],
    ['2026-07-07 05:00', '2026-07-07 08:30', 'not before the quiet hours are over'],
    ['2026-07-07 06:30', '2026-07-07 08:30', 'at the minute when the quiet hours are over'],
    ['2026-07-10 20:00', '2026-07-11 08:30', 'on a Saturday too'],
  ];
  for (const [done, when, why] of planned) {
    it(`is asked for ${why}: ${done} → ${when}`, () => expect(revisit(doneAt(done))).to.deep.equal({ state: 'planned', round: 1, next: at(when) }));
  }

  it('is asked when it is due, with a reminder in 24 hours and an end in 72', () => {
    doneAt('2026-07-06 12:00').when(tick('wang'), '2026-07-06 14:00').then({ type: 'revisit-asked', by: 'clock', no: 'D1', next: at('2026-07-07 14:00'), expiresAt: at('2026-07-09 14:00') });
    doneAt('2026-07-06 12:00').when(tick('wang'), '2026-07-06 13:59').thenNothing();
  });

  it('that is noticed late is still not asked in the quiet hours', () => {
    doneAt('2026-07-06 12:00').when(tick('wang'), '2026-07-06 23:00').then({ type: 'revisit-postponed', no: 'D1', next: at('2026-07-07 08:30') });
    asked().when(tick(), '2026-07-08 03:00').then({ type: 'revisit-postponed', no: 'D1', next: at('2026-07-08 08:30') });
  });

  it('waits for the next morning when the person was asked something today', () => {
    doneAt('2026-07-06 12:00').when(tick(), '2026-07-06 14:00').then({ type: 'revisit-postponed', no: 'D1', next: at('2026-07-07 08:30') });
    const postponed = doneAt('2026-07-06 12:00').and(tick(), '2026-07-06 14:00');
    postponed.when(tick('wang'), '2026-07-06 20:00').thenNothing();
    postponed.when(tick('wang'), '2026-07-07 08:30').then({ type: 'revisit-asked' });
  });

  it('asks a person with two numbers about one a day', () => {
    const twice = raised().and(absorb(gridWorker(), 'D7', { no: 'D7', person: 'wang', source: 'resident-chat', at: at('2026-07-06 10:30'), words: '…' }), '2026-07-06 11:00');
    doneAt('2026-07-06 12:00', twice).when(tick('wang'), '2026-07-06 14:00').then({ type: 'revisit-asked', no: 'D1' }, { type: 'revisit-postponed', no: 'D7', next: at('2026-07-07 08:30') });
  });

  it('is asked of everybody who still waits, and not of who has left', () => {
    const three = raised().and(support('zhao', 'D2'), '2026-07-06 11:00').and(support('qian', 'D3'), '2026-07-06 11:10').and(withdraw(resident('zhao'), 'D2'), '2026-07-06 11:20');
    doneAt('2026-07-06 12:00', three).when(tick('wang', 'zhao', 'qian'), '2026-07-06 14:00').then({ type: 'revisit-asked', no: 'D1' }, { type: 'revisit-asked', no: 'D3' });
  });

  it('is reminded of once', () => {
    asked().when(tick(), '2026-07-07 14:00').then({ type: 'revisit-reminded', no: 'D1' });
    asked().and(tick(), '2026-07-07 14:00').when(tick(), '2026-07-08 14:00').thenNothing();
  });

  it('goes to the call-back list after 72 hours, and the matter is closed but open to an answer', () => {
    const expired = asked().and(tick(), '2026-07-07 14:00');
    expired.when(tick(), '2026-07-09 14:00').then({ type: 'revisit-expired', no: 'D1' }, { type: 'closed', by: 'clock' });
    const listed = expired.and(tick(), '2026-07-09 14:00');
    expect(revisit(listed)).to.deep.equal({ state: 'call-back', round: 1, since: at('2026-07-09 14:00'), answers: {} });
    expect(listed.demand.ratings).to.deep.equal([]);
  });

  it('that is refused is over: nothing is scored, nobody is reminded or called, and it may still be said to be unsolved', () => {
    asked().when(declineRevisit(resident()), '2026-07-06 15:00').then({ type: 'revisit-declined', no: 'D1' }, { type: 'closed' });
    const refused = asked().and(declineRevisit(resident()), '2026-07-06 15:00');
    expect(revisit(refused)).to.include({ state: 'answered', wantsReason: false });
    expect(refused.demand.ratings).to.deep.equal([]);
    refused.when(tick(), '2026-07-09 14:00').thenNothing();
    refused.when(answer(resident(), { satisfied: 'dissatisfied' }), '2026-07-07 10:00').then({ type: 'rated' }, { type: 'reopened' });
    refused.when(declineRevisit(resident()), '2026-07-07 10:00').thenRefused('no-revisit');
    asked().when(declineRevisit(resident('zhao')), '2026-07-06 15:00').thenRefused('not-yours');
  });

  it('that slept through all its times expires at once', () => {
    asked().when(tick(), '2026-07-20 10:00').then({ type: 'revisit-expired' }, { type: 'closed' });
  });
});

describe('the answer to a revisit', () => {
  it('keeps what is said beside one question as the reason, until another is given', () => {
    const rude = asked().and(answer(resident(), { solved: 'solved' }, { reason: '态度很差' }), '2026-07-06 15:00');
    rude.when(answer(resident(), { satisfied: 'basically' }), '2026-07-06 15:01').then({ type: 'rated', reason: '态度很差' }, { type: 'closed' });
    rude.when(answer(resident(), { satisfied: 'basically' }, { reason: '来得太晚' }), '2026-07-06 15:01').then({ type: 'rated', reason: '来得太晚' }, { type: 'closed' });
    const upset = rude.and(answer(resident(), no), '2026-07-06 15:01');
    expect(upset.latest.map(({ notice }) => notice.name)).to.include('thanks-dissatisfied').and.not.include('thanks-reason-wanted');
    rude.and(tick('wang'), '2026-07-20 10:00').when(answer(secretary(), { satisfied: 'basically' }), '2026-07-20 11:00').then({ type: 'rated', by: secretary().person, reason: '态度很差' });
  });

  it('may come question by question', () => {
    asked().when(answer(resident(), { contacted: 'yes' }), '2026-07-06 15:00').then({ type: 'revisit-answered', no: 'D1', answers: { contacted: 'yes' } });
    const two = asked().and(answer(resident(), { contacted: 'yes' }), '2026-07-06 15:00').and(answer(resident(), { solved: 'partly' }), '2026-07-06 15:01');
    two.when(answer(resident(), { satisfied: 'basically' }), '2026-07-06 15:02').then({ type: 'rated', by: 'wang' }, { type: 'closed' });
    expect(two.and(answer(resident(), { satisfied: 'basically' }), '2026-07-06 15:02').demand.ratings).to.deep.equal([
      { by: 'reporter', no: 'D1', round: 1, at: at('2026-07-06 15:02'), answers: { contacted: 'yes', solved: 'partly', satisfied: 'basically' }, reason: undefined },
    ]);
  });

  it('may be the last question at once', () => {
    const rated = asked().and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-06 15:00');
    expect(rated.demand.phase).to.deep.include({ status: 'closed', doneAt: at('2026-07-06 12:00'), unit: 'ginkgo', result: '已修好' });
    expect(rated.demand.ratings[0]?.answers).to.deep.equal({ satisfied: 'satisfied' });
  });

  it('keeps what was said before it expired', () => {
    const late = asked().and(answer(resident(), { contacted: 'yes' }), '2026-07-06 15:00').until('2026-07-09 15:00').and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-09 16:00');
    expect(late.demand.ratings[0]?.answers).to.deep.equal({ contacted: 'yes', satisfied: 'satisfied' });
  });

  it('may be taken down by the community that calls back, and is marked so', () => {
    const listed = asked().until('2026-07-10 09:00');
    const called = listed.and(answer(secretary(), yes), '2026-07-10 10:00');
    expect(called.demand.ratings).to.deep.include.members([{ by: 'call-back', no: 'D1', round: 1, at: at('2026-07-10 10:00'), answers: yes, reason: undefined }]);
  });

  it('opens the matter again when the call-back finds it undone, but not when it comes a week after the end', () => {
    const listed = asked().until('2026-07-10 09:00');
    const undone = answer(secretary(), { contacted: 'yes', solved: 'unsolved', satisfied: 'dissatisfied' });
    listed.when(undone, '2026-07-10 10:00').then({ type: 'rated' }, { type: 'reopened' });
    listed.when(undone, '2026-07-20 10:00').then({ type: 'rated' });
  });

  it('is never taken down by those who were called or have nothing to do with it', () => {
    const listed = asked().until('2026-07-10 09:00');
    listed.when(answer(clerk(units.water), yes), '2026-07-10 10:00').thenRefused('not-yours');
    asked().when(answer(resident('zhao'), yes), '2026-07-06 15:00').thenRefused('not-yours');
    const byWater = given(registered(report({ to: toStreet }))).and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').and(finish(clerk(units.water)), '2026-07-06 12:00').and(tick('wang'), '2026-07-06 14:00');
    byWater.when(answer(clerk(units.water), yes), '2026-07-06 15:00').thenRefused('not-yours');
  });

  it('may be taken down by the holder where no place tells a community', () => {
    const nowhere = given(registered(placeless({ to: toStreet }))).and(tick(), '2026-07-07 10:00').and(finish(dispatcher()), '2026-07-07 11:00').and(tick('wang'), '2026-07-07 13:00');
    nowhere.when(answer(dispatcher(), yes), '2026-07-07 14:00').then({ type: 'rated' }, { type: 'closed' });
  });

  it('may come before the question, from the reporter and as a whole, who then is not asked', () => {
    const done = doneAt('2026-07-06 12:00');
    done.when(answer(resident(), { satisfied: 'dissatisfied' }), '2026-07-06 12:30').then({ type: 'rated' }, { type: 'reopened' });
    done.when(answer(resident(), { contacted: 'yes' }), '2026-07-06 12:30').thenRefused('no-revisit');
    done.when(answer(secretary(), yes), '2026-07-06 12:30').thenRefused('no-revisit');
    expect(done.and(answer(resident(), yes), '2026-07-06 12:30').until('2026-07-09 12:00').demand.phase.status).to.equal('closed');
  });

  it('is about what was done, and given once', () => {
    raised().when(answer(resident(), yes), '2026-07-06 11:00').thenRefused('no-revisit');
    asked().and(answer(resident(), yes), '2026-07-06 15:00').when(answer(resident(), yes), '2026-07-06 16:00').thenRefused('no-revisit');
    asked().when(answer(resident(), yes, { no: 'D9' }), '2026-07-06 15:00').thenRefused('not-yours');
  });
});

describe('several reporters', () => {
  const two = () => doneAt('2026-07-06 12:00', raised().and(support('zhao', 'D2'), '2026-07-06 11:00')).and(tick('wang', 'zhao'), '2026-07-06 14:00');

  it('each have answers of their own, and the last one closes the matter', () => {
    two().when(answer(resident(), yes), '2026-07-06 15:00').then({ type: 'rated', no: 'D1' });
    two().and(answer(resident(), yes), '2026-07-06 15:00').when(answer(resident('zhao'), { satisfied: 'basically' }, { no: 'D2' }), '2026-07-06 16:00').then({ type: 'rated', no: 'D2' }, { type: 'closed' });
  });

  it('cannot answer for one another', () => {
    two().when(answer(resident('zhao'), yes), '2026-07-06 15:00').thenRefused('not-yours');
  });

  it('are closed when the one answers and the other cannot be reached', () => {
    two().and(answer(resident(), yes), '2026-07-06 15:00').and(tick(), '2026-07-07 14:00').when(tick(), '2026-07-09 14:00').then({ type: 'revisit-expired', no: 'D2' }, { type: 'closed' });
    two().and(tick(), '2026-07-07 14:00').and(tick(), '2026-07-09 14:00').when(answer(resident(), yes), '2026-07-09 15:00').then({ type: 'rated' });
  });

  it('are all asked again after a redo, and what they said stays on record', () => {
    const reopened = two().and(answer(resident('zhao'), yes, { no: 'D2' }), '2026-07-06 15:00').and(answer(resident(), no), '2026-07-06 16:00');
    const again = reopened.and(finish(gridWorker()), '2026-07-07 12:00').and(tick('wang', 'zhao'), '2026-07-07 14:00');
    expect(['D1', 'D2'].map((one) => revisit(again, one).state)).to.deep.equal(['asked', 'asked']);
    const answered = again.and(answer(resident('zhao'), yes, { no: 'D2' }), '2026-07-07 15:00').and(answer(resident(), yes), '2026-07-07 16:00');
    expect(answered.demand.ratings.map(({ no: number, round, answers }) => `${number} ${String(round)} ${String(answers.satisfied)}`)).to.deep.equal(['D2 1 satisfied', 'D1 1 dissatisfied', 'D2 2 satisfied', 'D1 2 satisfied']);
  });

  it('are not asked any more for the round before once it is reopened', () => {
    const reopened = two().and(answer(resident(), no), '2026-07-06 16:00');
    expect(revisit(reopened, 'D2').state).to.equal('none');
    reopened.when(answer(resident('zhao'), yes, { no: 'D2' }), '2026-07-06 17:00').thenRefused('no-revisit');
  });

  it('do not keep the matter open by leaving it', () => {
    const joined = raised().and(absorb(gridWorker(), 'D7', { no: 'D7', person: 'zhao', source: 'resident-chat', at: at('2026-07-06 10:30'), words: '…' }), '2026-07-06 11:00');
    const waiting = doneAt('2026-07-06 12:00', joined).and(tick('wang', 'zhao'), '2026-07-06 14:00').and(answer(resident(), yes), '2026-07-06 15:00');
    waiting.when(release(gridWorker(), 'D7'), '2026-07-06 16:00').then({ type: 'released' }, { type: 'closed' });
  });
});

describe('a dissatisfied reporter', () => {
  it('reopens the matter with the reason, back to who had it, with fresh limits', () => {
    asked().when(answer(resident(), no, { reason: '灯又灭了' }), '2026-07-06 15:00').then(
      { type: 'rated', no: 'D1', reason: '灯又灭了' },
      { type: 'reopened', no: 'D1', reason: '灯又灭了', assignment: { tier: 'community', holder: 'ginkgo', clocks: [{ kind: 'take-up', from: at('2026-07-06 15:00') }, { kind: 'solve' }] } },
    );
    expect(dissatisfied(raised(), '2026-07-06 12:00').demand).to.deep.include({ redos: 1, round: 2, phase: { status: 'waiting', since: at('2026-07-06 14:00') } });
  });

  it('may give the reason afterwards, once', () => {
    const reopened = dissatisfied(raised(), '2026-07-06 12:00');
    reopened.when(giveReason(resident(), '灯又灭了'), '2026-07-06 15:00').then({ type: 'reason-given', no: 'D1', reason: '灯又灭了' });
    const given = reopened.and(giveReason(resident(), '灯又灭了'), '2026-07-06 15:00');
    expect(given.demand.ratings.at(-1)?.reason).to.equal('灯又灭了');
    given.when(giveReason(resident(), '还有'), '2026-07-06 16:00').thenRefused('not-asked-reason');
    reopened.when(giveReason(resident('zhao'), '…'), '2026-07-06 15:00').thenRefused('not-yours');
    raised().when(giveReason(resident(), '…'), '2026-07-06 15:00').thenRefused('not-asked-reason');
    asked().and(answer(resident(), yes), '2026-07-06 15:00').when(giveReason(resident(), '…'), '2026-07-06 16:00').thenRefused('not-asked-reason');
    asked().and(answer(resident(), no, { reason: '又灭了' }), '2026-07-06 15:00').when(giveReason(resident(), '…'), '2026-07-06 16:00').thenRefused('not-asked-reason');
  });

  const twice = () => dissatisfied(dissatisfied(raised(), '2026-07-06 12:00'), '2026-07-07 12:00');
  const thrice = () => dissatisfied(twice(), '2026-07-08 12:00');

  it('reopens it twice; the third time a person at the street decides', () => {
    expect(twice().demand).to.deep.include({ redos: 2, round: 3 });
    const { demand } = thrice();
    expect(demand.phase).to.deep.include({ status: 'disputed', no: 'D1', since: at('2026-07-08 14:00') });
    expect(demand.clocks.map(({ kind, unit, due }) => `${kind} ${unit} ${said(due)}`)).to.deep.equal(['dispute street 2026-07-09 14:00']);
    expect(demand.ratings.map(({ answers }) => answers.satisfied)).to.deep.equal(['dissatisfied', 'dissatisfied', 'dissatisfied']);
  });

  it('is heard: the third redo goes up a tier', () => {
    thrice().when(approve(dispatcher()), '2026-07-09 10:00').then({ type: 'reopened', by: 'lin', no: undefined, assignment: { tier: 'street', holder: 'street', grade: 'B' } });
  });

  it('is not heard: the matter is closed as it was done', () => {
    const closed = thrice().and(approve(dispatcher(), false), '2026-07-09 10:00');
    expect(closed.demand.phase).to.deep.include({ status: 'closed', at: at('2026-07-09 10:00'), doneAt: at('2026-07-08 12:00'), by: 'zhou', unit: 'ginkgo', result: '已修好' });
  });

  it('is decided on by the street alone', () => {
    thrice().when(approve(secretary()), '2026-07-09 10:00').thenRefused('nothing-to-approve');
    thrice().when(approve(leader()), '2026-07-09 10:00').thenRefused('nothing-to-approve');
    thrice().when(take(gridWorker()), '2026-07-09 10:00').thenRefused('not-in-hand');
  });

  it('goes no further up than who solves anything', () => {
    const districts = given(registered(report({ to: { tier: 'district', unit: 'district' } })));
    const round = (past: Past, when: string) => past.and(finish(leader()), when).until(when.replace('12:00', '14:00'), 'wang').and(answer(resident(), no), when.replace('12:00', '15:00'));
    const third = ['2026-07-06 12:00', '2026-07-07 12:00', '2026-07-08 12:00'].reduce(round, districts);
    third.when(approve(dispatcher()), '2026-07-09 10:00').then({ type: 'reopened', assignment: { tier: 'district', holder: 'district' } });
  });

  it('reopens what was closed when they are called back', () => {
    const listed = asked().until('2026-07-10 09:00');
    expect(listed.demand.phase.status).to.equal('closed');
    listed.when(answer(secretary(), no, { reason: '没人来' }), '2026-07-10 10:00').then({ type: 'rated' }, { type: 'reopened', assignment: { holder: 'ginkgo' } });
  });

  it('may find it out later, within the time for it, and is heard as one who says so when asked', () => {
    const closed = asked().and(answer(resident(), yes), '2026-07-06 15:00');
    closed.when(answer(resident(), no, { reason: '还是没扫' }), '2026-07-11 15:00').then({ type: 'rated', no: 'D1', answers: no, reason: '还是没扫' }, { type: 'reopened', no: 'D1', assignment: { holder: 'ginkgo' } });
    const reopened = closed.and(answer(resident(), no), '2026-07-11 15:00');
    expect(reopened.demand.ratings.map(({ answers }) => answers.satisfied)).to.deep.equal(['satisfied', 'dissatisfied']);
    closed.when(answer(resident(), no), '2026-07-13 15:01').thenRefused('long-closed');
    closed.when(answer(resident(), yes), '2026-07-07 15:00').thenRefused('no-revisit');
    closed.when(answer(secretary(), no), '2026-07-07 15:00').thenRefused('no-revisit');
  });

  it('does not undo by saying it again what the street has decided', () => {
    thrice().and(approve(dispatcher(), false), '2026-07-09 10:00').when(answer(resident(), no), '2026-07-09 11:00').thenRefused('no-revisit');
  });

  it('counts as dissatisfied even when the redo is praised', () => {
    const praised = dissatisfied(raised(), '2026-07-06 12:00').and(finish(gridWorker()), '2026-07-07 12:00').and(tick('wang'), '2026-07-07 14:00').and(answer(resident(), yes), '2026-07-07 15:00');
    expect(praised.demand.ratings.map(({ answers }) => answers.satisfied)).to.deep.equal(['dissatisfied', 'satisfied']);
    expect(praised.demand.phase.status).to.equal('closed');
  });
});

describe('a matter that nobody waits for any more', () => {
  it('ends when its last reporters are taken out of it', () => {
    const lead = raised().and(absorb(gridWorker(), 'D7', { no: 'D7', person: 'zhao', source: 'resident-chat', at: at('2026-07-06 10:30'), words: '…' }), '2026-07-06 11:00').and(withdraw(resident()), '2026-07-06 11:30');
    lead.when(release(gridWorker(), 'D7'), '2026-07-06 12:00').then({ type: 'released' }, { type: 'withdrawn' });
  });

  it('is not asked about when it was told nowhere', () => {
    const nowhere = given(registered(placeless())).and(locate(resident()), '2026-07-06 10:05').and(withdraw(resident()), '2026-07-06 10:10');
    nowhere.when(tick('wang'), '2026-07-30 10:00').thenNothing();
  });
});
