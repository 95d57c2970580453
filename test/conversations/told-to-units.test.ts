import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('派件、吹哨时多嘱咐一句', () => {
  const play = aPlay();
  const [wang, li, zhao, street, water, supply, office, worker] = [play.person('p-yxl1-1'), play.person('p-yxl1-2'), play.person('p-yxl1-3'), play.person('p-feng-3'), play.person('p-sw-1'), play.person('p-shui-1'), play.person('p-feng-cg-1'), play.person('p-yxl1-w')];
  let [drain, lamp, cover] = ['', '', ''];

  before(async () => {
    drain = (await wang.says('银杏花园4号楼后面污水管堵了，污水往外冒')).no();
    lamp = (await li.says('银杏花园2号楼路灯不亮')).no();
    cover = (await zhao.says('银杏花园3号楼垃圾房门坏了没人修')).no();
    await play.lookAway();
  });

  it('派件时写在单位后面的话，科室看得到', async () => {
    (await street.says(`派 ${lamp} 城管办 请今天下午去看看`)).hears('已派给城市管理办公室');
    office.hears(['【新诉求】', '由枫荷街道转来：请今天下午去看看']);
    expect((await play.demand(lamp)).timeline.at(-1)?.data['note']).to.equal('请今天下午去看看');
  });

  it('吹哨时写在单位后面的话，每家都看得到', async () => {
    (await street.says(`吹哨 ${drain} 日常 主办 水务局 协办 自来水公司 下午三点现场碰头`)).hears('哨已吹响：日常，主办 水务局，协办 自来水公司');
    water.hears(['贵单位主办', '嘱咐：下午三点现场碰头']);
    supply.hears(['贵单位协办', '嘱咐：下午三点现场碰头']);
    expect((await play.demand(drain)).whistles[0]?.note).to.equal('下午三点现场碰头');
  });

  it('隔开的写法不同，一样听得懂', async () => {
    const ways: readonly (readonly [string, string])[] = [['城管办，尽快', '尽快'], ['城管办：先打个电话', '先打个电话'], ['城管办 说明 居民白天不在家', '居民白天不在家'], ['城管办', '']];
    for (const [words, note] of ways) {
      const no = (await wang.says('银杏花园7号楼后面小广告贴满了墙')).no();
      (await street.says(`派 ${no} ${words}`)).hearsAmongOthers('已派给城市管理办公室');
      expect((await play.demand(no)).timeline.at(-1)?.data['note'] ?? '').to.equal(note);
      await wang.says(`撤回 ${no}`);
      await play.lookAway();
    }
  });

  it('照建议办，建议里的话也带上', async () => {
    await worker.says(`建议 ${cover} 主办 城管局 说明 门轴要换`);
    await play.lookAway();
    (await street.says(`照建议 ${cover}`)).hears('哨已吹响');
    expect((await play.demand(cover)).whistles[0]?.note).to.equal('门轴要换');
  });

  it('写错的单位名，还是说没有这个单位，不当成嘱咐', async () => {
    const again = (await wang.says('银杏花园5号楼路灯不亮')).no();
    for (const words of [`派 ${again} 城管班`, `吹哨 ${again} 日常 主办 水务局 协办 自来水公寺`, `吹哨 ${again} 日常 主办 水务局、自来水公寺`]) (await street.says(words)).hearsAmongOthers('没有找到');
    expect((await play.demand(again)).status).to.equal('waiting');
  });
});

describe('接单、报到、撤回时多说一句', () => {
  const play = aPlay();
  const [wang, li, street, water, office] = [play.person('p-yxl1-1'), play.person('p-yxl1-2'), play.person('p-feng-3'), play.person('p-sw-1'), play.person('p-feng-cg-1')];
  let [drain, lamp] = ['', ''];

  before(async () => {
    drain = (await wang.says('银杏花园4号楼后面污水管堵了，污水往外冒')).no();
    lamp = (await li.says('银杏花园2号楼路灯不亮')).no();
    await street.says(`派 ${lamp} 城管办`);
    await street.says(`吹哨 ${drain} 日常 主办 水务局`);
    await play.lookAway();
  });

  it('接单时说几点去，反映的人看得到', async () => {
    (await office.says(`接 ${lamp} 下午三点带灯泡过去`)).hears('已接单');
    li.hears(['城市管理办公室已接单', '“下午三点带灯泡过去”']);
    expect((await play.demand(lamp)).timeline.at(-1)?.data['words']).to.equal('下午三点带灯泡过去');
  });

  it('报到时说谁去，吹哨的和反映的都看得到；不算首次反馈', async () => {
    (await water.says(`报到 ${drain}，已安排两个人带吸污车前往`)).hears('已报到');
    street.hears(['水务局已报到', '“已安排两个人带吸污车前往”']);
    wang.hears(['水务局已报到', '“已安排两个人带吸污车前往”']);
    expect((await play.demand(drain)).whistles[0]?.callees[0]?.feedbackAt).to.equal(undefined);
  });

  it('撤回时说为什么，手上有这件事的看得到，电话不给看', async () => {
    (await li.says(`撤回 ${lamp} 自己亮了，有事打13800001111`)).hears('已撤回');
    office.hears([lamp, '不用再办', '原因：自己亮了', /^(?!.*13800001111)/]);
  });

  it('只带一声好的、谢谢，就不多说', async () => {
    const no = (await li.says('银杏花园6号楼单元门关不上')).no();
    await play.lookAway();
    await li.says(`撤回 ${no} 谢谢`);
    expect((await play.demand(no)).timeline.at(-1)?.data['reason']).to.equal(undefined);
  });
});
