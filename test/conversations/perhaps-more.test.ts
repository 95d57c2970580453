import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('没听明白，手上又有在办的事', () => {
  const play = aPlay();
  const xu = play.person('p-thx1-3');
  const street = play.person('p-feng-3');

  it('问是不是说那一件，回“是”就转给办的人', async () => {
    await xu.says('桐花大院2号楼后面下水道堵了，臭得很');
    const no = xu.no();
    await play.advance('PT2H');
    await street.says('待办');
    await play.lookAway();
    for (const words of ['师傅来了 在弄了', '通是通了，味道还在']) {
      (await xu.says(words)).hears([`您是说 ${no}（桐花大院2号楼后面下水道堵了`, '回复“是”', '转人工']);
      (await xu.says('是')).hears(`已补充到 ${no}`);
      street.hears(`${no} 有补充：${words}`);
    }
  });

  it('没说是什么、在哪里的一句，也先问，不另外登记；危险照样登记', async () => {
    const before = await play.count();
    for (const words of ['你们能不能天天来', '昨晚警察来了一下，走了又放起来了']) (await xu.says(words)).hears(['您是说', '转人工']);
    expect(await play.count()).to.equal(before);
    await xu.says('有人要跳楼');
    expect(await play.count()).to.equal(before + 1);
    await xu.says(`撤回 ${xu.no()}`);
    await play.lookAway();
  });

  it('说的就是手上那样东西，又没说在哪里，先问；说又怎样了，就跟着那件', async () => {
    const before = await play.count();
    (await xu.says('下水道堵了')).hears(['您是说']);
    (await xu.says('根本没通啊 下水道又堵了')).hears('已补充到');
    expect(await play.count()).to.equal(before);
    await play.lookAway();
  });

  it('说不用办了，问一句，回“是的”就撤回', async () => {
    const li = play.person('p-yxl1-2');
    await li.says('银杏花园6号楼楼上小孩天天跑跳，吵得很');
    const no = li.no();
    await play.lookAway();
    (await li.says('算了不用管了 已经跟邻居说好了')).hears([no, '不用办了吗', '回复“是”', `撤回 ${no}`]);
    (await li.says('是的')).hears(`编号 ${no} 已撤回`);
  });

  it('好转了也先问，不当成打招呼', async () => {
    (await xu.says('今天早上好多了 有人来看过')).hears(['您是说', '转人工']);
    await play.lookAway();
  });

  it('回“不是”就不转，说别的也不转', async () => {
    await xu.says('师傅来了 在弄了');
    await play.lookAway();
    (await xu.says('不是')).hears(['好的，不转', '转人工']);
    await xu.says('师傅来了 在弄了');
    await xu.says('谢谢');
    await play.lookAway();
    expect((await xu.says('是')).heard().join()).to.not.include('已补充');
    street.hearsNothing();
  });

  it('有两件，回数字', async () => {
    await xu.says('桐花大院3号楼单元门关不上');
    const door = xu.no();
    await play.advance('PT2H');
    await play.lookAway();
    (await xu.says('师傅来了 在弄了')).hears(['哪一件', `1 桐花大院3号楼单元门关不上（${door}）`, '2 桐花大院2号楼后面下水道堵了']);
    (await xu.says('1')).hears(`已补充到 ${door}`);
  });

  it('没有在办的事，还是请说清楚；只回一个“是”，不记成补充', async () => {
    (await play.person('p-thx2-1').says('师傅来了 在弄了')).hearsAmongOthers('没太听明白。请说一下是什么事');
    await play.lookAway();
    (await xu.says('是')).hears('好的，有进展我会告诉您');
    await xu.says('桐花大院5号楼楼道灯不亮');
    await play.lookAway();
    for (const words of ['是', '不是']) (await xu.says(words)).hears('好的，有进展我会告诉您');
    street.hearsNothing();
    expect((await street.says('是')).heard().join()).to.not.include('反馈');
  });
});
