import { expect } from 'chai';
import fc from 'fast-check';
import type { Hotspot } from '../../../domain/hotspots/hotspot.ts';
import { DAY_MS } from '../../../domain/hotspots/hotspot.ts';
import { hotspotsIn } from '../../../domain/hotspots/hotspots.ts';
import { HotspotSettings } from '../../../domain/hotspots/settings.ts';
import { aFact, NOW, someFacts, twoWeeks, usual } from './some-facts.ts';

const found = (facts: Parameters<typeof hotspotsIn>[0], settings = usual, span = twoWeeks) => hotspotsIn(facts, settings, span);
const ofKind = (kind: Hotspot['kind'], facts: Parameters<typeof hotspotsIn>[0], settings = usual) => found(facts, settings).filter((one) => one.kind === kind);
const by = (...persons: string[]) => persons.map((person) => aFact({ persons: [person] }));

describe('a cluster', () => {
  it('is the same class at the same place from three different people', () => {
    const facts = by('wang', 'li', 'zhao');
    const [cluster, ...others] = found(facts);
    expect(others).to.deep.equal([]);
    expect(cluster).to.include({ kind: 'cluster', category: 'noise', place: 'house-2', grid: 'g1', count: 3, people: 3, danger: false, trend: 'new' });
    expect(cluster?.demandIds).to.have.members(facts.map(({ id }) => id));
    expect(cluster?.why).to.deep.equal([{ name: 'people', people: 3, days: 14 }]);
  });

  it('is none when one person writes ten times', () => expect(found(by(...Array.from({ length: 10 }, () => 'wang')))).to.deep.equal([]));

  it('counts those who joined one demand', () => expect(ofKind('cluster', [aFact({ persons: ['wang', 'li', 'zhao', 'wang'] })])[0]).to.include({ count: 4, people: 3 }));

  it('has the most precise place that all have in common', () => {
    const facts = [...by('wang', 'li'), aFact({ persons: ['zhao'], places: ['house-3', 'garden'], grid: 'g2' })];
    const [cluster] = ofKind('cluster', facts);
    expect(cluster).to.include({ place: 'garden', grid: undefined });
    expect(cluster?.places).to.deep.equal(['house-2', 'house-3']);
  });

  it('is one at once when there is danger, however few reported it', () => {
    const [cluster] = found([aFact({ urgency: 'danger', category: 'gas-supply' })]);
    expect(cluster).to.include({ kind: 'cluster', danger: true, people: 1 });
    expect(cluster?.why[0]).to.deep.equal({ name: 'danger', demands: 1 });
  });

  for (const [before, trend] of [[0, 'new'], [2, 'steady'], [4, 'steady'], [12, 'falling']] as const) {
    it(`is ${trend} when four reports follow ${before}`, () => {
      const earlier = Array.from({ length: before }, () => aFact({ daysAgo: 20 }));
      expect(ofKind('cluster', [...by('wang', 'li', 'zhao', 'qian'), ...earlier])[0]).to.include({ count: 4, before, trend });
    });
  }

  it('is rising when there are clearly more than before', () => expect(ofKind('cluster', [...by('a', 'b', 'c', 'd', 'e', 'f'), aFact({ daysAgo: 20 })])[0]?.trend).to.equal('rising'));

  it('needs as many people as the district wants', () => {
    const settings = HotspotSettings.parse({ cluster: { people: 4 } });
    expect(ofKind('cluster', by('wang', 'li', 'zhao'), settings)).to.deep.equal([]);
    expect(ofKind('cluster', by('wang', 'li', 'zhao', 'qian'), settings)).to.have.lengthOf(1);
  });
});

