import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('被哨叫到的单位说平常话', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const street = play.person('p-feng-3');
  const water = play.person('p-sw-1');
  const property = play.person('p-yxl-wy-1');
  const power = play.person('p-dian-1');

  it('说收到，就问是不是报到，话照着回就行', async () => {
    const no = (await wang.says('银杏花园4号楼后面污水管堵了，污水往外冒')).no();
    await street.says(`吹哨 ${no} 日常 主办 水务局 协办 暖杏物业`);
    await play.lookAway();
    for (const words of ['收到', '好的，收到！', '好的马上派人去', '我们在路上了']) (await water.says(words)).hears([`是 ${no} 报到吗`, `“报到 ${no}”`]);
    (await water.says('不归我们管')).hears([`是 ${no} 退回吗`, `“退回 ${no} 不归我们管”`]);
    (await water.says(`报到 ${no}`)).hears('已报到');
  });

  it('把报到写成报道，也是报到', async () => {
    (await property.says('报道')).hears('已报到');
    (await property.says(`报道 ${wang.no()}`)).hears('已经报到过了');
  });

  it('报到以后，说在去的路上就问是不是反馈，说办好了就问是不是办结，原话都带着', async () => {
    await play.lookAway();
    (await property.says('我们马上到')).hears(`“反馈 ${wang.no()} 我们马上到”`);
    (await property.says('师傅还没修好')).hears('没太听明白');
    (await property.says('已经清理好了')).hears([`是 ${wang.no()} 办结吗`, `“办结 ${wang.no()} 已经清理好了”`]);
    (await property.says(`办结 ${wang.no()} 已经清理好了`)).hears('贵单位的部分已办结');
  });

  it('手上没有事的单位说马上到，不会登记成新的事', async () => {
    const before = await play.count();
    (await power.says('我们马上到')).hears(['待办', '登记 事情和地点']);
    expect(await play.count()).to.equal(before);
  });

  it('居民说收到，还是照旧问他有什么事', async () => {
    (await play.person('p-yxl1-3').says('收到')).hears('我是哨子', '身边有什么要解决的事');
  });
});

describe('要更多时间、不归自己管、问手上有什么，都不用背口令', () => {
  const play = aPlay();
  const [wang, street, water, property] = [play.person('p-yxl1-1'), play.person('p-feng-3'), play.person('p-sw-1'), play.person('p-yxl-wy-1')];

  it('说要延、搞不完，就问是不是延期，原话都带着', async () => {
    const no = (await wang.says('银杏花园4号楼后面污水管堵了，污水往外冒')).no();
    await street.says(`吹哨 ${no} 日常 主办 水务局 协办 暖杏物业`);
    await play.lookAway();
    const words = '是主管塌了，7天肯定搞不完，申请延到月底';
    (await water.says(words)).hears([`是 ${no} 延期吗`, `“延期 ${no} ${words}”`]);
    (await water.says('能不能宽限三天？')).hears(`“延期 ${no} 能不能宽限三天？”`);
    (await water.says('we need more time')).hears(`“延期 ${no} we need more time”`);
  });

  it('说不归自己、归谁，问是不是退回，不登记成新的事', async () => {
    const before = await play.count();
    const words = '这个不归我们，公共管网是水务的';
    (await property.says(words)).hears([`是 ${wang.no()} 退回吗`, `“退回 ${wang.no()} ${words}”`]);
    expect(await play.count()).to.equal(before);
  });

  it('问手上有什么、什么快到期，看到待办', async () => {
    const asked = ['我手里还有哪些没弄完', '今天有什么活', '有快到期的吗', '哪些单子快到期了', '谁超时了', '超期的列一下', '还差多久到期', '有没有快超期的', '早 今天有啥急的', '我手上有什么要批的', 'what is on my plate?'];
    for (const words of asked) (await water.says(words)).hears(['待办 1 件', wang.no()]);
    await play.lookAway();
    expect((await wang.says('今天有什么活动')).heard().join()).to.not.include('待办');
  });
});

