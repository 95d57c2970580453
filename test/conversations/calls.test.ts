import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('一声哨叫到联合执法队', () => {
  const play = aPlay({}, { DISTRICT: 'shunyi' });
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const police = play.person('p-feng-zf-3');
  const fire = play.person('p-feng-zf-4');
  const urban = play.person('p-feng-zf-5');
  const market = play.person('p-feng-zf-6');
  const bureau = play.person('p-cg-1');

  it('网格员的建议放在派单卡片的最前面，一句“照建议”就照办', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    await worker.says(`建议 ${no} 主办 水务局 协办 暖杏物业`);
    dispatcher.hearsAmongOthers(['【处置建议】', '主办 水务局，协办 暖杏物业', `照建议 ${no}`]);
    (await dispatcher.says(`照建议 ${no}`)).hears(['哨已吹响：日常', '主办 水务局，协办 暖杏物业']);
    worker.hearsAmongOthers('处置建议已被采纳');
    const [proposal] = (await play.demand(no)).proposals ?? [];
    expect([proposal?.by, proposal?.lead, proposal?.accepted?.by]).to.deep.equal(['p-yxl1-w', 'u-sw', 'p-feng-3']);
  });

  it('没有人提过建议，就告诉怎么吹', async () => {
    await li.says('银杏花园5号楼前面一排饭馆占道经营，还在人行道上烧烤');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 要联合执法`);
    await play.lookAway();
    (await dispatcher.says(`照建议 ${no}`)).hears(['还没有人提过处置建议', `吹哨 ${no}`]);
  });

  it('叫联合执法队，派驻的每个人都收到，各算各单位的时限', async () => {
    const no = li.no();
    (await dispatcher.says(`吹哨 ${no} 日常 主办 综合执法中心`)).hears(['哨已吹响', '主办 公安分局']);
    police.hears(['【吹哨·日常】', '贵单位主办']);
    for (const officer of [fire, urban, market]) officer.hears(['贵单位协办', '公安分局主办']);
    bureau.hearsNothing();
    const [whistle] = (await play.demand(no)).whistles;
    expect(whistle?.callees.map(({ unit, team, role }) => [unit, team, role])).to.deep.equal([['u-ga', 'u-feng-zf', 'lead'], ['u-xf', 'u-feng-zf', 'assist'], ['u-cg', 'u-feng-zf', 'assist'], ['u-sc', 'u-feng-zf', 'assist']]);
  });

  it('一个人报到，只算他派出单位报到；别家的照样提醒', async () => {
    const no = li.no();
    (await urban.says(`报到 ${no}`)).hears('已报到');
    const [whistle] = (await play.demand(no)).whistles;
    expect(whistle?.callees.map(({ unit, status }) => [unit, status])).to.deep.equal([['u-ga', 'called'], ['u-xf', 'called'], ['u-cg', 'reported'], ['u-sc', 'called']]);
    await play.until('周二', '09:30');
    fire.hearsAmongOthers(['【黄牌】', no, '报到']);
    urban.hearsNothing();
  });

  it('不在社区清单上的事派不下去，说清楚归谁', async () => {
    await li.says('银杏花园6号楼电梯停运，老人下不了楼');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 社区办不了`);
    await dispatcher.says(`类别 ${no} 内涝积水`);
    await play.lookAway();
    (await dispatcher.says(`派 ${no} 桐花巷社区`)).hears(['内涝积水', '不在桐花巷社区的清单内', '按目录归', '水务局']);
    expect((await play.demand(no)).owner).to.equal('u-feng');
  });

  it('社区吹哨叫得到自己街道的科室，叫不到别的街道的', async () => {
    const secretary = play.person('p-yxl-1');
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    await play.lookAway();
    (await secretary.says(`吹哨 ${no} 日常 主办 望潮街道城管办`)).hears('不能用哨呼叫这些单位');
    (await secretary.says(`吹哨 ${no} 科室哨 主办 城管办`)).hears(['哨已吹响：日常', '城市管理办公室']);
    expect((await play.demand(no)).whistles[0]?.chain).to.equal('community-to-offices');
    (await secretary.says(`吹哨 ${no} 日常 月亮哨 主办 平安办`)).hears('没有“月亮哨”这条哨链');
  });
});

