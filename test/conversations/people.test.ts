import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { fold } from '../../domain/evolve.ts';
import { readDataKey } from '../../models/data-key.ts';
import { openStores } from '../../models/open-stores.ts';
import { checkTimeline } from '../../models/timeline-seal.ts';
import { call } from '../../scripts/sandbox-http.ts';
import { CallBacks } from '../../web/schemas/console.ts';
import { aPlay } from '../support/play.ts';

describe('居民想问一件事，或者想找人', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const clerk = play.person('p-yxl-2');
  const stranger = play.person('p-ts-2');

  it('咨询不立案，交给社区的人，答复由哨子带回来，双方不见联系方式', async () => {
    (await li.says('社区书法班几点上课？要自己带纸笔吗，我电话13800001111')).hears('我是哨子', ['银杏里社区', '工作时间内答复', '12345']);
    clerk.hears(['【咨询】1', '书法班几点上课', /^(?![\s\S]*13800001111)(?![\s\S]*李建平)/, '答复 1']);
    expect(await play.count()).to.equal(0);
    (await clerk.says('答复 1 周三下午两点，带一支毛笔就行')).hears('已转达');
    li.hears(['银杏里社区答复您', '周三下午两点']);
  });

  it('没问到的单位不能代答', async () => {
    (await stranger.says('答复 1 不用带')).hears('没有找到 1');
    (await clerk.says('答复 99 不用带')).hears('没有找到 99');
    (await clerk.says('答复')).hears('请这样写：答复 12 内容');
    li.hearsNothing();
  });

  it('转人工，社区的人接过话来', async () => {
    (await li.says('转人工')).hears(['银杏里社区', '12345', '110、119 或 120']);
    clerk.hears(['【转人工】2', '答复 2']);
    (await clerk.says('答复 2 您好，请讲')).hears('已转达');
    li.hears('银杏里社区答复您：您好，请讲');
  });

  it('夜里问的，早上八点半再告诉工作人员', async () => {
    await play.until('周一', '22:00');
    (await li.says('社区食堂中午几点开饭')).hears('工作时间内答复');
    clerk.hearsNothing();
    await play.until('周二', '08:29');
    clerk.hearsNothing();
    await play.until('周二', '08:31');
    clerk.hears('【咨询】3：社区食堂中午几点开饭');
  });

  it('名录里没有的人也一样对待', async () => {
    const guest = await play.newcomer('过路的陈师傅');
    (await guest.says('你好')).hears('我是哨子', '直接说就行');
    (await guest.says('银杏路上有盏路灯不亮')).hears(['请问在什么地方', '1 银杏路 · 银杏里第一网格', '3 银杏路 · 银杏里第三网格']);
    (await guest.says('3')).hears(['【已登记】', '2 地点：银杏路']);
    expect((await play.demand(guest.no())).place?.grid).to.equal('g-yxl-3');
    (await guest.says('进度')).hears('待接单');
  });
});

