import { expect } from 'chai';
import type { DemandCommand, Refusal } from '../../../domain/commands.ts';
import { REFUSALS } from '../../../domain/commands.ts';
import { clerk, dispatcher, gridWorker, leader, member, placeless, report, resident, secretary, streetSecretary, toStreet, units } from '../../support/builders.ts';
import { approve, callPeople, decideObjection, dispatch, escalate, exclude, extend, finish, giveReason, answer, mergeInto, object, press, rateCallee, reportIn, sound, supplement, support, take, tick, unmerge, whistle, withdraw } from '../../support/commands.ts';
import { given, givenBy, registered, type Past } from '../../support/given.ts';
import { guandu } from '../../support/rules.ts';
import { approvedBy, committeeDecides, disciplined, withMembers } from '../../support/whistle-rules.ts';

/** Names that no rule of the domain gives; the edges, which look things up, may. */
const ELSEWHERE = ['no-such-category', 'no-proposal'] as const satisfies readonly Refusal[];

const water = clerk(units.water);
const raised = () => given(registered());
const atStreet = () => given(registered(report({ to: toStreet })));
const atDistrict = () => given(registered(report({ to: { tier: 'district', unit: 'district' } })));
const atCity = () => given(registered(report({ to: { tier: 'city', unit: 'district' } })));
const called = () => atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 10:30');
const objecting = () => called().and(object(water), '2026-07-06 10:40');
const through = () => called().and(finish(water), '2026-07-06 10:40');
const merged = () => raised().and(mergeInto(gridWorker(), 'D9'), '2026-07-06 10:30');
const excluded = () => atStreet().and(exclude(dispatcher()), '2026-07-06 10:30');

const PEOPLE = ['lan', 'mei'];
const ruled = () => givenBy(disciplined, registered(report({ to: toStreet })));
const asking = () => givenBy(asks, registered(report({ to: toStreet }))).and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 10:30');
const asks = approvedBy({ ...committeeDecides, decide: { limit: { unit: 'workdays', amount: 5 }, ladder: 'answer' }, sound: { name: { 'zh-CN': '吹哨', en: 'whistle' }, roles: ['dispatcher'], within: { limit: { unit: 'workdays', amount: 5 }, ladder: 'answer' } } });
const extending = () => called().and(extend(water), '2026-07-06 10:40').and(exclude(leader()), '2026-07-06 10:50');
const summoned = () => givenBy(withMembers, registered()).and(callPeople(secretary(), PEOPLE, { wanted: 1 }), '2026-07-06 10:30');

const carried = () => givenBy(guandu, registered()).and({ type: 'carry', by: gridWorker(), kind: 'deliberation', id: 'd1', start: {} }, '2026-07-06 10:30');

