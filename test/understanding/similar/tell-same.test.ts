import { expect } from 'chai';

import { readClassScores } from '../../../understanding/load.ts';
import { createTellSame } from '../../../understanding/similar/tell-same.ts';
import type { TwoReports } from '../../../understanding/understanding.ts';

const tellSame = createTellSame(readClassScores('.'));

function told(earlier: string, later: string, where: TwoReports['where'] = 'building', others: Partial<TwoReports> = {}) {
  return tellSame({ earlier, later, where, hours: 5, sameClass: true, ...others });
}

describe('two reports of one place', () => {
  it('are surely of one matter when they name the same thing, however each tells it', () => {
    expect(told('我们小区3号楼电梯坏了两天了，老人下不了楼', '3号楼的电梯坏了，一直不动，我电话19900000000').sure).to.equal(true);
  });

  it('must share more when the place is a whole compound, and are never sure when one place is within the other', () => {
    const lamps = ['门口的路灯坏了三天', '门口那排路灯坏了好几天了'] as const;
    expect(told(...lamps, 'place').sure).to.equal(true);
    expect(told(...lamps, 'within').sure).to.equal(false);
    expect(told('东门停车位被外来车占了', '地下车库道闸坏了进不去', 'place').sure).to.equal(false);
  });

  it('are likely of one matter in words of which no two are the same', () => {
    expect(told('电梯坏了，卡在九楼不动', '又趴窝了，我抱着孩子从二十六楼走下来的').likely).to.be.above(0.5);
    expect(told('垃圾桶满得冒尖了', '垃圾还是没人拉，臭得很', 'place', { hours: 30 }).likely).to.be.above(0.5);
  });

  it('are not likely when they tell of different things', () => {
    expect(told('电梯坏了，卡在九楼不动', '楼道里有人养鸡，天天打鸣', 'building', { sameClass: false }).likely).to.be.below(0.2);
  });

  it('are the less likely the longer ago one was told', () => {
    const [soon, late] = [2, 300].map((hours) => told('路灯不亮', '路灯坏了', 'place', { hours }).likely);
    expect(late).to.be.below(soon ?? 0);
  });

  it('are never one because of a number that is not the matter', () => {
    expect(told('路灯不亮 电话19900000000', '楼道堆物 电话19900000000', 'place').sure).to.equal(false);
  });

  it('say nothing without words', () => {
    expect(told('', '路灯不亮')).to.deep.equal({ sure: false, likely: 0 });
  });
});
