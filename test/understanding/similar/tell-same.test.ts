import { expect } from 'chai';
import { tellSame } from '../../../understanding/similar/tell-same.ts';

describe('two reports of one class at one place', () => {
  it('are of one matter when they name the same thing, however each tells it', () => {
    expect(tellSame('我们小区3号楼电梯坏了两天了，老人下不了楼', '3号楼的电梯坏了，一直不动，我电话19900000000', 'exact')).to.be.true;
  });

  it('must share more when the place is a whole compound', () => {
    expect(tellSame('东门停车位被外来车占了', '地下车库道闸坏了进不去', 'wide')).to.be.false;
    expect(tellSame('东门停车位被外来车占了', '东门的停车位老被外来车占着', 'wide')).to.be.true;
  });

  it('are never one because of a number that is not the matter', () => {
    expect(tellSame('路灯不亮 电话19900000000', '楼道堆物 电话19900000000', 'exact')).to.be.false;
  });

  it('say nothing without words', () => {
    expect(tellSame('', '路灯不亮', 'exact')).to.be.false;
  });
});
