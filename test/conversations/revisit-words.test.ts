import { expect } from 'chai';
import { aPlay, type Play, type Speaker } from '../support/play.ts';

/** One matter that is done, and the resident is asked how it went. */
async function asked(play: Play, resident: Speaker, words: string): Promise<string> {
  await resident.says(words);
  const no = resident.no();
  await play.person('p-yxl1-w').says(`办结 ${no} 已处理`);
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
