import { expect } from 'chai';
import fc from 'fast-check';

import { mattersIn } from '../../../understanding/split/matters-in.ts';

describe('the matters of an utterance', () => {
  for (const [text, many] of [
    ['路灯坏了，还有垃圾没人收', 2],
    ['1、电梯坏了三天。2、垃圾没人收。3、停车乱停', 3],
    ['楼道灯不亮，另外门口的狗到处乱叫', 2],
    ['电梯坏了三天，物业说在等配件，老人下不了楼', 1],
    ['楼上漏水，我家天花板都发霉了，找了物业也不管', 1],
    ['垃圾没人收，臭死了，影响生活，希望尽快处理', 1],
    ['你好', 1],
  ] as const) {
    it(`are ${many} in ${text}`, () => expect(mattersIn(text)).to.have.length(many));
  }

  it('lose no word', () => {
    const pieces = fc.constantFrom('路灯坏了', '，', '。', '还有', '垃圾没人收', '另外', '电梯停了', '\n', '1、');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        expect(mattersIn(parts.join('')).join('')).to.equal(parts.join(''));
      }),
    );
  });
});
