import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('朝阳：七步，党委决定、政府吹哨、部门响应', () => {
  const play = aPlay({}, { DISTRICT: 'chaoyang' });
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');
  const secretary = play.person('p-feng-1');
  const leader = play.person('p-feng-2');
  const water = play.person('p-sw-1');

  const step = async (name: string) => {
    await play.lookAway();
    (await li.says('进度')).hears(name);
  };

  it('一 哨源形成：地点没说清，先补', async () => {
    await li.says('污水管堵了，污水往外冒');
    li.hearsAmongOthers('请问在什么地方');
    expect((await play.demand(li.no())).stage).to.equal('source-formed');
  });

  it('二 分析研判', async () => {
    await li.says('银杏花园6号楼后面');
    li.hearsAmongOthers(['二级 · 由枫荷街道办理', '步骤 2/7：分析研判']);
  });

  it('三 街乡吹哨：工作人员备好，书记代表党委决定，再由政府一方吹响，是两个动作', async () => {
    const no = li.no();
    await play.lookAway();
    await dispatcher.says(`吹哨 ${no} 日常 主办 水务局 协办 暖杏物业`);
    secretary.hearsAmongOthers(['【请审批吹哨】', no]);
    expect((await play.demand(no)).whistles).to.deep.equal([]);
    (await leader.says(`同意 ${no}`)).hearsAmongOthers(/没有等您/);
    await step('步骤 3/7：街乡吹哨');
    await secretary.says(`同意 ${no}`);
    expect((await play.demand(no)).whistles).to.deep.equal([]);
    water.hearsNothing();
  });

  it('四 平台受理：政府吹响，部门才收到', async () => {
    const no = li.no();
    await play.lookAway();
    (await secretary.says(`吹哨 ${no}`)).hearsAmongOthers('由另一位同志来做');
    (await leader.says(`吹哨 ${no}`)).hearsAmongOthers('哨已吹响');
    water.hearsAmongOthers('【吹哨·日常】');
    await step('步骤 4/7：平台受理');
  });

  it('五 部门报到、六 全程监督、七 评价反馈', async () => {
    const no = li.no();
    await water.says(`报到 ${no}`);
    await step('步骤 5/7：部门报到');
    await water.says(`反馈 ${no} 已派车`);
    await step('步骤 6/7：全程监督');
    await play.person('p-yxl-wy-1').says(`办结 ${no} 已配合`);
    await water.says(`办结 ${no} 已疏通`);
    await step('步骤 7/7：评价反馈');
    (await dispatcher.says(`评 ${no} 水务局 5 4 5`)).hearsAmongOthers('已评价');
    await li.says('满意');
    expect((await play.demand(no)).stages?.map(({ state }) => state)).to.deep.equal(['passed', 'passed', 'passed', 'passed', 'passed', 'passed', 'current']);
  });

  it('到时没有决定，这次吹哨作罢；紧急哨先响后补', async () => {
    await li.says('银杏花园5号楼前面的路面塌了一个大坑');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 归部门`);
    await dispatcher.says(`吹哨 ${no} 日常 主办 住建局`);
    await play.advance('PT5H');
    expect((await play.demand(no)).whistles).to.deep.equal([]);
    (await dispatcher.says(`吹哨 ${no} 紧急 主办 住建局`)).hearsAmongOthers('哨已吹响');
    expect((await play.demand(no)).whistles).to.have.length(1);
  });
});

describe('朝阳：区级吹哨市级报到，社区、支部吹哨', () => {
  const play = aPlay({}, { DISTRICT: 'chaoyang' });
  const li = play.person('p-yxl1-2');
  const centre = play.person('p-qu-4');

  it('区级政府吹哨、市级部门报到', async () => {
    const city = play.person('p-ssw-1');
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    await play.person('p-feng-3').says(`升级 ${no} 要区里协调`);
    await play.lookAway();
    (await centre.says(`吹哨 ${no} 攻坚 主办 市水务局`)).hearsAmongOthers('哨已吹响：攻坚');
    city.hearsAmongOthers(['【吹哨·攻坚】', '呼叫方：澜桥区']);
    await city.says(`办结 ${no} 干管已疏通`);
    expect((await play.demand(no)).whistles[0]).to.deep.include({ chain: 'district-to-city', status: 'ended' });
  });

  it('社区吹哨、科室报到；支部吹哨、党员报到', async () => {
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    (await play.person('p-yxl-1').says(`吹哨 ${no} 主办 城管办`)).hearsAmongOthers('哨已吹响');
    expect((await play.demand(no)).whistles[0]?.chain).to.equal('community-to-offices');
    const branch = play.person('p-yxl-zb-1');
    await branch.says('银杏花园5号楼的楼道杂物要清理，支部想组织党员一起干');
    await branch.says(`召集 ${branch.no()} 党员 1人`);
    await play.person('p-yxl-zb-3').says(`报到 ${branch.no()}`);
    expect((await play.demand(branch.no())).pools?.[0]).to.deep.include({ chain: 'branch-to-members', status: 'full' });
  });

  it('负面清单上的，派不到社区', async () => {
    await li.says('银杏花园3号楼门口的路灯不亮了');
    const no = li.no();
    const dispatcher = play.person('p-feng-3');
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 归部门`);
    await play.lookAway();
    (await dispatcher.says(`派 ${no} 银杏里社区`)).hears(/清单/);
  });
});

