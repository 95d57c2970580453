import { expect } from 'chai';
import { aPlay } from '../support/play.ts';
import { PIXEL } from '../support/wechat-sandbox.ts';

describe('网格居民群', () => {
  const play = aPlay();
  const group = play.group('r-yxl-1');
  const lan = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');

  it('#吹哨 登记一件事，地点就在这个网格，群里只有一句回执', async () => {
    await li.saysIn(group, '#吹哨 健身角的单杠断了，孩子差点摔着，我住6号楼2单元203，电话13800001111');
    group.hearsOnly(['已登记，编号', '私聊']);
    li.hearsNothing();
    const demand = await play.demand(group.no());
    expect(demand.place?.grid).to.equal('g-yxl-1');
    expect(demand.source).to.equal('group-whistle');
    (await li.says('进度')).hearsAmongOthers([group.no(), '单杠断了', '待接单']);
  });

  it('#上报、全角井号都一样；没写事情就提醒怎么写', async () => {
    await zhao.saysIn(group, '＃上报 5号楼后面的路灯不亮');
    group.hearsOnly('已登记，编号');
    await zhao.saysIn(group, '#吹哨');
    group.hearsOnly(['#吹哨', '引用']);
    dispatcher.hearsAmongOthers('路灯不亮');
  });

  it('#吹哨后面只打个招呼，不登记，私下教一句怎么写', async () => {
    const before = await play.count();
    for (const words of ['#吹哨 大家好', '#上报 谢谢', '#吹哨 在吗？']) {
      await zhao.saysIn(group, words);
      zhao.hearsAmongOthers('#吹哨 事情和地点');
    }
    group.hearsNothing();
    expect(await play.count()).to.equal(before);
  });

  it('一句话里有两件事，各有编号，群里还是只有一句回执', async () => {
    const before = await play.count();
    await li.saysIn(group, '#上报 3号楼楼道里堆满了纸箱子 还有电动车在充电');
    expect(await play.count()).to.equal(before + 2);
    group.hearsOnly([/已登记 2 件，编号 1\d{4}、1\d{4}/, '私聊']);
    li.hearsNothing();
  });

  it('@哨子说事就登记，只打招呼就只回一句', async () => {
    await zhao.saysIn(group, '小区广场的凉亭漏雨', { mention: true, image: PIXEL });
    group.hearsOnly('已登记，编号');
    await zhao.saysIn(group, '你好呀', { mention: true });
    group.hearsOnly('#吹哨 事情和地点');
  });

  it('引用别人的话再 #吹哨，登记的是那句话，不带那个人的电话', async () => {
    const said = await lan.saysIn(group, '3号楼外墙的瓷砖往下掉，我电话13900002222');
    worker.hearsAmongOthers(['【群消息】', '紧急', '瓷砖往下掉', '登记']);
    const before = await play.count();
    await zhao.saysIn(group, '#吹哨', { quote: said });
    group.hearsOnly('已登记，编号');
    expect(await play.count()).to.equal(before + 1);
    (await zhao.says(`进度 ${group.no()}`)).hears('我是哨子', ['瓷砖往下掉', /^(?![\s\S]*13900002222)/]);
    (await worker.says('登记')).hearsAmongOthers('没有等您登记');
  });

  it('两个人同时说话，各是各的', async () => {
    const before = await play.count();
    await play.together(
      { who: lan, group, text: '#吹哨 2号楼门禁坏了' },
      { who: li, group, text: '#吹哨 4号楼垃圾桶满了' },
      { who: lan, group, text: '刷卡没反应' },
      { who: li, group, text: '臭得开不了窗' },
    );
    group.hearsOnly('已登记', '已登记');
    expect(await play.count()).to.equal(before + 2);
    (await lan.says('进度')).hearsAmongOthers(['门禁', /^(?![\s\S]*垃圾)/]);
    (await li.says('进度')).hearsAmongOthers(/^(?![\s\S]*门禁)[\s\S]*垃圾桶满了/);
  });

  it('刚闲聊完就 #吹哨，哨声照样算，闲聊不算在里面', async () => {
    const before = await play.count();
    await play.together({ who: lan, group, text: '今天太阳真好' }, { who: lan, group, text: '#吹哨 5号楼门口积水了' }, { who: lan, group, text: '老人不敢出门' });
    group.hearsOnly('已登记');
    expect(await play.count()).to.equal(before + 1);
    (await lan.says('进度')).hearsAmongOthers(/^(?![\s\S]*太阳)[\s\S]*积水/);
    await play.lookAway();
  });

  it('闲聊谁也不打扰', async () => {
    for (const text of ['今天天气真好', '大家早上好，有人一起买菜吗', '谢谢楼上的', '😄']) await lan.saysIn(group, text);
    group.hearsNothing();
    worker.hearsNothing();
    lan.hearsNothing();
  });

  it('像是一件事的闲聊，只私下问网格员；忽略就忘掉', async () => {
    const before = await play.count();
    await lan.saysIn(group, '1号楼下水道又堵了，臭死了，没人管');
    group.hearsNothing();
    lan.hearsNothing();
    worker.hears(['【群消息】银杏里第一网格居民群', '下水道又堵了', '登记', '忽略']);
    (await worker.says('忽略')).hears('不登记');
    (await worker.says('登记')).hears('没有等您登记');
    expect(await play.count()).to.equal(before);
  });

  it('网格员说登记才登记，带走的话里没有电话和房号，群里照样安静', async () => {
    await lan.saysIn(group, '我家2号楼4单元603，电话13900002222，楼下垃圾桶满了好几天没人收');
    worker.hears(['楼下垃圾桶满了', /^(?![\s\S]*(?:13900002222|603))/]);
    (await worker.says('登记')).hearsAmongOthers(['【已登记】', '垃圾桶满了']);
    group.hearsNothing();
    lan.hearsNothing();
    const demand = await play.demand(worker.no());
    expect(demand.source).to.equal('group-discovery');
    expect(JSON.stringify(demand)).to.not.match(/13900002222|(?<![0-9a-f])603(?![0-9a-f])/);
  });

  it('邻居在群里再吹同一件事，算附议，有自己的编号', async () => {
    await lan.saysIn(group, '#吹哨 6号楼的电梯坏了两天，老人下不了楼');
    const first = group.no();
    await zhao.saysIn(group, '#吹哨 6号楼的电梯坏了两天了，没人来修');
    group.hearsOnly(`编号 ${first}`, '已登记，编号');
    expect(group.no()).to.not.equal(first);
    expect((await play.demand(first)).supporters).to.equal(1);
  });

  it('夜里的闲聊早上再问网格员，危险的马上问', async () => {
    await play.until('周一', '22:10');
    await play.lookAway();
    await lan.saysIn(group, '1号楼楼下的纸箱堆成山了没人清');
    worker.hearsNothing();
    await li.saysIn(group, '谁家煤气漏了，楼道里味道很大');
    worker.hears(['【群消息】', '紧急', '煤气漏了']);
    await play.until('周二', '08:31');
    worker.hearsAmongOthers(['【群消息】', '纸箱堆成山']);
    group.hearsNothing();
  });

  it('网格员自己在群里喊的危险，马上私下问他登记不登记；平常的话不问', async () => {
    await play.lookAway();
    await worker.saysIn(group, '楼下垃圾清完了，大家放心');
    worker.hearsNothing();
    await worker.saysIn(group, '3号楼顶楼冒烟了！！大家先别坐电梯');
    worker.hears(['【群消息】', '紧急', '冒烟', '登记']);
    const before = await play.count();
    (await worker.says('登记')).hearsAmongOthers('已登记');
    expect(await play.count()).to.equal(before + 1);
    group.hearsNothing();
    await play.lookAway();
  });

  it('哨子在所有的群里都没有说过电话、证件号和住址', async () => {
    const heard = await play.everyGroupHeard();
    expect(heard.length).to.be.greaterThan(8);
    for (const text of heard) expect(text).to.not.match(/1[3-9]\d{9}|\d{17}[\dXx]|单元|\d{3}室|单杠|电梯|王兰|李建平/);
  });
});
