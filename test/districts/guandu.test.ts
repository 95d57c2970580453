import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('官渡：群众需要、书记吹哨、部门报到', () => {
  const play = aPlay({}, { DISTRICT: 'guandu' });
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');
  const secretary = play.person('p-feng-1');
  const water = play.person('p-sw-1');

  it('问题收集 → 书记吹哨 → 处理反馈，一圈走完', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    li.hearsAmongOthers('步骤 1/3：问题收集');
    (await dispatcher.says(`吹哨 ${no} 问题哨 主办 水务局 协办 枫荷党建联盟、枫荷挂钩领导`)).hearsAmongOthers('已备好');
    (await li.says('进度')).hearsAmongOthers('步骤 2/3：书记吹哨');
    water.hearsNothing();
    (await secretary.says(`同意 ${no}`)).hearsAmongOthers('已按您的意见处理');
    water.hearsAmongOthers('【吹哨·问题哨】');
    const [whistle] = (await play.demand(no)).whistles;
    expect(whistle?.callees.map(({ unit, team }) => [unit, team])).to.deep.equal([
      ['u-sw', undefined], ['u-shui', 'u-feng-lm'], ['u-dian', 'u-feng-lm'], ['u-yxl-wy', 'u-feng-lm'], ['u-thx-wy', 'u-feng-lm'], ['u-she', 'u-feng-lm'], ['u-gua-feng', undefined],
    ]);
    await water.says(`报到 ${no}`);
    (await li.says('进度')).hearsAmongOthers('步骤 3/3：处理反馈');
  });

  it('一哨一考核：每个报到单位打一次分；吹哨全留痕', async () => {
    const no = li.no();
    for (const person of ['p-shui-1', 'p-dian-1', 'p-yxl-wy-1', 'p-thx-wy-1', 'p-she-1', 'p-gua-feng-1', 'p-sw-1']) await play.person(person).says(`办结 ${no} 已办`);
    for (const unit of ['水务局', '自来水公司', '供电公司', '暖杏物业', '桐安物业', '暖邻社工', '枫荷挂钩领导']) (await dispatcher.says(`评 ${no} ${unit} 5 4 5`)).hearsAmongOthers('已评价');
    (await dispatcher.says(`评 ${no} 水务局 1 1 1`)).hearsAmongOthers('一事一评');
    const demand = await play.demand(no);
    expect(demand.whistles[0]?.callees.every(({ ratings }) => ratings.length === 1)).to.be.true;
    expect(demand.timeline.map(({ type }) => type)).to.include.members(['whistle-prepared', 'approval-decided', 'whistled', 'reported-in', 'finished', 'callee-rated']);
    expect(demand.timeline.every(({ seq, hash }, index) => seq === index + 1 && /^[\w+/=-]{20,}$/.test(hash))).to.be.true;
  });

  it('四种哨：问题、服务、攻坚、应急，各有各的时限，应急的先响后补', async () => {
    const limits: Record<string, [number, number]> = {};
    for (const [kind, text] of [['服务哨', '银杏花园5号楼的老人想请人上门理发'], ['攻坚哨', '银杏花园5号楼楼顶搭了违建'], ['应急哨', '银杏花园1号楼前面的井盖不见了，有人差点掉进去']] as const) {
      await li.says(text);
      const no = li.no();
      if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 社区办不了`);
      await dispatcher.says(`吹哨 ${no} ${kind} 主办 城管局`);
      const before = (await play.demand(no)).whistles.length;
      await secretary.says(`同意 ${no}`);
      const [whistle] = (await play.demand(no)).whistles;
      const [callee] = whistle?.callees ?? [];
      limits[whistle?.kind ?? ''] = [before, (Date.parse(callee?.doneBy ?? '') - Date.parse(callee?.calledAt ?? '')) / 3600_000];
    }
    expect(Object.keys(limits)).to.deep.equal(['service-whistle', 'tough-whistle', 'emergency-whistle']);
    expect([limits['service-whistle']?.[0], limits['tough-whistle']?.[0], limits['emergency-whistle']]).to.deep.equal([0, 0, [1, 24]]);
    expect(limits['tough-whistle']?.[1]).to.be.greaterThan(limits['service-whistle']?.[1] ?? Infinity);
  });

  it('社区也是书记吹哨：网格员备好，社区书记同意才响', async () => {
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    await play.person('p-yxl1-w').says(`吹哨 ${no} 问题 主办 环卫公司`);
    expect((await play.demand(no)).whistles).to.deep.equal([]);
    const own = play.person('p-yxl-1');
    own.hearsAmongOthers('【请审批吹哨】');
    await own.says(`同意 ${no}`);
    expect((await play.demand(no)).whistles[0]).to.deep.include({ chain: 'community-secretary', caller: 'u-yxl' });
  });

  it('居民自己的事转议事，商量着的也在“处理反馈”这一步', async () => {
    await li.says('银杏花园6号楼前面停车没有规矩，晚回来的总没车位，邻居老为这个吵架');
    const no = li.no();
    if ((await play.demand(no)).tier === 'street') await dispatcher.says(`派 ${no} 银杏里社区`);
    expect((await play.demand(no)).stage).to.equal('collecting-problems');
    await play.person('p-yxl1-w').says(`议事 ${no}`);
    expect((await play.demand(no)).stage).to.equal('dealt-with');
    (await li.says(`进度 ${no}`)).hearsAmongOthers(['居民议事中', '步骤 3/3：处理反馈']);
  });

  it('网格里的党员和志愿者叫得到', async () => {
    await li.says('银杏花园3号楼前面小广告贴得到处都是');
    const no = li.no();
    await play.person('p-yxl1-w').says(`召集 ${no} 网格力量 1人`);
    await play.person('p-yxl1-v').says(`报到 ${no}`);
    expect((await play.demand(no)).pools?.[0]).to.deep.include({ chain: 'grid-members', status: 'full' });
  });

  it('叫谁就只叫谁：党员、联盟成员、楼栋长、志愿者；没有人来，信上也说得通', async () => {
    await play.person('p-yxl1-1').says('银杏花园5号楼前面地上全是烟头没人扫');
    const no = play.person('p-yxl1-1').no();
    const [clerk, member, ally, head, volunteer] = [play.person('p-yxl1-w'), play.person('p-yxl-zb-3'), play.person('p-yxl-wy-1'), play.person('p-yxl1-3'), play.person('p-yxl1-v')];
    await play.lookAway();
    (await clerk.says(`召集 ${no} 厨师 1人`)).hears(['没有“厨师”', '网格力量', '党员', '联盟成员', '楼栋长', '志愿者']);
    (await clerk.says(`召集 ${no} 楼栋长 2人`)).hears('已发出召集');
    head.hears('【请您报到】');
    for (const other of [member, ally, volunteer]) other.hearsNothing();
    (await clerk.says(`召集 ${no} 联盟成员 2人`)).hears('已发出召集');
    ally.hears('【请您报到】');
    (await clerk.says(`召集 ${no} 志愿者 1人`)).hears('已发出召集');
    volunteer.hears('【请您报到】');
    for (const other of [member, head]) other.hearsNothing();
    (await clerk.says(`召集 ${no} 党员 1人`)).hears('已发出召集');
    member.hears('【请您报到】');
    (await clerk.says(`召集 ${no} 网格力量 1人`)).hears('已经在召集了');
    (await head.says(`报到 ${no}`)).hearsAmongOthers('已记下您报到');
    await play.advance('PT4H10M');
    clerk.hearsAmongOthers(['召集到时', '要 2 人', '来了 1 人：赵小芳'], ['召集到时', '要 1 人', '没有人报到', /^(?![\s\S]*：。)/]);
  });
});
