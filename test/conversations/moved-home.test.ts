import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('居民搬了家，自己改住址', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const wang = play.person('p-yxl1-1');
  const place = async (no: string) => (await play.demand(no)).place?.name;

  it('说清楚了就改，说给他听改成了哪里；以前的事不变', async () => {
    await li.says('我家漏水了');
    const old = li.no();
    expect(await place(old)).to.equal('银杏花园6号楼');
    await play.lookAway();
    await li.says('我搬家了，现在住银杏花园3号楼2单元501');
    li.hears(['银杏花园3号楼2单元501', '以前登记的事不变', '我的地址改成']);
    expect(await place(old)).to.equal('银杏花园6号楼');
    expect(await play.count()).to.equal(1);
    await li.says('我家没水了');
    expect(await place(li.no())).to.equal('银杏花园3号楼');
  });

  it('改成别的网格的小区，没有地点的事也归那里', async () => {
    const before = await play.count();
    await wang.says('我的地址改成静川家园4号楼');
    wang.hearsAmongOthers(['静川家园4号楼', '以前登记的事不变']);
    expect(await play.count()).to.equal(before);
    await wang.says('我家楼道的灯坏了');
    const demand = await play.demand(wang.no());
    expect(demand.place?.name).to.equal('静川家园4号楼');
    expect(demand.place?.grid).not.to.equal('g-yxl-1');
  });

  it('只说小区，就问几号楼；没说到哪里，就问哪里；名录里没有，就说没有改', async () => {
    await play.lookAway();
    await li.says('我搬到静川家园了');
    li.hears(['静川家园', '几号楼']);
    await li.says('我搬家了');
    li.hears('我的地址改成');
    await li.says('我的住址换成了火星基地88号');
    li.hears('没有改');
    await li.says('我家厨房没水了');
    expect(await place(li.no())).to.equal('银杏花园3号楼');
  });

  it('搬家的话里还有事，登记的是事；别人搬家吵闹也是事', async () => {
    const before = await play.count();
    await wang.says('我搬到静川家园5号楼以后，单元门一直关不上');
    await wang.says('静川家园2号楼半夜搬家，太吵了');
    await wang.says('我搬家的时候电梯坏了，把我关在里面');
    expect(await play.count()).to.equal(before + 3);
  });

  it('用英文说也行', async () => {
    const tom = await play.newcomer('Tom');
    await tom.says('english');
    await tom.says('I have moved, my new address is 银杏花园5号楼');
    tom.hearsAmongOthers(['银杏花园5号楼', 'stay as they are']);
  });

  it('名录上没有住处的人也能说；删除信息以后就不记得了', async () => {
    const he = await play.newcomer('贺姨');
    await he.says('我的地址改成银杏花园2号楼1单元101');
    he.hearsAmongOthers('银杏花园2号楼');
    await he.says('我家门口的路灯不亮');
    expect(await place(he.no())).to.contain('银杏花园');
    await he.says('删除我的信息');
    await he.says('确认删除');
    const { readFile } = await import('node:fs/promises');
    const people = await readFile(`${play.product().dataDir}/people.db`, 'utf8').catch(() => '');
    expect(people).not.to.contain('银杏花园2号楼');
  });
});
