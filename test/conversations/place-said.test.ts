import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

const NOTICE = ['我是哨子', '不是真人', '隐私'];

describe('问在什么地方，不按数字回答', () => {
  const play = aPlay();

  it('说是的、第一个、我家，都是给出的那个地方', async () => {
    const answers = [['p-yxl2-1', '是的'], ['p-yxl2-2', '就是第一个'], ['p-yxl3-1', '我家'], ['p-yxl3-2', '在家里呀'], ['p-thx1-1', '对'], ['p-thx1-2', '选1']] as const;
    for (const [id, words] of answers) {
      const one = play.person(id);
      const home = /1 (\S+)（您登记的住址）/.exec((await one.says('下水道堵了')).heard().join())?.[1] ?? '';
      expect(home).to.not.equal('');
      (await one.says(words)).hearsAmongOthers(['【已登记】', `2 地点：${home}\n`]);
    }
  });

  it('用英语说也一样', async () => {
    const [smith, jones] = [play.person('p-dk1-2'), play.person('p-dk1-3')];
    for (const [one, words] of [[smith, 'the first one'], [jones, 'at my home']] as const) {
      await one.says('The drain is blocked');
      (await one.says(words)).hearsAmongOthers(['Registered', '2 Where: 渡口新居']);
    }
  });

  it('说都不是，再问一句，地点还空着', async () => {
    const zhao = play.person('p-yxl1-3');
    (await zhao.says('有人乱贴小广告')).hears(NOTICE, '请问在什么地方');
    for (const words of ['都不是', '不是']) (await zhao.says(words)).hears(['在哪里', '路名', '说不清', zhao.no()]);
    expect((await play.demand(zhao.no())).status).to.equal('incomplete');
    (await zhao.says('荷香公寓门口')).hears(['【已登记】', zhao.no(), '荷香公寓']);
  });

  it('别人的电话号码不是地点', async () => {
    const luo = play.person('p-thx1-3');
    await luo.says('路灯坏了三天了');
    await luo.says('她电话13912345678');
    expect((await play.demand(luo.no())).status).to.equal('incomplete');
  });
});

describe('答了地点，接着又说一件', () => {
  const play = aPlay();

  it('地点归前一件，后面那件另记', async () => {
    const sun = play.person('p-yxl3-1');
    (await sun.says('下水道堵了')).hearsAmongOthers('请问在什么地方');
    const first = sun.no();
    (await sun.says('荷香公寓3号楼，对了电梯也坏了')).hearsAmongOthers(['【已登记】', first, '2 地点：荷香公寓3号楼'], ['【已登记】', '电梯也坏了', '2 地点：荷香公寓3号楼']);
    expect(sun.no()).to.not.equal(first);
  });

  it('不说“对了”也一样；还有别的楼，就在别的楼', async () => {
    const sun = play.person('p-dk1-1');
    await sun.says('下水道堵了');
    (await sun.says('渡口新居3号楼。路灯也不亮')).hearsAmongOthers(['下水道堵了', '2 地点：渡口新居3号楼'], ['路灯也不亮', '2 地点：渡口新居3号楼']);
    await sun.says('门口有人乱停车');
    (await sun.says('渡口新居3号楼，还有渡口新居2号楼的垃圾没人清')).hearsAmongOthers(['乱停车', '2 地点：渡口新居3号楼'], ['垃圾', '2 地点：渡口新居2号楼']);
  });

  it('后面说的还是这一件，不另记', async () => {
    const feng = play.person('p-yxl3-2');
    await feng.says('下水道堵了');
    const before = await play.count();
    (await feng.says('荷香公寓2号楼，已经堵了三天了，水都漫出来了')).hearsAmongOthers(['【已登记】', feng.no(), '荷香公寓2号楼']);
    await feng.says('楼道灯不亮');
    (await feng.says('荷香公寓2号楼，但是一楼是好的，麻烦快点')).hearsAmongOthers(['【已登记】', feng.no(), '荷香公寓2号楼']);
    expect(await play.count()).to.equal(before + 1);
  });
});

