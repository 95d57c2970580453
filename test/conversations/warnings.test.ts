import { expect } from 'chai';
import { HotspotList } from '../../web/schemas/hotspots.ts';
import { aPlay, type Play } from '../support/play.ts';

async function hotspots(play: Play, since?: string) {
  const { url, adminToken } = play.product();
  const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`;
  const answer = await fetch(`${url}/api/hotspots${query}`, { headers: { authorization: `Bearer ${adminToken}` } });
  expect(answer.status).to.equal(200);
  return HotspotList.parse(await answer.json());
}

describe('危险预警', () => {
  const play = aPlay();
  const [zhao, yin, wang] = [play.person('p-yxl1-3'), play.person('p-yxl1-v'), play.person('p-yxl1-1')];
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const above = play.person('p-qu-4');

  it('一处煤气味就是一次预警，街道调度员和上一级马上知道，各只说一遍', async () => {
    await zhao.says('银杏花园3号楼有煤气味，很浓');
    dispatcher.hears(['【新诉求】', '紧急', `预警 ${zhao.no()} 已处置`]);
    above.hears(['【紧急】', `预警 ${zhao.no()} 已阅`]);
    const { warnings } = await hotspots(play);
    expect(warnings.map(({ no, occasion, unit, demandIds }) => ({ no, occasion, unit, demandIds }))).to.deep.equal([{ no: zhao.no(), occasion: 'danger', unit: 'u-feng', demandIds: [zhao.no()] }]);
  });

  it('同一处再有人说，还是同一次预警', async () => {
    await yin.says('银杏花园3号楼又有煤气味了，快来看看');
    const { warnings, items } = await hotspots(play);
    expect(warnings).to.have.lengthOf(1);
    expect(items.find(({ danger }) => danger)).to.include({ kind: 'cluster', count: 2, people: 2, trend: 'new' });
  });

  it('收到的人可以回复，回复留着、算数，以最后一次为准', async () => {
    (await dispatcher.says(`预警 ${zhao.no()}`)).hears(['【预警', zhao.no(), '银杏花园3号楼', '危险情况']);
    (await dispatcher.says(`预警 ${zhao.no()} 已阅`)).hears('已记下');
    (await dispatcher.says(`预警${zhao.no()} 已处置，阀门已关，燃气公司到场`)).hears(['已记下', '已处置']);
    (await above.says(`预警 ${zhao.no()}不属实`)).hears(['已记下', '不属实']);
    const { warnings: [warning], answered } = await hotspots(play);
    expect(answered).to.deep.equal({ seen: 0, acted: 1, notSo: 1 });
    expect(warning?.answers.map(({ by, answer, words }) => [by, answer, words])).to.deep.equal([
      ['p-feng-3', 'seen', undefined],
      ['p-feng-3', 'acted', '阀门已关，燃气公司到场'],
      ['p-qu-4', 'not-so', undefined],
    ]);
    (await dispatcher.says('预警')).hears('没有等您回复的预警');
  });

  it('没收到的人不能回复；写得不对就说怎么写；居民写不来', async () => {
    (await worker.says(`预警 ${zhao.no()} 已阅`)).hears('没有找到发给您的预警');
    (await dispatcher.says(`预警 ${zhao.no()} 再看看`)).hears(['请这样回复', `预警 ${zhao.no()} 已阅`]);
    (await wang.says(`预警 ${zhao.no()} 已阅`)).hears('我是哨子', ['没有找到编号', '进度']);
  });
});

describe('每周热点建议', () => {
  const play = aPlay();
  const residents = ['p-yxl1-1', 'p-yxl1-2', 'p-yxl2-1'].map((id) => play.person(id));
  const dispatcher = play.person('p-feng-3');

  it('三次噪音投诉不是预警，但看得到集中', async () => {
    const texts = ['银杏花园2号楼楼下烧烤店半夜太吵了', '银杏花园5号楼有人凌晨还在唱歌，噪音大得睡不着', '银杏花园8号楼旁边广场舞音响声音太大，吵得孩子没法写作业'];
    for (const [nth, text] of texts.entries()) await residents[nth]!.says(text);
    const { items, warnings } = await hotspots(play);
    expect(warnings).to.deep.equal([]);
    expect(items[0]).to.include({ kind: 'cluster', category: 'noise', count: 3, people: 3, danger: false });
    expect(items[0]?.place.name).to.equal('银杏花园');
    expect(items[0]?.sentence).to.contain('3人反映');
    expect((await hotspots(play, '2099-01-01T00:00:00Z')).items).to.deep.equal([]);
  });

  it('下周第一个工作日早上，街道收到一封信，只有一封', async () => {
    await play.until('下周一', '08:29');
    dispatcher.heard();
    await play.until('下周一', '08:31');
    dispatcher.hearsAmongOthers(['枫荷街道本周热点建议', '多人集中反映', '银杏花园', '3人反映', '不属实']);
    await play.until('下周二', '15:00');
    expect(dispatcher.heard().filter((text) => text.includes('热点建议'))).to.deep.equal([]);
  });

  it('信里的每一条都可以回复', async () => {
    const [warning] = (await hotspots(play)).warnings;
    (await dispatcher.says('预警')).hears(['1条预警等您回复', warning!.no]);
    (await dispatcher.says(`预警 ${warning!.no} 已处置 和店家、舞队都谈好了时间`)).hears('已处置');
    expect((await hotspots(play)).answered).to.deep.equal({ seen: 0, acted: 1, notSo: 0 });
  });

  it('回复过又没有新情况的，下一周不再写', async () => {
    await play.until('下下周一', '09:00');
    expect(dispatcher.heard().filter((text) => text.includes('热点建议'))).to.deep.equal([]);
  });
});
