import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

const KEPT = ['已为您保密', '只有我知道'];

describe('卡片以后才说要保密', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const dispatcher = play.person('p-feng-3');

  for (const said of ['不要让他知道是我说的啊', '我想匿名', '希望保密处理', '师傅，别告诉别人是我说的，谢谢', 'I want to stay anonymous', "Please don't tell the landlord that it was me", 'pls dont tell my landlord it was me', '唔好话俾佢知系我讲㗎佢好恶㗎', '我不想让他们知道，我一个人住']) {
    it(`最近的一件为他保密，话不转给办理单位：${said}`, async () => {
      await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
      const no = wang.no();
      await play.lookAway();
      const before = await play.count();
      (await wang.says(said)).hears([no, ...KEPT]);
      dispatcher.hearsNothing();
      expect(await play.count()).to.equal(before);
      expect((await play.demand(no)).facts?.hidden).to.equal(true);
      await wang.says(`撤回 ${no}`);
    });
  }

  it('写了编号，就是那一件，不是最近的一件', async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const first = wang.no();
    await wang.says('银杏花园5号楼单元门关不上');
    const last = wang.no();
    await play.advance('PT1H');
    await play.lookAway();
    (await wang.says(`保密 ${first}`)).hears([first, ...KEPT]);
    (await wang.says(`${first} 公开`)).hears([first, '不再标记保密']);
    (await wang.says('保密 19999')).hears('没有找到编号 19999');
    expect((await play.demand(last)).facts?.hidden).to.equal(false);
    await wang.says(`撤回 ${first}`);
    await wang.says(`撤回 ${last}`);
  });

  it('没有说要保密的话，不当成要保密', async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    for (const words of ['没事，我就说说', '不是我家，是我亲戚家']) await wang.says(words);
    expect((await play.demand(wang.no())).facts?.hidden).to.equal(false);
    await wang.says(`撤回 ${wang.no()}`);
    await play.lookAway();
  });

  it('说不用保密，不当成要保密', async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = wang.no();
    await wang.says('不用保密');
    expect((await play.demand(no)).facts?.hidden).to.equal(false);
    await wang.says(`撤回 ${no}`);
    await play.lookAway();
  });

  it('还问着地点，地点照样收下', async () => {
    await wang.says('路灯坏了三天了');
    const no = wang.no();
    await play.lookAway();
    (await wang.says('在银杏花园3号楼 别告诉别人是我说的')).hearsAmongOthers(KEPT);
    const { facts } = await play.demand(no);
    expect(facts).to.include({ hidden: true, place: '银杏花园3号楼' });
  });

  it('和一件新的事一起说，是那件事要保密', async () => {
    const no = wang.no();
    (await wang.says('银杏花园5号楼的下水道堵了，别说是我讲的')).hears(['【已登记】', '下水道', '已保密']);
    expect(wang.no()).to.not.equal(no);
  });

  it('说的是别人泄密，是一件事', async () => {
    (await wang.says('银杏花园的物业不给业主保密')).hears(['已记下', '物业不给业主保密']);
  });
});
