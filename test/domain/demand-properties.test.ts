import { expect } from 'chai';
import fc from 'fast-check';
import type { Demand } from '../../domain/demand.ts';
import { isInHand, isOpen, nextDueAt, present } from '../../domain/demand.ts';
import type { DemandEvent } from '../../domain/events.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import { notices } from '../../domain/notices.ts';
import type { Clock } from '../../domain/time/clocks.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { owes } from '../../domain/whistle.ts';
import { tick } from '../support/commands.ts';
import { attempts, beginnings, played, tryOut, type Step } from '../support/random-story.ts';
import { wuchang } from '../support/rules.ts';
import { everything } from '../support/whistle-rules.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 150);

let rules: Rules = wuchang;

/** Whatever is tried on whatever begins so, holds. */
function always(holds: (story: { begun: Demand; first: DemandEvent; steps: readonly Step[] }) => void): void {
  fc.assert(
    fc.property(beginnings, attempts, (first, tried) => {
      const begun = fold([frozen(first)]);
      holds({ begun, first, steps: played(frozen(begun), first.at, tried, rules) });
    }),
    { numRuns: RUNS },
  );
}

/** After each accepted command. */
const afterEach = (holds: (demand: Demand, step: Step) => void) => always(({ steps }) => steps.forEach((step) => holds(step.after, step)));

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** As it comes back from a store: without what is undefined, dates written out. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The events as a store gives them back, their dates dates again. */
const revived = (events: readonly DemandEvent[]): readonly DemandEvent[] => JSON.parse(JSON.stringify(events), (_key, value: unknown) => (typeof value === 'string' && ISO.test(value) ? new Date(value) : value)) as readonly DemandEvent[];
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const RULES: Readonly<Record<string, Rules>> = { 'as Wuchang has it': wuchang, 'with agreements, calls to persons, teams and discipline': everything };

