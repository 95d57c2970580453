import { expect } from 'chai';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { StageCondition } from '../../domain/mechanism/stages.ts';
import { stageOf, stagesSeen } from '../../domain/stages.ts';
import { clerk, dispatcher, gridWorker, resident, toStreet, units } from '../support/builders.ts';
import { report } from '../support/builders.ts';
import { answer, escalate, feedBack, finish, reportIn, take, whistle } from '../support/commands.ts';
import { given, registered, type Past } from '../support/given.ts';
import { at } from '../support/local-time.ts';

const stage = (id: string, ...when: StageCondition[]): Mechanism['stages'][number] => ({ id, name: { 'zh-CN': id, en: id }, when });
const sixSteps = {
  stages: [
    stage('prepare', 'registered'),
    stage('call', 'whistled'),
    stage('attend', 'reported-in'),
    stage('tell', 'fed-back'),
    stage('judge', 'done'),
    stage('answer', 'rated', 'closed', 'withdrawn', 'merged'),
  ],
};

const here = (past: Past) => stageOf(sixSteps, past.demand)?.id;
const states = (past: Past) => stagesSeen(sixSteps, past.demand, past.events).map(({ state }) => state[0]).join('');

describe('the steps of a district\'s method', () => {
  const begun = given(registered(report({ to: toStreet })));

  it('are gone through one after the other, by one that calls two units', () => {
    const called = begun.and(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 11:00');
    const one = called.and(reportIn(clerk(units.water)), '2026-07-06 12:00');
    const told = one.and(feedBack(clerk(units.water)), '2026-07-06 13:00');
    const other = told.and(reportIn(clerk(units.parks)), '2026-07-06 14:00');
    const done = other.and(finish(clerk(units.parks)), '2026-07-06 15:00').and(finish(clerk(units.water)), '2026-07-06 16:00');
    const closed = done.and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-06 17:00');
    expect([begun, called, one, told, other, done, closed].map(here)).to.deep.equal(['prepare', 'call', 'attend', 'tell', 'tell', 'judge', 'answer']);
    expect([begun, told, closed].map(states)).to.deep.equal(['cccccc', 'pppccc', 'pppppc']);
    expect(stagesSeen(sixSteps, closed.demand, closed.events).map(({ at: since }) => since)).to.deep.equal(['10:00', '11:00', '12:00', '13:00', '16:00', '17:00'].map((time) => at(`2026-07-06 ${time}`)));
  });

  it('are left out where nobody had to be called', () => {
    const done = begun.and(take(dispatcher()), '2026-07-06 11:00').and(finish(dispatcher()), '2026-07-06 12:00');
    expect(stagesSeen(sixSteps, done.demand, done.events).map(({ state }) => state)).to.deep.equal(['passed', 'skipped', 'skipped', 'skipped', 'current', 'coming']);
  });

  it('begin again when the matter is opened again, without the whistles of before', () => {
    const done = begun.and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00').and(finish(clerk(units.water)), '2026-07-06 16:00');
    const again = done.and(answer(resident(), { satisfied: 'dissatisfied' }), '2026-07-06 17:00');
    expect([here(done), here(again)]).to.deep.equal(['judge', 'prepare']);
    expect(stagesSeen(sixSteps, again.demand, again.events).map(({ at: since }) => since)).to.deep.equal([at('2026-07-06 10:00'), undefined, undefined, undefined, undefined, undefined]);
    const called = again.and(whistle(dispatcher(), 'daily', units.water), '2026-07-07 11:00');
    expect([here(called), states(called)]).to.deep.equal(['call', 'pccccc']);
  });

  it('do not go back while a matter goes up a tier', () => {
    const up = given(registered()).and(take(gridWorker()), '2026-07-06 11:00').and(escalate(gridWorker(), { to: toStreet }), '2026-07-06 12:00');
    expect(here(up)).to.equal('prepare');
  });
});
