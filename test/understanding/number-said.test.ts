import { expect } from 'chai';

import { countSaid, numberSaid } from '../../understanding/number-said.ts';

describe('a number said', () => {
  for (const [said, number] of [['十二', 12], ['二百零五', 205], ['五零一', 501], ['501', 501], ['廿三', 23], ['俩', 2], ['仨', 3], ['三万', 30_000]] as const) {
    it(`is ${number} as ${said}`, () => expect(numberSaid(said)).to.equal(number));
  }
  for (const said of ['', '好几', '三四五六七八九十百千万一二三', '楼']) {
    it(`is none as “${said}”`, () => expect(numberSaid(said)).to.equal(undefined));
  }

  for (const [said, count] of [['半', 0.5], ['几', 3], ['十来', 10], ['小十', 10], ['二十多', 20], ['两三', 2.5], ['三五', 4], ['二三十', 25], ['十五六', 15.5], ['3-4', 3.5], ['三到八', 5.5], ['八二', 82], ['1.5', 1.5]] as const) {
    it(`is more or less ${count} as ${said}`, () => expect(countSaid(said)).to.equal(count));
  }
});