describe('一句话说两个小区', () => {
  const play = aPlay();

  it('后面说的是“我们”几号楼，就在说的人住的小区', async () => {
    const tian = play.person('p-yxl3-3');
    (await tian.says('银杏花园6号楼电梯坏了，我们1号楼的路灯也不亮')).hearsAmongOthers('2 地点：银杏花园6号楼', '2 地点：荷香公寓1号楼');
    (await tian.says('银杏花园5号楼下水道堵了，2号楼的路灯也不亮')).hearsAmongOthers('2 地点：银杏花园5号楼', '2 地点：银杏花园2号楼');
  });
});

describe('登记以后，地点说错了', () => {
  const play = aPlay();
  const [sun, street] = [play.person('p-dk1-1'), play.person('p-chao-3')];

  it('不写行号也改得了，办理的人知道', async () => {
    (await sun.says('渡口新居1号楼门口玻璃碎了一地')).hearsAmongOthers('2 地点：渡口新居1号楼');
    await play.lookAway();
    const corrections = [['哦不对是3号楼', '渡口新居3号楼'], ['地址错了，应该是渡口新居2号楼', '渡口新居2号楼'], ['不是2号楼，是4号楼', '渡口新居4号楼'], ['no wait, building 5', '渡口新居5号楼'], ['no, building 4', '渡口新居4号楼']] as const;
    for (const [words, place] of corrections) {
      (await sun.says(words)).hears([`编号 ${sun.no()}`, `2 地点：${place}\n`]);
      street.hearsAmongOthers(['更正', place]);
    }
  });

  it('刚说完，只写一个地方，也是更正；目录里没有的，说了错才算', async () => {
    (await sun.says('渡口新居2号楼')).hears('2 地点：渡口新居2号楼\n');
    (await sun.says('不是这里，是超市门口')).hears(['2 地点：', '超市门口', '核实']);
  });

  it('说“就是…门口那个”，也是更正', async () => {
    await sun.says('就是渡口新居4号楼门口那个');
    expect((await play.demand(sun.no())).place?.name).to.equal('渡口新居4号楼');
    await play.lookAway();
  });

  it('说的是没有的事、别的事，地点不变', async () => {
    await sun.says('2 渡口新居6号楼');
    await play.lookAway();
    for (const words of ['渡口新居5号楼也是', '打错了，是大门玻璃', '不是5号楼']) (await sun.says(words)).hearsAmongOthers('已补充');
    expect((await play.demand(sun.no())).place?.name).to.equal('渡口新居6号楼');
  });

  it('闻到煤气的人说在别的楼，救的人去的是那栋', async () => {
    const [feng, desk] = [play.person('p-yxl3-2'), play.person('p-feng-3')];
    (await feng.says('家里好像有煤气味')).hearsAmongOthers('【已登记】');
    await play.lookAway();
    await feng.says('荷香公寓1号楼');
    expect((await play.demand(feng.no())).place?.name).to.equal('荷香公寓1号楼');
    desk.hearsAmongOthers(['荷香公寓1号楼', feng.no()]);
  });
});

describe('急事先记着登记的住址，接着说的不是地点', () => {
  const play = aPlay();
  const song = play.person('p-yxl2-3');

  it('住址不会被一句话顶掉，那句话办理的人看得到', async () => {
    (await song.says('我不想活了，你们都不管')).hearsAmongOthers(['12356', '已登记']);
    const home = (await play.demand(song.no())).place?.name;
    expect(home).to.contain('银杏花园');
    for (const words of ['没事，我就说说', '第五个']) await song.says(words);
    expect((await play.demand(song.no())).place?.name).to.equal(home);
    (await song.says('银杏花园9号楼楼顶')).hearsAmongOthers(['银杏花园9号楼']);
    expect((await play.demand(song.no())).place?.name).to.contain('银杏花园9号楼');
  });
});