describe('党员、志愿者报到', () => {
  const play = aPlay({}, { DISTRICT: 'panlong' });
  const li = play.person('p-yxl1-2');
  const secretary = play.person('p-yxl-1');
  const members = ['p-yxl-zb-1', 'p-yxl-zb-2', 'p-yxl-zb-3'].map((id) => play.person(id));
  const volunteer = play.person('p-yxl1-v');
  const worker = play.person('p-yxl1-w');

  it('社区召集，够数就停，晚到的人得到感谢，名单告诉社区，不说是谁反映的', async () => {
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    await play.lookAway();
    (await secretary.says(`吹哨 ${no} 网格力量 2人`)).hears(['已发出召集', '要 2 人']);
    volunteer.hears(['【请您报到】', no, '银杏里社区想请 2 人帮忙', `报到 ${no}`, /^(?![\s\S]*李建平)/]);
    members[0]!.hears('【请您报到】');
    (await volunteer.says('报到')).hearsAmongOthers('已记下您报到');
    (await volunteer.says(`报到 ${no}`)).hears('已经报到过了');
    secretary.hearsNothing();
    (await members[1]!.says(`报到 ${no}`)).hearsAmongOthers('已记下您报到');
    (await members[2]!.says(`报到 ${no}`)).hearsAmongOthers('要的人已经够了');
    const [pool] = (await play.demand(no)).pools ?? [];
    expect([pool?.status, pool?.wanted, pool?.joined.map(({ person }) => person)]).to.deep.equal(['full', 2, ['p-yxl1-v', 'p-yxl-zb-2']]);
  });

  it('网格员听到人到齐了', async () => {
    await li.says('银杏花园3号楼前面小广告贴得到处都是');
    const no = li.no();
    await play.lookAway();
    await secretary.says(`召集 ${no} 志愿者 1人`);
    await play.lookAway();
    await volunteer.says(`报到 ${no}`);
    worker.hearsAmongOthers(['人到齐了（1 人）', '尹帆']);
  });

  it('叫党员的，不会叫到志愿者；叫小巷管家的，不会叫到党员', async () => {
    await li.says('银杏花园4号楼单元门口堆了很多纸箱');
    const no = li.no();
    await play.lookAway();
    (await secretary.says(`召集 ${no} 小巷管家 1人`)).hears('已发出召集');
    volunteer.hears('【请您报到】');
    members[1]!.hearsNothing();
    (await secretary.says(`召集 ${no} 党员 1人`)).hears('已发出召集');
    members[1]!.hears('【请您报到】');
    volunteer.hearsNothing();
    (await secretary.says(`召集 ${no} 志愿者 1人`)).hears('已经在召集了');
  });

  it('没叫到的人写报到，只当普通话；人不够到时告诉名单', async () => {
    await li.says('银杏花园1号楼单元门口堆了很多纸箱');
    const no = li.no();
    await play.lookAway();
    (await secretary.says(`召集 ${no} 党员 19人`)).hears(/能叫到的只有 \d+ 人/);
    (await secretary.says(`召集 ${no} 厨师 2人`)).hears('没有“厨师”这样可以召集的人');
    await secretary.says(`召集 ${no} 网格力量 3人`);
    (await li.says(`报到 ${no}`)).hearsAmongOthers('这条指令由工作人员使用');
    await volunteer.says(`报到 ${no}`);
    await play.lookAway();
    await play.advance('PT4H10M');
    worker.hearsAmongOthers(['召集到时，要 3 人，来了 1 人：尹帆']);
    members[0]!.hearsAmongOthers(['还缺人', '已报到 1 人']);
    (await members[0]!.says(`报到 ${no}`)).hears('召集已经结束');
  });
});