describe('手上好几件，说了是哪样', () => {
  const play = aPlay();
  const [wang, worker] = [play.person('p-yxl1-1'), play.person('p-yxl1-w')];

  it('说到垃圾，就是垃圾那件，不用再选', async () => {
    const rubbish = (await wang.says('银杏花园4号楼后面垃圾堆了好几天没人清')).no();
    for (const line of ['银杏花园3号楼楼道里堆满了杂物', '银杏花园2号楼门禁坏了', '银杏花园1号楼楼上漏水，天花板都湿了']) await wang.says(line);
    await play.lookAway();
    (await worker.says('垃圾那个马上去 下午叫环卫来')).hears([`是 ${rubbish} 接单吗`, `“接 ${rubbish}”`]);
    (await worker.says('垃圾的办好了 清完了')).hears(`“办结 ${rubbish} 垃圾的办好了 清完了”`);
    (await worker.says('都办好了')).hears('哪一件');
  });
});

describe('科室手上有事，话说得含糊', () => {
  const play = aPlay();
  const [chen, street, office] = [play.person('p-ts1-1'), play.person('p-feng-3'), play.person('p-feng-cg-1')];

  it('说要几天、下周、已转、图片为证，问是不是接单或者反馈', async () => {
    const no = (await chen.says('听松苑1号楼门口路灯坏了两天了')).no();
    await street.says(`派 ${no} 城管办`);
    await play.lookAway();
    (await office.says('需要三天')).hears([`是 ${no} 接单吗`]);
    await office.says(`接 ${no}`);
    await play.lookAway();
    for (const words of ['需要三天', '下周', '已转环卫公司', '图片为证']) (await office.says(words)).hears([`是 ${no} 反馈吗`, `“反馈 ${no} ${words}”`]);
  });

  it('说好了，问是不是办结；12345 不当成编号', async () => {
    for (const words of ['好了', '都好了', '围挡做好了', '树锯完了', '垃圾都收走了', '12345 办结 已修好']) (await office.says(words)).hears([`是 ${chen.no()} 办结吗`, '办结']);
  });

  it('说不归自己管，先问是不是退回', async () => {
    (await office.says('不归我们管')).hears([`“退回 ${chen.no()} 不归我们管”`]);
  });

  it('没听明白的，告诉他怎么写成反馈，不是只说没听明白', async () => {
    (await office.says('配件缺货呢')).hears(['没太听明白', `反馈 ${chen.no()} 配件缺货呢`, '登记']);
  });

  it('一条里写两个编号，不当成只写了一个', async () => {
    (await office.says(`接 ${chen.no()} 10099`)).hears(['请这样写', `接 ${chen.no()}`]);
  });

  it('写成交给谁，也是派单', async () => {
    (await street.says(`交给 ${chen.no()} 平安办`)).hears('平安建设办公室');
  });
});

