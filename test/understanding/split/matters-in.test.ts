import { expect } from 'chai';
import fc from 'fast-check';

import { readMattersIn } from '../../../understanding/load.ts';
import { clausesOf } from '../../../understanding/split/clauses.ts';

const mattersIn = readMattersIn('.');

describe('the matters of an utterance', () => {
  for (const [text, parts] of [
    ['路灯坏了，还有垃圾没人收', ['路灯坏了，', '还有垃圾没人收']],
    ['1、电梯坏了三天。2、垃圾没人收。3、停车乱停', ['1、电梯坏了三天。', '2、垃圾没人收。', '3、停车乱停']],
    ['楼道灯不亮，另外门口的狗到处乱叫', ['楼道灯不亮，', '另外门口的狗到处乱叫']],
    ['路灯不亮 电梯也停了', ['路灯不亮 ', '电梯也停了']],
    ['垃圾三天没拉 顺便路灯也坏了', ['垃圾三天没拉 ', '顺便路灯也坏了']],
  ] as const) {
    it(`are told apart in ${text}`, () => expect(mattersIn(text)).to.deep.equal(parts));
  }

  for (const text of [
    '电梯坏了三天，物业说在等配件，老人下不了楼',
    '楼上漏水，我家天花板都发霉了，找了物业也不管',
    '垃圾没人收，臭死了，影响生活，希望尽快处理',
    '门口的路灯坏了\n银杏花园2号楼\n三天了，老人摔了一跤',
    '楼下烧烤店油烟大得很，跟他说了三回也不听，窗户都不敢开',
    '你好',
    '',
  ]) {
    it(`are one in ${text}`, () => expect(mattersIn(text)).to.deep.equal([text]));
  }

  it('lose no word', () => {
    const pieces = fc.constantFrom('路灯坏了', '，', '。', '还有', '垃圾没人收', '另外', '电梯停了', '\n', ' ', '1、', 'the lift is out. ', '狗叫');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(mattersIn(text).join('')).to.equal(text);
        expect(clausesOf(text).join('')).to.equal(text);
      }),
    );
  });
});
