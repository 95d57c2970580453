import { expect } from 'chai';
import { createEngine } from '../../understanding/load.ts';
import { withoutSpeakers } from '../../understanding/without-speakers.ts';

const CHAT = '-----转发-----\n张阿姨 10:23\n3号楼的电梯坏了\n李叔 10:24\n是啊我家老人下不去\n张阿姨 10:25\n物业说下周才修';

describe('messages of others that somebody passes on', () => {
  for (const [written, text] of [
    ['3号楼的电梯坏了\n是啊我家老人下不去\n物业说下周才修', CHAT],
    ['垃圾桶都满出来了\n三天没人收了', '王姐 2026/11/22 20:15:33\n垃圾桶都满出来了\n\n老李 2026/11/22 20:16:02\n三天没人收了'],
    ['垃圾桶都满出来了', '————— 2026-11-22 —————\n\n王姐 下午 8:15\n\n垃圾桶都满出来了'],
    ['5号楼门口的路灯又不亮了\n是的 昨晚我差点摔跤', '群聊的聊天记录\n王姐: 5号楼门口的路灯又不亮了\n老李： 是的 昨晚我差点摔跤'],
    ['学校东门的红绿灯又不亮了\n是啊今早差点撞到孩子', '三年级2班家长群(48)\n李妈妈 7:52\n学校东门的红绿灯又不亮了\n王浩然爸爸 7:53\n是啊今早差点撞到孩子'],
  ] as const) {
    it(`are read without who wrote them: ${JSON.stringify(text)}`, () => expect(withoutSpeakers(text)).to.equal(written));
  }

  for (const text of ['停水 10:30\n来水 18:20', '地点: 3号楼\n事情: 漏水', '路灯坏了 10:23\n没人管', '电梯坏了', '电梯坏了\n三天了', '2026-11-22\n地点: 3号楼\n事情: 漏水', '转发\n请大家注意：明天停水\n谢谢', '我们家长群\n红绿灯不亮了', '楼下好大一群\n野狗 10:23']) {
    it(`are not seen in ${JSON.stringify(text)}`, () => expect(withoutSpeakers(text)).to.equal(text));
  }

  it('are one matter, in whose line, time and masked words no neighbour stands', () => {
    const { matters } = createEngine()(CHAT, { now: new Date('2026-11-23T12:00:00+08:00') });
    expect(matters.map(({ category, summary, when, masked }) => ({ category, summary, when, masked }))).to.deep.equal([
      { category: 'lifts', summary: '3号楼的电梯坏了，是啊我家老人下不去', when: undefined, masked: '3号楼的电梯坏了\n是啊我家老人下不去\n物业说下周才修' },
    ]);
  });
});
