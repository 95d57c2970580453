import { expect } from 'chai';

import { createFindNames } from '../../../../understanding/masking/names/find-names.ts';
import { packNameWeights, readNameWeights } from '../../../../understanding/masking/names/name-weights.ts';
import { markedLesson } from '../../../../understanding/masking/names/training/name-lessons.ts';
import { trainNames } from '../../../../understanding/masking/names/training/train-names.ts';

const lessons = {
  marked: [{ text: '隔壁孟凡林天天吵', names: ['孟凡林'] }, { text: '找一下陆小满', names: ['陆小满'] }, { text: '路灯坏了', names: [] }],
  ordinary: ['隔壁天天吵到半夜', '楼下烧烤店的烟往我家灌', '物业的师傅一直没来', '高空抛物没人管'],
};

describe('learning what names are', () => {
  it('gives the same weights from the same lessons, and they are read as they were written', () => {
    const bytes = packNameWeights(trainNames(lessons));
    expect(Buffer.from(packNameWeights(trainNames(lessons))).equals(bytes)).to.equal(true);
    expect(createFindNames(readNameWeights(bytes), [])('隔壁孟凡林天天吵')).to.deep.equal([{ start: 2, end: 5 }]);
  }).timeout(60_000);

  it('takes every place where a marked name stands, the longer of two that overlap', () => {
    expect(markedLesson('李明和李明华，还有李明', ['李明', '李明华']).names).to.deep.equal([{ start: 0, end: 2 }, { start: 3, end: 6 }, { start: 9, end: 11 }]);
  });
});
