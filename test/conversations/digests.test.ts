import { expect } from 'chai';
import { call } from '../../scripts/sandbox-http.ts';
import { MatterFileView } from '../../web/schemas/sources.ts';
import { aPlay } from '../support/play.ts';

const MATTERS = [...Array.from({ length: 6 }, () => '楼下垃圾桶满了三天没人清'), ...Array.from({ length: 3 }, () => '楼道里堆满了杂物')];

describe('夜里攒了一堆事', () => {
  const play = aPlay();
  const worker = play.person('p-yxl1-w');
  const street = play.person('p-feng-3');
  const numbers: string[] = [];

  it('夜里不打扰，有危险才当时说', async () => {
    await play.until('周一', '22:00');
    for (const [nth, what] of MATTERS.entries()) {
      const wang = await play.newcomer(`住户${nth}`);
      await wang.says(`银杏花园${(nth % 6) + 1}号楼${what}`);
      numbers.push(wang.no());
    }
    worker.hearsNothing();
    await (await play.newcomer('邻居')).says('银杏花园4号楼一楼有很浓的煤气味');
    street.hears(['【新诉求】', '煤气味']);
    worker.hears(['【紧急】', '煤气味']);
  });

  it('早上一条说清，不是九条', async () => {
    await play.until('周二', '08:31');
    const [digest, ...others] = worker.heard();
    expect(others).to.deep.equal([]);
    expect(digest).to.match(/^【合并告知】9 件一起说.*：新诉求 9\n1\. /);
    for (const no of numbers) expect(digest).to.contain(no);
    expect(digest).to.contain('今天18:00前接单').and.not.contain('明天');
    expect(digest).to.contain('银杏花园3号楼').and.not.contain('没有列在这里').and.not.contain('邻居');
  });

  it('列出来的每一件都能照编号办，页面上看得到送达了没有', async () => {
    (await worker.says(`接 ${numbers[4] ?? ''}`)).hears('已接单');
    (await worker.says(`进度 ${numbers[2] ?? ''}`)).hears([numbers[2] ?? '', '垃圾桶']);
    (await worker.says('待办')).hears(['待办', '待接单']);
  });
});

describe('一张表里几十件事', () => {
  const play = aPlay();
  const worker = play.person('p-yxl1-w');

  it('登记完了合起来说一次', async () => {
    const rows = Array.from({ length: 30 }, (_, nth) => `GD-${nth},市长热线,银杏花园${(nth % 10) + 1}号楼垃圾桶满了没人清（第${nth}件）,2026-07-01 09:00`);
    const content = Buffer.from(['工单编号,来源,诉求内容,反映时间', ...rows].join('\n')).toString('base64');
    await call(play.product().url, '/api/sources/imports', MatterFileView, { body: { name: '热线.csv', content, apply: true } }, play.product().adminToken);
    await play.advance('PT1M');
    expect(await play.count()).to.equal(30);
    worker.hearsNothing();
    await play.advance('PT10M');
    worker.hears([/^【合并告知】18 件/, '新诉求 18', '还有 6 件没有列在这里', '待办']);
  });
});

describe('群里一天说够了', () => {
  const play = aPlay({}, { GROUP_LETTERS_PER_DAY: '2' });
  const group = play.group('r-yxl-1');
  const li = play.person('p-yxl1-2');
  const lan = play.person('p-yxl1-1');

  it('再有登记的，回执私下给发言的人', async () => {
    await li.saysIn(group, '#吹哨 健身角的单杠断了');
    await lan.saysIn(group, '#吹哨 2号楼门禁坏了');
    group.hearsOnly('已登记', '已登记');
    await li.saysIn(group, '#吹哨 4号楼垃圾桶满了没人清');
    group.hearsNothing();
    li.hearsAmongOthers(['已登记，编号', '私聊']);
    await lan.saysIn(group, '#吹哨');
    group.hearsNothing();
    lan.hearsAmongOthers(['#吹哨', '引用']);
  });

  it('第二天群里照常', async () => {
    await play.until('周二', '09:00');
    await li.saysIn(group, '#吹哨 6号楼楼道灯不亮');
    group.hearsOnly('已登记');
  });
});
