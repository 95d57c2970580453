import { expect } from 'chai';
import { aPlay, type Play, type Speaker } from '../support/play.ts';

/** One matter that is done, and the resident is asked how it went. */
async function asked(play: Play, resident: Speaker, words: string, by = 'p-yxl1-w'): Promise<string> {
  await resident.says(words);
  const no = resident.no();
  await play.person(by).says(`办结 ${no} 已处理`);
  await play.advance('PT2H1M');
  resident.hearsAmongOthers('想听听您的评价');
  return no;
}

describe('用自己的话回答回访', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');

  it('照着选项的字说，评价后面带一句，那句是原因', async () => {
    const no = await asked(play, wang, '银杏花园2号楼楼下垃圾桶满了三天没人清');
    (await wang.says('联系过')).hears('问题解决了吗');
    (await wang.says('解决了')).hears('满意吗');
    (await wang.says('蛮好的 就是来得慢了点')).hears('谢谢您的评价');
    const { ratings, timeline } = await play.demand(no);
    expect(ratings.map(({ answers }) => answers)).to.deep.equal([{ contacted: 'yes', solved: 'solved', satisfied: 'satisfied' }]);
    expect(JSON.stringify(timeline)).to.include('就是来得慢了点');
  });

  it('一句话答了两问，不再问第二遍', async () => {
    const no = await asked(play, li, '银杏花园6号楼楼下垃圾没人清');
    (await li.says('来过一个小伙子，修好了')).hears('满意吗');
    (await li.says('基本满意 来得太慢')).hears('谢谢您的评价');
    expect((await play.demand(no)).ratings[0]?.answers).to.deep.equal({ contacted: 'yes', solved: 'solved', satisfied: 'basically' });
  });

  it('评价后面说的是另一件事，评价记下，那件事登记', async () => {
    const no = await asked(play, zhao, '银杏花园3号楼楼下垃圾没人清');
    const before = await play.count();
    (await zhao.says('满意，另外银杏花园5号楼门口的路灯坏了')).hearsAmongOthers(['【已登记】', '路灯坏了', '银杏花园5号楼']);
    expect(await play.count()).to.equal(before + 1);
    expect((await play.demand(no)).ratings[0]?.answers).to.deep.equal({ satisfied: 'satisfied' });
  });

  it('没听懂的，把问着的那一问再说一遍', async () => {
    await play.until('周二', '09:00');
    await asked(play, wang, '银杏花园2号楼垃圾房门坏了没人管');
    const before = await play.count();
    (await wang.says('一般般')).hears(['有人联系过您吗', '1 联系过', '2 没有']);
    (await wang.says('2')).hears('问题解决了吗');
    (await wang.says('it is what it is, you know')).hears(['问题解决了吗', '1 解决了']);
    (await wang.says('银杏花园4号楼单元门关不上')).hears(['【已登记】', '单元门关不上']);
    expect(await play.count()).to.equal(before + 1);
  });
});

describe('问到时其实没解决，或者又坏了', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');

  it('不登记成新的事，原来的退回重办，话就是原因', async () => {
    const no = await asked(play, wang, '银杏花园2号楼楼下下水道堵了冒污水', 'p-feng-3');
    const before = await play.count();
    (await wang.says('当时是通了 今天早上又冒水了 还是老样子')).hears(['对不起', no, '退回重办', '又冒水了']);
    expect(await play.count()).to.equal(before);
    expect((await play.demand(no)).status).to.equal('waiting');
  });

  it('问“解决了吗”，说别的还停着，就是没解决', async () => {
    const no = await asked(play, li, '银杏花园6号楼停电了', 'p-feng-3');
    await li.says('1');
    await play.lookAway();
    (await li.says('电来了 电梯还是停着的 我下不了楼')).hears(['对不起', no, '退回重办', '电梯还是停着']);
    expect((await play.demand(no)).status).to.equal('waiting');
  });

  it('又有了，可说的是别处、别的事，还是一件新的事', async () => {
    const no = await asked(play, zhao, '银杏花园3号楼楼下垃圾没人清');
    (await zhao.says('银杏花园8号楼门口的路灯又不亮了')).hears(['【已登记】', '路灯又不亮了']);
    expect((await play.demand(no)).status).to.equal('done');
    (await zhao.says('满意什么呀 根本没修好')).hears(['对不起', no, '退回重办', '根本没修好']);
  });
});

describe('不照着问的答，说反话、说原因', () => {
  const play = aPlay();
  const told = [
    ['p-yxl1-1', '真是太棒了，修了三个月还漏'], ['p-yxl1-2', '太好了，又漏了'], ['p-yxl1-3', '修是修了，但是楼道还是湿的'], ['p-yxl2-1', '谢谢你们啊，白跑了三趟'], ['p-yxl2-2', '说了等于没说'],
  ] as const;

  for (const [id, words] of told) {
    it(`“${words}”：不满意，话就是原因，不另登记`, async () => {
      const one = play.person(id);
      const no = await asked(play, one, `银杏花园${Number(id.at(-1)) + 2}号楼水管漏水`);
      const before = await play.count();
      (await one.says(words)).hears(['对不起', no, '退回重办', words.slice(-5)]);
      expect(await play.count()).to.equal(before);
    });
  }

  it('只有气话，再问一句；说的是另一件事，照样登记', async () => {
    await play.until('周二', '09:00');
    const song = play.person('p-yxl2-3');
    const no = await asked(play, song, '银杏花园8号楼水管漏水');
    for (const words of ['你们就这么糊弄人的吗', '呵呵，你们自己来看看吧']) (await song.says(words)).hears(['有人联系过您吗', '1 联系过']);
    const before = await play.count();
    (await song.says('垃圾桶也满了')).hearsAmongOthers('垃圾桶也满了');
    expect(await play.count()).to.equal(before + 1);
    (await song.says('满意，就是有点慢')).hearsAmongOthers([no, '归档']);
  });
});
