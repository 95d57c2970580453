import { expect } from 'chai';
import { aPlay, type Speaker } from '../support/play.ts';

describe('顺义：街乡吹哨、部门报到，六步走完', () => {
  const play = aPlay({}, { DISTRICT: 'shunyi' });
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const water = play.person('p-sw-1');
  const waterHead = play.person('p-sw-2');

  it('一 吹哨准备：登记、网格员提建议，派单的人先看到建议', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    li.hearsAmongOthers(['【已登记】', '步骤 1/6：吹哨准备']);
    await worker.says(`建议 ${li.no()} 主办 水务局 协办 暖杏物业`);
    dispatcher.hearsAmongOthers('【新诉求】', ['【处置建议】', '主办 水务局', `照建议 ${li.no()}`]);
    expect((await play.demand(li.no())).proposals?.[0]).to.deep.include({ lead: 'u-sw', assists: ['u-yxl-wy'] });
  });

  it('二 精准吹哨：照建议吹给该来的部门', async () => {
    (await dispatcher.says(`照建议 ${li.no()}`)).hearsAmongOthers('哨已吹响：日常');
    li.hearsAmongOthers('已吹哨请水务局、暖杏物业');
    (await li.says('进度')).hearsAmongOthers('步骤 2/6：精准吹哨');
    expect((await play.demand(li.no())).whistles[0]).to.deep.include({ chain: 'street-to-departments', kind: 'daily', caller: 'u-feng' });
  });

  it('三 报到履职、四 及时报告', async () => {
    const no = li.no();
    await water.says(`报到 ${no}`);
    (await li.says('进度')).hearsAmongOthers('水务局已报到', '步骤 3/6：报到履职');
    await water.says(`反馈 ${no} 已派疏通车`);
    (await li.says('进度')).hearsAmongOthers('有新进展（水务局）：已派疏通车', '步骤 4/6：及时报告');
  });

  it('五 考核问责：街道背靠背打分，被评的部门一个字也听不到', async () => {
    const no = li.no();
    await play.person('p-yxl-wy-1').says(`办结 ${no} 已配合`);
    await water.says(`办结 ${no} 管道已疏通`);
    await play.lookAway();
    expect((await play.demand(no)).stage).to.equal('accounting-step');
    (await dispatcher.says(`评 ${no} 水务局 2 3 2`)).hearsAmongOthers('已评价');
    water.hearsNothing();
    waterHead.hearsNothing();
    (await waterHead.says('考核 2026-11')).hearsAmongOthers(/^(?![\s\S]*(?:枫荷街道的评价|尹文婷))/);
  });

  it('六 结果反馈：谁提的谁评，每一步什么时候走到都留着', async () => {
    const no = li.no();
    (await li.says('满意')).hearsAmongOthers('谢');
    const demand = await play.demand(no);
    expect([demand.status, demand.stage, demand.stages?.map(({ state }) => state)]).to.deep.equal(['closed', 'result-fed-back', ['passed', 'passed', 'passed', 'passed', 'passed', 'current']]);
    const times = demand.stages?.map(({ at }) => Date.parse(at ?? '')) ?? [];
    expect(times).to.deep.equal([...times].sort((a, b) => a - b)).and.satisfy((all: number[]) => all.every((at) => !Number.isNaN(at)));
  });
});

