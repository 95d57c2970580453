import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { aPlay, type Play, type Speaker } from '../support/play.ts';

const GUANDU = { DISTRICT: 'guandu' };

/** Says it, answers where it is when asked, and sees that the community has it; gives its number. */
async function raise(play: Play, who: Speaker, text: string, community: string): Promise<string> {
  await who.says(text);
  const no = who.no();
  if ((await play.demand(no)).status === 'incomplete') await who.says('1');
  const dispatcher = play.person('p-feng-3');
  if ((await play.demand(no)).owner !== community) await dispatcher.says(`派 ${no} ${community === 'u-yxl' ? '银杏里社区' : '桐花巷社区'}`);
  await play.lookAway();
  return no;
}

describe('停车的事，邻居们自己商量', () => {
  const play = aPlay({}, GUANDU);
  const group = play.group('r-yxl-1');
  const lan = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');
  const volunteer = play.person('p-yxl1-v');
  const stranger = play.person('p-yxl2-1');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  let no = '';

  it('居民反映，网格员转议事，群里听到，诉求人也知道', async () => {
    no = await raise(play, lan, '银杏花园里停车没有规矩，晚回来的总没车位，邻居老为这个吵架', 'u-yxl');
    await worker.says(`议事 ${no}`);
    worker.hearsAmongOthers(`好的，${no} 已记录`, [no, '征集议题', `定题 ${no}`]);
    group.hearsOnly(['【议事】', no, '小区', '停车', '议题']);
    lan.hearsAmongOthers(['请邻居们一起商量', no]);
    const carried = await play.demand(no);
    expect([carried.nextDueAt, carried.carrier?.kind]).to.deep.equal([carried.nextDueAt ?? '', 'deliberation']);
    (await lan.says('进度')).hearsAmongOthers(['居民议事中']);
  });

  it('商量着的时候，别的路子先等着', async () => {
    (await worker.says(`办结 ${no} 已处理`)).hears(['居民议事中', '有了结果']);
  });

  it('群里收议题，闲聊不算，私下给回执；定题、调研、提方案', async () => {
    await li.saysIn(group, '议题 访客车能不能进');
    li.hearsAmongOthers(['议题已记下', '访客车']);
    group.hearsNothing();
    await zhao.saysIn(group, '我觉得先到先停最公平');
    group.hearsNothing();
    await worker.says(`定题 ${no} 1`);
    group.hearsOnly(['定下的议题']);
    (await worker.says(`表决 ${no}`)).hearsAmongOthers('现在是“调研”');
    await worker.says(`调研 ${no} 共有车位60个，登记的车88辆`);
    group.hearsOnly(['60个', '方案']);
    await li.saysIn(group, '方案 按先来后到停，不固定');
    await zhao.saysIn(group, '方案 按登记轮流，每月换一次');
    await worker.says(`方案 ${no} 外来车一律不进`);
    group.hearsNothing();
    li.hearsAmongOthers('第 1 项');
  });

  it('表决：一人一票，截止前能改；光写数字不算，@哨子 写数字算；私聊也能投', async () => {
    await worker.says(`表决 ${no}`);
    group.hearsOnly(['【表决】', '第1轮', '1 按先来后到', '2 按登记轮流', '3 外来车', '只公布票数']);
    await lan.saysIn(group, '2');
    lan.hearsNothing();
    await lan.saysIn(group, '投 2');
    lan.hears(['记下了', no, '2']);
    await lan.saysIn(group, '投 1');
    lan.hears(['记下了', '1 按先来后到']);
    await li.saysIn(group, '1', { mention: true });
    li.hears(['记下了', '1']);
    await zhao.says(`投 ${no} 2`);
    zhao.hearsAmongOthers(['记下了', '2']);
    await li.saysIn(group, '投1');
    li.hears(['记下了']);
    await zhao.saysIn(group, '投 9');
    zhao.hears('没有这个序号的方案');
    (await stranger.says(`投 ${no} 1`)).hearsAmongOthers('不在那个群里');
    await worker.saysIn(group, '投 1');
    worker.hearsAmongOthers('由居民投票');
    group.hearsNothing();
  });

  it('过半时群里只提醒一次，截止时票数一样，再投一轮', async () => {
    await volunteer.saysIn(group, '投 2');
    await play.advance('PT25H');
    group.hearsOnly(['已有 4 人投票']);
    await lan.saysIn(group, '投 1');
    await play.advance('PT24H');
    const heard = group;
    heard.hearsOnly(['【表决结果】', '第1轮', '1 按先来后到停，不固定：2 票', '2 按登记轮流，每月换一次：2 票', '投票 4 人', '一样多', '再投一轮'], ['【表决】', '第2轮', /^(?![\s\S]*外来车)/]);
    (await lan.says(`投 ${no} 3`)).hearsAmongOthers('没有这个序号的方案');
  });

  it('第二轮有人改主意，定下来，公示，落实，检查，评分，办结', async () => {
    for (const one of [lan, li, zhao, volunteer]) await one.saysIn(group, '投 1');
    await zhao.saysIn(group, '投 2');
    await li.saysIn(group, '投 2');
    await lan.saysIn(group, '投 2');
    await play.advance('PT49H');
    group.hearsOnly(['已有 4 人投票'], ['【表决结果】', '第2轮', '2 按登记轮流，每月换一次：3 票', '通过：按登记轮流', '公示到']);
    worker.hearsAmongOthers([`落实 ${no}`]);
    await worker.says(`落实 ${no} 轮换表贴在门岗，物业照着执行`);
    group.hearsOnly(['已经落实', '轮换表', '会来检查']);
    await play.advance('P30D');
    dispatcher.hearsAmongOthers(['【监督】', no, `监督 ${no} 已落实`]);
    (await worker.says(`监督 ${no} 已落实 5 很好`)).hearsAmongOthers(['枫荷街道检查落实']);
    (await dispatcher.says(`监督 ${no} 已落实 9 很好`)).hearsAmongOthers('1—5 分');
    await play.lookAway();
    await dispatcher.says(`监督 ${no} 已落实 5 抽查三次都守规矩`);
    group.hearsOnly(['守住了', '5 分']);
    lan.hearsAmongOthers(['已办结', '轮换表']);
    const done = await play.demand(no);
    expect(done.status).to.equal('done');
  });

  it('谁投了谁，群里从来没有说过', async () => {
    for (const text of await play.everyGroupHeard()) expect(text).to.not.match(/王兰|李建平|赵/);
  });
});

