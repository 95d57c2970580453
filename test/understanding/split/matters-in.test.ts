import { expect } from 'chai';
import fc from 'fast-check';

import { readMattersIn } from '../../../understanding/load.ts';
import { clausesOf } from '../../../understanding/split/clauses.ts';

const mattersIn = readMattersIn('.');

describe('the matters of an utterance', () => {
  for (const [text, parts] of [
    ['路灯坏了，还有垃圾没人收', ['路灯坏了，', '还有垃圾没人收']],
    ['1、电梯坏了三天。2、垃圾没人收。3、停车乱停', ['1、电梯坏了三天。', '2、垃圾没人收。', '3、停车乱停']],
    ['现就小区的几个问题反映如下：一、路灯坏了。二、垃圾没人收。三、电梯老停', ['现就小区的几个问题反映如下：一、路灯坏了。', '二、垃圾没人收。', '三、电梯老停']],
    ['你好，反映三个问题：1.小区改造没人管。2.楼上养鸡。3.快递柜坏了', ['你好，反映三个问题：1.小区改造没人管。', '2.楼上养鸡。', '3.快递柜坏了']],
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
    '致枫荷街道领导：现就静川家园改造反映以下情况：一、外墙刚刷的漆已经脱落。二、楼道的灯拆了没装回来。三、建筑垃圾堆在3号楼门口没人拉。',
    '关于银杏花园老旧小区改造的几个问题：1.楼道窗户没装回来。2.路面挖开三个月没填。3.工人乱停车。',
    '我们小区改造留下三个问题：一是路面没填平，二是下水堵，三是灯没装',
    '加装电梯施工有几个问题，1、早上六点就开工吵，2、材料堆在消防通道，3、没有围挡',
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
