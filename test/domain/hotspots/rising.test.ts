import { expect } from 'chai';
import { chanceOf } from '../../../domain/hotspots/chance.ts';
import type { HotspotFact } from '../../../domain/hotspots/hotspot.ts';
import { DAY_MS, WEEK_MS } from '../../../domain/hotspots/hotspot.ts';
import { rising } from '../../../domain/hotspots/rising.ts';
import { HotspotSettings } from '../../../domain/hotspots/settings.ts';
import { aFact, NOW, twoWeeks, usual } from './some-facts.ts';

const PEOPLE = ['wang', 'li', 'zhao', 'qian', 'sun'];

/** So many demands in a week so many weeks ago, by different people, spread over its days. */
function week(weeksAgo: number, count: number, over: Partial<HotspotFact> = {}): HotspotFact[] {
  return Array.from({ length: count }, (_, nth) => aFact({ ...over, at: NOW - weeksAgo * WEEK_MS - (((nth * 0.618) % 1) * 7 + 0.01) * DAY_MS * 0.99, persons: [PEOPLE[nth % PEOPLE.length]!] }));
}

const weeks = (count: number, over?: Partial<HotspotFact>) => Array.from({ length: 8 }, (_, nth) => week(nth + 1, count, over)).flat();

describe('what rises', () => {
  it('is more than the eight weeks before lead one to expect', () => {
    const [found] = rising([...weeks(2), ...week(0, 12)], usual, twoWeeks);
    expect(found).to.include({ kind: 'rising', category: 'noise', place: 'g1', count: 12, before: 2, trend: 'rising' });
    expect(found?.why[0]).to.include({ name: 'expected', demands: 12, expected: 2.06, weeks: 8, season: 1 });
  });

  it('is nothing when there is as much as always, or a little more', () => {
    expect(rising([...weeks(4), ...week(0, 4)], usual, twoWeeks)).to.deep.equal([]);
    expect(rising([...weeks(4), ...week(0, 7)], usual, twoWeeks)).to.deep.equal([]);
  });

  it('compares weekdays with weekdays', () => {
    const settings = HotspotSettings.parse({ rising: { days: 1 } });
    const onThisWeekday = Array.from({ length: 8 }, (_, nth) => Array.from({ length: 6 }, (_one, k) => aFact({ at: NOW - (nth + 1) * WEEK_MS - 3600_000 * (k + 1), persons: [PEOPLE[k % 5]!] }))).flat();
    const today = Array.from({ length: 7 }, (_, k) => aFact({ at: NOW - 3600_000 * (k + 1), persons: [PEOPLE[k % 5]!] }));
    expect(rising([...onThisWeekday, ...today], settings, twoWeeks)).to.deep.equal([]);
    expect(rising([...onThisWeekday.map((fact) => ({ ...fact, at: fact.at - 3 * DAY_MS })), ...today], settings, twoWeeks)).to.have.lengthOf(1);
  });

  it('expects what a year ago came with the season', () => {
    const lastYear = [...Array.from({ length: 8 }, (_, nth) => week(52 + nth + 1, 20, { grid: 'g9' })).flat(), ...week(52, 70, { grid: 'g9' })];
    expect(rising([...weeks(4), ...week(0, 14)], usual, twoWeeks)).to.have.lengthOf(1);
    expect(rising([...weeks(4), ...week(0, 14), ...lastYear], usual, twoWeeks)).to.deep.equal([]);
  });

  it('is silent while the record is short, for few demands, and for few people', () => {
    const facts = [...weeks(1), ...week(0, 12)];
    expect(rising(facts, usual, { ...twoWeeks, recordedSince: NOW - 30 * DAY_MS })).to.deep.equal([]);
    expect(rising(week(0, 4), usual, twoWeeks)).to.deep.equal([]);
    expect(rising(facts.map((fact) => ({ ...fact, persons: ['wang'] })), usual, twoWeeks)).to.deep.equal([]);
  });
});

describe('a false alarm', () => {
  const random = seeded(20_261_120);

  for (const rate of [0.3, 1, 3, 10, 40]) {
    it(`comes no more often than one says when ${rate} a week are usual`, () => {
      for (const chance of [0.001, 0.01]) {
        const cells = 40_000;
        let alarms = 0;
        for (let cell = 0; cell < cells; cell++) {
          let seen = 0;
          for (let nth = 0; nth < 8; nth++) seen += poisson(rate, random);
          const count = poisson(rate, random);
          if (count >= usual.rising.demands && chanceOf(count, seen, 8) <= chance) alarms++;
        }
        expect(alarms / cells).to.be.at.most(chance * 1.3 + 3 * Math.sqrt(chance / cells));
      }
    });
  }

  it('is not bought with blindness: four times as much is seen', () => {
    let seenIt = 0;
    for (let cell = 0; cell < 2000; cell++) {
      let seen = 0;
      for (let nth = 0; nth < 8; nth++) seen += poisson(5, random);
      if (chanceOf(poisson(20, random), seen, 8) <= usual.rising.chance) seenIt++;
    }
    expect(seenIt / 2000).to.be.greaterThan(0.85);
  });
});

function poisson(rate: number, random: () => number): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
