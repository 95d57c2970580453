import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

const STILL = '还是没扫干净';

describe('办结归档以后才发现没解决', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');

  /** One matter that was done, judged well and closed. */
  const closed = async (words: string) => {
    await wang.says(words);
    const no = wang.no();
    await worker.says(`办结 ${no} 已处理`);
    await wang.says('满意');
    expect((await play.demand(no)).status).to.equal('closed');
    return no;
  };
  let [first, second] = ['', ''];

  it('五天内写编号再说一句，就退回重办，两次评价都留着', async () => {
    first = await closed('银杏花园2号楼楼下垃圾桶满了三天没人清');
    await play.until('周六', '10:00');
    await play.lookAway();
    (await li.says(`编号${first} ${STILL}`)).heard();
    expect((await play.demand(first)).status).to.equal('closed');
    (await wang.says(`编号${first} 好的，谢谢`)).heard();
    expect((await play.demand(first)).status).to.equal('closed');
    (await wang.says(`编号${first} ${STILL}`)).hears(['退回重办', STILL]);
    worker.hearsAmongOthers([first, '不满意', STILL]);
    const { status, ratings } = await play.demand(first);
    expect([status, ...ratings.map(({ answers }) => answers.satisfied)]).to.deep.equal(['waiting', 'satisfied', 'dissatisfied']);
  });

  it('不写编号说不满意，只有一件能重办就是那一件；有几件先问是哪一件', async () => {
    await worker.says(`办结 ${first} 已扫净`);
    await wang.says('满意');
    await play.lookAway();
    (await wang.says('不满意 没扫')).hears(['退回重办', '没扫']);
    await worker.says(`办结 ${first} 已扫净`);
    await wang.says('满意');
    second = await closed('银杏花园5号楼楼下垃圾房门坏了没人管');
    await play.lookAway();
    (await wang.says('不满意 没修')).hears(['请带上编号', first, second]);
    (await wang.says(`${second} 不满意 没修`)).hears(['退回重办', '没修']);
    expect((await play.demand(second)).status).to.equal('waiting');
  });

  it('归档太久的不再重开：另外登记一件，两边都知道和原来那件有关', async () => {
    await play.until('下下周一', '10:00');
    await play.lookAway();
    (await wang.says(`编号${first} ${STILL}`)).hears(['【已登记】', STILL, '银杏花园2号楼'], [first, '不再重开', '另外登记']);
    const no = wang.no();
    const { follows, category } = await play.demand(no);
    const before = await play.demand(first);
    expect([follows, category, before.status]).to.deep.equal([first, before.category, 'closed']);
    worker.hearsAmongOthers(['【新诉求】', no, `接着编号 ${first}`]);
  });
});

describe('修好以后又坏了，没有写编号', () => {
  const play = aPlay();
  const [wang, worker] = [play.person('p-yxl1-1'), play.person('p-yxl1-w')];

  it('刚办结、还没来问，说又坏了，就退回重办', async () => {
    await wang.says('银杏花园2号楼单元门锁坏了，谁都能进');
    await worker.says(`办结 ${wang.no()} 换了新锁`);
    await play.lookAway();
    (await wang.says('又坏了')).hears([`编号 ${wang.no()}`, '退回重办', '又坏了']);
  });

  it('评过满意以后，说上次修的又坏了，也是那一件', async () => {
    await worker.says(`办结 ${wang.no()} 又换了一把`);
    await wang.says('满意');
    await play.lookAway();
    const before = await play.count();
    (await wang.says('上次修的那个锁又坏了')).hears([`编号 ${wang.no()}`, '退回重办', '上次修的那个锁又坏了']);
    worker.hearsAmongOthers([wang.no(), '不满意']);
    expect(await play.count()).to.equal(before);
  });

  it('说的是别的东西又坏了，是另一件', async () => {
    await worker.says(`办结 ${wang.no()} 修好了`);
    await wang.says('满意');
    const before = await play.count();
    await wang.says('银杏花园3号楼的电梯又坏了');
    expect(await play.count()).to.equal(before + 1);
  });
});
