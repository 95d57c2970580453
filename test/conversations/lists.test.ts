import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { aPlay } from '../support/play.ts';
import { runScript } from '../support/run-script.ts';

const GUANDU = { DISTRICT: 'guandu' };

describe('需求和资源对上', () => {
  const play = aPlay({}, GUANDU);
  const social = play.person('p-she-1');
  const property = play.person('p-yxl-wy-1');
  const resident = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  let need = '';

  it('联盟单位登记资源，读回一张卡；不是联盟的登记不了，居民说的是平常话', async () => {
    (await social.says('资源 会议室 周末可用 容纳30人')).hears(['【资源已登记】', '暖邻社工', '会议室', '周末', '30']);
    (await social.says('资源 列表')).hears(['会议室 周末可用', '停用']);
    (await dispatcher.says('资源 会议室 每天')).hears('联盟');
    (await social.says('资源 好东西')).hears(['没看出', '会议室']);
  });

  it('记一个需求，合适的资源带着理由送给街道定，定了问单位，单位答应、交付、致谢', async () => {
    await worker.says('需求 周末要一间能坐20人的会议室给老人上课');
    need = worker.no();
    worker.hearsAmongOthers(['【需求已记下】', '找到 1 项', '枫荷街道']);
    dispatcher.hearsAmongOthers(['【需求对接】', need, '暖邻社工', '种类对得上', '时间对得上', '人数够用', `同意 ${need}`]);
    (await social.says(`同意 ${need}`)).hears(['由枫荷街道来定']);
    (await dispatcher.says(`同意 ${need} 3`)).hears('没有这个序号');
    (await dispatcher.says(`同意 ${need} 1`)).hears('已记录');
    social.hearsAmongOthers(['请帮个忙', need]);
    (await property.says(`同意 ${need}`)).hears('由枫荷街道来定');
    await social.says(`同意 ${need} 周六上午可以`);
    dispatcher.hearsAmongOthers(['同意了', '周六上午']);
    await social.says(`交付 ${need} 钥匙已给社区`);
    await play.lookAway();
    await dispatcher.says(`致谢 ${need} 老人们很高兴`);
    social.hearsAmongOthers(['谢谢您', '老人们很高兴']);
    (await dispatcher.says(`致谢 ${need} 再谢一次`)).hearsAmongOthers('已经办完');
  });

  it('没有合适的先记着，登记了新的马上送上去；单位不方便就换下一个', async () => {
    await worker.says('需求 要三位志愿者陪老人看病');
    const no = worker.no();
    worker.hearsAmongOthers('没有合适的资源');
    await play.lookAway();
    await social.says('资源 志愿者 工作日 10人');
    dispatcher.hearsAmongOthers(['【需求对接】', no, '暖邻社工']);
    await dispatcher.says(`同意 ${no}`);
    await social.says(`不同意 ${no} 这周排满了`);
    dispatcher.hearsAmongOthers(['这次不方便', '这周排满了']);
    await play.advance('P15D');
    dispatcher.hearsAmongOthers([no, '再找资源']);
  });

  it('居民的诉求也能对接，交付了诉求人知道；停用的不再推荐', async () => {
    await resident.says('银杏花园2号楼的老人想借一张轮椅，出门不方便');
    const no = resident.no();
    if ((await play.demand(no)).status === 'incomplete') await resident.says('1');
    (await property.says('资源 轮椅 每天 可借')).hearsAmongOthers('【资源已登记】');
    await play.lookAway();
    await dispatcher.says(`需求 ${no} 轮椅`);
    const asked = dispatcher.no();
    dispatcher.hearsAmongOthers('【需求对接】');
    await dispatcher.says(`同意 ${asked}`);
    await property.says(`同意 ${asked}`);
    await play.lookAway();
    await property.says(`交付 ${asked} 轮椅放在物业前台，随时来取`);
    resident.hearsAmongOthers(['有新进展', '物业前台']);
  });
});

