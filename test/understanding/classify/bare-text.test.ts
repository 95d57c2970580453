import { expect } from 'chai';

import { bareText, withoutSalutation } from '../../../understanding/classify/bare-text.ts';

describe('the bare text', () => {
  it('is simplified, lower case, without blanks, and all numbers are alike', () => {
    expect(bareText('樓下 KTV 吵到 23點')).to.equal('楼下ktv吵到0点');
  });

  it('does not know hidden places', () => {
    expect(bareText('A3区路灯坏了')).to.equal('路灯坏了');
  });

  it('reads English as the words it stands for', () => {
    expect(bareText('No water in building 5')).to.include('停水');
  });
});

describe('a letter without its salutation', () => {
  for (const [letter, rest] of [
    ['尊敬的领导：您好！我家门口的路灯坏了很久', '我家门口的路灯坏了很久'],
    ['教育局：我家孩子今年上小学，想问划片', '我家孩子今年上小学，想问划片'],
    ['您好，楼上天天装修吵得睡不着', '楼上天天装修吵得睡不着'],
    ['去了三次社保局，每次说法都不一样', '去了三次社保局，每次说法都不一样'],
    ['你好', '你好'],
  ] as const) {
    it(`begins with the matter: ${letter}`, () => expect(withoutSalutation(letter)).to.equal(rest));
  }
});