describe('商量不成、撤回', () => {
  const play = aPlay({}, GUANDU);
  const group = play.group('r-thx-1');
  const resident = play.person('p-thx1-1');
  const worker = play.person('p-thx1-w');
  const dispatcher = play.person('p-feng-3');

  it('主持人终止，事情提一级，街道可以吹哨', async () => {
    const no = await raise(play, resident, '桐花巷3号楼楼道里堆满了旧家具，邻居们谁也不肯让', 'u-thx');
    await worker.says(`议事 ${no} 楼栋`);
    await play.lookAway();
    await worker.says(`终止议事 ${no} 大家意见差得太远`);
    group.hearsOnly(['没有商量成']);
    dispatcher.hearsAmongOthers([no, '大家意见差得太远']);
    resident.hearsAmongOthers(['没有商量成', no]);
    const demand = await play.demand(no);
    expect(demand.tier).to.equal('street');
    expect(demand.nextDueAt).to.be.a('string');
  });

  it('诉求人撤回，群里也就不商量了', async () => {
    const no = await raise(play, resident, '桐花巷5号楼门口的晾衣绳挡路，邻居说法不一', 'u-thx');
    await worker.says(`议事 ${no}`);
    await play.lookAway();
    await resident.says(`撤回 ${no}`);
    group.hearsOnly(['不用再商量了', no]);
    (await worker.says(`定题 ${no} 1`)).hearsAmongOthers('已经结束');
  });

  it('没有人理会，每一步都有人被提醒，事情不会停在那里', async () => {
    const no = await raise(play, resident, '桐花巷6号楼楼下空地堆满杂物没人清', 'u-thx');
    await worker.says(`议事 ${no}`);
    await play.lookAway();
    await play.advance('P20D');
    worker.hearsAmongOthers([no, '调研', '时限已到']);
    expect((await play.demand(no)).nextDueAt).to.be.a('string');
  });
});

/** Guandu, where the group hears who voted for what. */
async function votesNamed(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'district-'));
  const read = (name: string) => readFile(join(import.meta.dirname, '../../districts', name), 'utf8');
  await writeFile(join(folder, 'common.yaml'), await read('common.yaml'));
  await writeFile(join(folder, 'own.yaml'), (await read('guandu.yaml')).replace('    named: false\n', '    named: true\n'));
  return folder;
}

describe('商量着的时候有人删了自己的信息', () => {
  let folder = '';
  const settings = { DISTRICT: '' };
  before(async () => {
    folder = await votesNamed();
    settings.DISTRICT = join(folder, 'own.yaml');
  });
  const play = aPlay({}, settings);
  after(() => rm(folder, { recursive: true, force: true }));
  const group = play.group('r-yxl-1');
  const lan = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');
  const volunteer = play.person('p-yxl1-v');
  const worker = play.person('p-yxl1-w');
  let no = '';

  const shown = async () => {
    const { url, adminToken } = play.product();
    const get = async (path: string) => (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${adminToken}` } })).text();
    return (await Promise.all(['/api/deliberations', '/api/needs', `/api/demands/${no}`].map(get))).join('\n');
  };

  it('他投的票还算，说过的话读不到了', async () => {
    no = await raise(play, lan, '银杏花园里停车没有规矩，晚回来的总没车位，邻居老为这个吵架', 'u-yxl');
    await worker.says(`议事 ${no}`);
    await li.saysIn(group, '议题 独轮滑板车也占车位');
    await worker.says(`定题 ${no} 1`);
    await worker.says(`调研 ${no} 共有车位60个`);
    await li.saysIn(group, '方案 留两个位子给接孩子的人');
    await zhao.saysIn(group, '方案 按登记轮流');
    await worker.says(`表决 ${no}`);
    for (const one of [lan, li, zhao, volunteer]) await one.saysIn(group, '投 2');
    expect(await shown()).to.include('独轮滑板车');
    await li.says('删除我的信息');
    await li.says('确认删除');
    const left = await shown();
    for (const words of ['独轮滑板车', '接孩子', li.id]) expect(left, words).to.not.include(words);
    expect(left).to.include('已删除');
    await play.lookAway();
    await play.advance('PT49H');
    group.hearsOnly('已有 4 人投票', ['【表决结果】', '已删除', '2 按登记轮流：4 票', '王兰', '投票 4 人', /^(?![\s\S]*李建平)/]);
  });
});