describe('顺义：联合执法中心、园区、社区、支部都能吹哨', () => {
  const play = aPlay({}, { DISTRICT: 'shunyi' });
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');
  const officers = ['p-feng-zf-3', 'p-feng-zf-4', 'p-feng-zf-5', 'p-feng-zf-6'].map((id) => play.person(id));

  it('吹一声，整个执法队都来，考核算到各自的派出部门', async () => {
    await li.says('银杏花园5号楼前面晚上一排摊子占道烧烤，还吵');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 要联合执法`);
    (await dispatcher.says(`吹哨 ${no} 日常 主办 综合执法中心`)).hearsAmongOthers('哨已吹响');
    for (const officer of officers) {
      officer.hearsAmongOthers('【吹哨·日常】');
      await officer.says(`报到 ${no}`);
      await officer.says(`办结 ${no} 已联合整治`);
    }
    const [whistle] = (await play.demand(no)).whistles;
    expect(whistle?.callees.map(({ unit, team, status }) => [unit, team, status])).to.deep.equal(['u-ga', 'u-xf', 'u-cg', 'u-sc'].map((unit) => [unit, 'u-feng-zf', 'done']));
    (await dispatcher.says(`评 ${no} 城管局 5 5 4`)).hearsAmongOthers('已评价');
    expect((await play.demand(no)).whistles[0]?.callees.find(({ unit }) => unit === 'u-cg')?.ratings[0]?.marks).to.deep.equal({ timeliness: 5, duty: 5, effect: 4 });
  });

  it('园区吹哨：企业的事先到园区，一对一叫部门，叫两家不行', async () => {
    const enterprise = play.person('p-qh-1');
    const park = play.person('p-yuan-1');
    const jobs = play.person('p-rs-1');
    await enterprise.says('云帆产业园里我们厂招不到工人，想请帮忙办一场招聘会');
    const no = enterprise.no();
    enterprise.hearsAmongOthers(['由云帆产业园办理']);
    expect((await play.demand(no)).source).to.equal('enterprise-chat');
    park.hearsAmongOthers('【新诉求】');
    (await park.says(`吹哨 ${no} 日常 主办 人社局 协办 经信局`)).hearsAmongOthers(['一次只叫一个单位', `吹哨 ${no} 主办 人力资源和社会保障局`]);
    (await park.says(`吹哨 ${no} 日常 主办 人社局`)).hearsAmongOthers('哨已吹响');
    await jobs.says(`报到 ${no}`);
    await jobs.says(`办结 ${no} 招聘会定在下周三`);
    const demand = await play.demand(no);
    expect([demand.status, demand.whistles[0]?.chain]).to.deep.equal(['done', 'park-to-departments']);
    await enterprise.says('满意');
  });

  it('社区吹哨、科室报到', async () => {
    const secretary = play.person('p-yxl-1');
    const office = play.person('p-feng-cg-1');
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    await play.lookAway();
    (await secretary.says(`吹哨 ${no} 科室哨 主办 城管办`)).hearsAmongOthers('哨已吹响');
    office.hearsAmongOthers('【吹哨·日常】');
    await office.says(`报到 ${no}`);
    (await office.says(`办结 ${no} 已清运`)).hearsAmongOthers('已记为办结');
    expect((await play.demand(no)).whistles[0]?.chain).to.equal('community-to-offices');
  });

  it('支部吹哨、党员报到：支部自己的事自己召集，人够就停', async () => {
    const branch = play.person('p-yxl-zb-1');
    const members = ['p-yxl-zb-2', 'p-yxl-zb-3', 'p-yxl-zb-4'].map((id) => play.person(id));
    await branch.says('银杏花园5号楼的楼道杂物要清理，支部想组织党员一起干');
    const no = branch.no();
    expect((await play.demand(no)).owner).to.equal('u-yxl-zb');
    await play.lookAway();
    (await branch.says(`召集 ${no} 党员 2人`)).hearsAmongOthers('已发出召集');
    members.forEach((member) => member.hearsAmongOthers('【请您报到】'));
    await members[0]!.says(`报到 ${no}`);
    await members[1]!.says(`报到 ${no}`);
    (await members[2]!.says(`报到 ${no}`)).hearsAmongOthers('够');
    expect((await play.demand(no)).pools?.[0]).to.deep.include({ chain: 'branch-to-members', status: 'full' });
    await branch.says(`办结 ${no} 楼道已清理干净`);
    expect((await play.demand(no)).status).to.equal('done');
  });

  it('社区清单上没有的事派不到社区', async () => {
    const no = li.no();
    await li.says('银杏花园3号楼门口的路灯不亮了');
    const lamp = li.no();
    expect(lamp).not.to.equal(no);
    if ((await play.demand(lamp)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${lamp} 归部门`);
    await play.lookAway();
    (await dispatcher.says(`派 ${lamp} 桐花巷社区`)).hears(['不在桐花巷社区的清单内']);
  });
});

describe('顺义：危险，先说事、再说在哪里', () => {
  const play = aPlay({}, { DISTRICT: 'shunyi' });
  const [li, district, street, home, there] = ['p-yxl2-1', 'p-qu-4', 'p-feng-3', 'p-yxl2-w', 'p-yxl1-w'].map((id) => play.person(id)) as [Speaker, Speaker, Speaker, Speaker, Speaker];
  const again = /^(?![\s\S]*(?:有人|看过请回复|不用再管))/;

  it('每家只听一次险情，第二次只听新的：在哪里、谁在办', async () => {
    await li.says('楼道有人晕倒了');
    district.hears(['【紧急】', '有人晕倒', '看过请回复']);
    home.hears(['【紧急】', '有人晕倒', '看过请回复']);
    await li.says('1');
    district.hears(['紧急', li.no(), '银杏花园8号楼', '枫荷街道', again]);
    home.hears(['紧急', li.no(), '银杏花园8号楼', '枫荷街道', again]);
  });

  it('改到另一个网格：区里只听新的地点，那里的网格员才听险情', async () => {
    await li.says('2 银杏花园2号楼');
    district.hears([li.no(), '银杏花园2号楼', again]);
    there.hears(['【紧急】', '有人晕倒', '银杏花园2号楼']);
    home.hears([li.no(), '不用再管']);
  });

  it('换了社区，街道还是那个街道：不叫它不用再管，也不再说一遍险情', async () => {
    const wu = play.person('p-yxl2-3');
    await wu.says('有人要跳楼！在银杏花园6号楼楼顶');
    street.hears(['【紧急】', wu.no(), '银杏里社区']);
    await play.lookAway();
    await wu.says('2 桐花大院2号楼');
    street.hears([wu.no(), '桐花大院2号楼', '桐花巷社区', again]);
    there.hears([wu.no(), '不用再管']);
  });
});
