import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('自己刚报的，报错了、要加一句', () => {
  const play = aPlay();
  const [wang, worker, street] = [play.person('p-yxl1-1'), play.person('p-yxl1-w'), play.person('p-feng-3')];
  const group = play.group('r-yxl-1');
  let no = '';

  it('群里刚吹的哨，在群里说地方错了，就改过来，群里不响', async () => {
    await worker.saysIn(group, '#吹哨 4号楼后面垃圾堆了好几天没人清');
    no = group.no();
    await play.lookAway();
    await worker.saysIn(group, '打错了 是5号楼后面');
    group.hearsNothing();
    worker.hearsAmongOthers([no, '银杏花园5号楼']);
  });

  it('没吹过哨的人在群里说不对，不当成更正；过了十分钟也不当', async () => {
    const li = play.person('p-yxl1-2');
    await li.saysIn(group, '不对吧，是6号楼那边');
    await play.advance('PT11M');
    await worker.saysIn(group, '说错了，是7号楼');
    group.hearsNothing();
    expect((await play.demand(no)).place?.name).to.equal('银杏花园5号楼');
  });

  it('说再加一句，就补充进去；加的是危险、别的地方，照样另外登记', async () => {
    await play.lookAway();
    (await worker.says('刚才群里那个再加一句 有老鼠')).hearsAmongOthers(`已补充到 ${no}`);
    (await wang.says('银杏花园2号楼门禁坏了')).hearsAmongOthers('【已登记】');
    (await wang.says('补充一句，晚上谁都能进')).hearsAmongOthers(/已补充到/);
    const before = await play.count();
    (await wang.says('再加一句，6号楼有煤气味')).hearsAmongOthers('开窗');
    expect(await play.count()).to.equal(before + 1);
  });

  it('说发错了、刚才那个不要了，问是不是撤回', async () => {
    for (const words of ['刚刚那个不要了 她儿子回来了', '刚才那条发错了', '发错了 撤回刚才那个', '报错了，取消吧', '撤了吧，发错了', '上一条登记错了', '搞错了，刚才那个作废']) {
      (await worker.says(words)).hears(['不用办了吗', `撤回 ${no}`]);
    }
  });

  it('说取消，带着编号，就是撤回；别人的撤不了', async () => {
    (await street.says(`取消 ${no}`)).hears('只有反映的人能做');
    (await worker.says(`${no} 不要了`)).hearsAmongOthers(`编号 ${no} 已撤回`);
  });

  it('说取消什么东西，是一件事', async () => {
    const before = await play.count();
    (await wang.says('银杏花园5号楼旁边的公交站取消了，老人出行不方便')).hearsAmongOthers('已登记');
    (await wang.says('电费单发错了，银杏花园3号楼的电费算到我家了')).hearsAmongOthers(/^(?![\s\S]*不用办了吗)/);
    expect(await play.count()).to.be.greaterThan(before);
  });
});
