import { expect } from 'chai';

import { packModel, readModel } from '../../../understanding/classify/linear-model.ts';
import { packSparse, readSparse } from '../../../understanding/classify/sparse-model.ts';
import { trainModel } from '../../../understanding/classify/training/train-model.ts';

const settings = { labels: ['water', 'light', 'lift'], leastGroups: 1, mostRuns: 1000, rarityPower: 1, cost: 1, rounds: 20, topics: 0 };
const numbers = trainModel(
  [['停水两天', 'water'], ['水管爆了', 'water'], ['水压太低', 'water'], ['路灯坏了', 'light'], ['灯不亮', 'light'], ['电梯停了', 'lift'], ['困在电梯里', 'lift']].map(
    ([bare = '', label = ''], at) => ({ bare, label, group: String(at), cost: 1, whole: true }),
  ),
  settings,
);
const ALL = { steps: 15 };

function likeliest(scores: Float64Array): number {
  return scores.indexOf(Math.max(...scores));
}

describe('a table of the weightiest entries alone', () => {
  it('answers much like the whole table', () => {
    const [whole, sparse] = [readModel(packModel(numbers)), readSparse(packSparse(numbers, ALL))];
    for (const text of ['又停水了', '楼下的灯坏了', '电梯又坏了']) {
      const expected = [...whole.score(text)];
      expect(likeliest(sparse.score(text))).to.equal(likeliest(Float64Array.from(expected)));
      [...sparse.score(text)].forEach((score, label) => expect(score).to.be.closeTo(expected[label] ?? 0, 0.15));
    }
  });

  it('is smaller the fewer entries it may keep, and keeps what matters most', () => {
    const small = packSparse(numbers, { ...ALL, entries: 12 });
    expect(small.length).to.be.below(packSparse(numbers, ALL).length);
    expect(likeliest(readSparse(small).score('水'))).to.equal(0);
  });

  it('keeps what each label is leant to', () => {
    const leanings = [0.5, -0.25, -0.25];
    expect(readSparse(packSparse({ ...numbers, leanings }, ALL)).leanings).to.deep.equal(leanings);
  });

  it('has the same bytes for the same numbers', () => {
    expect(packSparse(numbers, ALL)).to.deep.equal(packSparse(numbers, ALL));
  });

  it('reads a table with all its entries too, as earlier versions wrote it', () => {
    expect([...readSparse(packModel(numbers)).score('停水')]).to.deep.equal([...readModel(packModel(numbers)).score('停水')]);
  });

  it('refuses a file that is cut short', () => {
    expect(() => readSparse(packSparse(numbers, ALL).subarray(0, -8))).to.throw();
  });
});
