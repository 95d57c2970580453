import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('怎么联系我', () => {
  const play = aPlay();
  const qin = play.person('p-ts2-3');
  const desk = play.person('p-ts2-w');

  it('一开口说的，不登记成事；接着说的事，办理的人看得到怎么联系', async () => {
    (await qin.says('我 聋人 不能电话')).hearsAmongOthers(['记下了', '打字', '什么事']);
    (await qin.says('打字 可以 电话 不要')).hears('记下了');
    expect(await play.count()).to.equal(0);
    await desk.says('待办');
    await play.lookAway();
    await qin.says('松鹤新村3号楼楼道灯不亮');
    const { status } = await play.demand(qin.no());
    expect(status).to.equal('waiting');
    desk.hears(['【新诉求】', '楼道灯不亮', '聋人', '打字 可以 电话 不要']);
  });

  it('手上有事，就补充到那件', async () => {
    const no = qin.no();
    for (const words of ['白天上班别打电话晚上七点后打', '有事发微信 别打电话', "please text don't call"]) (await qin.says(words)).hears(new RegExp(`补充到 ${no}|added to No. ${no}`, 'i'));
    desk.hearsAmongOthers([no, '晚上七点后打']);
    expect(await play.count()).to.equal(1);
  });

  const wishes = ['我听不见别打电话', '我耳朵不好 打电话听不清', '打我老伴电话 我听不到', '中午12点到2点别打电话 我要睡觉', '我是聋哑人 请打字', '上班接不了电话 下班后打', "I'm deaf, text only", "don't call me in the daytime, I work nights", '唔好打电话俾我', '以后联系我都打这个电话 13912345678', '别打我老公电话 打我的', '下次也打这个号码', '以后都别给我打电话'];
  for (const words of wishes) {
    it(`“${words}”不是一件事`, async () => {
      const one = play.person('p-yxl1-1');
      await play.lookAway();
      (await one.says(words)).hearsAmongOthers(/记下了|Noted/);
      expect(await play.count()).to.equal(1);
    });
  }

  it('那件事还没办完，又说一件，不用再说一遍怎么联系', async () => {
    await play.advance('P4D');
    await desk.says('待办');
    await play.lookAway();
    await qin.says('松鹤新村3号楼单元门锁坏了');
    desk.hearsAmongOthers(['【新诉求】', '单元门锁坏了', '打字']);
    const worker = play.person('p-yxl1-w');
    await worker.says('待办');
    await play.lookAway();
    await play.person('p-yxl1-3').says('银杏花园3号楼楼下垃圾桶满了三天没人清');
    expect(worker.heard().join()).to.include('垃圾桶').and.not.include('打字');
  });

  it('两天以后说的事，不再带着', async () => {
    await play.advance('P3D');
    const worker = play.person('p-yxl1-w');
    await worker.says('待办');
    await play.lookAway();
    await play.person('p-yxl1-1').says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    expect(worker.heard().join()).to.include('垃圾桶').and.not.include('电话');
  });

  it('说的是电话、声音上的事，照样是事', async () => {
    for (const words of ['银杏花园2号楼天天有人打电话推销骚扰', '银杏花园3号楼门口公用电话亭坏了', '银杏花园5号楼晚上十点后楼上打麻将吵得睡不着', '银杏花园6号楼电梯里面接不了电话没信号']) {
      const before = await play.count();
      await play.person('p-yxl1-2').says(words);
      expect(await play.count(), words).to.equal(before + 1);
    }
  });
});