describe('居民要求删除自己的信息', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');

  it('要再确认一次才删；在办的按撤回处理', async () => {
    (await li.says('银杏花园6号楼楼上漏水，滴到我家厨房，我叫李建平')).hears('我是哨子', '【已登记】');
    worker.hears('【新诉求】');
    (await li.says('确认删除')).hears('确定的话，回复“确认删除”');
    (await li.says('进度')).hears('待接单');
    (await li.says('删除我的信息')).hears(['无法恢复', '确认删除']);
    (await li.says('确认删除')).hears('已删除您的个人信息');
    worker.hears('诉求人已撤回');
  });

  it('接口里再也读不到他说过的话，件数还在', async () => {
    const no = li.no();
    const shown = JSON.stringify([await play.product().client.demand(no), await play.product().client.demands()]);
    for (const words of ['滴到', '厨房', '李建平', li.id]) expect(shown, words).to.not.include(words);
    expect(shown).to.include('已删除');
    expect(await play.count()).to.equal(1);
    expect((await play.demand(no)).status).to.equal('withdrawn');
  });

  it('盘上也再找不到：哨子重复过的、转给别人看过的，都一样', async () => {
    const guest = await play.newcomer('过路的人');
    await guest.says('代办 给我表姑办月亮通行证');
    await guest.says('社区的剪纸班几点上课？要自己带剪刀吗');
    const kept = async () => (await onDisk(play.product().dataDir)).filter((file) => ['月亮通行证', '剪刀'].some((words) => file.text.includes(words))).map(({ name }) => name);
    await guest.says('删除我的信息');
    (await guest.says('确认删除')).hearsAmongOthers('已删除您的个人信息');
    expect(await kept()).to.deep.equal([]);
    await play.lookAway();
  });

  it('过程的封条还对得上，状态还是过程的结果', async () => {
    const stored = await readStored(play.product().dataDir, li.no());
    expect(checkTimeline(stored?.timeline ?? [], stored?.version)).to.deep.equal({ ok: true });
    expect(JSON.parse(JSON.stringify(stored?.state))).to.deep.equal(JSON.parse(JSON.stringify(fold(stored?.timeline ?? []))));
  });

  it('别的来源再报他的事，照样登记，只是不知道是谁', async () => {
    const { url, adminToken } = play.product();
    const body = JSON.stringify({ source: 'mayor-hotline', externalId: 'H-1', text: '银杏花园6号楼楼下路灯不亮', reporter: { id: li.id } });
    const answer = await fetch(`${url}/api/intake`, { method: 'POST', headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' }, body });
    expect(answer.status, await answer.text()).to.equal(201);
    await play.lookAway();
  });

  it('再来就当第一次见面', async () => {
    (await li.says('进度')).hears('我是哨子', '没有在办的事');
    (await li.says(`进度 ${li.no()}`)).hears('没有找到编号');
  });
});

describe('删了信息的人反映的事', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');

  const erased = async () => {
    await li.says('删除我的信息');
    (await li.says('确认删除')).hearsAmongOthers('已删除您的个人信息');
  };

  it('还有邻居在等，就照样办得下去', async () => {
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    (await wang.says('银杏花园2号楼楼下垃圾桶满了没人清')).hearsAmongOthers('已经有人反映过');
    await erased();
    await play.lookAway();
    (await worker.says(`反馈 ${no} 明天一早来清`)).hears('反馈已送达');
    wang.hearsAmongOthers('明天一早来清');
    (await worker.says(`办结 ${no} 已清走`)).hears('已记为办结');
    wang.hears('已清走');
  });

  it('办结以后才删的，不再请他评价，也不叫人打电话', async () => {
    await li.says('银杏花园5号楼楼下垃圾房门坏了没人管');
    const no = li.no();
    await worker.says(`办结 ${no} 已修好`);
    await erased();
    expect((await play.demand(no)).status).to.equal('closed');
    await play.advance('P6D');
    const { url, adminToken, client } = play.product();
    const { items } = await call(url, '/api/call-backs', CallBacks, undefined, adminToken);
    expect(items.map((one) => one.no)).to.not.include(no);
    expect(await client.command(no, { type: 'exclude', reason: '重复录入' })).to.include({ ok: true });
  });
});

/** The files of the store, as whoever gets hold of the disk reads them. */
async function onDisk(dataDir: string): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(dataDir)).filter((name) => name.endsWith('.db'));
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(dataDir, name), 'utf8') })));
}

/** The demand as another process would find it on the disk. */
async function readStored(dataDir: string, no: string) {
  const copy = await mkdtemp(join(tmpdir(), 'play-copy-'));
  try {
    await cp(dataDir, copy, { recursive: true, filter: (file) => !file.includes('lock') });
    const { key } = await readDataKey({ dataDir: copy });
    const stores = await openStores({ dataDir: copy, dataKey: key, now: () => new Date(0) });
    const stored = await stores.demands.load(no);
    await stores.close();
    return stored;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
