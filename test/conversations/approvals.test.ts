import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('书记批准，哨才吹响', () => {
  const play = aPlay({}, { DISTRICT: 'guandu' });
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');
  const secretary = play.person('p-feng-1');
  const water = play.person('p-sw-1');
  const supply = play.person('p-shui-1');

  it('工作人员备好，被呼叫单位还什么都不知道，书记收到请示', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 问题 主办 水务局 协办 自来水公司`)).hears(['已备好', '送去审批']);
    secretary.hears(['【请审批吹哨】', no, '枫荷街道拟吹哨（问题哨 · 街道书记吹哨）：主办 水务局，协办 自来水公司', `同意 ${no}`, `不同意 ${no} 理由`]);
    water.hearsNothing();
    supply.hearsNothing();
    li.hearsNothing();
    const demand = await play.demand(no);
    expect(demand.whistles).to.deep.equal([]);
    expect(demand.approvals?.map(({ status, approver, caller }) => [status, approver, caller])).to.deep.equal([['waiting', { unit: 'u-feng', roles: ['secretary'] }, 'u-feng']]);
  });

  it('不是书记的人批不了；没批之前报到也没有用', async () => {
    const no = li.no();
    (await play.person('p-feng-4').says(`同意 ${no}`)).hears('没有等您同意的事');
    (await dispatcher.says(`吹哨 ${no} 问题 主办 城管局`)).hears('已有一个哨在等批准');
    (await dispatcher.says(`吹哨 ${no}`)).hears('已有一个哨在等批准');
  });

  it('书记不同意，写明理由，谁也没有惊动', async () => {
    const no = li.no();
    (await secretary.says(`不同意 ${no} 先让城管办看看现场`)).hearsAmongOthers('已按您的意见处理');
    dispatcher.hears(['未获同意', '没有惊动任何单位', '原因：先让城管办看看现场']);
    water.hearsNothing();
    expect((await play.demand(no)).approvals?.[0]?.decision).to.deep.include({ agreed: false, reason: '先让城管办看看现场', by: 'p-feng-1' });
  });

  it('再备一次，书记同意，哨才响，时限从这时算起', async () => {
    const no = li.no();
    await dispatcher.says(`吹哨 ${no} 问题 主办 水务局 协办 自来水公司`);
    await play.advance('PT1H');
    await play.lookAway();
    (await secretary.says('同意')).hears('已按您的意见处理');
    dispatcher.hears(['已获同意，哨已吹响（问题哨）', '主办 水务局']);
    water.hears(['【吹哨·问题哨】', '贵单位主办', '10:00前']);
    supply.hears('贵单位协办');
    const demand = await play.demand(no);
    expect([demand.approvals?.[1]?.status, demand.whistles[0]?.approval]).to.deep.equal(['sounded', 'q2']);
    expect(demand.timeline.map(({ type }) => type)).to.include.members(['whistle-prepared', 'approval-decided', 'whistled']);
  });

  it('应急哨先响后补；到时没批的普通哨作罢', async () => {
    await li.says('银杏花园5号楼前面的污水井盖不见了，晚上有人差点掉进去');
    const no = li.no();
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 应急 主办 水务局`)).hears('哨已吹响：应急哨');
    secretary.hearsAmongOthers(['【紧急哨请补批】', '已先吹哨（应急哨）']);
    (await secretary.says(`同意 ${no}`)).hears('已按您的意见处理');
    dispatcher.hearsAmongOthers('已补批');

    await li.says('银杏花园4号楼西侧围墙外有人搭了一间违法建筑');
    const other = li.no();
    await dispatcher.says(`吹哨 ${other} 攻坚 主办 城管局`);
    await play.lookAway();
    await play.until('周二', '18:00');
    dispatcher.hearsAmongOthers([other, '到时没有办完审批', '已作罢']);
    expect((await play.demand(other)).whistles).to.deep.equal([]);
  });
});

describe('党委决定、政府吹哨', () => {
  const play = aPlay({}, { DISTRICT: 'chaoyang' });
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');
  const second = play.person('p-feng-4');
  const committee = play.person('p-feng-1');
  const water = play.person('p-sw-1');

  it('党委同意只是决定，政府的人写“吹哨 编号”才吹响，两个动作都留痕', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    await dispatcher.says(`吹哨 ${no} 日常 主办 水务局`);
    await play.lookAway();
    (await committee.says(`同意 ${no}`)).hears('已按您的意见处理');
    dispatcher.hears(['【已决定，请吹哨】', `吹哨 ${no}`]);
    water.hearsNothing();
    (await committee.says(`吹哨 ${no}`)).hears('要由另一位同志来做');
    (await second.says(`吹哨 ${no}`)).hearsAmongOthers(['哨已吹响', '主办 水务局']);
    water.hearsAmongOthers(['【吹哨·', '贵单位主办']);
    const [approval] = (await play.demand(no)).approvals ?? [];
    expect([approval?.by, approval?.decision?.by, approval?.soundedBy]).to.deep.equal(['p-feng-3', 'p-feng-1', 'p-feng-4']);
  });

  it('同一件事上有几件等同一个人答复，问清楚是哪一件，回一个数字就行', async () => {
    await play.lookAway();
    await li.says('银杏花园1号楼旁边的雨水井冒水，路上全是水');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 社区办不了`);
    await dispatcher.says(`吹哨 ${no} 日常 主办 水务局`);
    await dispatcher.says(`剔除 ${no} 属于在建工地，依法由工地处理`);
    await play.lookAway();
    (await committee.says(`不同意 ${no} 街道先处理`)).hears(['有几件事在等您答复', '1 不计入考核的申请：属于在建工地', '2 枫荷街道的吹哨（日常），主办 水务局']);
    (await committee.says('2')).hearsAmongOthers('已按您的意见处理');
    dispatcher.hearsAmongOthers(['未获同意', '街道先处理']);
    expect((await play.demand(no)).approvals?.map(({ status }) => status)).to.deep.equal(['refused']);
    (await committee.says(`同意 ${no}`)).hearsAmongOthers('已按您的意见处理');
  });
});