describe('问在什么地方，答的是一句话', () => {
  const play = aPlay();
  const placeless = async (no: string) => expect((await play.demand(no)).place, no).to.equal(undefined);

  it('说别的、问别的，都不写成地点；没听明白就再问在哪里', async () => {
    const sun = play.person('p-yxl3-1');
    (await sun.says('下水道堵了')).hearsAmongOthers('请问在什么地方');
    const no = sun.no();
    for (const words of ['哦第一个不用管了 保安放行了', '有人联系过我，应该算解决了吧', '是不是楼上那个姓孙的 你告诉我', '仲未有人嚟嘅', '知道是谁搞的']) {
      await sun.says(words);
      await placeless(no);
    }
    await play.advance('PT10M');
    (await sun.says('还行吧')).hearsAmongOthers(['在哪里', no]);
    (await sun.says('荷香公寓门口')).hears(['【已登记】', no, '2 地点：荷香公寓']);
  });

  it('危险也一样，没有住址的人说没事，不是在“没事”那里', async () => {
    const ma = await play.newcomer('老马');
    (await ma.says('不干了 活不下去了')).hearsAmongOthers(['12356', '在什么地方']);
    const no = ma.no();
    for (const words of ['说气话呢 没事了', '有人扶我起来了']) await ma.says(words);
    await placeless(no);
  });

  it('英语也一样', async () => {
    const okafor = await play.newcomer('Daniel Okafor');
    (await okafor.says('the drain is blocked')).hearsAmongOthers('Where is it');
    const no = okafor.no();
    for (const words of ['yeah its working, took forever tho', 'someone called me yes']) await okafor.says(words);
    await placeless(no);
    (await okafor.says('yunfan talent apartments, bldg 1, rm 402')).hearsAmongOthers(['Registered', no, '2 Where: yunfan talent apartments']);
  });

  it('不在目录里的名字照样记下', async () => {
    const names = [['p-thx1-1', '老王家那里'], ['p-thx1-3', '就是永辉那边'], ['p-yxl3-2', '不夜城'], ['p-thx2-1', '我妈家'], ['p-thx2-2', '三角地']] as const;
    for (const [id, words] of names) {
      const one = play.person(id);
      await one.says('下水道堵了');
      (await one.says(words)).hearsAmongOthers(['【已登记】', `2 地点：${words}`]);
    }
  });
});

describe('一口气说了几件，只答了一次在哪里', () => {
  const play = aPlay();

  it('几件都在那里；选住址也一样', async () => {
    for (const [id, where, place] of [['p-yxl3-1', '荷香公寓门口', '荷香公寓'], ['p-yxl3-2', '1', '荷香公寓3号楼']] as const) {
      const one = play.person(id);
      const heard = (await one.says('下水道堵了，还有垃圾桶满了没人清')).heard().join();
      const nos = [...new Set(heard.match(/1\d{4}/g))];
      expect(nos, heard).to.have.length(2);
      await one.says(where);
      for (const no of nos) expect((await play.demand(no)).place?.name, no).to.equal(place);
    }
  });

  it('答了以后又说一件，前面几件都在答的那里', async () => {
    const ye = play.person('p-thx1-1');
    const nos = [...new Set((await ye.says('下水道堵了，还有垃圾桶满了没人清')).heard().join().match(/1\d{4}/g))];
    (await ye.says('桐花大院3号楼，对了静川家园2号楼的电梯也坏了')).hearsAmongOthers(['电梯也坏了', '2 地点：静川家园2号楼']);
    for (const no of nos) expect((await play.demand(no)).place?.name, no).to.equal('桐花大院3号楼');
  });

  it('答里说了是哪样，就只是那一件；后来说的另一件不跟着走', async () => {
    const tian = play.person('p-yxl3-3');
    const heard = (await tian.says('下水道堵了，还有垃圾桶满了没人清')).heard().join();
    const [drain = '', bins = ''] = [...new Set(heard.match(/1\d{4}/g))];
    await tian.says('下水道在荷香公寓2号楼');
    expect((await play.demand(drain)).place?.name).to.equal('荷香公寓2号楼');
    expect((await play.demand(bins)).place).to.equal(undefined);
    await play.advance('PT5M');
    const later = (await tian.says('有人乱贴小广告')).no();
    await tian.says('荷香公寓1号楼');
    expect((await play.demand(later)).place?.name).to.equal('荷香公寓1号楼');
    expect((await play.demand(bins)).place).to.equal(undefined);
  });
});
