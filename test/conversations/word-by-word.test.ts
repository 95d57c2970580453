import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('一个词一个词地说', () => {
  const play = aPlay();

  it('先说怎么了，再说是什么、在哪里，是一件事', async () => {
    const luo = play.person('p-yxl2-1');
    (await luo.says('漏水')).hearsAmongOthers('请问在什么地方');
    await play.advance('PT1M');
    (await luo.says('厕所')).hears(['已记下', luo.no(), '漏水 厕所', '请问在什么地方']);
    await play.advance('PT4M');
    (await luo.says('3号楼')).hears(['【已登记】', '1 事情：漏水 厕所\n', '2 地点：银杏花园3号楼\n']);
    expect(await play.count()).to.equal(1);
  });

  it('先说是什么，再说怎么了，也是', async () => {
    const song = play.person('p-yxl2-3');
    await song.says('路灯');
    (await song.says('不亮')).hearsAmongOthers(['已记下', '路灯 不亮']);
    await song.says('银杏花园2号楼');
    (await song.says('进度')).hearsAmongOthers([song.no(), '路灯 不亮（银杏花园2号楼）']);
  });

  it('登记好了，后面跟着一个地方或东西，写进那一件；没有名目的，补充进去', async () => {
    const duan = play.person('p-yxl2-2');
    await duan.says('银杏花园6号楼漏水');
    const before = await play.count();
    (await duan.says('厨房')).hearsAmongOthers(['【已登记】', duan.no(), '漏水 厨房']);
    (await duan.says('主卧')).hearsAmongOthers('已补充');
    expect(await play.count()).to.equal(before);
  });

  it('用英语说也一样', async () => {
    const smith = play.person('p-dk1-2');
    await smith.says('leaking');
    const before = await play.count();
    (await smith.says('kitchen')).hearsAmongOthers(smith.no());
    expect(await play.count()).to.equal(before);
  });

  it('后面说的是另一件坏了的东西、更急的事，或者隔了很久，另记一件', async () => {
    const wang = play.person('p-yxl1-1');
    await wang.says('银杏花园1号楼路灯不亮');
    const before = await play.count();
    await wang.says('电梯坏了');
    expect(await play.count()).to.equal(before + 1);
    await wang.says('银杏花园1号楼');
    await play.advance('PT1H');
    await wang.says('下水道');
    expect(await play.count()).to.equal(before + 2);
    const zhao = play.person('p-yxl1-3');
    await zhao.says('楼道');
    await zhao.says('冒烟');
    expect((await play.demand(zhao.no())).urgency).to.equal('danger');
  });

  it('说得完整的，用方言说的，也另记', async () => {
    const ye = play.person('p-thx1-3');
    await ye.says('我屋企冇水');
    const before = await play.count();
    for (const words of ['楼上好嘈，瞓唔到', '垃圾房好臭']) await ye.says(words);
    expect(await play.count()).to.equal(before + 2);
  });
});

describe('一条一条地说', () => {
  const play = aPlay();

  it('有事在办，另写一二三，是几件新的事，不是更正；编号不进事情', async () => {
    const ye = play.person('p-thx1-1');
    (await ye.says('1. 桐花大院1号楼路灯不亮 2. 桐花大院2号楼下水道堵了')).hearsAmongOthers('1 事情：桐花大院1号楼路灯不亮\n', '1 事情：桐花大院2号楼下水道堵了\n');
    const before = await play.count();
    await ye.says('1、桐花大院3号楼煤气味很重\n2、路灯不亮');
    expect(await play.count()).to.be.greaterThan(before);
    expect((await play.demand(String(10_001 + before))).urgency).to.equal('danger');
  });

  it('写在行号后面的危险，是一件新的急事', async () => {
    const fan = play.person('p-thx1-2');
    await fan.says('桐花大院1号楼门口垃圾没人清');
    await fan.says('1 桐花大院3号楼着火了');
    expect((await play.demand(fan.no())).urgency).to.equal('danger');
  });
});

describe('刚说完事，接着说自己怎么难', () => {
  const play = aPlay();

  it('补充到那件事，不另外登记', async () => {
    const circumstances = [['p-yxl1-1', '我腿脚不好晚上不敢下楼'], ['p-yxl1-2', '家里老人八十多了，出不了门'], ['p-yxl1-3', '孩子上学都迟到了'], ['p-yxl2-1', '我妈坐轮椅'], ['p-yxl2-2', 'my mother is 80 years old and can\'t walk']] as const;
    for (const [nth, [id, words]] of circumstances.entries()) {
      const one = play.person(id);
      const no = (await one.says(`银杏花园${String(nth + 7)}号楼楼道灯不亮`)).no();
      await play.lookAway();
      (await one.says(words)).hearsAmongOthers([new RegExp(no), /已补充|Added/]);
      expect(one.no(), words).to.equal(no);
    }
  });

  it('是求助、是危险、是别的东西，照样登记', async () => {
    const others = [['p-yxl3-1', '我妈腿脚不好，能不能帮忙送餐'], ['p-yxl3-2', '我妈摔倒了起不来'], ['p-yxl3-3', '我家的门禁也坏了']] as const;
    for (const [nth, [id, words]] of others.entries()) {
      const one = play.person(id);
      const no = (await one.says(`荷香公寓${String(nth + 1)}号楼楼道灯不亮`)).no();
      await one.says(words);
      expect(one.no(), words).to.not.equal(no);
    }
  });

  it('过了很久才说，就是另一件', async () => {
    const tian = play.person('p-thx1-1');
    const no = (await tian.says('桐花大院5号楼楼道灯不亮')).no();
    await play.advance('PT2H');
    await tian.says('我腿脚不好晚上不敢下楼');
    expect(tian.no()).to.not.equal(no);
  });
});

describe('第一个词就是一样东西', () => {
  const play = aPlay();

  it('不是答话：记下来，接着说的坏了、在哪里，都归到这件', async () => {
    for (const [id, thing, wrong, where] of [['p-yxl1-1', '电梯', '坏了', '3号楼'], ['p-yxl3-1', '噪音', '太大了', '荷香公寓1号楼']] as const) {
      const one = play.person(id);
      (await one.says(thing)).hearsAmongOthers([/编号 1\d{4}/, '在什么地方']);
      const no = one.no();
      for (const words of [wrong, where]) await one.says(words);
      expect(one.no(), thing).to.equal(no);
      expect((await play.demand(no)).status, thing).to.equal('waiting');
    }
  });
});
