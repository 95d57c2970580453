import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('说得不太清楚是哪一类', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');

  it('先登记，再问一次更像哪一类；办理的人也看得到拿不准', async () => {
    (await wang.says('银杏花园2号楼保安看着外人在院里打架不管')).hears('我是哨子', ['【已登记】', '银杏花园2号楼'], ['已经在办了', '1 物业管理', '2 社会治安', '3 都不是', '不回也不耽误']);
    expect((await play.demand(wang.no())).status).to.equal('waiting');
    worker.hears(['【新诉求】', wang.no(), '类别拿不准', '社会治安']);
  });

  it('回一个数字，类别就改了，没人接单时转给管这类事的', async () => {
    const no = wang.no();
    (await wang.says('2')).hears(['【已登记】', no]);
    expect((await play.demand(no)).category).to.equal('public-order');
    worker.hears(['枫荷街道']);
  });

  it('再回一个数字，什么也没问，就不当成补充', async () => {
    const added = async () => (await play.demand(wang.no())).timeline.length;
    const before = await added();
    for (const words of ['2', '13']) (await wang.says(words)).hears(['没有要选的数字', wang.no(), '2 在4号楼']);
    expect(await added()).to.equal(before);
  });

  it('说都不是，就由人来定，不再追问', async () => {
    await wang.says('撤回');
    await wang.says('银杏花园5号楼保安看着外人在院里打架不管');
    wang.hearsAmongOthers('更像哪一类');
    (await wang.says('都不是')).hears(['由', '来定']);
    (await wang.says('进度')).hears('待接单');
  });

  it('说第一个、第二个，和写数字一样', async () => {
    await wang.says('撤回');
    await wang.says('银杏花园5号楼保安看着外人在院里打架不管');
    (await wang.says('第二个吧')).hearsAmongOthers(['【已登记】', wang.no()]);
    expect((await play.demand(wang.no())).category).to.equal('public-order');
  });

  it('不回答也照办，过了一天数字不再算回答', async () => {
    await wang.says('撤回');
    await wang.says('银杏花园6号楼保安看着外人在院里打架不管');
    const no = wang.no();
    await play.advance('PT25H');
    await play.lookAway();
    await wang.says('2');
    expect((await play.demand(no)).category).to.equal('property-management');
  });

  it('说清楚了的，不问', async () => {
    const zhao = play.person('p-yxl1-3');
    (await zhao.says('银杏花园3号楼的电梯坏了，老人下不了楼')).hears('我是哨子', '【已登记】');
  });
});

describe('拿不准是不是同一件事', () => {
  const play = aPlay();
  const lan = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const zhao = play.person('p-yxl1-3');
  const dispatcher = play.person('p-feng-3');

  it('说法不同、同一栋楼同一类，先登记再问一次，看不到别人说了什么', async () => {
    await lan.says('银杏花园3号楼电梯停了，我妈八十岁还发着烧');
    (await li.says('银杏花园3号楼上下楼只能爬楼，升降机罢工')).hears('我是哨子', '【已登记】', [lan.no(), '电梯', '银杏花园3号楼', '待接单', '同一件事吗', /^(?![\s\S]*八十岁)/]);
    expect(await play.count()).to.equal(2);
  });

  it('说是同一件，就并在一起，编号不变，办理的人只办一件', async () => {
    const no = li.no();
    await dispatcher.says('待办');
    await play.lookAway();
    const lead = lan.no();
    (await li.says('1')).hears([no, lead, '并在一起办']);
    expect((await play.demand(lead)).supporters).to.equal(1);
    expect((await li.says('进度')).heard().join()).to.contain('升降机罢工').and.contain('待接单').and.not.contain('八十岁');
  });

  it('说不是，就单独办', async () => {
    await zhao.says('银杏花园3号楼电梯门老夹人，坐一次抖一次');
    zhao.hearsAmongOthers('同一件事吗');
    (await zhao.says('不是')).hears([zhao.no(), '单独办']);
    expect((await play.demand(zhao.no())).status).to.equal('waiting');
    expect((await play.demand(lan.no())).supporters).to.equal(1);
  });
});
