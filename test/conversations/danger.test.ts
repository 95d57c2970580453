import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

const NOTICE = '我是哨子';
const HOME = '银杏花园8号楼（登记住址，未核实）';

describe('危险，先听到怎么办', () => {
  const play = aPlay();

  it('闻到燃气味的，第一句是开窗、离开', async () => {
    const [, told = ''] = (await play.person('p-yxl2-1').says('银杏花园8号楼燃气味很重')).heard();
    expect(told.split('\n')[0]).to.include('开窗').and.include('119');
    expect(told).to.include('【已登记】').and.include('银杏花园8号楼').and.not.include('哪一行不对');
  });

  it('说不想活了的，先听到一句暖心的话和能打的电话，没有表格', async () => {
    const [, told = ''] = (await play.person('p-yxl2-2').says('我在银杏花园9号楼楼顶 不想活了')).heard();
    expect(told.split('\n')[0]).to.include('不用一个人扛').and.include('12356');
    expect(told).to.include('银杏花园9号楼').and.not.include('哪一行不对').and.not.include('不想活了');
  });
});

describe('听到有人喊救命', () => {
  const play = aPlay();

  it('先叫人报警、自己不要进去；电梯里喊的、摔倒的，还是照电梯和伤病的办法', async () => {
    const answers = [['p-yxl1-3', '又开始了 她在喊救命', '拨打 110'], ['p-yxl1-2', '3号楼电梯里有人喊救命', '不要扒门'], ['p-yxl2-2', '9号楼门口有人摔倒了叫不醒', '120']] as const;
    for (const [id, words, advice] of answers) {
      const first = (await play.person(id).says(words)).heard().join('\n').split('\n').find((line) => line.startsWith('请'));
      expect(first, words).to.include(advice);
    }
  });
});

describe('不是答话，也没有事在等答话', () => {
  const play = aPlay();

  it('第一次来，说隔壁好像在打人，不会说没听明白：登记，叫人先报警', async () => {
    const zhao = play.person('p-yxl1-3');
    const heard = (await zhao.says('就是我隔壁那家，好像男的老打女的')).heard().join();
    expect(heard).to.include('110').and.include('已登记').and.not.include('没太听明白');
    expect((await play.demand(zhao.no())).category).to.equal('public-order');
  });

  it('有一件事在等答话，这样的话还是答话；没有事在等，说事情完了也不登记', async () => {
    const li = play.person('p-yxl1-2');
    await li.says('狗已经牵走了，不用了');
    const before = await play.count();
    await li.says('下水道堵了');
    const no = li.no();
    await li.says('银杏花园6号楼');
    await li.says('不是燃气灶，是电磁炉');
    expect(await play.count()).to.equal(before + 1);
    expect(li.no()).to.equal(no);
  });

  it('英语说没有热水，也是一件事', async () => {
    const carter = play.person('p-dk3-3');
    (await carter.says('there is no hot water in my apartment')).hearsAmongOthers(/No\. 1\d{4}/);
  });
});

describe('危险，那个网格的网格员也马上知道', () => {
  const play = aPlay();
  it('街道办的也一样', async () => {
    const worker = play.person('p-yxl2-w');
    await play.until('周一', '23:40');
    const luo = await play.person('p-yxl2-1').says('银杏花园8号楼燃气味很重');
    worker.hears(['【紧急】', luo.no(), '银杏花园8号楼', '已通知枫荷街道']);
  });
  it('改了地点，改到的那个网格马上知道，原来的不用再管', async () => {
    const luo = play.person('p-yxl2-1');
    const [worker, there] = [play.person('p-yxl2-w'), play.person('p-yxl1-w')];
    await luo.says('2 银杏花园2号楼');
    worker.hears([luo.no(), '不用再管']);
    there.hears(['【紧急】', luo.no(), '银杏花园2号楼']);
  });
});

describe('危险，只说了几楼', () => {
  const play = aPlay();
  const luo = play.person('p-yxl2-1');
  const [dispatcher, above, worker, neighbour] = [play.person('p-feng-3'), play.person('p-qu-4'), play.person('p-yxl2-w'), play.person('p-yxl2-3')];

  it('先说怎么办，再问在哪里；街道、上一级和住址的网格员马上知道登记的住址', async () => {
    await play.until('周一', '23:40');
    (await luo.says('我在五楼 燃气味很重')).hears(NOTICE, ['开窗', '不要开关电器', '119', '请告诉我', '1 银杏花园8号楼（您登记的住址）']);
    dispatcher.hearsAmongOthers(['【新诉求】', '紧急', `五楼 · ${HOME}`, `地点 ${luo.no()}`]);
    above.hearsAmongOthers(['【紧急】', HOME]);
    worker.hears(['【紧急】', luo.no(), HOME]);
    expect((await play.demand(luo.no())).place).to.include({ name: '银杏花园8号楼', assumed: true });
  });

  it('邻居报同样的事，不会听到别人登记的住址', async () => {
    (await neighbour.says('银杏花园8号楼燃气味很重')).hears(NOTICE, ['开窗', '【已登记】', '银杏花园8号楼']);
    expect(neighbour.no()).to.not.equal(luo.no());
  });

  it('回一个数字，住址就核实了，夜里也马上告诉大家', async () => {
    await play.lookAway();
    (await luo.says('1')).hears(['【已登记】', luo.no(), '地点：银杏花园8号楼']);
    worker.hears([luo.no(), '银杏花园8号楼']);
    dispatcher.hears([luo.no(), '银杏花园8号楼']);
    expect((await play.demand(luo.no())).place).to.not.have.property('assumed');
  });
});