describe('朝阳：谁提出的，就告诉谁结果', () => {
  const play = aPlay({}, { DISTRICT: 'chaoyang' });
  const worker = play.person('p-yxl1-w');
  const sources = [
    { source: 'joint-meeting', name: '联席会议', told: 'p-feng-dj-1' },
    { source: 'co-governance', name: '共商共治', told: 'p-feng-dj-1' },
    { source: 'directors-meeting', name: '社区主任例会', told: 'p-feng-dj-1' },
    { source: 'government-hotline', name: '政府热线', told: 'p-qu-5' },
    { source: 'media', name: '媒体曝光', told: 'p-qu-5' },
    { source: 'deputies', name: '两代表一委员', told: 'p-dw-1' },
  ];

  for (const [index, { source, name, told }] of sources.entries()) {
    it(`${name}转来的事，办结了告诉登记的人，系统也能取回`, async () => {
      const { client } = play.product();
      const desk = play.person(told);
      const { id } = await client.intake({ source, externalId: `X-${String(index)}`, text: '银杏花园2号楼楼下垃圾桶满了没人清' });
      await play.lookAway();
      await worker.says(`办结 ${id} 第${String(index + 1)}次清运`);
      desk.hears(['【结果反馈】', id, name, '银杏里社区', `第${String(index + 1)}次清运`]);
      const { items } = await client.results(source);
      expect(items.map(({ externalId, status, result }) => [externalId, status, result])).to.deep.equal([[`X-${String(index)}`, 'done', `第${String(index + 1)}次清运`]]);
    });
  }

  it('不满意重办，再办结时再告诉一次；最后怎么评的也告诉', async () => {
    const { client } = play.product();
    const desk = play.person('p-qu-5');
    const [item] = (await client.results('media')).items;
    const no = item?.no ?? '';
    await play.advance('PT73H');
    await play.until('周五', '10:00');
    desk.hearsAmongOthers(['【结果反馈】', no, '已归档']);
    expect(await client.command(no, { type: 'answer-revisit', no, satisfied: 'dissatisfied', reason: '又满了' })).to.deep.include({ ok: true });
    expect((await client.results('media')).items).to.deep.equal([]);
    await play.lookAway();
    await worker.says(`办结 ${no} 加了一只桶`);
    desk.hearsAmongOthers(['【结果反馈】', no, '媒体曝光', '加了一只桶']);
    expect((await client.results('media')).items.map(({ status, redos }) => [status, redos])).to.deep.equal([['done', 1]]);
  });

  it('居民聊天里提的，在聊天里告诉；别的来源取不到它的结果', async () => {
    const li = play.person('p-yxl1-2');
    await li.says('银杏花园6号楼楼下垃圾桶满了，味道很大');
    await play.lookAway();
    await worker.says(`办结 ${li.no()} 已清运`);
    li.hearsAmongOthers('已办结（银杏里社区）：已清运');
    expect((await play.product().client.results('resident-chat')).items.map(({ no }) => no)).to.deep.equal([li.no()]);
  });

  it('结果按办结先后，一页一页取；从某个时候起只取后来的', async () => {
    const { client } = play.product();
    for (const no of ['1', '2', '3']) {
      const { id } = await client.intake({ source: 'media', externalId: `P-${no}`, text: `银杏花园${no}号楼楼下垃圾桶满了没人清` });
      await worker.says(`办结 ${id} 已清运`);
      await play.advance('PT1M');
    }
    const first = await client.results('media', { limit: '2' });
    const second = await client.results('media', { limit: '2', cursor: first.next ?? '' });
    const all = [...first.items, ...second.items].map(({ externalId }) => externalId);
    expect(all).to.deep.equal(['X-4', 'P-1', 'P-2', 'P-3']);
    expect(second.next).to.equal(undefined);
    const since = await client.results('media', { since: first.items[1]?.at ?? '' });
    expect(since.items.map(({ externalId }) => externalId)).to.deep.equal(['P-1', 'P-2', 'P-3']);
  });
});
