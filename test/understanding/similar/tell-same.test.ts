import { expect } from 'chai';
import { tellSame } from '../../../understanding/similar/tell-same.ts';

describe('two reports of one class at one place', () => {
  it('are of one matter when they name the same thing, however each tells it', () => {
    expect(tellSame('我们小区3号楼电梯坏了两天了，老人下不了楼', '3号楼的电梯坏了，一直不动，我电话19900000000', 'exact')).to.equal('same');
  });

  it('must share more when the place is a whole compound', () => {
    expect(tellSame('东门停车位被外来车占了', '地下车库道闸坏了进不去', 'wide')).to.equal('other');
    expect(tellSame('东门停车位被外来车占了', '东门的停车位老被外来车占着', 'wide')).to.equal('same');
  });

  it('are perhaps one in a single building even in quite other words, in a compound only with some in common', () => {
    expect(tellSame('单元门关不上', '门禁坏了，谁都能进', 'exact')).to.equal('perhaps');
    expect(tellSame('单元门关不上', '门禁坏了，谁都能进', 'wide')).to.equal('other');
    expect(tellSame('小广场音响吵得睡不着', '广场上每天晚上跳舞的音响太大', 'wide')).to.equal('perhaps');
  });

  it('are never one because of a number that is not the matter', () => {
    expect(tellSame('路灯不亮 电话19900000000', '楼道堆物 电话19900000000', 'wide')).to.equal('other');
  });

  it('say nothing without words', () => {
    expect(tellSame('', '路灯不亮', 'exact')).to.equal('other');
  });
});
