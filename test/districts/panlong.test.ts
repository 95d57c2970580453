import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('盘龙：五哨联动', () => {
  const play = aPlay({}, { DISTRICT: 'panlong' });
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const secretary = play.person('p-yxl-1');

  it('街道吹哨、部门报到：一个人说的小事先不吹，说清为什么、怎么办', async () => {
    await li.says('银杏花园6号楼后面的行道树太密了，该修剪了');
    const no = li.no();
    li.hearsAmongOthers('步骤 1/4：信息采集上报');
    if ((await play.demand(no)).tier === 'community') await secretary.says(`上呼 ${no} 社区办不了`);
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 日常 主办 园林局`)).hears([/先不吹|还不到/, no]);
    expect((await play.demand(no)).whistles).to.deep.equal([]);
  });

  it('群众反映强烈、街道自己办不了的，哨就响；四步走完', async () => {
    const no = li.no();
    await zhao.says('银杏花园6号楼后面的行道树太密了，该修剪了');
    expect((await play.demand(no)).supporters).to.equal(1);
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 日常 主办 园林局 协办 城管局`)).hearsAmongOthers('哨已吹响：日常哨');
    expect((await play.demand(no)).whistles[0]?.admission?.outcome).to.equal('admitted');
    (await li.says('进度')).hearsAmongOthers('步骤 2/4：指挥派遣');
    const [parks, urban] = [play.person('p-yl-1'), play.person('p-cg-1')];
    await parks.says(`报到 ${no}`);
    (await li.says('进度')).hearsAmongOthers('步骤 3/4：处理反馈');
    await urban.says(`办结 ${no} 已配合`);
    await parks.says(`办结 ${no} 已修剪`);
    (await li.says('进度')).hearsAmongOthers('步骤 4/4：考核评价');
  });

  it('一哨一考核：报到率、配合度、专业性、担当意识，四个分', async () => {
    const no = li.no();
    await play.lookAway();
    (await dispatcher.says(`评 ${no} 园林局 5 4`)).hears(['4 个分', '报到率', '配合度', '专业性', '担当意识']);
    (await dispatcher.says(`评 ${no} 园林局 5 4 3 5`)).hearsAmongOthers('已评价');
    play.person('p-yl-1').hearsAmongOthers(['枫荷街道的评价是 5 4 3 5', '担当意识']);
    const rated = (await play.demand(no)).whistles[0]?.callees.find(({ unit }) => unit === 'u-yl')?.ratings[0]?.marks;
    expect(rated).to.deep.equal({ 'report-in-rate': 5, cooperation: 4, professionalism: 3, responsibility: 5 });
  });

  it('社区吹哨、党员报到：党员和小巷管家都来', async () => {
    await li.says('银杏花园3号楼前面小广告贴得到处都是');
    const no = li.no();
    (await secretary.says(`召集 ${no} 网格力量 2人`)).hearsAmongOthers('已发出召集');
    const [steward, member] = [play.person('p-yxl1-v'), play.person('p-yxl-zb-3')];
    await steward.says(`报到 ${no}`);
    (await member.says(`报到 ${no}`)).hearsAmongOthers('已记下您报到');
    worker.hearsAmongOthers(['人到齐了（2 人）', '尹帆']);
    expect((await play.demand(no)).pools?.[0]).to.deep.include({ chain: 'community-to-members', status: 'full' });
  });

  it('政务吹哨、部门报到：窗口遇到的事先在政务局，由它叫部门', async () => {
    const bureau = play.person('p-zw-1');
    const police = play.person('p-ga-1');
    await bureau.says('银杏花园5号楼有居民办居住证，系统里查不到门牌，要公安核实');
    const no = bureau.no();
    expect((await play.demand(no)).owner).to.equal('u-zw');
    await play.lookAway();
    (await bureau.says(`吹哨 ${no} 政务哨 主办 公安分局`)).hearsAmongOthers('哨已吹响');
    police.hearsAmongOthers('呼叫方：政务服务管理局');
    await police.says(`办结 ${no} 门牌已补录`);
    expect((await play.demand(no)).whistles[0]).to.deep.include({ chain: 'service-to-departments', status: 'ended' });
  });

  it('党建联盟吹哨、公共单位报到：叫得到成员单位，叫不到别家', async () => {
    const alliance = play.person('p-feng-lm-1');
    const supply = play.person('p-shui-1');
    await alliance.says('银杏花园5号楼的老人家里水管老化，联盟想请供水公司上门换');
    const no = alliance.no();
    expect((await play.demand(no)).owner).to.equal('u-feng-lm');
    await play.lookAway();
    (await alliance.says(`吹哨 ${no} 联盟哨 主办 燃气公司`)).hearsAmongOthers(/不能/);
    (await alliance.says(`吹哨 ${no} 联盟哨 主办 自来水公司`)).hearsAmongOthers('哨已吹响');
    await supply.says(`办结 ${no} 已换管`);
    expect((await play.demand(no)).whistles[0]).to.deep.include({ chain: 'alliance-to-public-units', status: 'ended' });
  });

  it('项目吹哨、部门报到：攻坚哨', async () => {
    const project = play.person('p-xm-1');
    const planning = play.person('p-zr-1');
    await project.says('枫荷大道的地铁工地施工围挡挡住了路口，要规划和交警一起看现场');
    const no = project.no();
    if ((await play.demand(no)).status === 'incomplete') await project.says('1');
    expect((await play.demand(no)).owner).to.equal('u-xm');
    await play.lookAway();
    (await project.says(`吹哨 ${no} 攻坚 项目哨 主办 规划局 协办 交警`)).hearsAmongOthers('哨已吹响：攻坚哨');
    planning.hearsAmongOthers('【吹哨·攻坚哨】');
    expect((await play.demand(no)).whistles[0]).to.deep.include({ chain: 'project-to-departments', kind: 'tough' });
  });

  it('地点后来才说，事情还在项目办和联盟手里，哨照样吹得响', async () => {
    for (const [who, unit, said, whistle] of [
      ['p-xm-1', 'u-xm', '重大项目地块管线迁改需要供电公司配合', '攻坚 项目哨 主办 规划局'],
      ['p-feng-lm-1', 'u-feng-lm', '困难老人家里的水管老化了，联盟想请自来水公司上门换', '联盟哨 主办 自来水公司'],
    ] as const) {
      const raiser = play.person(who);
      await raiser.says(said);
      const no = raiser.no();
      const before = await play.demand(no);
      expect([before.status, before.owner], who).to.deep.equal(['incomplete', unit]);
      await raiser.says(`地点 ${no} 银杏花园2号楼`);
      expect(await play.demand(no), who).to.deep.include({ status: 'waiting', owner: unit, tier: before.tier, grade: before.grade });
      (await raiser.says(`吹哨 ${no} ${whistle}`)).hearsAmongOthers('哨已吹响');
    }
  });

  it('紧急哨：什么时候都响，三十分钟报到', async () => {
    await li.says('银杏花园1号楼前面的井盖不见了，晚上有人差点掉进去');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await secretary.says(`上呼 ${no} 社区办不了`);
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 紧急 主办 水务局`)).hearsAmongOthers('哨已吹响：紧急哨');
    const [whistle] = (await play.demand(no)).whistles;
    const [callee] = whistle?.callees ?? [];
    expect(whistle?.admission?.outcome).to.equal('urgent');
    expect(Date.parse(callee?.reportBy ?? '') - Date.parse(callee?.calledAt ?? '')).to.equal(30 * 60_000);
  });

  it('谁来管：街巷长、社区专员、小巷管家都看得到名字', async () => {
    await play.lookAway();
    (await li.says('谁来管')).hearsAmongOthers(/街巷长[\s\S]*社区专员[\s\S]*小巷管家/);
  });
});