describe('吹哨纪律', () => {
  const play = aPlay({}, { DISTRICT: 'panlong' });
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');
  const dispatcher = play.person('p-feng-3');
  const leader = play.person('p-feng-2');

  it('只有一个人反映、街道自己能办的，先不吹，说明怎么办', async () => {
    await li.says('银杏花园6号楼旁边的花坛该换花了');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 社区办不了`);
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 日常 主办 园林局`)).hears([/先不吹哨|还不到吹哨的程度/, `派 ${no} 科室`, '雷欣然、贺伟', '仍要 理由', /^(?![\s\S]*在原指令后面加)/]);
    expect((await play.demand(no)).whistles).to.deep.equal([]);
    (await dispatcher.says(`吹哨 ${no} 日常 主办 园林局 仍要 已经说了三天`)).hears(/先不吹哨|还不到吹哨的程度/);
  });

  it('领导可以写明理由照吹，理由留痕', async () => {
    const no = li.no();
    (await leader.says(`吹哨 ${no} 日常 主办 园林局`)).hears([/先不吹哨|还不到吹哨的程度/, '在原指令后面加“仍要 理由”']);
    (await leader.says(`吹哨 ${no} 日常 主办 园林局 仍要 已经说了三天，树枝打到过人`)).hears('哨已吹响');
    const [whistle] = (await play.demand(no)).whistles;
    expect(whistle?.admission).to.deep.include({ outcome: 'overridden', reason: '已经说了三天，树枝打到过人' });
    expect(whistle?.admission?.against).to.include('weak');
  });

  it('同一地点同一类事已经吹过哨，建议并单', async () => {
    const first = li.no();
    await zhao.says('银杏花园6号楼的宽带老是断');
    const no = zhao.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 社区办不了`);
    await dispatcher.says(`类别 ${no} 园林绿化`);
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 日常 主办 园林局 协办 城管局`)).hears(['同一地点的同类事项已经吹过哨', first, `并 ${first} ${no}`]);
  });

  it('紧急哨照响', async () => {
    (await dispatcher.says(`吹哨 ${zhao.no()} 紧急 主办 园林局`)).hearsAmongOthers('哨已吹响：紧急哨');
    expect((await play.demand(zhao.no())).whistles[0]?.admission?.outcome).to.equal('urgent');
  });

  it('说得再急，只有一个人、街道自己能办的，日常哨也不吹；有危险的才算反映强烈', async () => {
    await li.says('银杏花园3号楼楼下路灯坏了一盏，十万火急，请马上来修！');
    const no = li.no();
    expect((await play.demand(no)).urgency).to.equal('urgent');
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 社区办不了`);
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 日常 主办 城管局 协办 园林局`)).hears('还不到吹哨的程度');
    await zhao.says('银杏花园3号楼楼下路灯坏了');
    expect((await play.demand(no)).supporters).to.equal(1);
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 日常 主办 城管局 协办 园林局`)).hearsAmongOthers('哨已吹响');
  });
});

describe('挂钩联系领导', () => {
  const play = aPlay({}, { DISTRICT: 'guandu' });
  const li = play.person('p-yxl1-2');
  const secretary = play.person('p-feng-1');
  const linked = play.person('p-gua-feng-1');

  it('写领导的名字就叫得到，别的街道的挂钩领导叫不到', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    await play.lookAway();
    (await secretary.says(`吹哨 ${no} 攻坚 主办 望潮街道挂钩领导`)).hears('不能用哨呼叫这些单位');
    (await secretary.says(`吹哨 ${no} 攻坚 主办 盛怀远`)).hearsAmongOthers('哨已吹响');
    linked.hears(['【吹哨·攻坚哨】', '贵单位主办']);
    (await linked.says('报到')).hears('已报到');
  });
});