describe('手上有事的网格员说平常话', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  const other = play.person('p-yxl2-w');

  it('要去、去了、办好了，都只问是不是这一步，不登记成新的事', async () => {
    const no = (await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清')).no();
    await play.lookAway();
    const before = await play.count();
    for (const words of ['我明天上午去', '现在去看一下', 'ok', "I'm on my way"]) (await worker.says(words)).hears([`是 ${no} 接单吗`, `“接 ${no}”`]);
    await worker.says(`接 ${no}`);
    await play.lookAway();
    (await worker.says('现在去看一下')).hears([`是 ${no} 反馈吗`, `“反馈 ${no} 现在去看一下”`]);
    (await worker.says('到了现场 老人在家 是垃圾没倒 已经清理')).hears([`是 ${no} 办结吗`, `“办结 ${no} 到了现场 老人在家 是垃圾没倒 已经清理”`]);
    (await worker.says('it is fixed now')).hears(`“办结 ${no} it is fixed now”`);
    expect(await play.count()).to.equal(before);
  });

  it('写着编号的就是那一件；好几件最多列三件，自己网格的在先', async () => {
    const first = wang.no();
    const lines = ['银杏花园1号楼楼上漏水，天花板都湿了', '银杏花园3号楼楼道里堆满了杂物', '银杏花园4号楼门禁坏了'];
    for (const line of lines) await wang.says(line);
    const taken = (await worker.says('待办')).heard().join('\n').match(/1\d{4}/g) ?? [];
    expect(taken.length).to.be.above(3);
    (await worker.says('都弄好了')).hears(['哪一件', /^(?!(?:[\s\S]*办结 1){4})(?:[\s\S]*办结 1){3}/, '待办']);
    (await worker.says(`${first} 已经清运`)).hears([`“办结 ${first} 已经清运”`]);
    (await worker.says('19999 已经清运')).hears('没有可以做这一步的事');
    const away = await play.person('p-yxl2-1').says('银杏花园8号楼楼下垃圾桶满了没人清');
    await play.lookAway();
    (await other.says('收到')).hears([`是 ${away.no()} 接单吗`]);
  });

  it('没说清是件要办的事，就不登记，告诉他怎么登记；说了登记就登记', async () => {
    const before = await play.count();
    for (const words of ['材料我交上去了', '刚打电话问了 说没人接']) (await worker.says(words)).hears(['没太听明白', '待办', '登记 事情和地点']);
    (await worker.says('你好')).hears(['我是哨子', '待办']);
    expect(await play.count()).to.equal(before);
    (await worker.says('登记 需要街道协调5号楼的停车位')).hearsAmongOthers(['【已登记】', '需要街道协调', /^(?![\s\S]*登记 需要)/, '银杏花园5号楼']);
  });

  it('说解决不了、要街道协调，就问是不是上呼', async () => {
    const before = await play.count();
    for (const words of ['需要街道协调', '我们解决不了，请街道协调一下', "we can't fix this"]) (await other.says(words)).hears(['上呼 1', words]);
    (await worker.says('6号楼围墙要倒了，我们处理不了')).hearsAmongOthers('【已登记】');
    expect(await play.count()).to.equal(before + 1);
  });

  it('巡查看到的事和危险，照旧直接登记', async () => {
    (await worker.says('3号楼门口有一堆建筑垃圾，刚巡查看到的')).hearsAmongOthers(['【已登记】', '建筑垃圾']);
    (await worker.says('银杏花园5号楼的老人家里水管老化，想请供水公司上门换')).hearsAmongOthers(['【已登记】', '水管老化']);
    (await worker.says('3号楼2单元煤气泄漏，我马上到')).hearsAmongOthers(['开窗', '【已登记】']);
  });

  it('事情里说到车牌，后面的编号照样看得到', async () => {
    await worker.says('巡查发现6号楼消防通道被车堵了，车牌看不清');
    const no = worker.no();
    await play.lookAway();
    (await worker.says('都弄好了')).hears(`车牌看不清：办结 ${no}`);
  });
});

describe('派件的人用自己的话说给谁', () => {
  const play = aPlay();
  const [street, resident] = [play.person('p-feng-3'), play.person('p-yxl1-1')];

  it('只有一件，不写编号也派得出去；有几件，问是哪一件', async () => {
    await resident.says('银杏花园2号楼路灯不亮');
    const first = resident.no();
    await street.says('交给平安办');
    expect((await play.demand(first)).owner).to.equal('u-feng-pa');
    await resident.says('银杏花园3号楼有人占道摆摊');
    const second = resident.no();
    await street.says('给城管办吧');
    expect((await play.demand(second)).owner).to.equal('u-feng-cg');
  });

  it('说的单位派不了，有一句话说为什么；几件都可能，问是哪一件', async () => {
    await resident.says('银杏花园4号楼路灯不亮');
    await play.lookAway();
    (await street.says('给城管吧')).hears(/城市管理局|吹哨/);
    await resident.says('银杏花园7号楼有人占道摆摊');
    await play.lookAway();
    (await street.says('交给平安办')).hears(['请带上编号', resident.no()]);
    await street.says(`${resident.no()} 交给平安办`);
  });

  it('编号写在前面也行', async () => {
    await resident.says('银杏花园5号楼路灯不亮');
    await street.says(`${resident.no()} 转给平安办处理`);
    expect((await play.demand(resident.no())).owner).to.equal('u-feng-pa');
  });

  it('没有说单位的，还是一句话', async () => {
    await resident.says('银杏花园6号楼路灯不亮');
    await play.lookAway();
    for (const words of ['给我看看', '交给你们了']) (await street.says(words)).hearsAmongOthers(/^(?!.*已派)/su);
    expect((await play.demand(resident.no())).owner).to.equal('u-feng');
  });

  it('说谁牵头、谁配合，不登记成新的事，问是不是手上那一件照这样办', async () => {
    await resident.says('银杏花园4号楼餐馆油烟太大');
    const no = resident.no();
    await play.lookAway();
    const before = await play.count();
    (await street.says('油烟这个让城管办牵头，平安办配合')).hears([`是说 ${no}`, `吹哨 ${no} 主办 城管办 协办 平安办`]);
    expect(await play.count()).to.equal(before);
    (await street.says('银杏花园5号楼下面的餐馆油烟太大，居民天天来说')).hearsAmongOthers('【已登记】');
  });
});

