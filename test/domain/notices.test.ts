import { expect } from 'chai';
import { notices } from '../../domain/notices.ts';
import { clerk, dispatcher, gridWorker, leader, place, placeless, report, resident, secretary, toGinkgo, toStreet, units } from '../support/builders.ts';
import { absorb, answer, approve, correct, decideObjection, dispatch, escalate, exclude, extend, feedBack, finish, giveReason, hide, locate, mergeInto, object, press, propose, rateCallee, reclassify, release, reportIn, supplement, support, take, tick, unmerge, whistle, withdraw } from '../support/commands.ts';
import { given, latest, registered, saidTo, type Past } from '../support/given.ts';
import { at } from '../support/local-time.ts';
import { wuchang } from '../support/rules.ts';

const raised = () => given(registered());
const asked = () => given(registered(placeless()));
const atStreet = () => given(registered(report({ to: toStreet })));
const shared = () => raised().and(support('zhao', 'D2'), '2026-07-06 10:30');
const called = () => atStreet().and(whistle(dispatcher(), 'daily', units.water, units.parks), '2026-07-06 11:00');
const water = clerk(units.water);
const parks = clerk(units.parks);
const replies = (past: Past) => past.latest.filter(({ notice }) => notice.reply === true).map(({ notice }) => saidTo(notice));
const urgent = (past: Past) => past.latest.filter(({ notice }) => notice.urgent === true).map(({ notice }) => saidTo(notice));
const said = (past: Past, name: string) => past.latest.find(({ notice }) => notice.name === name)?.notice.params;
const done = (from: Past = raised()) => from.and(finish(gridWorker(), '已修好'), '2026-07-06 12:00');

describe('of a new report', () => {
  it('the reporter gets a card at once, and the holder hears of it', () => {
    expect(latest(raised())).to.deep.equal(['card > D1', 'new-demand > ginkgo']);
    expect(replies(raised())).to.deep.equal(['card > D1']);
    expect(urgent(raised())).to.deep.equal([]);
  });

  it('the group gets one receipt with the number, and nothing else is said there', () => {
    const inGroup = given(registered(report({ room: 'r1' })));
    expect(latest(inGroup)).to.deep.equal(['group-receipt > #r1', 'new-demand > ginkgo']);
    expect(said(inGroup, 'group-receipt')).to.deep.equal({ no: 'D1' });
  });

  it('nobody gets a receipt of its own for one of several that were told together', () => {
    expect(latest(given(registered(report({ room: 'r1', together: true }))))).to.deep.equal(['new-demand > ginkgo']);
    expect(latest(raised().and(support('zhao', 'D2', { room: 'r1', together: true }), '2026-07-06 10:30'))).to.deep.equal(['supporter-joined > ginkgo']);
  });

  it('the reporter is asked for a missing place before anybody else is bothered', () => {
    expect(latest(asked())).to.deep.equal(['ask-place > D1']);
    expect(latest(asked().and(locate(resident()), '2026-07-06 10:10'))).to.deep.equal(['card > D1', 'new-demand > ginkgo']);
  });

  it('the reporter gets the card, though not as a reply, when somebody else tells the place', () => {
    const told = asked().and(locate(gridWorker()), '2026-07-06 10:10');
    expect([latest(told), replies(told)]).to.deep.equal([['card > D1', 'new-demand > ginkgo'], []]);
  });

  it('the reporter is told when it goes on without a place', () => {
    expect(latest(asked().and(tick(), '2026-07-07 10:00'))).to.deep.equal(['place-given-up > D1', 'new-demand-no-place > ginkgo']);
  });

  it('danger is heard of at night, by the unit and one tier up', () => {
    const danger = given(registered(report({ urgency: 'danger' }), '2026-07-06 23:00'));
    expect(latest(danger)).to.deep.equal(['card > D1', 'new-demand > ginkgo', 'danger-alert > ginkgo^']);
    expect(urgent(danger)).to.deep.equal(['new-demand > ginkgo', 'danger-alert > ginkgo^']);
  });

  it('danger is heard of by whoever is nearest to the place, too, whoever has it', () => {
    const danger = given(registered(report({ urgency: 'danger', to: toStreet }), '2026-07-06 23:00'));
    expect(urgent(danger)).to.deep.equal(['new-demand > street', 'danger-alert > ginkgo', 'danger-alert > street^']);
  });

  it('danger is heard of at once even while its place is asked for', () => {
    const danger = given(registered(placeless({ urgency: 'danger', askPlace: 'meanwhile' }), '2026-07-06 23:00'));
    expect(latest(danger)).to.deep.equal(['ask-place > D1', 'new-demand-no-place > ginkgo', 'danger-alert > ginkgo^']);
    expect(urgent(danger)).to.have.length(2);
  });

  it('whoever has heard of a danger is not told all of it again when the place is', () => {
    const placed = given(registered(report({ urgency: 'danger', to: toStreet }))).and(locate(resident(), toStreet), '2026-07-06 10:10');
    const known = placed.latest.filter(({ notice }) => notice.name === 'danger-alert').map(({ notice }) => notice.known);
    expect(known.map((one) => one?.name)).to.deep.equal(['danger-moved', 'danger-moved']);
    expect(known[0]?.at).to.deep.include.members(placed.latest.filter(({ notice }) => notice.name === 'danger-alert').map(({ notice }) => notice.to));
  });
});

