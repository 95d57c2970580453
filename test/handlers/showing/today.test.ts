import { expect } from 'chai';
import type { Demand } from '../../../domain/demand.ts';
import type { Clock, ClockKind } from '../../../domain/time/clocks.ts';
import { concernedUnits, isSeenBy } from '../../../handlers/acting/concerned.ts';
import { todayOf } from '../../../handlers/showing/today.ts';

const NOW = new Date('2026-11-20T02:00:00Z');
const at = (hours: number) => new Date(NOW.getTime() + hours * 3600_000);

function clock(kind: ClockKind, dueIn: number, unit = 'street'): Clock {
  return { id: kind, kind, unit, from: at(-24), due: at(dueIn), urgent: false, marks: [] };
}

/** A demand with what the day looks at. */
function demand(id: string, over: Partial<Demand> = {}): Demand {
  return {
    id, mechanism: { id: 'small', version: 1 }, source: 'chat', origin: id, raisedAt: at(-2), phase: { status: 'waiting', since: at(-2) }, tier: 'street', holder: 'street', grade: 'B', category: 'noise',
    understood: { category: 'noise', confidence: 0.9, alternatives: [], reasons: [] }, urgency: 'routine', facts: { what: 'w', course: 'c', hidden: false }, choices: [], media: [], reporters: [], clocks: [clock('take-up', 3)],
    whistles: [], proposals: [], objections: [], extensions: [], ratings: [], held: ['street'], charged: [], redos: 0, round: 1, ...over,
  };
}

describe('the day of a command centre', () => {
  it('puts what is late before what is due soon, and leaves out what is due later', () => {
    const day = todayOf([demand('soon', { clocks: [clock('take-up', 3)] }), demand('late', { clocks: [clock('solve', -1)] }), demand('later', { clocks: [clock('solve', 5)] }), demand('latest', { clocks: [clock('solve', -9)] })], undefined, NOW);
    expect(day.overdue.map((one) => one.demand.id)).to.deep.equal(['latest', 'late']);
    expect(day.due.map((one) => one.demand.id)).to.deep.equal(['soon']);
  });

  it('does not call late what residents have not answered', () => {
    const waiting = demand('a', { phase: { status: 'done', at: at(-1), by: 'p', unit: 'street', result: 'r' }, clocks: [clock('rate', -1)] });
    expect(todayOf([waiting], undefined, NOW).overdue).to.be.empty;
  });

  it('puts danger before urgency', () => {
    const day = todayOf([demand('urgent', { urgency: 'urgent' }), demand('danger', { urgency: 'danger' }), demand('routine')], undefined, NOW);
    expect(day.urgent.map(({ id }) => id)).to.deep.equal(['danger', 'urgent']);
  });

  it('asks a unit only for its own decisions', () => {
    const objection = demand('objected', { phase: { status: 'handling', since: at(-1), by: 'p' }, clocks: [clock('objection', 2)] });
    const elsewhere = demand('elsewhere', { holder: 'bureau', clocks: [clock('take-up', 1, 'bureau')] });
    const day = todayOf([objection, elsewhere, demand('new')], new Set(['street']), NOW);
    expect(day.toDecide.map((one) => [one.demand.id, one.clock?.kind])).to.deep.equal([['objected', 'objection'], ['new', 'take-up']]);
  });

  it('gives no rate where there is nothing to count, and counts only today', () => {
    expect(todayOf([demand('a')], undefined, NOW).rates).to.deep.equal({ raised: 1, done: 0, onTime: undefined, answered: 0, solved: undefined, satisfied: undefined });
    const closed = (id: string, doneAt: Date) => demand(id, { raisedAt: at(-72), phase: { status: 'closed', at: doneAt, doneAt, by: 'p', unit: 'street', result: 'r' } });
    expect(todayOf([closed('today', at(-1)), closed('yesterday', at(-11))], undefined, NOW).rates).to.include({ done: 1, onTime: 1 });
  });

  it('counts the reports of the last 24 hours by the hour', () => {
    const { hours } = todayOf([demand('a', { raisedAt: at(-0.5) }), demand('b', { raisedAt: at(-23.5) }), demand('c', { raisedAt: at(-25) })], undefined, NOW);
    expect([hours[23], hours[0], hours.reduce((sum, count) => sum + count, 0)]).to.deep.equal([1, 1, 2]);
  });
});

describe('whoever has to do with a demand', () => {
  it('are holder, earlier holders and the units of its place, and nobody else', () => {
    const one = demand('a', { held: ['old', 'street'], facts: { what: 'w', course: 'c', hidden: false, place: { name: 'p', path: { community: 'poplar', street: 'street' } } } });
    expect([...concernedUnits(one)].sort()).to.deep.equal(['old', 'poplar', 'street']);
    expect([isSeenBy(new Set(['poplar']), one), isSeenBy(new Set(['bureau']), one), isSeenBy(undefined, one)]).to.deep.equal([true, false, true]);
  });
});
