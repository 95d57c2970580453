import { expect } from 'chai';
import fc from 'fast-check';

import { summaryOf } from '../../../understanding/summary/summary-of.ts';

describe('the summary', () => {
  const told: readonly [text: string, line: string][] = [
    ['您好，请问一下楼道灯坏了找谁修？谢谢', '楼道灯坏了找谁修'],
    ['尊敬的领导：我要反映小区门口的路灯坏了。望尽快处理。', '小区门口的路灯坏了'],
    ['你好！我是本小区业主。3栋电梯又坏了，老人下不了楼。麻烦了🙏', '3栋电梯又坏了，老人下不了楼'],
    ['着火了！快来', '着火了，快来'],
    ['嗯', '嗯'],
  ];
  for (const [text, line] of told) it(`of ${text} is ${line}`, () => expect(summaryOf(text)).to.equal(line));

  it('of a long letter is its matter, not its greeting', () => {
    const letter = `尊敬的各位领导：\n您好！${'感谢百忙之中阅读此信。'.repeat(3)}\n锦绣花园西侧的搅拌站每天半夜生产，噪声和粉尘让人没法睡。${'我们多次反映。'.repeat(1500)}此致敬礼`;
    expect(summaryOf(letter)).to.match(/搅拌站/);
  });

  it('is one line of at most 40 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(Array.from(summaryOf(text)).length).to.be.at.most(40);
        expect(summaryOf(text)).not.to.include('\n');
      }),
    );
  });
});