describe('of what reporters do', () => {
  it('a supporter gets an own card, the holder a count', () => {
    expect(latest(shared())).to.deep.equal(['support-card > D2', 'supporter-joined > ginkgo']);
    expect(said(shared(), 'supporter-joined')).to.deep.equal({ count: 2 });
  });

  it('the holder hears of no supporter before it hears of the matter', () => {
    expect(latest(asked().and(support('zhao', 'D2'), '2026-07-06 10:30'))).to.deep.equal(['support-card > D2']);
  });

  it('a supporter in a group gets a receipt there', () => {
    expect(latest(raised().and(support('zhao', 'D2', { room: 'r1' }), '2026-07-06 10:30'))).to.deep.equal(['group-receipt > #r1', 'supporter-joined > ginkgo']);
  });

  it('more words go to the holder and to every unit at work on it', () => {
    expect(latest(called().and(supplement(resident(), '又漏了', 'p1'), '2026-07-06 12:00'))).to.deep.equal(['supplement-receipt > D1', 'supplement > street', 'supplement > water', 'supplement > parks']);
    expect(latest(called().and(finish(parks), '2026-07-06 11:30').and(supplement(resident(), '又漏了'), '2026-07-06 12:00'))).to.deep.equal(['supplement-receipt > D1', 'supplement > street', 'supplement > water']);
    expect(latest(asked().and(supplement(resident(), '在路口'), '2026-07-06 12:00'))).to.deep.equal(['supplement-receipt > D1']);
  });

  it('a fact put right gives its reporter a new card and the holder a word; as long as the place is waited for, the question again', () => {
    expect(latest(raised().and(correct(resident(), 'what', '两盏灯'), '2026-07-06 11:00'))).to.deep.equal(['card > D1', 'fact-corrected > ginkgo but wang']);
    expect(latest(raised().and(reclassify(gridWorker(), 'noise'), '2026-07-06 11:00'))).to.deep.equal(['fact-put-right > ginkgo but zhou']);
    expect(latest(raised().and(locate(gridWorker(), toGinkgo, place({ id: 'tower' })), '2026-07-06 11:00'))).to.deep.equal(['fact-put-right > ginkgo but zhou']);
    expect(latest(raised().and(reclassify(resident(), 'noise', toStreet), '2026-07-06 11:00'))).to.include.members(['card > D1', 'moved-away > ginkgo', 'new-demand > street']);
    expect(latest(raised().and(mergeInto(resident(), 'D9'), '2026-07-06 11:00'))).to.deep.equal(['merged > D1', 'merged-holder > ginkgo']);
    expect(latest(asked().and(correct(resident(), 'what', '两盏灯'), '2026-07-06 11:00'))).to.deep.equal(['ask-place > D1']);
  });

  it('a place put right tells who had it and who has it', () => {
    expect(latest(raised().and(locate(resident(), { tier: 'community', unit: 'willow' }), '2026-07-06 11:00'))).to.deep.equal(['card > D1', 'moved-away > ginkgo', 'new-demand > willow']);
    expect(latest(raised().and(locate(resident()), '2026-07-06 11:00'))).to.deep.equal(['card > D1', 'fact-corrected > ginkgo but wang']);
  });

  it('hiding is confirmed to who asked for it', () => {
    expect(latest(shared().and(hide(resident('zhao'), true), '2026-07-06 11:00'))).to.deep.equal(['hidden-set > D2']);
    expect(latest(raised().and(hide(resident(), false), '2026-07-06 11:00'))).to.deep.equal(['hidden-unset > D1']);
  });

  it('withdrawing is confirmed, and told to who has it and who was called', () => {
    expect(latest(raised().and(withdraw(resident()), '2026-07-06 11:00'))).to.deep.equal(['withdrawn-receipt > D1', 'withdrawn-holder > ginkgo']);
    expect(latest(shared().and(withdraw(resident()), '2026-07-06 11:00'))).to.deep.equal(['withdrawn-receipt > D1']);
    expect(latest(called().and(withdraw(resident()), '2026-07-06 12:00'))).to.deep.equal(['withdrawn-receipt > D1', 'withdrawn-holder > street', 'whistle-cancelled > water', 'whistle-cancelled > parks']);
    expect(latest(asked().and(withdraw(resident()), '2026-07-06 11:00'))).to.deep.equal(['withdrawn-receipt > D1']);
  });
});