describe('问是不是这一步，回一个字或一个数字就行', () => {
  const play = aPlay();
  const [wang, worker] = [play.person('p-yxl1-1'), play.person('p-yxl1-w')];
  let [rubbish, lock] = ['', ''];

  it('只有一件，回“是”就办了，不用照抄', async () => {
    rubbish = (await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清')).no();
    await play.lookAway();
    (await worker.says('我明天上午去')).hears([`是 ${rubbish} 接单吗`, '回复“是”']);
    (await worker.says('是的')).hears(`${rubbish} 已接单`);
    (await worker.says('是的')).hearsAmongOthers(/^(?!.*已接单)/su);
  });

  it('有几件，回数字就是那一件，说过的话一起记上', async () => {
    lock = (await wang.says('银杏花园4号楼门禁坏了，谁都能进门')).no();
    await play.lookAway();
    (await worker.says('都弄好了')).hears(['回复数字', `1 银杏花园4号楼门禁坏了，谁都能进门：办结 ${lock}`, `2 银杏花园2号楼楼下垃圾桶满了三天没人清：办结 ${rubbish}`]);
    await play.lookAway();
    (await worker.says('2')).hearsAmongOthers(`${rubbish} 已记为办结`);
    (await wang.says(`进度 ${rubbish}`)).hearsAmongOthers('都弄好了');
  });

  it('说都不是、说了别的，先前问的就不算数了', async () => {
    await worker.says('我马上过去');
    await play.lookAway();
    (await worker.says('都不是')).hears('不办这一步');
    (await worker.says('1')).hearsAmongOthers(/^(?!.*已接单)/su);
    await worker.says('我马上过去');
    await worker.says('待办');
    await play.lookAway();
    (await worker.says('是')).hearsAmongOthers(/^(?!.*已接单)/su);
    expect((await play.demand(lock)).status).to.equal('waiting');
  });

  it('没听明白的，回“是”就记成反馈，反映的人看得到', async () => {
    (await worker.says('配件缺货呢')).hears(['没太听明白', '回复“是”', `反馈 ${lock} 配件缺货呢`]);
    await play.lookAway();
    (await worker.says('对')).hears('反馈已送达');
    expect(wang.heard().join()).to.include('配件缺货呢');
  });

  it('说灯亮了、在修了，也问是不是这一步，不登记成新的事', async () => {
    const before = await play.count();
    await play.lookAway();
    (await worker.says('灯换了 亮了')).hears(`是 ${lock} 办结吗`);
    (await worker.says('门禁在修了，等配件')).hears(`反馈 ${lock} 门禁在修了，等配件`);
    expect(await play.count()).to.equal(before);
  });

  it('过了半小时再回，不算数', async () => {
    await worker.says('弄好了');
    await play.advance('PT31M');
    await play.lookAway();
    (await worker.says('是')).hearsAmongOthers(/^(?!.*已记为办结)/su);
    expect((await play.demand(lock)).status).to.equal('handling');
  });
});