describe('资源用一张表登记', () => {
  const play = aPlay({}, GUANDU);
  const social = play.person('p-she-1');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  let folder = '';
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'resources-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  const send = async (...lines: readonly string[]) => {
    const file = join(folder, 'resources.csv');
    await writeFile(file, `单位,内容,种类,时间,人数\n${lines.join('\n')}\n`);
    return runScript('resources', [file, '--url', play.product().url, '--token', play.product().adminToken]);
  };
  const registered = async () => {
    const answer = await fetch(`${play.product().url}/api/resources`, { headers: { authorization: `Bearer ${play.product().adminToken}` } });
    return ((await answer.json()) as { items: { words: string; unit: string }[] }).items;
  };

  it('有错就一项也不登记，错在哪几行一次说全', async () => {
    const { code, said } = await send('暖邻社工服务中心,会议室,,周末,30', '没有的单位,会议室', '枫荷街道,会议室', '暖邻社工服务中心,好东西,玩具,昨天,许多', '', '暖邻社工服务中心,会议室,,周末,30', '暖邻社工服务中心,');
    expect(code).to.equal(1);
    for (const part of ['第 3 行：没有“没有的单位”', '第 4 行：枫荷街道不是', '第 5 行：没看出是哪一类', '第 5 行：时间“昨天”', '第 5 行：人数“许多”', '第 7 行：与第 1 项相同', '第 8 行：没有写内容', '一项也没有登记']) expect(said).to.include(part);
    expect(await registered()).to.deep.equal([]);
  });

  it('没有错就都登记，再交一次不重复；停用过的再交会重新登记', async () => {
    const lines = ['暖邻社工服务中心,二楼活动厅,会议室,周末,30', '暖杏物业,轮椅 每天可借'];
    expect((await send(...lines)).said).to.include('登记了 2 项资源');
    expect(await send(...lines)).to.deep.include({ code: 0 });
    expect((await registered()).map(({ words }) => words)).to.have.members(['二楼活动厅', '轮椅 每天可借']);
    const list = (await social.says('资源 列表')).heard().at(-1) ?? '';
    const [no = ''] = /\d{5,}/.exec(list) ?? [];
    await social.says(`资源 停用 ${no}`);
    await send(...lines);
    expect(await registered()).to.have.length(3);
  });

  it('登记了的和对话里登记的一样推荐', async () => {
    await play.lookAway();
    await worker.says('需求 周六要一间能坐20人的会议室');
    dispatcher.hearsAmongOthers(['【需求对接】', '暖邻社工', '时间对得上', '人数够用']);
  });

  it('只有管理员能交', async () => {
    const answer = await fetch(`${play.product().url}/api/resources`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items: [{ unit: 'u', words: 'w' }] }) });
    expect(answer.status).to.equal(401);
  });
});

/** Guandu, where a demand of a class that a kind of need names is one by itself. */
async function automaticNeeds(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'district-'));
  const read = (name: string) => readFile(join(import.meta.dirname, '../../districts', name), 'utf8');
  await writeFile(join(folder, 'common.yaml'), await read('common.yaml'));
  await writeFile(join(folder, 'own.yaml'), (await read('guandu.yaml')).replace('automatic: false', 'automatic: true'));
  return folder;
}

describe('诉求自己就是需求', () => {
  let folder = '';
  const settings: { DISTRICT: string } = { DISTRICT: '' };
  before(async () => {
    folder = await automaticNeeds();
    settings.DISTRICT = join(folder, 'own.yaml');
  });
  const play = aPlay({}, settings);
  after(() => rm(folder, { recursive: true, force: true }));
  const resident = play.person('p-yxl1-1');
  const social = play.person('p-she-1');
  const dispatcher = play.person('p-feng-3');

  it('不用谁记，类别对得上的诉求登记时就对接资源；别的诉求不对接', async () => {
    await social.says('资源 志愿者 每天 10人');
    await play.lookAway();
    await resident.says('银杏花园2号楼有位独居老人没人照料，想请人上门陪护');
    const no = resident.no();
    if ((await play.demand(no)).status === 'incomplete') await resident.says('1');
    expect((await play.demand(no)).category).to.equal('elder-care');
    dispatcher.hearsAmongOthers(['【需求对接】', '暖邻社工', '种类对得上']);
    await play.lookAway();
    await resident.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    expect(dispatcher.heard().join('\n')).to.not.include('需求对接');
  });

  it('同一件诉求只记一个需求，交付了诉求人知道', async () => {
    const needs = async () => ((await (await fetch(`${play.product().url}/api/needs`, { headers: { authorization: `Bearer ${play.product().adminToken}` } })).json()) as { items: { id: string; demand?: string }[] }).items;
    const [need, ...others] = await needs();
    expect(others).to.deep.equal([]);
    await dispatcher.says(`需求 ${need?.demand ?? ''} 志愿者`);
    expect(await needs()).to.have.length(1);
    await dispatcher.says(`同意 ${need?.id ?? ''} 1`);
    await social.says(`同意 ${need?.id ?? ''} 明天可以去`);
    await play.lookAway();
    await social.says(`交付 ${need?.id ?? ''} 志愿者明早九点上门`);
    resident.hearsAmongOthers(['有新进展', '明早九点']);
  });
});