const shown: Record<Exclude<Refusal, (typeof ELSEWHERE)[number]>, [Past, DemandCommand]> = {
  'not-open': [raised().and(withdraw(resident()), '2026-07-06 10:30'), supplement(resident(), '…')],
  'not-in-hand': [raised().and(finish(gridWorker()), '2026-07-06 10:30'), take(gridWorker())],
  'not-yours': [raised(), withdraw(resident('zhao'))],
  'not-your-unit': [raised(), take(dispatcher())],
  'not-dispatcher': [atStreet(), dispatch(clerk(units.street), units.urban)],
  'not-called': [raised(), reportIn(water)],
  'already-taken': [raised().and(take(gridWorker()), '2026-07-06 10:30'), take(secretary())],
  'already-reported': [called().and(reportIn(water), '2026-07-06 10:40'), reportIn(water)],
  'already-done': [raised().and(finish(gridWorker()), '2026-07-06 10:30'), finish(gridWorker())],
  'long-closed': [raised().and(finish(gridWorker()), '2026-06-20 10:30').and(answer(resident(), { satisfied: 'satisfied' }), '2026-06-20 12:00'), answer(resident(), { satisfied: 'dissatisfied' })],
  'already-supporting': [raised(), support('wang', 'D2')],
  'already-merged': [merged(), mergeInto(gridWorker(), 'D8')],
  'not-merged': [raised(), unmerge(gridWorker())],
  'same-demand': [raised(), mergeInto(gridWorker(), 'D1')],
  'place-missing': [given(registered(placeless())), finish(gridWorker())],
  'whistle-sounding': [called(), finish(dispatcher())],
  'one-at-a-time': [atDistrict(), whistle(leader(), 'tough', units.cityWater, { ...units.cityWater, id: 'city-parks' })],
  'no-chain': [atStreet(), whistle(dispatcher(), 'daily', units.cityWater)],
  'no-such-kind': [atStreet(), whistle(dispatcher(), 'loud', units.water)],
  'unit-twice': [atStreet(), whistle(dispatcher(), 'daily', units.water, units.water)],
  'unit-already-called': [called(), whistle(dispatcher(), 'daily', units.water)],
  'top-tier': [atCity(), escalate(clerk(units.district), { request: units.cityWater })],
  'no-unit-above': [given(registered(placeless())).and(tick(), '2026-07-07 10:00'), escalate(gridWorker())],
  'no-unit-to-request': [atDistrict(), escalate(clerk(units.district))],
  'same-unit': [atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 10:30'), dispatch(dispatcher(), units.urban)],
  'not-below-you': [atStreet(), dispatch(dispatcher(), units.water)],
  'extension-asked-already': [raised().and(extend(gridWorker()), '2026-07-06 10:30'), extend(gridWorker())],
  'objected-already': [objecting(), object(water)],
  'nothing-to-object': [raised(), object(gridWorker())],
  'no-objection': [called(), decideObjection(dispatcher(), true)],
  'nothing-to-approve': [raised(), approve(dispatcher())],
  'own-request': [excluded(), approve(dispatcher())],
  'excluded-already': [excluded(), exclude(dispatcher('tan'))],
  'whistle-not-ended': [called(), rateCallee(dispatcher(), 'water', 5)],
  'rated-already': [through().and(rateCallee(dispatcher(), 'water', 5), '2026-07-06 10:50'), rateCallee(dispatcher(), 'water', 5)],
  'no-such-chain': [atStreet(), { ...whistle(dispatcher(), 'daily', units.water), chain: 'moon' }],
  'not-on-list': [ruled(), { ...dispatch(dispatcher(), units.willow), standing: { duties: {} } }],
  'admission-alone': [ruled(), { ...whistle(dispatcher(), 'daily', units.water), standing: { duties: { street: 'responsible' } } }],
  'admission-duplicate': [ruled(), { ...whistle(dispatcher(), 'daily', units.water), standing: { duties: {}, duplicates: ['D7'] } }],
  'admission-weak': [ruled(), { ...whistle(dispatcher(), 'daily', units.water), standing: { duties: {} } }],
  'request-waiting': [asking(), sound(dispatcher())],
  'nothing-to-sound': [atStreet(), sound(dispatcher())],
  'not-your-act': [asking().and(approve(streetSecretary()), '2026-07-06 11:00'), sound(streetSecretary())],
  'which-approval': [extending(), approve(dispatcher())],
  'pool-open': [summoned(), callPeople(secretary(), PEOPLE)],
  'pool-full': [summoned().and(reportIn(member('lan')), '2026-07-06 10:40'), reportIn(member('mei'))],
  'pool-over': [summoned().and(finish(gridWorker()), '2026-07-06 10:40'), reportIn(member('mei'))],
  'joined-already': [summoned().and(reportIn(member('lan')), '2026-07-06 10:40'), reportIn(member('lan'))],
  'nobody-to-call': [givenBy(withMembers, registered()), callPeople(secretary(), [], { wanted: 2 })],
  'too-few-people': [givenBy(withMembers, registered()), callPeople(secretary(), ['lan'], { wanted: 2 })],
  'too-many-people': [givenBy(withMembers, registered()), callPeople(secretary(), PEOPLE, { wanted: 99 })],
  'wrong-marks': [through(), rateCallee(dispatcher(), 'water', 9)],
  'no-revisit': [raised(), answer(resident(), { satisfied: 'satisfied' })],
  'carried-away': [carried(), finish(gridWorker())],
  'not-yours-to-press': [called(), press(water)],
  'nothing-to-press': [raised(), press(gridWorker())],
  'pressed-today': [called().and(press(dispatcher()), '2026-07-07 09:00'), press(dispatcher())],
  'not-asked-reason': [raised(), giveReason(resident(), '…')],
};

describe('every refusal', () => {
  for (const [refusal, [past, command]] of Object.entries(shown)) {
    it(`can happen: ${refusal}, to ${command.type}`, () => expect(past.decided(command, '2026-07-07 11:00')).to.deep.equal({ ok: false, refusal }));
  }

  it('is in the list, and the list has no others', () => {
    expect([...Object.keys(shown), ...ELSEWHERE].sort()).to.deep.equal([...REFUSALS].sort());
  });
});
