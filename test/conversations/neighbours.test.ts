import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('几位邻居反映同一件事', () => {
  const play = aPlay();
  const lan = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');
  const dispatcher = play.person('p-feng-3');

  it('后说的人成了附议人，有自己的编号，派单的人只多听一句', async () => {
    await lan.says('银杏花园2号楼门口的路灯坏了三天，晚上看不清路，我电话13800001111');
    await li.says('银杏花园2号楼门口路灯不亮，晚上走路看不清');
    li.hearsAmongOthers([`【已登记】编号 ${li.no()}`, '路灯照明（银杏花园2号楼，待接单）', '您有自己的编号', '不是同一件', /^(?![\s\S]*坏了三天)/]);
    expect(li.no()).to.not.equal(lan.no());
    expect(await play.count()).to.equal(1);
    dispatcher.hearsAmongOthers(['【新诉求】', lan.no()], [lan.no(), '现在共 2 人']);
    lan.hearsAmongOthers('【已登记】');
  });

  it('各自用自己的编号查进度，谁也看不到别人的话里有什么电话', async () => {
    (await li.says('进度')).hears([li.no(), '路灯', '待接单']);
    (await li.says('2 银杏花园2号楼东门口')).hears(['【已登记】', li.no(), '银杏花园2号楼', /^(?![\s\S]*13800001111)/]);
    (await lan.says('进度')).hears([lan.no(), '待接单']);
  });

  it('说不是同一件，就另外立一件，编号不变', async () => {
    await zhao.says('银杏花园2号楼门口的路灯坏了，晚上看不清路');
    zhao.hearsAmongOthers('同一件');
    const no = zhao.no();
    (await zhao.says('不是同一件')).hears([`【已登记】编号 ${no}`, '1 事情：', '2 地点：银杏花园2号楼']);
    expect(await play.count()).to.equal(2);
    expect((await play.demand(no)).supporters).to.equal(0);
    expect((await play.demand(lan.no())).supporters).to.equal(1);
    (await zhao.says('不是同一件')).hears('没有可以做这一步的事项');
  });

  it('一个人撤回，别人的还在办', async () => {
    (await lan.says('撤回')).hears(`编号 ${lan.no()} 已撤回`);
    (await li.says('进度')).hears([li.no(), '待接单']);
    expect((await play.demand(li.no())).status).to.equal('waiting');
    (await li.says('撤回')).hears(`编号 ${li.no()} 已撤回`);
    dispatcher.hearsAmongOthers('诉求人已撤回');
  });
});

describe('一位居民有好几件事', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');

  it('一句话里的几件事分开登记，分开听到', async () => {
    (await wang.says('荷香公寓门口的路灯坏了；另外银杏花园5号楼楼下的垃圾三天没人清')).hears('我是哨子', ['【已登记】', '路灯', '荷香公寓'], ['【已登记】', '垃圾', '银杏花园5号楼']);
    expect(await play.count()).to.equal(2);
  });

  it('进度列出几件，再按编号看一件', async () => {
    (await wang.says('进度')).hears(['您有 2 件事', '路灯', '垃圾', '进度 编号']);
    const no = wang.no();
    (await wang.says(`进度 ${no}`)).hears([no, '待接单']);
    (await wang.says(`进度${no}`)).hears([no, '待接单']);
  });

  it('没写编号又有几件，会问是哪一件', async () => {
    (await wang.says('撤回')).hears(['请带上编号', '路灯', '垃圾']);
  });

  it('别人的编号，就当没有，不说有没有这件事', async () => {
    const no = wang.no();
    (await li.says(`进度 ${no}`)).hears('我是哨子', `没有找到编号 ${no}`);
    (await li.says('进度 19999')).hears('没有找到编号 19999');
    (await li.says(`撤回 ${no}`)).hears(`没有找到编号 ${no}`);
    (await li.says(`补充 ${no} 我也看见了`)).hears(`没有找到编号 ${no}`);
  });
});

describe('危险', () => {
  const play = aPlay();
  const yin = play.person('p-yxl1-v');
  const dispatcher = play.person('p-feng-3');
  const above = play.person('p-qu-4');
  const leader = play.person('p-feng-2');

  it('夜里闻到煤气味，马上有人知道，居民马上知道怎么办', async () => {
    await play.until('周一', '23:40');
    (await yin.says('银杏花园3号楼有煤气味，很浓')).hears('我是哨子', ['【已登记】', '银杏花园3号楼', '情况紧急', '119']);
    dispatcher.hearsAmongOthers(['【新诉求】', '紧急', '银杏花园3号楼', '明天00:10前接单']);
    above.hearsAmongOthers(['【紧急】', '银杏花园3号楼', '枫荷街道']);
    expect((await play.demand(yin.no())).urgency).to.equal('danger');
  });

  it('没人接单，夜里也一路催上去', async () => {
    await play.until('周二', '00:09');
    dispatcher.hears('已用 50%', '已用 80%');
    await play.until('周二', '00:12');
    dispatcher.hears('接单时限已到');
    leader.hearsNothing();
    await play.until('周二', '00:41');
    leader.hears(['【超期】', yin.no()]);
    above.hearsNothing();
    await play.until('周二', '01:11');
    above.hears(['【超期上报】', yin.no()]);
  });

  it('地点没说也不等，先报上去，再问', async () => {
    const ye = play.person('p-thx1-1');
    (await ye.says('楼道里有煤气味，快来人')).hears('我是哨子', ['119', '请告诉我现在在什么地方']);
    dispatcher.hearsAmongOthers(['【新诉求】', '紧急', '桐花大院5号楼（登记住址，未核实）', ye.no()]);
    above.hearsAmongOthers(['【紧急】', ye.no()]);
  });
});
