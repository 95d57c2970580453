import { expect } from 'chai';
import fc from 'fast-check';
import { assess } from '../../../domain/assessment/assess.ts';
import { caseFacts } from '../../../domain/assessment/case-facts.ts';
import type { CaseFacts, Owed } from '../../../domain/assessment/case-facts.ts';
import { Tallies } from '../../../domain/assessment/tally.ts';
import { verdictsOf, type Verdict } from '../../../domain/assessment/verdicts.ts';
import type { Demand } from '../../../domain/demand.ts';
import type { DemandEvent } from '../../../domain/events.ts';
import { fold } from '../../../domain/evolve.ts';
import { units } from '../../support/builders.ts';
import { aFormula, classOf } from '../../support/formula.ts';
import { attempts, beginnings, played } from '../../support/random-story.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 100);
const year = { id: 'all', from: new Date('2026-01-01'), to: new Date('2030-01-01') };
const later = new Date('2029-12-31');
const judged = (facts: CaseFacts, period = year, now = later): readonly Verdict[] => verdictsOf({ formula: aFormula(), period, now, classOf }, facts);

interface Story {
  readonly timeline: readonly DemandEvent[];
  readonly demand: Demand;
  readonly facts: CaseFacts;
}

const stories = fc.tuple(beginnings, attempts).map(([first, tried]): Story => {
  const steps = played(fold([first]), first.at, tried);
  const timeline = [first, ...steps.flatMap(({ events }) => events)];
  const demand = steps.at(-1)?.after ?? fold([first]);
  return { timeline, demand, facts: caseFacts(timeline, demand.clocks) };
});

const always = (holds: (story: Story) => void) => fc.assert(fc.property(stories, holds), { numRuns: RUNS });

describe('whatever happened to demands,', function () {
  this.timeout(60_000);

  it('recomputing from the timelines gives the same numbers', () =>
    fc.assert(
      fc.property(fc.array(stories, { minLength: 1, maxLength: 8, size: 'max' }), (all) => {
        const kept = results(all.map(({ facts }) => facts));
        const again = results([...all].reverse().map(({ timeline }) => caseFacts(timeline, fold(timeline).clocks)));
        expect(again).to.deep.equal(kept);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    ));

  it('every case falls into one of two periods that follow each other, and none into both', () =>
    always(({ facts, demand }) => {
      const middle = new Date(demand.raisedAt.getTime() + 20 * 24 * 3600_000);
      const parts = [judged(facts, { ...year, to: middle }), judged(facts, { ...year, from: middle })];
      expect(parts.flat().map(({ because, unit }) => `${unit} ${because}`).sort()).to.deep.equal(judged(facts).map(({ because, unit }) => `${unit} ${because}`).sort());
    }));

  it('what is owed runs by a clock of the state, due then', () =>
    always(({ facts, demand }) => {
      for (const item of facts.items) {
        if (item.kind === 'answer' || item.kind === 'marks' || item.doneAt !== undefined || item.ended !== undefined) continue;
        expect(demand.clocks.some(({ kind, unit, due }) => kind === item.kind && unit === item.unit && due.getTime() === item.at.getTime())).to.be.true;
      }
    }));

  it('every clock of somebody who owes work is owed', () =>
    always(({ facts, demand }) => {
      const open = facts.items.filter((item) => item.kind !== 'answer' && item.kind !== 'marks' && item.doneAt === undefined && item.ended === undefined);
      expect(open).to.have.length(demand.clocks.filter(({ kind }) => ['take-up', 'solve', 'report-in', 'finish'].includes(kind)).length);
    }));

  it('called units are counted as their state has them', () =>
    always(({ facts, demand }) => {
      for (const { id, callees } of demand.whistles) {
        for (const { unit, status, reportedAt, doneAt } of callees) {
          const own = facts.items.filter((item) => item.kind !== 'answer' && item.unit === unit && item.whistle === id);
          const finishes = own.filter((item): item is Owed => item.kind === 'finish');
          if (reportedAt !== undefined) expect(own.some((item) => item.kind === 'report-in' && item.doneAt?.getTime() === reportedAt.getTime())).to.be.true;
          if (status === 'done') expect(finishes.at(-1)?.doneAt).to.deep.equal(doneAt);
          if (status === 'released') expect(finishes.at(-1)?.ended?.why).to.equal('objected');
        }
      }
    }));

  it('every rating is counted once, and one that is excluded is there to be seen', () =>
    always(({ facts, demand }) => {
      const said = judged(facts).filter(({ indicator, because }) => indicator === 'satisfaction' && because !== 'silent');
      const given = demand.ratings.filter(({ answers }) => answers.satisfied !== undefined);
      if (facts.excluded === undefined) expect(said).to.have.length(given.length);
      expect(judged(facts).every(({ counted }) => !counted)).to.equal(demand.exclusion?.decided === 'agreed' || judged(facts).every(({ because }) => !['on-time', 'late', 'not-done', 'satisfied', 'basically', 'dissatisfied', 'marks'].includes(because)));
    }));
});

function results(all: readonly CaseFacts[]): unknown {
  const tallies = new Tallies();
  for (const facts of all) tallies.addAll(judged(facts));
  return assess(aFormula(), tallies, Object.values(units));
}
