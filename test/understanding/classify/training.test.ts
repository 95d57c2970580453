import { expect } from 'chai';

import { createLinearModel, packModel, readModel } from '../../../understanding/classify/linear-model.ts';
import { trainModel, type Lesson } from '../../../understanding/classify/training/train-model.ts';

const settings = { labels: ['water', 'light'], leastGroups: 1, mostRuns: 1000, rarityPower: 1, cost: 1, rounds: 20, topics: 2 };
const lessons: Lesson[] = ['停水两天', '没水喝', '水管爆了', '水压太低'].map((bare, at) => lesson(bare, 'water', at)).concat(
  ['路灯坏了', '灯不亮', '没有路灯', '路灯白天亮'].map((bare, at) => lesson(bare, 'light', at + 10)),
);

function lesson(bare: string, label: string, group: number): Lesson {
  return { bare, label, group: String(group), cost: 1, whole: true };
}

describe('training', () => {
  it('learns to tell texts it has not seen', () => {
    const model = createLinearModel(trainModel(lessons, settings));
    const [water = 0, light = 0] = model.score('家里停水了');
    expect(water).to.be.above(light);
    expect([...model.score('楼下路灯')].indexOf(Math.max(...model.score('楼下路灯')))).to.equal(1);
  });

  it('gives the same bytes for the same texts', () => {
    expect(packModel(trainModel(lessons, settings))).to.deep.equal(packModel(trainModel(lessons, settings)));
  });

  it('is read back as it was written', () => {
    const numbers = trainModel(lessons, settings);
    const [direct, read] = [createLinearModel(numbers), readModel(packModel(numbers))];
    expect([...read.score('没水')]).to.deep.equal([...direct.score('没水')]);
  });

  it('leaves out runs of characters that too few groups have', () => {
    const numbers = trainModel([...lessons, lesson('怪', 'water', 99)], { ...settings, leastGroups: 2 });
    expect(createLinearModel(numbers).score('怪')[0]).to.equal(0);
  });

  it('leans to the label that most texts have, and says so only when asked', () => {
    const more = ['水表坏了', '水费太高', '自来水发黄', '没有热水'].map((bare, at) => lesson(bare, 'water', at + 20));
    const numbers = trainModel([...lessons, ...more], { ...settings, leanings: true });
    const [water = 0, light = 0] = readModel(packModel(numbers)).leanings;
    expect(water).to.be.above(light);
    expect(water + light).to.be.closeTo(0, 1e-9);
    expect(readModel(packModel(trainModel(lessons, settings))).leanings).to.deep.equal([]);
  });

  it('keeps no more runs than asked', () => {
    expect(trainModel(lessons, { ...settings, mostRuns: 5 }).hashes).to.have.length(5);
  });
});