for (const [name, variant] of Object.entries(RULES)) describe(`whatever anybody tries, in any order, at any time, ${name},`, function () {
  this.timeout(60_000);
  before(() => { rules = variant; });

  it('the state is the fold of the timeline, also of one that was stored', () =>
    always(({ first, steps }) => {
      const timeline = [first, ...steps.flatMap(({ events }) => events)];
      const state = steps.at(-1)?.after;
      expect(fold(timeline)).to.deep.equal(state);
      expect(stored(fold(revived(timeline)))).to.deep.equal(stored(state));
    }));

  it('nothing that was there is changed in place', () =>
    always(({ begun, steps }) => {
      let demand = frozen(begun);
      for (const event of steps.flatMap(({ events }) => events)) demand = frozen(evolve(demand, frozen(event)));
    }));

  it('deciding again gives the same', () =>
    always(({ steps }) => {
      for (const { before, command, at, events, refusal } of steps) {
        const again = tryOut(before, command, at, rules);
        expect([again.events, again.refusal]).to.deep.equal([events, refusal]);
      }
    }));

  it('every event has the time of its command, and a refusal changes nothing', () =>
    always(({ steps }) => {
      for (const { events, at, refusal, before, after } of steps) {
        expect(events.every((event) => event.at.getTime() === at.getTime())).to.be.true;
        if (refusal !== undefined) expect(after).to.equal(before);
      }
    }));

  it('an open demand is due some time', () => afterEach((demand) => {
      if (isOpen(demand)) expect(nextDueAt(demand), demand.phase.status).to.be.instanceOf(Date);
    }));

  it('what is over is due for nothing but an exclusion', () =>
    afterEach((demand) => {
      if (!isOpen(demand)) expect(kinds(demand).filter((kind) => kind !== 'exclusion')).to.deep.equal([]);
    }));

  it('what is done waits for answers, the caller\'s marks or an exclusion', () =>
    afterEach((demand) => {
      if (demand.phase.status === 'done') expect(['rate', 'exclusion']).to.include.members(kinds(demand));
    }));

  it('every clock is the only one of its id', () => afterEach(({ clocks }) => expect(unique(clocks.map(({ id }) => id))).to.be.true));

  it('every clock has its marks in order, and every mark to come', () =>
    afterEach(({ clocks }) => {
      for (const { marks } of clocks) expect(marks.map(({ at }) => at.getTime())).to.deep.equal(marks.map(({ at }) => at.getTime()).sort((a, b) => a - b));
    }));

  it('every clock runs for who has the matter, was called, or is to decide', () => afterEach((demand) => demand.clocks.forEach((clock) => expectWanted(demand, clock))));

  it('a taken-up matter is not to be taken up, and a waiting one is', () =>
    afterEach((demand) => {
      const objecting = kinds(demand).includes('objection');
      if (demand.phase.status === 'handling') expect(kinds(demand)).not.to.include('take-up');
      if (demand.phase.status === 'waiting' && !objecting) expect(kinds(demand)).to.include('take-up');
    }));

  it('whoever has a matter in hand and has called nobody has an end to keep', () =>
    afterEach((demand) => {
      if (isInHand(demand) && !demand.whistles.some(({ status }) => status === 'sounding')) expect(['solve', 'objection'].some((kind) => kinds(demand).includes(kind))).to.be.true;
    }));

  it('a sounding whistle has somebody who owes, an ended one nobody, and it sounds only while the matter is in hand', () =>
    afterEach((demand) => {
      for (const { status, callees } of demand.whistles) {
        expect(callees.some(owes)).to.equal(status === 'sounding');
        if (status === 'sounding') expect(isInHand(demand)).to.be.true;
        if (status === 'ended') expect(callees.some((callee) => callee.status === 'done')).to.be.true;
      }
    }));

  it('nobody is called twice at once', () =>
    afterEach(({ whistles }) => {
      expect(unique(whistles.filter(({ status }) => status === 'sounding').flatMap(({ callees }) => callees.filter(owes).map(({ unit }) => unit)))).to.be.true;
    }));

  it('each called unit that works has a clock, and each that is through has none', () =>
    afterEach(({ whistles, clocks }) => {
      for (const { id, callees } of whistles) {
        for (const { unit, status } of callees) {
          const own = clocks.filter((clock) => clock.whistle === id && clock.id.endsWith(`:${unit}`));
          expect(own.length > 0, `${unit} ${status}`).to.equal(['called', 'reported', 'objecting'].includes(status));
        }
      }
    }));

  it('the units of a whistle are those its chain allows, and the callers too', () =>
    afterEach(({ whistles }) => {
      for (const { chain, callees } of whistles) {
        const allowed = rules.mechanism.chains.find(({ id }) => id === chain);
        expect(allowed?.oneToOne === true ? callees.length : 1).to.equal(1);
        if (chain === 'district-to-city') expect(callees[0]?.unit).to.equal('city-water');
      }
    }));

  it('no unit is called before what must be agreed to is, and what is agreed to is decided by those whose it is', () =>
    afterEach(({ requests = [], whistles }) => {
      for (const { id, status, whistle, decision, approver } of requests) {
        if (['waiting', 'agreed', 'refused', 'lapsed', 'overtaken'].includes(status) && whistle === undefined) expect(whistles.some(({ request }) => request === id)).to.be.false;
        if (status === 'agreed') expect(decision?.agreed).to.be.true;
        if (decision !== undefined) expect(decision.unit).to.equal(approver.unit);
      }
      for (const { chain, request } of whistles) {
        const asks = rules.mechanism.chains.find((one) => one.id === chain)?.approval !== undefined;
        expect(requests.some(({ id }) => id === request), chain).to.equal(asks);
      }
    }));

  it('what waits for agreement, to be sounded or for persons has a clock, and what is decided has none', () =>
    afterEach(({ requests = [], pools = [], clocks }) => {
      const runs = (id: string) => clocks.some((clock) => clock.id === id);
      for (const { id, status } of requests) expect([runs(`approval:${id}`), runs(`sound:${id}`)], status).to.deep.equal([status === 'waiting', status === 'agreed']);
      for (const { id, status } of pools) expect(runs(`pool:${id}`), status).to.equal(status === 'open');
    }));

  it('of those called by name none comes twice, none was not asked, and no more than were wanted', () =>
    afterEach(({ pools = [] }) => {
      for (const { joined, invited, wanted, status } of pools) {
        expect(unique(joined.map(({ person }) => person))).to.be.true;
        expect(joined.every(({ person }) => invited.includes(person))).to.be.true;
        expect(joined.length).to.be.at.most(wanted);
        expect(joined.length === wanted).to.equal(status === 'full');
      }
    }));

  it('whatever sounded against the discipline is urgent, or was overridden with a reason', () =>
    afterEach(({ whistles }) => {
      for (const { admission } of whistles) {
        if (admission === undefined || admission.against.length === 0) continue;
        expect(admission.outcome).to.be.oneOf(['urgent', 'overridden']);
        if (admission.outcome === 'overridden') expect(admission.reason).not.to.be.undefined;
      }
    }));

  it('every number is there once', () => afterEach(({ reporters }) => expect(unique(reporters.map(({ no }) => no))).to.be.true));

  it('a matter that is not over has somebody who waits for it', () =>
    afterEach((demand) => {
      if (isOpen(demand)) expect(present(demand)).not.to.be.empty;
    }));

  it('only who still waits is asked, and only when it is done', () =>
    afterEach((demand) => {
      const open = demand.reporters.filter(({ revisit }) => 'next' in revisit);
      expect(open.every(({ left }) => left === undefined)).to.be.true;
      if (open.length > 0) expect(demand.phase.status).to.equal('done');
    }));

  it('what was said of it stays on record', () => afterEach(({ ratings }, { before }) => expect(ratings.map(opinion).slice(0, before.ratings.length)).to.deep.equal(before.ratings.map(opinion))));

  it('the tier never goes down but by a dispatch, a place, a class or a parting', () =>
    afterEach((demand, { before, events }) => {
      const settled = events.some(({ type }) => ['dispatched', 'located', 'reclassified', 'unmerged'].includes(type));
      if (!settled) expect(rank(demand.tier)).to.be.at.least(rank(before.tier));
    }));

  it('the grade says the tier, and the tier of a caller is never above the matter\'s', () =>
    afterEach(({ tier, grade, holder }) => {
      expect(grade).to.equal(wuchang.mechanism.grades.find((one) => one.tier === tier)?.id);
      if (holder === 'district') expect(['district', 'city']).to.include(tier);
    }));

  it('a matter is reopened by dissatisfaction at most twice, and further only by a person', () =>
    always(({ steps }) => {
      const redone = steps.flatMap(({ events, command }) => (command.type === 'answer-revisit' ? events.filter(({ type }) => type === 'reopened') : []));
      expect(redone.length).to.be.at.most(wuchang.mechanism.revisit.reopens);
    }));

  it('a clock that looked has nothing left to see, however late it was', () =>
    afterEach((demand, { at }) => {
      const ticked = tryOut(demand, tick('wang', 'zhao'), at, rules);
      expect(tryOut(ticked.after, tick('wang', 'zhao'), at, rules).events).to.deep.equal([]);
      const due = nextDueAt(ticked.after);
      if (due !== undefined) expect(due.getTime()).to.be.above(at.getTime());
    }));

  it('no unit is told who reported', () =>
    always(({ begun, steps }) => {
      let demand = begun;
      for (const event of steps.flatMap(({ events }) => events)) {
        const after = evolve(demand, event);
        // Whoever came when called is told by name for that, and may have raised the matter too.
        const came = new Set(after.pools?.flatMap(({ joined }) => joined.map(({ person }) => person)));
        const persons = new Set(after.reporters.map(({ person }) => person).filter((person) => !came.has(person)));
        for (const { to, name, params } of notices(rules.mechanism, demand, event, after)) {
          if ('reporter' in to) expect(after.reporters.some(({ no }) => no === to.reporter), name).to.be.true;
          else expect(Object.values(params ?? {}).filter((value) => typeof value === 'string' && value.split(',').some((word) => persons.has(word))), name).to.deep.equal([]);
        }
        demand = after;
      }
    }));
});