describe('of the handling', () => {
  it('everybody who waits hears that it is taken up, moved, and done', () => {
    expect(latest(shared().and(take(gridWorker()), '2026-07-06 11:00'))).to.deep.equal(['taken-up > D1', 'taken-up > D2']);
    expect(latest(shared().and(escalate(gridWorker()), '2026-07-06 11:00'))).to.deep.equal(['moved-up > D1', 'moved-up > D2', 'new-demand > street']);
    expect(latest(atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00'))).to.deep.equal(['dispatched > D1', 'new-demand > urban']);
    expect(latest(done(shared()))).to.deep.equal(['done > D1', 'done > D2']);
    expect(said(raised().and(take(gridWorker()), '2026-07-06 11:00'), 'taken-up')).to.deep.equal({ unit: 'ginkgo', words: undefined, due: at('2026-07-09 10:00') });
  });

  it('who withdrew hears no more', () => {
    expect(latest(shared().and(withdraw(resident()), '2026-07-06 11:00').and(take(gridWorker()), '2026-07-06 11:10'))).to.deep.equal(['taken-up > D2']);
  });

  it('danger stays urgent wherever it goes', () => {
    const danger = given(registered(report({ urgency: 'danger' }))).and(escalate(gridWorker()), '2026-07-06 22:00');
    expect(urgent(danger)).to.deep.equal(['new-demand > street', 'danger-alert > street^']);
  });

  it('a proposal goes to who dispatches: one tier up from its holder, or where it already is', () => {
    expect(latest(raised().and(propose(gridWorker(), units.water), '2026-07-06 11:00'))).to.deep.equal(['proposal > ginkgo^']);
    expect(latest(atStreet().and(propose(gridWorker(), units.water), '2026-07-06 11:00'))).to.deep.equal(['proposal > street']);
    expect(latest(atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').and(propose(clerk(units.urban), units.water), '2026-07-06 12:00'))).to.deep.equal(['proposal > street']);
  });

  it('an exclusion is asked of the others of the unit, and the answer goes back there', () => {
    const exclusion = atStreet().and(exclude(dispatcher()), '2026-07-06 11:00');
    expect(latest(exclusion)).to.deep.equal(['exclusion-asked > street! but lin']);
    expect(latest(exclusion.and(approve(dispatcher('tan')), '2026-07-06 12:00'))).to.deep.equal(['exclusion-agreed > street']);
    expect(latest(exclusion.and(approve(leader(), false), '2026-07-06 12:00'))).to.deep.equal(['exclusion-refused > street']);
  });

  it('who is pressed hears of it, at night only where the matter is urgent', () => {
    const pressed = called().and(press(dispatcher(), 'water'), '2026-07-06 11:30');
    expect([latest(pressed), urgent(pressed)]).to.deep.equal([['pressed > water'], []]);
    const danger = given(registered(report({ urgency: 'danger' }))).and(press(dispatcher()), '2026-07-06 11:00');
    expect([latest(danger), urgent(danger)]).to.deep.equal([['pressed > ginkgo'], ['pressed > ginkgo']]);
  });

  it('an extension is asked of who decides, and a longer limit is told to everybody', () => {
    const extension = raised().and(extend(gridWorker()), '2026-07-08 10:00');
    expect(latest(extension)).to.deep.equal(['extension-asked > street']);
    expect(latest(extension.and(approve(dispatcher()), '2026-07-08 11:00'))).to.deep.equal(['extension-granted > ginkgo', 'extended > D1']);
    expect(latest(extension.and(approve(dispatcher(), false), '2026-07-08 11:00'))).to.deep.equal(['extension-refused > ginkgo']);
  });

  it('an objection goes to who dispatched, and the word on it back', () => {
    const objecting = atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').and(object(clerk(units.urban)), '2026-07-06 12:00');
    expect(latest(objecting)).to.deep.equal(['objected > street']);
    expect(latest(objecting.and(decideObjection(dispatcher(), false), '2026-07-06 13:00'))).to.deep.equal(['objection-rejected > urban']);
    expect(latest(objecting.and(decideObjection(dispatcher(), true), '2026-07-06 13:00'))).to.deep.equal(['objection-upheld > urban', 'given-back > street']);
  });

  it('merging and parting are told to those merged, not to the units', () => {
    expect(latest(raised().and(mergeInto(gridWorker(), 'D9'), '2026-07-06 11:00'))).to.deep.equal(['merged > D1']);
    expect(latest(raised().and(mergeInto(gridWorker(), 'D9'), '2026-07-06 11:00').and(unmerge(gridWorker()), '2026-07-06 12:00'))).to.deep.equal(['unmerged > D1', 'new-demand > ginkgo']);
    const lead = raised().and(absorb(gridWorker(), 'D7', { no: 'D7', person: 'zhao', source: 'patrol', at: at('2026-07-06 09:00'), words: '…' }), '2026-07-06 11:00');
    expect([latest(lead), latest(lead.and(release(gridWorker(), 'D7'), '2026-07-06 12:00'))]).to.deep.equal([[], []]);
  });
});

describe('of a whistle', () => {
  it('lead and assists hear what they are called for and by when, and the reporters who was called', () => {
    expect(latest(called())).to.deep.equal(['called-lead > water', 'called-assist > parks', 'whistled > D1']);
    expect(said(called(), 'called-assist')).to.deep.equal({ caller: 'street', kind: 'daily', lead: 'water', note: undefined, reportBy: at('2026-07-08 11:00'), feedbackBy: at('2026-07-09 11:00'), doneBy: at('2026-07-15 11:00') });
  });

  it('of a higher tier the caller is not told what it did itself', () => {
    expect(latest(raised().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 11:00'))).to.deep.equal(['moved-up > D1', 'called-lead > water', 'whistled > D1']);
  });

  it('only an urgent one is heard at night', () => {
    expect(urgent(called())).to.deep.equal([]);
    expect(urgent(atStreet().and(whistle(dispatcher(), 'urgent', units.water), '2026-07-06 23:00'))).to.deep.equal(['called-lead > water']);
  });

  it('the caller hears of every step of those called, the reporters of the lead\'s arrival and all progress', () => {
    expect(latest(called().and(reportIn(water), '2026-07-06 12:00'))).to.deep.equal(['callee-reported-in > street', 'reported-in > D1']);
    expect(latest(called().and(reportIn(parks), '2026-07-06 12:00'))).to.deep.equal(['callee-reported-in > street']);
    expect(latest(called().and(reportIn(parks), '2026-07-06 12:00').and(feedBack(parks), '2026-07-06 13:00'))).to.deep.equal(['callee-progress > street', 'progress > D1']);
    expect(latest(called().and(reportIn(parks), '2026-07-06 12:00').and(finish(parks), '2026-07-06 13:00'))).to.deep.equal(['callee-done > street']);
  });

  it('the end asks the caller for marks and tells the reporters the result', () => {
    const over = called().and(finish(parks), '2026-07-06 12:00').and(finish(water, '水管已换'), '2026-07-06 13:00');
    expect(latest(over)).to.deep.equal(['callee-reported-in > street', 'reported-in > D1', 'callee-done > street', 'rate-callees > street', 'done > D1']);
    expect(said(over, 'rate-callees')).to.deep.equal({ units: 'water,parks' });
    expect(said(over, 'done')).to.deep.equal({ unit: 'water', result: '水管已换', pictures: 0 });
  });

  it('the marks are told to the unit with the caller\'s name, unless the district keeps callers hidden', () => {
    const over = called().and(finish(parks), '2026-07-06 12:00').and(finish(water), '2026-07-06 13:00');
    const rated = over.and(rateCallee(dispatcher(), 'water', 5, 4, 5, 5), '2026-07-06 14:00');
    expect(latest(rated)).to.deep.equal(['rated-by-caller > water']);
    expect(said(rated, 'rated-by-caller')).to.deep.equal({ caller: 'street', marks: '5 4 5 5' });
    const backToBack = { ...wuchang.mechanism, rateCallees: { ...wuchang.mechanism.rateCallees, named: false } };
    expect(notices(backToBack, over.demand, rated.events.at(-1)!, rated.demand)).to.deep.equal([]);
  });

  it('the others hear when it is called off', () => {
    const back = called().and(object(water), '2026-07-06 12:00').and(decideObjection(dispatcher(), true), '2026-07-06 13:00');
    expect(latest(back)).to.deep.equal(['objection-upheld > water', 'whistle-cancelled > parks', 'given-back > street']);
  });

  it('a request to the city is told as a step up and as a call', () => {
    const requested = given(registered(report({ to: { tier: 'district', unit: 'district' } }))).and(escalate(leader(), { request: units.cityWater }), '2026-07-06 11:00');
    expect(latest(requested)).to.deep.equal(['moved-up > D1', 'put-before-head > district!', 'called-lead > city-water', 'whistled > D1']);
  });
});

describe('of a revisit', () => {
  const thrice = (why: { readonly reason?: string }) => [6, 7, 8].reduce((past, day) => past.and(finish(gridWorker()), `2026-07-0${String(day)} 12:00`).and(tick('wang'), `2026-07-0${String(day)} 14:00`).and(answer(resident(), { satisfied: 'dissatisfied' }, why), `2026-07-0${String(day)} 15:00`), raised());
  const visited = () => done().and(tick('wang'), '2026-07-06 14:00');

  it('the reporter is asked, reminded, asked on, and thanked', () => {
    expect(latest(visited())).to.deep.equal(['revisit > D1']);
    expect(latest(visited().and(tick(), '2026-07-07 14:00'))).to.deep.equal(['revisit-reminder > D1']);
    expect(replies(visited().and(answer(resident(), { contacted: 'yes' }), '2026-07-06 15:00'))).to.deep.equal(['revisit-next > D1']);
    expect(replies(visited().and(answer(resident(), { satisfied: 'basically' }), '2026-07-06 15:00'))).to.deep.equal(['thanks > D1']);
  });

  it('the community gets the number to call when nobody answers', () => {
    const expired = visited().and(tick(), '2026-07-07 14:00').and(tick(), '2026-07-09 14:00');
    expect(latest(expired)).to.deep.equal(['call-back-due > ginkgo']);
    expect(said(expired, 'call-back-due')).to.deep.equal({ no: 'D1' });
    expect(latest(expired.and(answer(gridWorker(), { satisfied: 'satisfied' }), '2026-07-09 15:00'))).to.deep.equal([]);
  });

  it('who is dissatisfied is asked why, and the holder hears the reason', () => {
    const bare = visited().and(answer(resident(), { satisfied: 'dissatisfied' }), '2026-07-06 15:00');
    expect(latest(bare)).to.deep.equal(['thanks-reason-wanted > D1', 'dissatisfied > ginkgo']);
    expect(latest(bare.and(giveReason(resident(), '又灭了'), '2026-07-06 16:00'))).to.deep.equal(['reason-noted > D1', 'dissatisfied-reason > ginkgo']);
    expect(latest(visited().and(answer(resident(), { satisfied: 'dissatisfied' }, { reason: '又灭了' }), '2026-07-06 15:00'))).to.deep.equal(['thanks-dissatisfied > D1', 'dissatisfied > ginkgo']);
  });

  it('the other reporters hear that it was reopened', () => {
    const both = done(shared()).and(tick('wang', 'zhao'), '2026-07-06 14:00').and(answer(resident(), { satisfied: 'dissatisfied' }, { reason: '又灭了' }), '2026-07-06 15:00');
    expect(latest(both)).to.deep.equal(['thanks-dissatisfied > D1', 'dissatisfied > ginkgo', 'reopened > D2']);
  });

  it('the street is asked at the third time, and its no is told to everybody', () => {
    const disputed = thrice({ reason: '又灭了' });
    expect(latest(disputed)).to.deep.equal(['disputed > D1', 'dispute-asked > street']);
    expect(replies(disputed)).to.deep.equal(['disputed > D1']);
    expect(latest(disputed.and(approve(dispatcher(), false), '2026-07-09 10:00'))).to.deep.equal(['closed > D1']);
    expect(latest(disputed.and(approve(dispatcher()), '2026-07-09 10:00'))).to.deep.equal(['dissatisfied > street', 'reopened > D1']);
  });

  it('who gives no reason at the third time is asked for one, which those who decide hear too', () => {
    const bare = thrice({});
    expect(latest(bare)).to.deep.equal(['disputed-reason-wanted > D1', 'dispute-asked > street']);
    expect(latest(bare.and(giveReason(resident(), '又灭了'), '2026-07-08 16:00'))).to.deep.equal(['reason-noted > D1', 'dissatisfied-reason > ginkgo', 'dissatisfied-reason > street']);
  });

  it('who says so on the telephone hears what becomes of it, and is not asked in chat', () => {
    const listed = visited().and(tick(), '2026-07-07 14:00').and(tick(), '2026-07-09 14:00');
    expect(latest(listed.and(answer(secretary(), { satisfied: 'dissatisfied' }), '2026-07-10 10:00'))).to.deep.equal(['dissatisfied > ginkgo']);
  });

  it('closing in peace says nothing more', () => {
    expect(latest(visited().and(answer(resident(), { satisfied: 'satisfied' }), '2026-07-06 15:00'))).to.deep.equal(['thanks > D1']);
  });
});

describe('a called unit', () => {
  it('never hears who reported', () => {
    const wang = { person: 'wang', no: 'D1' };
    const past = called().and(feedBack(water), '2026-07-06 12:00').and(supplement(resident(), 'sealed:wang', 'p1'), '2026-07-06 13:00').and(finish(parks), '2026-07-06 14:00').and(finish(water), '2026-07-06 15:00').until('2026-07-20 12:00', 'wang');
    const toUnits = past.told.filter(({ notice }) => 'unit' in notice.to && notice.to.unit !== 'ginkgo').map(({ notice }) => notice);
    expect(toUnits.length).to.be.above(8);
    for (const { name, params } of toUnits) expect(Object.values(params ?? {}).filter((value) => value === wang.person || value === wang.no), name).to.deep.equal([]);
  });
});
