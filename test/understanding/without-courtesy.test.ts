import { expect } from 'chai';
import { createEngine } from '../../understanding/load.ts';
import { withoutCourtesy, withoutGreeting } from '../../understanding/without-courtesy.ts';

const MATTERS = ['电梯坏了', '楼道灯不亮', '小区没水了', '楼上漏水', '下水道堵了', '隔壁装修太吵', '井盖松动', '物业乱收费', '油烟味很重', '公交车不进站', '工资没发'];
const POLITELY: readonly ((matter: string) => string)[] = [
  (matter) => `${matter}，谢谢`,
  (matter) => `${matter}\n谢谢`,
  (matter) => `${matter} 辛苦了`,
  (matter) => `${matter}，麻烦处理一下`,
  (matter) => `${matter}，请尽快处理，谢谢！`,
  (matter) => `${matter}🙏`,
  (matter) => `各位领导好：${matter}，恳请解决，万分感谢！`,
  (matter) => `银杏花园3号楼${matter}`,
];

describe('what is said politely', () => {
  const understand = createEngine();
  const told = (text: string) => {
    const { intent, matters: [{ category, urgency }] } = understand(text, { now: new Date('2026-07-06T02:00:00Z') });
    return { intent, category, urgency };
  };

  for (const [nth, politely] of POLITELY.entries()) {
    it(`is the same matter: ${politely('…').replace('\n', ' ')}`, () => {
      for (const matter of MATTERS) expect(told(politely(matter)), `${nth} ${matter}`).to.deep.equal(told(matter));
    });
  }

  it('stays thanks where there is something to thank for, or nothing else', () => {
    expect(told('谢谢你们，井盖修好了').intent).to.equal('praise');
    expect(withoutCourtesy('路灯修好了，谢谢师傅')).to.equal('路灯修好了，谢谢师傅');
    expect(withoutCourtesy('好的谢谢')).to.equal('好的谢谢');
    expect(withoutGreeting('您好！')).to.equal('您好！');
  });

  it('is cut at its ends alone', () => {
    expect(withoutCourtesy('谢谢您上次帮忙，这次是电表坏了，麻烦看一下，谢谢！')).to.equal('谢谢您上次帮忙，这次是电表坏了，麻烦看一下，谢谢！');
    expect(withoutCourtesy('电表坏了，麻烦看一下，谢谢！')).to.equal('电表坏了');
    expect(withoutGreeting('李书记您好，电表坏了')).to.equal('李书记您好，电表坏了');
    expect(withoutGreeting('领导您好，电表坏了')).to.equal('电表坏了');
  });
});
