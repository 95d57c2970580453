import { expect } from 'chai';
import fc from 'fast-check';

import { summaryOf } from '../../../understanding/summary/summary-of.ts';
import { tellsOfDanger } from '../../../understanding/urgency/urgency-of.ts';

describe('the summary', () => {
  const told: readonly [text: string, line: string][] = [
    ['您好，请问一下楼道灯坏了找谁修？谢谢', '楼道灯坏了找谁修'],
    ['尊敬的领导：我要反映小区门口的路灯坏了。望尽快处理。', '小区门口的路灯坏了'],
    ['你好！我是本小区业主。3栋电梯又坏了，老人下不了楼。麻烦了🙏', '3栋电梯又坏了，老人下不了楼'],
    ['致枫荷街道领导：我是静川家园的业主，现就静川家园改造反映以下情况：一、外墙刚刷的漆已经脱落。二、楼道的灯没装回来。', '静川家园改造：外墙刚刷的漆已经脱落等'],
    ['我是银杏花园业主，有三件事：一、路灯坏了', '路灯坏了'],
    ['着火了！快来', '着火了，快来'],
    ['嗯', '嗯'],
    ['2号楼门禁坏了\n2号楼门禁坏了', '2号楼门禁坏了'],
    ['我叫〔姓名〕，电话〔电话〕，身份证〔证件号〕，住银杏花园3号楼〔房号〕，楼上那家弄得我们天天没法睡', '楼上那家弄得我们天天没法睡'],
    ['我想反映的问题是这样的：二楼的住户把阳台改成了厨房', '二楼的住户把阳台改成了厨房'],
    ['电话〔电话〕', '电话〔电话〕'],
    ['我跟你说啊 就是我们家楼底下那个下水道堵了三天了', '我们家楼底下那个下水道堵了三天了'],
    ['我跟你讲个事，还有啊，那个，路灯又不亮', '路灯又不亮'],
    ['The street light in front of building 2 has been broken since Monday.', 'The street light in front of building 2 has been broken since Monday'],
    ['My neighbour upstairs plays the drums every single night until well after midnight and nobody in the office does anything', 'My neighbour upstairs plays the drums every single night until well after…'],
  ];
  for (const [text, line] of told) it(`of ${text} is ${line}`, () => expect(summaryOf(text)).to.equal(line));

  it('of a long letter is its matter, not its greeting', () => {
    const letter = `尊敬的各位领导：\n您好！${'感谢百忙之中阅读此信。'.repeat(3)}\n锦绣花园西侧的搅拌站每天半夜生产，噪声和粉尘让人没法睡。${'我们多次反映。'.repeat(1500)}此致敬礼`;
    expect(summaryOf(letter)).to.match(/搅拌站/);
  });

  const dangers: readonly [text: string, line: string][] = [
    ['有人要跳楼！在银杏花园6号楼楼顶', '有人要跳楼，在银杏花园6号楼楼顶'],
    ['银杏花园6号楼电梯坏了一个月没人修。有人晕倒了', '有人晕倒了'],
    ['我是银杏花园的，就在6号楼那个小卖部旁边，往里走第二个门，昨天晚上开始楼上就一直吵，刚才听见里面有人喊救命，燃气味很重', '燃气味很重'],
    ['路灯坏了，没人修', '路灯坏了，没人修'],
  ];
  for (const [text, line] of dangers) it(`of ${text} keeps the danger`, () => expect(summaryOf(text, tellsOfDanger)).to.include(line));

  it('is one line no wider than 40 Chinese characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const summary = summaryOf(text);
        const latin = summary.match(/[\u0000-\u024f]/g) ?? [];
        expect(Array.from(summary).length - latin.length / 2).to.be.at.most(40);
        expect(summary).not.to.include('\n');
      }),
    );
  });

  it('leaves out the number of a list before it, and keeps other numbers', () => {
    for (const [said, line] of [['1. 路灯不亮', '路灯不亮'], ['2、下水道堵了', '下水道堵了'], ['第一，楼道灯不亮', '楼道灯不亮'], ['（二）垃圾没人收', '垃圾没人收'], ['①井盖坏了', '井盖坏了'], ['1) the lamp is broken', 'the lamp is broken'], ['1.5米宽的路占了一半', '1.5米宽的路占了一半'], ['3号楼停水', '3号楼停水'], ['第一个路口的灯坏了', '第一个路口的灯坏了']] as const) {
      expect(summaryOf(said)).to.equal(line);
    }
  });
});