describe('要花钱的事立项', () => {
  const play = aPlay({}, GUANDU);
  const resident = play.person('p-yxl1-1');
  const dispatcher = play.person('p-feng-3');
  const leader = play.person('p-qu-2');
  const social = play.person('p-she-1');
  let no = '';
  let project = '';

  it('从诉求立项，设计超过额度要上一级同意，社会组织承接', async () => {
    await resident.says('银杏花园想在小区广场加几张休息长椅，老人走累了没处坐');
    no = resident.no();
    if ((await play.demand(no)).status === 'incomplete') await resident.says('1');
    if ((await play.demand(no)).owner !== 'u-feng') await play.person('p-yxl1-w').says(`上呼 ${no} 需要经费`);
    await play.lookAway();
    await dispatcher.says(`立项 ${no} 增设休息长椅 预算 6万`);
    dispatcher.hearsAmongOthers(['【立项】', '60000', '设计']);
    project = dispatcher.no();
    expect(project).to.not.equal(no);
    resident.hearsAmongOthers(['已经立项', no]);
    await dispatcher.says(`设计 ${project} 防腐木长椅十张`);
    leader.heard();
    (await dispatcher.says(`同意 ${project}`)).hearsAmongOthers('由上一级单位');
  });

  it('预算减下来就不用报批；承接、排节点、节点超期大家知道', async () => {
    const two = play.person('p-feng-4');
    await two.says('立项 墙面彩绘 预算 8000');
    two.hearsAmongOthers('【立项】');
    const small = two.no();
    await two.says(`设计 ${small} 请居民一起画`);
    social.hearsAmongOthers(['【项目承接】', small, '8000']);
    (await dispatcher.says(`承接 ${small}`)).hearsAmongOthers('由社会组织承接');
    await social.says(`承接 ${small}`);
    two.hearsAmongOthers([small, '暖邻社工服务中心承接']);
    (await social.says(`节点 ${small} 打底 1999-01-01`)).hearsAmongOthers('已经过了');
    const date = new Date(Date.parse((await play.product().client.clock()).now) + 5 * 24 * 3600_000).toISOString().slice(0, 10);
    await social.says(`节点 ${small} 打底 ${date}`);
    two.hearsAmongOthers([small, '打底']);
    await play.lookAway();
    await play.advance('P6D');
    social.hearsAmongOthers([small, '项目节点时限已到']);
    two.hearsAmongOthers(['【节点超期】', small, '打底', '暖邻社工']);
    await two.says(`监督 ${small} 请抓紧`);
    social.hearsAmongOthers(['【监督意见】', '请抓紧']);
    await social.says(`完成 ${small} 1 已打底`);
    two.hearsAmongOthers(['都完成了', `评估 ${small}`]);
    (await two.says(`评估 ${small} 5 9 5`)).hearsAmongOthers('请打 3 个分');
    await two.says(`评估 ${small} 2 2 2 画得走样`);
    social.hearsAmongOthers([small, '已评估', '2 2 2'], ['【整改】', '评分偏低']);
  });

  it('终止项目，诉求回到原单位接着办', async () => {
    await play.lookAway();
    await dispatcher.says(`终止项目 ${project} 经费不够`);
    dispatcher.hearsAmongOthers([no, '回到枫荷街道手上']);
    resident.hearsAmongOthers(['没有继续', no]);
    expect((await play.demand(no)).nextDueAt).to.be.a('string');
  });
});

describe('书记的四张清单', () => {
  const play = aPlay({}, GUANDU);
  const resident = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  const secretary = play.person('p-feng-1');

  it('责任、项目、问题、整改，一张一张看；本单位和下面的都在', async () => {
    await resident.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = resident.no();
    await play.advance('P6D');
    (await secretary.says('清单')).hearsAmongOthers(['枫荷街道的清单', '责任', '项目', '问题', '整改']);
    (await secretary.says('清单 问题')).hearsAmongOthers([no, '垃圾桶', '已超期']);
    (await secretary.says('清单 责任')).hearsAmongOthers('责任清单');
    (await secretary.says('清单 整改')).hearsAmongOthers(['整改清单', no, '办理超期']);
    (await secretary.says('清单 项目')).hearsAmongOthers('空的');
    (await worker.says('清单')).hearsAmongOthers('书记');
    (await resident.says('清单')).hearsAmongOthers(/^(?![\s\S]*责任)/);
  });

  it('整改由本单位做，写明改了什么就销号', async () => {
    const items = (await secretary.says('清单 整改')).heard().at(-1) ?? '';
    const [, number = ''] = /\n(\d{5,}) /.exec(items) ?? [];
    (await secretary.says(`整改 ${number} 加了桶`)).hears('由银杏里社区来做');
    (await worker.says(`整改 ${number} 加了一只桶，每天清两次`)).hearsAmongOthers('已记录');
    (await worker.says(`整改 ${number} 再改一次`)).hearsAmongOthers('已经做过了');
  });

  it('HTTP 上的清单只给本单位和下面的看', async () => {
    const { url, adminToken } = play.product();
    const get = async (path: string, token = adminToken) => fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const lists = await get('/api/lists/u-feng');
    expect(lists.status).to.equal(200);
    expect(await lists.json()).to.have.keys('unit', 'duties', 'projects', 'problems', 'corrections');
    expect((await get('/api/lists/u-nowhere')).status).to.equal(404);
    expect((await get('/api/deliberations', 'nobody')).status).to.equal(401);
    for (const path of ['/api/deliberations', '/api/resources', '/api/needs', '/api/projects']) expect((await get(path)).status).to.equal(200);
  });
});
