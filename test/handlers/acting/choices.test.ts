import { expect } from 'chai';
import { choicesIn } from '../../../handlers/acting/choices.ts';

describe('what can be chosen from a message', () => {
  it('is the numbered answers of its question, as buttons show them', () => {
    expect(choicesIn('编号 10001。\n对这次办理满意吗？\n1 满意\n2 基本满意\n3 不满意（可以写上原因）')).to.deep.equal([{ label: '满意', says: '1' }, { label: '基本满意', says: '2' }, { label: '不满意', says: '3' }]);
  });

  it('is not the lines of a card', () => {
    expect(choicesIn('【已登记】编号 10001\n1 事情：路灯坏了\n2 地点：银杏花园2号楼\n3 时间：（未说）')).to.deep.equal([]);
  });

  it('is the commands that need nothing added', () => {
    expect(choicesIn('请回复：报到 10001（不属本单位职责：退回 10001 依据）')).to.deep.equal([{ label: '报到', says: '报到 10001' }]);
    expect(choicesIn('回复：同意 10001 或 不同意 10001').map(({ says }) => says)).to.include('同意 10001');
  });

  it('is nothing where there is nothing', () => {
    for (const text of ['', '谢谢', '编号 10001：社区已接单，预计明天前办结。', '1\n2\n3']) expect(choicesIn(text), text).to.deep.equal([]);
  });
});
