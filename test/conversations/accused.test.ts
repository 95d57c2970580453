import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('被别人反映的人', () => {
  const play = aPlay();
  const people = ['p-yxl1-1', 'p-yxl2-1', 'p-thx1-1', 'p-dk1-1'].map((id) => play.person(id));
  let turn = 0;
  const next = async () => {
    turn += 1;
    await play.advance('PT5M');
    await play.lookAway();
    return people[turn % people.length] ?? play.person('p-yxl1-1');
  };

  for (const words of ['谁举报我的', '到底是谁投诉的我', '听说有人说我油烟 谁举报的', '是不是楼上那个姓孙的举报的 你告诉我', '举报我的人是谁', '那个投诉我的是哪个编号 我看看写的啥', '边个举报我㗎', 'who reported me?', 'who complained about us']) {
    it(`“${words}”：不告诉是谁，告诉怎么说自己的情况`, async () => {
      (await (await next()).says(words)).hearsAmongOthers([/不会告诉任何人|Nobody is told/, /转人工|human/]);
      expect(await play.count()).to.equal(0);
    });
  }

  for (const words of ['我要申诉', '他们冤枉我', '凭什么罚我', '我装了净化器的 花了两万多 凭啥说我', '有人恶意举报我', '我又被人投诉了 我冤枉啊', '我不服这个处罚', '环保局来了让我停业整改 说三天 我一家老小吃啥', 'I was falsely accused', 'how do I appeal?']) {
    it(`“${words}”：转给人，说明能怎么申辩，不登记`, async () => {
      (await (await next()).says(words)).hearsAmongOthers([/两边的话都要听|both sides are heard/, /12348/]);
      expect(await play.count()).to.equal(0);
    });
  }

  it('已经整改了，网格那边的人听得到，能回他', async () => {
    const [wang, clerk] = [play.person('p-yxl1-1'), play.person('p-yxl-2')];
    await wang.says('你好');
    for (const words of ['我已经整改了谁来看看', '整改完了 什么时候来验收', '我们已经按要求整改好了']) {
      await play.lookAway();
      (await wang.says(words)).hears(['整改好了', '银杏里社区']);
      clerk.hearsAmongOthers(['【咨询】', words.slice(0, 5)]);
    }
    expect(await play.count()).to.equal(0);
  });

  it('自己有事、有危险，照样登记', async () => {
    const said = ['银杏花园2号楼楼上天天半夜装修，我要举报', '银杏花园2号楼物业凭什么罚我两百块钱', '有人举报我，今天来我店里砸东西打人了', '银杏花园3号楼隔壁天天把垃圾堆楼道，还说是我举报的来骂我'];
    for (const words of said) {
      const before = await play.count();
      await play.person('p-yxl1-2').says(words);
      expect(await play.count(), words).to.be.greaterThan(before);
    }
  });
});
