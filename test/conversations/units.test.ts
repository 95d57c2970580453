import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('社区自己办的事', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');

  it('网格员接单、反馈、办结，只有一件时不用写编号，居民每一步都知道', async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    wang.hearsAmongOthers(['【已登记】', 'A级 · 由银杏里社区办理', '周四）09:00前办结']);
    worker.hears(['【新诉求】', `接 ${wang.no()}`, `办结 ${wang.no()}`, `上呼 ${wang.no()}`]);
    (await worker.says('待办')).hears(['待办 1 件', wang.no(), '待接单', '明天09:00']);
    (await worker.says('接')).hears(['已接单', '周四）09:00前办结', '办结']);
    wang.hears(['银杏里社区已接单', '周四']);
    (await worker.says('反馈 已联系保洁，下午来清')).hears('反馈已送达');
    wang.hears('有新进展（银杏里社区）：已联系保洁，下午来清');
    (await worker.says('办结 已清运，加了一只桶')).hears('已记为办结');
    wang.hears(['已办结（银杏里社区）：已清运，加了一只桶', '评价']);
    expect((await play.demand(wang.no())).status).to.equal('done');
    (await worker.says('待办')).hears('没有待办');
  });

  it('社区办不了就上呼街道，附上原因', async () => {
    await wang.says('银杏花园5号楼楼下的垃圾房要重建，居民意见很大');
    wang.hearsAmongOthers('【已登记】');
    worker.hearsAmongOthers('【新诉求】');
    (await worker.says('上呼')).hears(`请这样写：上呼 ${wang.no()} 需要专业部门处理`);
    (await worker.says('上呼 社区没有经费')).hears(['已提到街道', '枫荷街道']);
    wang.hears(['提到街道一级', '枫荷街道']);
    dispatcher.hears(['【新诉求】', 'B级', '由银杏里社区转来：社区没有经费', `派 ${wang.no()}`, '升级']);
    const demand = await play.demand(wang.no());
    expect([demand.tier, demand.grade, demand.owner]).to.deep.equal(['street', 'B', 'u-feng']);
  });
});

