import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('问在哪里，只说几个字', () => {
  const play = aPlay();
  const [qin, yin, wang] = [play.person('p-ts2-3'), play.person('p-ts2-1'), play.person('p-yxl1-1')];
  const worker = play.person('p-ts2-w');

  it('只说几楼，就是自己住的那栋，办的人看得到几楼', async () => {
    await worker.says('待办');
    await qin.says('楼道灯坏了晚上看不见');
    await play.lookAway();
    (await qin.says('三楼')).hearsAmongOthers(['【已登记】', '松鹤新村3号楼']);
    worker.hears(['【新诉求】', '松鹤新村3号楼', '三楼']);
    await yin.says('楼道有人乱堆东西');
    (await yin.says('5楼楼道')).hearsAmongOthers(['【已登记】', '松鹤新村3号楼']);
  });

  it('楼号后面是拼音的小区名，不当成自己小区的那栋', async () => {
    const smith = play.person('p-dk3-3');
    await smith.says('the street light is out');
    await play.lookAway();
    (await smith.says('bldg 1 of Dukou Xinju')).hearsAmongOthers(['Dukou Xinju', /^(?![\s\S]*云帆人才公寓)/]);
  });

  it('说的是谁家门口，还是在答在哪里，不是另一件', async () => {
    await wang.says('门口路灯不亮了');
    const no = wang.no();
    await play.lookAway();
    (await wang.says('二号楼的老李头家门口')).hears(['【已登记】', no, '银杏花园2号楼']);
    expect(await play.count()).to.equal(4);
  });
});

describe('打招呼，说自己是谁', () => {
  const play = aPlay();

  it('不登记，请他接着说；后面说了事的，照样登记', async () => {
    const li = play.person('p-yxl1-2');
    await li.says('你好');
    await play.lookAway();
    for (const words of ['老板你好 我是菜市场门口开面馆的老马', '你好 我是荷香公寓的业主小李', '您好 我姓王 住渡口新居6号楼', 'hello, I am Zhang Wei from Tonghua']) (await li.says(words)).hears(/直接说就行|just tell me/);
    expect(await play.count()).to.equal(0);
    for (const [id, words] of [['p-thx-zb-3', '你好 我是3号楼业主 我家漏水了'], ['p-thx1-2', '您好，我是5号楼的住户，楼道灯坏了'], ['p-thx1-3', '你好 我是业主小张 小区电梯坏了']] as const) {
      const before = await play.count();
      await play.person(id).says(words);
      expect(await play.count(), words).to.equal(before + 1);
    }
  });
});

describe('要不要报警', () => {
  const play = aPlay();

  it('当时就说什么时候打 110，接着帮；说了事的登记，是危险的当危险', async () => {
    const xu = play.person('p-thx1-3');
    for (const words of ['这个要报警吗 我不敢', '该不该报警', 'should I call the police?']) (await xu.says(words)).hearsAmongOthers(['110', '12110', /接着帮您|help on/]);
    expect(await play.count()).to.equal(0);
    (await play.person('p-thx1-2').says('邻居家老打孩子 要报警吗')).hearsAmongOthers('编号', '12110');
    expect(await play.count()).to.equal(1);
    (await play.person('p-thx1-1').says('楼下有人拿刀砍人 要报警吗 我不敢')).hearsAmongOthers('110');
    expect(await play.count()).to.equal(2);
  });
});

describe('用广东话说事情', () => {
  const play = aPlay();
  const told = [['p-dk2-1', '水渠塞咗', 'manholes-and-drains'], ['p-dk2-2', '屋企冇水', 'water-supply'], ['p-sly1-2', '盏灯唔着', 'street-lighting'], ['p-sly1-3', '楼上好嘈瞓唔着', 'noise'], ['p-sly2-2', '冇电啊', 'power-supply'], ['p-yxl-zb-3', '条路好多窿', 'road-repair'], ['p-dk2-3', '天花漏水滴到成屋都系', 'leaks']] as const;
  for (const [id, words, category] of told) {
    it(`“${words}”归对类，原话留着`, async () => {
      const one = play.person(id);
      await one.says(words);
      const demand = await play.demand(one.no());
      expect([demand.category, demand.summary]).to.deep.equal([category, words]);
    });
  }
});