describe('a repeat', () => {
  const done = (daysAgo: number, doneDaysAgo: number) => aFact({ daysAgo, doneAt: NOW - doneDaysAgo * DAY_MS });

  it('is the same class at the same place again within 90 days after it was done', () => {
    const [earlier, again] = [done(60, 50), aFact({ daysAgo: 3 })];
    const [repeat] = found([earlier, again]);
    expect(repeat).to.include({ kind: 'repeat', place: 'house-2', count: 1 });
    expect(repeat?.demandIds).to.deep.equal([again.id, earlier.id]);
    expect(repeat?.why).to.deep.equal([{ name: 'again', demand: again.id, after: earlier.id, days: 47 }]);
  });

  it('is none after 90 days, at another house, before it was done, or of another class', () => {
    const again = { daysAgo: 3 };
    expect(found([done(120, 94), aFact(again)])).to.deep.equal([]);
    expect(found([done(60, 50), aFact({ ...again, places: ['house-3', 'garden'] })])).to.deep.equal([]);
    expect(found([done(60, 1), aFact(again)])).to.deep.equal([]);
    expect(found([done(60, 50), aFact({ ...again, category: 'lifts' })])).to.deep.equal([]);
  });

  it('is counted from the last time it was done', () => expect(found([done(100, 80), done(60, 50), aFact({ daysAgo: 3 })])[0]?.why[0]).to.include({ days: 47 }));

  it('takes no grid for a place', () => {
    expect(found([{ ...done(60, 50), places: [] }, aFact({ places: [] })])).to.deep.equal([]);
  });
});

describe('a common root', () => {
  const people = ['wang', 'li', 'zhao', 'qian', 'sun', 'wu'];
  const spread = (over: Parameters<typeof aFact>[0] = {}) => people.map((person, nth) => aFact({ daysAgo: 2 + nth * 7, places: [`house-${nth}`, `compound-${nth % 3}`], category: 'lifts', persons: [person], ...over }));

  it('is likely behind one class at several places over weeks that one unit would have to solve', () => {
    const [root] = ofKind('root', spread());
    expect(root).to.include({ unit: 'company', count: 6, people: 6, place: 'compound-0' });
    expect(root?.places).to.deep.equal(['compound-0', 'compound-1', 'compound-2']);
    expect(root?.why).to.deep.equal([{ name: 'places', places: 3, weeks: 6, unit: 'company' }]);
  });

  it('is none in one compound, in one week, or among units', () => {
    expect(ofKind('root', spread({ places: ['garden'] }))).to.deep.equal([]);
    expect(ofKind('root', spread({ daysAgo: 2 }))).to.deep.equal([]);
    expect(ofKind('root', spread().map((fact, nth) => ({ ...fact, unit: `unit-${nth}` })))).to.deep.equal([]);
  });

  it('is not shown for fewer than three people', () => {
    expect(ofKind('root', spread().map((fact, nth) => ({ ...fact, persons: [nth % 2 === 0 ? 'wang' : 'li'] })))).to.deep.equal([]);
  });
});

describe('what piles up', () => {
  it('does not depend on the order of demands', () => {
    fc.assert(
      fc.property(someFacts.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))), ([facts, shuffled]) => {
        expect(found(shuffled)).to.deep.equal(found(facts));
      }),
    );
  });

  it('is not changed by a demand of another class', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 0, max: 200 }), (facts, daysAgo) => {
        const unrelated = aFact({ category: 'wages', daysAgo, places: ['road'], grid: 'g2' });
        expect(found([...facts, unrelated])).to.deep.equal(found(facts));
      }),
    );
  });

  it('shows nothing of fewer people than may be shown, but for danger and what came back', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { people, danger, kind } of found(facts)) expect(people >= 3 || (danger && kind === 'cluster') || kind === 'repeat').to.equal(true);
      }),
    );
  });

  it('names only demands that there are, each once', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const known = new Set(facts.map(({ id }) => id));
        for (const { demandIds } of found(facts)) {
          expect(new Set(demandIds).size).to.equal(demandIds.length);
          expect(demandIds.every((id) => known.has(id))).to.equal(true);
        }
      }),
    );
  });

  it('puts danger first', () => {
    const facts = [...by('wang', 'li', 'zhao', 'qian'), aFact({ urgency: 'danger', category: 'gas-supply' })];
    expect(found(facts).map(({ category }) => category)).to.deep.equal(['gas-supply', 'noise']);
  });
});
