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
