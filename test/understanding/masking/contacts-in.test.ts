import { expect } from 'chai';

import { contactsIn } from '../../../understanding/masking/contacts-in.ts';
import { markedBy } from '../../support/marked-text.ts';

describe('addresses and accounts', () => {
  const told = ['邮箱【abc.def@qq.com】', '邮箱【abc.def 艾特 163点com】', '微信【abc_2020】', '加一下 【xjq_6631】', '加QQ说【1062938457】', '微信号：【wxid-123abc】', '我微信是【lanlan-0703xx】', '加我v【lucky888】', 'V：【lucky888】', '绿泡泡【lanlan0703】', '我QQ【30718426】', '扣扣号【3071842659】', '抖音号【dy88231】', '薇❤【lucky888】', 'Q:【88213344】', '我邮箱【abc88 at 126点com】', '邮箱【abc88 at qq.com】', '微信改名了 原来是 【wuxb-zhan】', '【lyb_1987】 加我', '【lyb1987】是我微信', '新号 【lyb1987】', '搜 【lyb1987】 加我', 'wx: 【lyb1987】.'];
  for (const text of told) it(`are found in ${text}`, () => expect(markedBy(contactsIn, text)).to.equal(text));

  for (const text of ['微信转账500', '微信群加不进去', 'QQ群号88231100', '微信 android 版打不开', '加我一个', '搜 iphone15 手机壳', '文件名 IMG_2041', 'wifi名 TP-LINK_88', '微信小程序iphone15打不开', 'the president-elect', 'resident-chat']) it(`are not seen in ${text}`, () => expect(markedBy(contactsIn, text)).to.equal(text));
});