describe('街道派单和吹哨', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const colleague = play.person('p-feng-4');
  const office = play.person('p-feng-cg-1');
  const water = play.person('p-sw-1');
  const supply = play.person('p-shui-1');
  const property = play.person('p-yxl-wy-1');

  it('网格员先提建议，派单的人看得到，照着就能吹', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒，电话13800001111');
    li.hearsAmongOthers('【已登记】');
    dispatcher.hears(['【新诉求】', /^(?![\s\S]*(?:13800001111|李建平))/]);
    (await worker.says(`建议 ${li.no()} 主办 水务局 协办 暖杏物业`)).hears('建议已送给派单的同志');
    dispatcher.hears(['【处置建议】', '银杏里社区建议：主办 水务局，协办 暖杏物业', `吹哨 ${li.no()}`]);
  });

  it('派给科室，科室有依据地退回一次，街道裁定成立，事情回到街道', async () => {
    (await dispatcher.says(`派 ${li.no()} 城管办`)).hears('已派给城市管理办公室');
    li.hears('已交城市管理办公室办理');
    office.hears(['【新诉求】', '由枫荷街道转来', '网格员建议：主办 水务局', `退回 ${li.no()} 依据`]);
    (await office.says(`退回 ${li.no()} 依据：管网不归本科室`)).hears(['退回已送出', '时限暂停']);
    dispatcher.hears(['城市管理办公室提出退回，依据：管网不归本科室', `异议 ${li.no()} 成立`]);
    (await office.says(`退回 ${li.no()} 还是不归`)).hears('只能提一次');
    (await dispatcher.says(`异议 ${li.no()} 成立`)).hearsAmongOthers('异议已裁定');
    office.hears('退回成立');
    expect((await play.demand(li.no())).owner).to.equal('u-feng');
  });

  it('吹哨：哨型、主办、协办，每家收到自己的信和时限', async () => {
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${li.no()} 日常 主办 水务局 协办 自来水公司、暖杏物业`)).hears(['哨已吹响：日常，主办 水务局，协办 自来水公司、暖杏物业', '周三）09:00']);
    li.hears(['已吹哨请水务局、自来水公司、暖杏物业一起办', '水务局牵头']);
    water.hears(['【吹哨·日常】', '贵单位主办', '呼叫方：枫荷街道', /报到：.*周三）09:00前.*首次反馈：.*周四）09:00前.*办结：.*周三）09:00前/, `报到 ${li.no()}`, /^(?![\s\S]*(?:13800001111|李建平))/]);
    supply.hears(['贵单位协办，水务局主办', '退回']);
    property.hears('贵单位协办，水务局主办');
    const [whistle] = (await play.demand(li.no())).whistles;
    expect(whistle?.callees.map(({ unit, role, status }) => [unit, role, status])).to.deep.equal([['u-sw', 'lead', 'called'], ['u-shui', 'assist', 'called'], ['u-yxl-wy', 'assist', 'called']]);
    expect(whistle?.callees.every(({ reportBy, doneBy }) => Date.parse(reportBy) < Date.parse(doneBy))).to.be.true;
    (await dispatcher.says('待办')).hears(['待办 1 件', '吹哨办理中']);
  });

  it('报到、反馈、延期、退回，各家走各家的', async () => {
    await play.lookAway();
    (await water.says('报到')).hears(['已报到', '首次反馈', '办结']);
    li.hears('水务局已报到，正在处理');
    dispatcher.hears('水务局已报到');
    (await supply.says('反馈 已派人查看，不是供水管')).hears('反馈已送达');
    li.hears('有新进展（自来水公司）：已派人查看，不是供水管');
    dispatcher.hears('自来水公司已报到', '反馈（自来水公司）：已派人查看');
    (await water.says('延期 路面要开挖，需办手续')).hears('延期申请已送出');
    dispatcher.hears(['水务局申请延期：路面要开挖', `同意 ${li.no()}`]);
    (await dispatcher.says('同意')).hears('已按您的意见处理');
    water.hears(['延期已同意', '周三']);
    li.hears(['需要多一点时间', '周三']);
    (await supply.says('退回 依据：不是供水管')).hears('退回已送出');
    (await dispatcher.says(`异议 ${li.no()} 自来水公司 不成立，总阀归你们管`)).hearsAmongOthers('异议已裁定');
    supply.hears(['退回不成立', '下一个时限', '原因：总阀归你们管']);
  });

  it('主办和协办都办结，哨才结束，事情才办结，再请街道打分', async () => {
    await play.lookAway();
    (await supply.says('办结 已配合关阀')).hears('贵单位的部分已办结');
    (await water.says('办结 管道已疏通，路面已恢复')).hears('贵单位的部分已办结');
    expect((await play.demand(li.no())).status).to.equal('handling');
    li.hearsNothing();
    (await property.says(`办结 ${li.no()} 现场已冲洗`)).hears('已记为办结');
    li.hears('已办结（水务局）：管道已疏通，路面已恢复');
    dispatcher.hearsAmongOthers('自来水公司已办结自己的部分', ['哨已全部办结', '报到、配合、专业、担当', `评 ${li.no()} 水务局 5 5 5 5`, `评 ${li.no()} 暖杏物业`]);
    expect((await play.demand(li.no())).whistles[0]?.status).to.equal('ended');
  });

  it('四个分、一个分都行，写错了说清楚怎么写，一事一评', async () => {
    await play.lookAway();
    (await dispatcher.says(`评 ${li.no()} 水务局 5 4 5 5`)).hears('已评价');
    water.hears(['枫荷街道的评价是 5 4 5 5', '报到、配合、专业、担当']);
    (await dispatcher.says('评 自来水公司 4')).hears('已评价');
    supply.hears('4 4 4 4');
    (await dispatcher.says(`评 ${li.no()} 暖杏物业 9 9`)).hears(['请打 4 个分', '1—5', `评 ${li.no()} 暖杏物业 5 5 5 5`]);
    (await dispatcher.says(`评 ${li.no()} 暖杏物业`)).hears(`请这样写：评 ${li.no()} 单位名 5 4 5 5`);
    (await dispatcher.says(`评 ${li.no()} 水务局 1 1 1 1`)).hears('一事一评');
    (await colleague.says(`评 ${li.no()} 暖杏物业 5 5 5 5`)).hearsAmongOthers('已评价');
    property.hearsAmongOthers('5 5 5 5');
    const ratings = (await play.demand(li.no())).whistles[0]?.callees.map((callee) => callee.ratings.length);
    expect(ratings).to.deep.equal([1, 1, 1]);
  });
});

describe('建议里写怎么配合', () => {
  const play = aPlay();
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const li = play.person('p-yxl1-2');
  let no = '';

  before(async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    no = li.no();
  });

  const HOW = '晚上八点一起去';
  for (const behind of [` ${HOW}`, `，${HOW}`, `：${HOW}`, `。${HOW}`, `\n${HOW}`, ` 说明 ${HOW}`, ` 说明：${HOW}`]) {
    it(`写在单位后面：${JSON.stringify(behind)}`, async () => {
      for (const units of ['主办 城市管理局 协办 市场监督管理局、水务局', '主办 城市管理局 协办 市场监督管理局', '主办 城市管理局']) {
        (await worker.says(`建议 ${no} ${units}${behind}`)).hears('建议已送给派单的同志');
        dispatcher.hears(['【处置建议】', units.replace(' 协办', '，协办'), HOW]);
      }
    });
  }

  it('几句话也行，和单位前面的话、说明后面的单位名都不混', async () => {
    (await worker.says(`建议 ${no} 先断水 主办 水务局 协办 城管局，暖杏物业 晚上八点，一起去，带好工具`)).hears('建议已送给派单的同志');
    dispatcher.hears(['主办 水务局，协办 城市管理局、暖杏物业', '先断水', '晚上八点，一起去，带好工具']);
    (await worker.says(`建议 ${no} 主办 水务局 说明 晚上八点，城管局也去`)).hears('建议已送给派单的同志');
    dispatcher.hears(['主办 水务局', '晚上八点，城管局也去']);
  });

  for (const [units, wrong] of [
    ['主办 水务局 协办 城管局 市场监督管局', '市场监督管局'],
    ['主办 水务局 协办 城管局，卫建局', '卫建局'],
    ['主办 水务局 协办 城管局、晚上八点', '晚上八点'],
    ['主办 水务局 协办 水利厅局 城管局', '水利厅局'],
    ['主办 水务局 协办 城管局 市场监督管理厅 晚上八点', '市场监督管理厅'],
    ['主办 水屋局', '水屋局'],
  ] as const) {
    it(`写错的单位名照样指出来：${units}`, async () => {
      (await worker.says(`建议 ${no} ${units}`)).hears(`没有找到“${wrong}”这个单位`);
      dispatcher.hearsNothing();
    });
  }

  it('写的是带队领导的名字，就是他那个单位，不当成说明', async () => {
    (await worker.says(`建议 ${no} 主办 水务局 协办 城管局 贺伟`)).hears('建议已送给派单的同志');
    dispatcher.hears(['主办 水务局，协办 城市管理局、枫荷街道']);
  });
});

describe('几家单位用一个名字', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');

  it('说物业，就是这件事所在地方的那一家', async () => {
    const no = (await li.says('银杏花园6号楼后面污水管堵了，污水往外冒')).no();
    await play.lookAway();
    (await dispatcher.says(`派 ${no} 物业`)).hears('已派给暖杏物业');
    expect((await play.demand(no)).owner).to.equal('u-yxl-wy');
  });
});

describe('转来转去、上到区里市里', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');
  const centre = play.person('p-qu-4');
  const leader = play.person('p-qu-1');
  const city = play.person('p-szj-1');
  const transport = play.person('p-sjt-1');

  it('第三次转办不再转，提一级', async () => {
    await li.says('银杏花园6号楼后面的围墙裂了，物业和城管都说不归自己管');
    li.hearsAmongOthers('【已登记】');
    const no = li.no();
    if ((await play.demand(no)).tier === 'community') await play.person('p-yxl-1').says(`上呼 ${no} 社区办不了`);
    await play.lookAway();
    (await dispatcher.says(`派 ${no} 城管办`)).hearsAmongOthers('已派给城市管理办公室');
    (await dispatcher.says(`派 ${no} 平安办`)).hearsAmongOthers('已派给平安建设办公室');
    (await dispatcher.says(`派 ${no} 民生办`)).hearsAmongOthers('已派给民生保障办公室');
    (await dispatcher.says(`派 ${no} 社建办`)).hearsAmongOthers(['转办次数已到上限', '提到区', '澜桥区']);
    centre.hears(['【新诉求】', no, 'C级', '多次转办']);
    leader.hears(['【请领导阅示】', no, 'C级']);
    li.hearsAmongOthers('提到区一级');
  });

  it('区领导可以直接调度部门', async () => {
    await play.lookAway();
    const no = li.no();
    (await leader.says(`吹哨 ${no} 攻坚 主办 住建局`)).hears(['哨已吹响：攻坚', '住房和城乡建设局']);
    li.hears('已吹哨请住房和城乡建设局');
  });

  it('D 级由区里向市级部门提请，领导知道', async () => {
    await li.says('地铁望潮站旁边的公交线路改得太绕，老人坐不了');
    li.hearsAmongOthers('【已登记】');
    const no = li.no();
    await centre.says(`升级 ${no} 需要区里协调`);
    await play.lookAway();
    (await centre.says(`升级 ${no} 涉及市级线网`)).hears(['已提到市', '澜桥区']);
    transport.hears(['【吹哨·', '贵单位主办', '呼叫方：澜桥区']);
    leader.hears(['【请领导阅示】', no, 'D级', '涉及市级线网']);
    li.hears('提到市一级', '已吹哨请市交通运输局');
    city.hearsNothing();
    const demand = await play.demand(no);
    expect([demand.grade, demand.tier, demand.whistles[0]?.chain]).to.deep.equal(['D', 'city', 'district-to-city']);
    (await transport.says(`报到 ${no}`)).hears('已报到');
    (await transport.says(`办结 ${no} 线路已调整，加停社区门口`)).hears('已记为办结');
    li.hearsAmongOthers('已办结（市交通运输局）');
    centre.hearsAmongOthers('请给被呼叫单位打分');
  });
});

describe('并单、拆单、剔除', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const zhao = play.person('p-yxl1-3');
  const dispatcher = play.person('p-feng-3');
  const second = play.person('p-feng-4');
  const leader = play.person('p-feng-2');

  it('并：每个人的编号、进度照旧；拆：各办各的', async () => {
    await wang.says('银杏花园2号楼旁边的井盖松了，车一过就响');
    await zhao.says('银杏花园3号楼前面的路面塌了一块');
    const [lead, other] = [wang.no(), zhao.no()];
    await play.lookAway();
    (await dispatcher.says(`并 ${lead}`)).hears(`请这样写：并 ${lead} 10031`);
    (await dispatcher.says(`并 ${lead} ${lead}`)).hears('两个不同的编号');
    (await dispatcher.says(`并 ${lead} ${other}`)).hears(`${other} 已并入 ${lead}`);
    zhao.hears([other, lead, '同一件', '编号不变']);
    wang.hearsNothing();
    (await zhao.says('进度')).hears(other);
    expect((await play.demand(lead)).supporters).to.equal(1);
    (await dispatcher.says(`拆 ${other}`)).hearsAmongOthers(`${other} 已拆开`);
    zhao.hears([other, '恢复单独办理']);
    expect((await play.demand(lead)).supporters).to.equal(0);
    expect((await play.demand(other)).status).to.equal('waiting');
  });

  it('接口上的并、拆和群里说的一样：拆的是并进去的那个编号', async () => {
    const { client } = play.product();
    const [lead, other] = [wang.no(), zhao.no()];
    expect(await client.command(lead, { type: 'merge', with: other })).to.include({ ok: true });
    expect(await client.command(lead, { type: 'unmerge' })).to.deep.equal({ ok: false, status: 409, refusal: 'not-merged' });
    expect(await client.command(other, { type: 'unmerge' })).to.nested.include({ ok: true, 'demand.id': other, 'demand.status': 'waiting' });
    expect((await play.demand(lead)).supporters).to.equal(0);
    expect(await client.command('99999', { type: 'unmerge' })).to.include({ ok: false, status: 404 });
  });

  it('剔除要写理由，要第二个人同意，自己不能同意自己的', async () => {
    await play.lookAway();
    const no = wang.no();
    (await dispatcher.says(`剔除 ${no}`)).hears(`请这样写：剔除 ${no} 理由`);
    (await dispatcher.says(`剔除 ${no} 属于私有路面，依法不能处置`)).hears('须第二人同意');
    leader.hears(['申请不计入考核，理由：属于私有路面', `同意 ${no}`]);
    (await dispatcher.says(`同意 ${no}`)).hears('要由另一位同志确认');
    (await second.says(`同意 ${no}`)).hearsAmongOthers('已按您的意见处理');
    dispatcher.hearsAmongOthers(['已同意不计入考核', '诉求人照常答复']);
    wang.hearsNothing();
    expect((await play.demand(no)).status).to.equal('waiting');
  });
});