describe('危险，其实不在家', () => {
  const play = aPlay();
  const [sun, home, there] = [play.person('p-yxl2-1'), play.person('p-yxl2-w'), play.person('p-yxl1-w')];

  it('住址的网格员不用再去，那里的网格员马上知道', async () => {
    (await sun.says('楼道有人晕倒了')).hears(NOTICE, ['120', '请告诉我', '1 银杏花园8号楼']);
    home.hears(['【紧急】', HOME]);
    await sun.says('银杏花园2号楼');
    home.hears([sun.no(), '不用再管']);
    there.hears(['【紧急】', sun.no(), '银杏花园2号楼']);
  });

  it('问着地点又说了谢谢，不当成地点', async () => {
    const shen = play.person('p-yxl3-1');
    await shen.says('楼道有人晕倒了');
    await shen.says('谢谢');
    expect((await play.demand(shen.no())).place).to.include({ assumed: true });
  });
});

describe('同一个人又说同样的危险', () => {
  const play = aPlay();
  const [zheng, dispatcher, worker] = [play.person('p-yxl2-1'), play.person('p-feng-3'), play.person('p-yxl1-w')];
  let first = '';

  it('夜里补充的情况，也马上告诉大家', async () => {
    await play.until('周一', '23:10');
    await zheng.says('银杏花园2号楼有男的在打人，女的喊救命，别告诉人家是我说的');
    first = zheng.no();
    await play.lookAway();
    await zheng.says(`补充 ${first} 听见砸东西了`);
    dispatcher.hearsAmongOthers([first, '砸东西']);
  });

  it('没说地点的，先按上一次说的地方，不按住址；要保密的，还是保密', async () => {
    await play.advance('PT20M');
    await play.lookAway();
    await zheng.says('又开始打人了 她在喊救命');
    expect(zheng.no()).to.not.equal(first);
    const again = await play.demand(zheng.no());
    expect(again.place).to.include({ name: '银杏花园2号楼', assumed: true });
    expect(again.facts?.hidden).to.equal(true);
    worker.hearsAmongOthers(['【紧急】', zheng.no(), '银杏花园2号楼']);
  });
});

describe('说不想活了的人', () => {
  const play = aPlay();
  const [dispatcher, worker] = [play.person('p-feng-3'), play.person('p-yxl2-w')];

  it('不说在哪里，也先听到那句话和电话，再问在哪里', async () => {
    const luo = play.person('p-yxl2-1');
    await luo.says('我想不开了 不想活了');
    luo.hears(NOTICE, ['12356', '1 银杏花园8号楼（您登记的住址）']);
    worker.hears(['【新诉求】', '紧急', HOME]);
  });

  it('要求保密的，不说出住址，只问他在哪里', async () => {
    const wu = play.person('p-yxl2-3');
    await play.lookAway();
    (await wu.says('我不想活了，别告诉别人是我说的')).hears(NOTICE, ['12356', '请告诉我']);
    expect(await play.demand(wu.no())).to.not.have.property('place');
    dispatcher.hearsAmongOthers(['地点不明', wu.no()]);
    worker.hearsNothing();
  });
});

describe('着急，没有说在哪里', () => {
  const play = aPlay();
  const staff = ['p-feng-3', 'p-yxl1-w'].map((id) => play.person(id));

  it('一边问地点，一边已经告诉登记住址的社区，不等回答', async () => {
    const li = play.person('p-yxl1-2');
    (await li.says('整栋楼停水一天了，有月子里的娃')).hears(NOTICE, ['已先告诉', '请问在什么地方', '1 银杏花园6号楼（您登记的住址）']);
    const told = staff.flatMap((one) => one.heard()).join('\n');
    expect(told).to.include('【新诉求】').and.include('加急').and.include('银杏花园6号楼（登记住址，未核实）');
    expect((await play.demand(li.no())).status).to.equal('waiting');
    (await li.says('说不清')).hears(['您不用再等我问', li.no()]);
    expect((await play.demand(li.no())).place).to.include({ assumed: true });
  });
});

describe('危险，说的地方几个网格都有', () => {
  const play = aPlay();

  it('还没答是哪个网格，街道先知道他说的地方', async () => {
    const dispatcher = play.person('p-feng-3');
    await play.person('p-yxl2-3').says('银杏花园有根电线断了，在冒火花');
    dispatcher.hearsAmongOthers(['地点不明', '诉求人说的地点：银杏花园\n']);
  });
});
