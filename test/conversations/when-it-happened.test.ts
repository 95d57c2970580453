import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

const DAY_MS = 24 * 3600_000;

describe('几天以后看，也知道说的“昨晚”是哪一天', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const gridWorker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const facts = async (no = wang.no()) => (await play.demand(no)).facts;
  let monday = '';

  /** The play's Monday, so many days later, as it is written behind words; with its year where that is another. */
  const day = (later: number) => {
    const [year = '', month = '', date = ''] = new Date(Date.parse(`${monday}T00:00:00Z`) + later * DAY_MS).toISOString().slice(0, 10).split('-');
    return `${year === monday.slice(0, 4) ? '' : `${year}年`}${Number(month)}月${Number(date)}日`;
  };

  it('登记的卡片上，原话后面写着那一天；接口里有起止时间', async () => {
    await wang.says('昨晚11点银杏花园2号楼楼下有人施工，吵得睡不着');
    const no = wang.no();
    const { raisedAt, timeline } = await play.demand(no);
    monday = raisedAt.slice(0, 10);
    wang.hearsAmongOthers(['【已登记】', `3 时间：昨晚11点（${day(-1)}）`, '4 经过：昨晚11点银杏花园']);
    const sunday = new Date(Date.parse(`${monday}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
    const meant = { from: `${sunday}T23:00:00.000+08:00`, to: `${monday}T00:00:00.000+08:00`, dated: false };
    expect(await facts()).to.deep.include({ when: '昨晚11点', whenMeant: meant });
    expect(timeline[0]?.data).to.deep.include({ when: '昨晚11点', whenMeant: meant });
  });

  it('三天后更正别的，工作人员看到的还是那一天', async () => {
    await play.advance('P3D');
    await play.lookAway();
    (await wang.says('1 夜里施工')).hears(['1 事情：夜里施工', `3 时间：昨晚11点（${day(-1)}）`]);
    dispatcher.hearsAmongOthers(['更正', '夜里施工', `时间 昨晚11点（${day(-1)}）`]);
  });

  it('更正时间，按更正的那天重新推算', async () => {
    (await wang.says('3 昨天夜里')).hears([`3 时间：昨天夜里（${day(2)}）`]);
    dispatcher.hearsAmongOthers([`时间 昨天夜里（${day(2)}）`]);
    (await wang.says('3 从前天晚上到现在')).hears([`3 时间：从前天晚上到现在（${day(1)}起）`]);
    (await wang.says('3 记不清了')).hears(['3 时间：记不清了\n']);
    expect(await facts()).to.include({ when: '记不清了' }).and.not.to.have.property('whenMeant');
  });

  it('原话里有日期的，不重复', async () => {
    (await wang.says('3 7月5日晚上')).hears(['3 时间：7月5日晚上\n']);
    expect(await facts()).to.have.nested.property('whenMeant.dated', true);
    (await wang.says('3 每天半夜')).hears(['3 时间：每天半夜\n']);
    expect(await facts()).not.to.have.property('whenMeant');
  });

  it('一句话说了两件事，各是各的时间', async () => {
    await wang.says('撤回');
    await wang.says('前天下午2号楼的电梯又停了，老人下不了楼，顺便说一下门口的垃圾桶从昨天到现在没人收');
    gridWorker.hearsAmongOthers(['【新诉求】', '垃圾', `\n时间：从昨天到现在（${day(2)}起）\n原话：`]);
    wang.hearsAmongOthers(['电梯', `3 时间：前天下午（${day(1)}）`], ['垃圾', `3 时间：从昨天到现在（${day(2)}起）`]);
  });

  it('说英语的，用英语写', async () => {
    await wang.says('English');
    await wang.says('1 the rubbish bin is full');
    const [date, month] = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(Date.parse(`${monday}T00:00:00Z`) + 2 * DAY_MS).split(' ');
    wang.hearsAmongOthers([`3 When: 从昨天到现在 (since ${date ?? ''} ${month ?? ''}`]);
  });

  it('隔夜才登记的群里的话，按说的那天算', async () => {
    const room = play.group('r-yxl-1');
    await play.until('周五', '16:00');
    await play.person('p-yxl1-2').saysIn(room, '昨晚1号楼下水道又堵了，臭死了，没人管');
    await play.until('周六', '10:00');
    (await gridWorker.says('登记')).hearsAmongOthers(['【已登记】', `3 时间：昨晚（${day(3)}）`]);
  });

  it('删除个人信息以后，原话没有了，那一天也不再写出来', async () => {
    const li = play.person('p-yxl1-2');
    await li.says('昨晚11点银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    expect(await facts(no)).to.have.property('whenMeant');
    await li.says('删除我的信息');
    await li.says('确认删除');
    expect(await facts(no)).to.include({ when: '（已删除）' }).and.not.to.have.property('whenMeant');
  });
});
