import { expect } from 'chai';

import { createSimilarity, type Told } from '../../../understanding/similar/similarity.ts';

describe('the same matter', () => {
  const day = (many: number): Date => new Date(Date.UTC(2025, 5, 1 + many));
  const told = (id: string, text: string, over: Partial<Told> = {}): Told => ({ id, at: day(0), text, ...over });

  function knowing(...earlier: readonly Told[]): ReturnType<typeof createSimilarity> {
    const similarity = createSimilarity();
    const others = ['物业费乱涨价没有公示', '学校食堂饭菜太难吃', '公交车半天不来一趟', '楼上装修电钻吵得头痛', '小广告贴满了楼道', '遛狗的不牵绳子'];
    others.forEach((text, at) => similarity.add(told(`other-${at}`, text)));
    for (const one of earlier) similarity.add(one);
    return similarity;
  }

  it('is found in other words at the same place', () => {
    const similarity = knowing(told('a', '望江街烧烤摊半夜占道油烟很大', { place: 'river' }));
    expect(similarity.ask(told('b', '望江街的烧烤摊又占道了，油烟熏人', { place: 'river', at: day(1) })).sameAs).to.equal('a');
  });

  it('is found when it is the second message ever', () => {
    const similarity = createSimilarity();
    similarity.add(told('a', '翠湖小区3号楼电梯坏了三天没人修', { place: 'lake' }));
    expect(similarity.ask(told('b', '我们翠湖小区三栋的电梯已经坏了三天，物业不管', { place: 'lake', at: day(1) })).sameAs).to.equal('a');
    expect(similarity.ask(told('c', '翠湖小区3号楼的路灯晚上不亮', { place: 'lake', at: day(1) })).sameAs).to.equal(undefined);
  });

  it('is not the same at another place', () => {
    const similarity = knowing(told('a', '烧烤摊半夜占道油烟很大', { place: 'river' }));
    expect(similarity.ask(told('b', '烧烤摊半夜占道油烟很大', { place: 'wutong', at: day(1) })).sameAs).to.equal(undefined);
  });

  it('is not another matter of the same place', () => {
    const similarity = knowing(told('a', '望江街烧烤摊半夜占道油烟很大', { place: 'river' }));
    expect(similarity.ask(told('b', '望江街路灯坏了看不见路', { place: 'river', at: day(1) })).sameAs).to.equal(undefined);
  });

  it('is not what lies before the window, nor what is gone', () => {
    const similarity = knowing(told('a', '望江街烧烤摊半夜占道油烟很大'));
    const again = told('b', '望江街烧烤摊半夜占道油烟很大', { at: day(1) });
    expect(similarity.ask({ ...again, at: day(400) }).sameAs).to.equal(undefined);
    similarity.remove('a');
    expect(similarity.ask(again).sameAs).to.equal(undefined);
  });

  it('does not chain strangers by phrases that frame every letter', () => {
    const similarity = knowing(told('a', '尊敬的领导您好，希望有关部门尽快处理解决，给予回复，感谢！路灯坏了'));
    const asked = similarity.ask(told('b', '尊敬的领导您好，希望有关部门尽快处理解决，给予回复，感谢！井盖丢了', { at: day(1) }));
    expect(asked.sameAs).to.equal(undefined);
  });
});