function kinds({ clocks }: Demand): string[] {
  return clocks.map(({ kind }) => kind);
}

function unique(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}

function opinion({ no, round, at, answers }: Demand['ratings'][number]): unknown {
  return { no, round, at, answers };
}

function rank(tier: string): number {
  return wuchang.mechanism.tiers.findIndex(({ id }) => id === tier);
}

function expectWanted(demand: Demand, { kind, unit, whistle, id }: Clock): void {
  const sounding = demand.whistles.find((one) => one.id === whistle);
  switch (kind) {
    case 'place':
      expect(demand.phase.status).to.equal('incomplete');
      return;
    case 'take-up':
    case 'solve':
      expect(unit, id).to.equal(demand.holder);
      return;
    case 'report-in':
      expect(sounding?.callees.find((one) => one.unit === unit)?.status).to.equal('called');
      return;
    case 'feedback':
    case 'finish':
      expect(sounding?.callees.find((one) => one.unit === unit)?.status).to.be.oneOf(['called', 'reported']);
      return;
    case 'objection':
      expect(demand.objections.some((one) => one.decided === undefined && id.endsWith(`:${one.unit}`))).to.be.true;
      return;
    case 'extension':
      expect(demand.extensions.some((one) => one.decided === undefined && demand.clocks.some((clock) => clock.id === one.clock))).to.be.true;
      return;
    case 'exclusion':
      expect(demand.exclusion?.decided).to.be.undefined;
      return;
    case 'rate':
      expect(demand.whistles.some((one) => id === `rate:${one.id}` && one.status === 'ended')).to.be.true;
      return;
    case 'dispute':
      expect(demand.phase.status).to.equal('disputed');
      return;
    case 'approval':
      expect(demand.requests?.some((one) => id === `approval:${one.id}` && one.status === 'waiting' && one.approver.unit === unit)).to.be.true;
      return;
    case 'sound':
      expect(demand.requests?.some((one) => id === `sound:${one.id}` && one.status === 'agreed' && one.unit === unit)).to.be.true;
      return;
    case 'pool':
      expect(demand.pools?.some((one) => id === `pool:${one.id}` && one.status === 'open' && one.caller === unit && one.joined.length < one.wanted)).to.be.true;
      return;
  }
}
