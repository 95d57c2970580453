import { expect } from 'chai';
import type { CaseItem } from '../../../domain/assessment/case-facts.ts';
import type { DemandCase, DemandFact } from '../../../handlers/ports/demands.ts';
import { dayTrends } from '../../../handlers/showing/day-trends.ts';

const NOW = new Date('2026-11-20T15:00:00+08:00');
const at = (written: string) => new Date(`2026-11-${written}:00+08:00`);

async function* listed<T>(...items: T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

function fact(raisedAt: Date, doneAt?: Date): DemandFact {
  return { id: 'D', category: 'noise', urgency: 'routine', raisedAt, doneAt, unit: 'street', dispatched: false, persons: [] };
}

function cased(items: CaseItem[], excluded?: DemandCase['facts']['excluded']): DemandCase {
  return { id: 'D', facts: excluded === undefined ? { items } : { items, excluded } };
}

const answered = (when: Date, satisfied: 'satisfied' | 'basically' | 'dissatisfied'): CaseItem => ({ kind: 'answer', at: when, no: '1', answers: { satisfied }, doer: 'street', called: [], place: [] });

describe('the days of late', () => {
  it('count what was raised and done on each, by the clock of Shanghai, days without anything among them', async () => {
    const days = await dayTrends(listed(fact(at('18T00:10'), at('20T09:00')), fact(at('17T23:50')), fact(at('20T08:00')), fact(at('01T08:00'), at('18T10:00'))), listed<DemandCase>(), NOW, 3);
    expect(days.map(({ day, raised, done }) => [day, raised, done])).to.deep.equal([['2026-11-18', 1, 1], ['2026-11-19', 0, 0], ['2026-11-20', 1, 1]]);
    expect(days[1]?.satisfied).to.equal(undefined);
  });

  it('share what was due into what was in time and what was not, on the day it was due', async () => {
    const due = at('19T18:00');
    const owed = (kind: 'report-in' | 'finish', doneAt?: Date): CaseItem => ({ kind, unit: 'water', at: due, doneAt });
    const [day] = (await dayTrends(listed<DemandFact>(), listed(cased([owed('report-in', at('19T10:00')), owed('report-in', at('19T19:00')), owed('finish')])), NOW, 2)).slice(0, 1);
    expect(day).to.deep.include({ day: '2026-11-19', responded: 0.5, completed: 0 });
  });

  it('leave out what is not due yet, what went elsewhere before, and what is left out of the rates', async () => {
    const later: CaseItem = { kind: 'solve', unit: 'street', at: at('20T18:00') };
    const moved: CaseItem = { kind: 'solve', unit: 'street', at: at('20T10:00'), ended: { at: at('19T10:00'), why: 'moved' } };
    const left = cased([answered(at('20T10:00'), 'dissatisfied')], { reason: '', by: 'a', approvedBy: 'b', at: NOW });
    const [, day] = await dayTrends(listed<DemandFact>(), listed(cased([later, moved]), left), NOW, 2);
    expect(day).to.deep.equal({ day: '2026-11-20', raised: 0, done: 0, responded: undefined, completed: undefined, satisfied: undefined });
  });

  it('call content whoever was not dissatisfied', async () => {
    const [day] = await dayTrends(listed<DemandFact>(), listed(cased([answered(at('20T09:00'), 'satisfied'), answered(at('20T10:00'), 'basically'), answered(at('20T11:00'), 'dissatisfied')])), NOW, 1);
    expect(day?.satisfied).to.be.closeTo(2 / 3, 1e-9);
  });
});
