import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('武昌：四级分办，从社区一直到市', () => {
  const play = aPlay({}, { DISTRICT: 'wuchang' });
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const centre = play.person('p-qu-4');
  const leader = play.person('p-qu-1');
  const transport = play.person('p-sjt-1');

  it('A 级：社区办，小事不出社区', async () => {
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    li.hearsAmongOthers(['A级 · 由银杏里社区办理', '步骤 1/4：民呼']);
    await worker.says(`接 ${li.no()}`);
    (await li.says('进度')).hearsAmongOthers('步骤 2/4：我应');
    await worker.says(`办结 ${li.no()} 已清运`);
    (await li.says('进度')).hearsAmongOthers('步骤 3/4：民评');
  });

  it('一事一访、一事一评：两小时后问一次，答完就归档，再答不算', async () => {
    const no = li.no();
    await play.lookAway();
    await play.advance('PT2H');
    li.hearsAmongOthers(['想听听您的评价', no]);
    await li.says('满意');
    const demand = await play.demand(no);
    expect([demand.status, demand.ratings.length, demand.ratings[0]?.answers.satisfied, demand.stages?.at(-1)?.state]).to.deep.equal(['closed', 1, 'satisfied', 'current']);
    await play.advance('PT80H');
    await play.lookAway();
    expect((await play.demand(no)).ratings.length).to.equal(1);
  });

  it('B 级：街道办；C 级：上到区，报区领导阅示', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    li.hearsAmongOthers(['B级 · 由枫荷街道办理']);
    await dispatcher.says(`接 ${no}`);
    await play.lookAway();
    (await dispatcher.says(`升级 ${no} 涉及几个街道的管网`)).hearsAmongOthers(['已提到区', '澜桥区']);
    centre.hearsAmongOthers(['【新诉求】', 'C级']);
    leader.hearsAmongOthers(['【请领导阅示】', no, 'C级']);
    li.hearsAmongOthers('提到区一级');
    (await centre.says(`吹哨 ${no} 主办 水务局`)).hearsAmongOthers('哨已吹响：日常');
    expect((await play.demand(no)).whistles[0]).to.deep.include({ chain: 'district-to-departments', caller: 'u-qu' });
  });

  it('D 级：区向市级部门提请，谁呼叫谁评价', async () => {
    await li.says('地铁望潮站旁边的公交线路改得太绕，老人坐不了');
    const no = li.no();
    if ((await play.demand(no)).tier === 'street') await dispatcher.says(`升级 ${no} 要区里协调`).then(() => play.person('p-chao-3').says(`升级 ${no} 要区里协调`));
    await play.lookAway();
    (await centre.says(`升级 ${no} 涉及市级线网`)).hearsAmongOthers('已提到市');
    transport.hearsAmongOthers(['【吹哨·', '呼叫方：澜桥区']);
    await transport.says(`报到 ${no}`);
    await transport.says(`办结 ${no} 线路已调整`);
    (await centre.says(`评 ${no} 市交通运输局 5 5 4 4`)).hearsAmongOthers('已评价');
    transport.hearsAmongOthers('澜桥区的评价是 5 5 4 4');
    const demand = await play.demand(no);
    expect([demand.grade, demand.whistles[0]?.chain, demand.status]).to.deep.equal(['D', 'district-to-city', 'done']);
  });
});

describe('武昌：各个入口一套分类，来源都有回音', () => {
  const play = aPlay({}, { DISTRICT: 'wuchang' });
  const worker = play.person('p-yxl1-w');
  const hotline = play.person('p-qu-5');

  it('市长热线转来的事，办结后告诉登记了该来源的人，系统也能取回结果', async () => {
    const { client } = play.product();
    const { id } = await client.intake({ source: 'mayor-hotline', externalId: 'H-1', text: '银杏花园2号楼楼下垃圾桶满了三天没人清' });
    expect((await play.demand(id)).source).to.equal('mayor-hotline');
    await worker.says(`接 ${id}`);
    await worker.says(`办结 ${id} 已清运，加了一只桶`);
    hotline.hearsAmongOthers(['【结果反馈】', id, '市长热线', '银杏里社区', '已清运，加了一只桶']);
    const { items } = await client.results('mayor-hotline');
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ no: id, externalId: 'H-1', status: 'done', unit: 'u-yxl', result: '已清运，加了一只桶' });
    expect((await client.results('petition')).items).to.deep.equal([]);
  });
});
