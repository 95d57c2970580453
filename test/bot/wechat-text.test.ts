import { expect } from 'chai';
import { calls, replyIn, withoutCalls } from '../../bot/wechat-text.ts';

const dashes = '- - - - - - - - - - - - - - -';

describe('a text of WeChat', () => {
  for (const [text, reply] of [
    [`「小齐：路灯坏了」\n${dashes}\n#上报`, { text: '#上报', quote: { text: '路灯坏了' } }],
    [`「小齐：他说「不行」」\n${dashes}\n知道了`, { text: '知道了', quote: { text: '他说「不行」' } }],
    [`「小齐: \n第一\n第二」\n${dashes}\n1\n2`, { text: '1\n2', quote: { text: '第一\n第二' } }],
    ['「杨树里」在哪里', { text: '「杨树里」在哪里' }],
    [`价目\n${dashes}\n十元`, { text: `价目\n${dashes}\n十元` }],
  ] as const) {
    it(`is taken apart or left whole: ${text.slice(0, 12)}`, () => expect(replyIn(text)).to.deep.equal(reply));
  }

  for (const [text, left] of [
    ['@小哨\u2005路灯坏了', '路灯坏了'],
    ['路灯坏了 @小哨', '路灯坏了'],
    ['@小哨路灯坏了', '路灯坏了'],
    ['@小哨子 @小哨 路灯坏了', '@小哨子 路灯坏了'],
    ['@Bot.(1) hi', '@Bot.(1) hi'],
  ] as const) {
    it(`loses only the bot's name: ${text}`, () => expect(withoutCalls(text, ['小哨'])).to.equal(left));
  }

  it('calls somebody only by the whole name', () => {
    expect(calls('@小哨 在吗', ['小哨'])).to.equal(true);
    expect(calls('@小哨子 在吗', ['小哨'])).to.equal(false);
    expect(calls('@a.b hi', ['a.b'])).to.equal(true);
    expect(calls('@axb hi', ['a.b'])).to.equal(false);
  });
});
