import { expect } from 'chai';
import { readMatterTable } from '../../../bot/tables/matter-table.ts';
import { matterFaultsInWords } from '../../../bot/tables/source-faults.ts';
import { workbookOf } from '../../../bot/tables/workbook.ts';
import { createSpeak } from '../../../locales/speak.ts';
import { at } from '../../support/local-time.ts';

const SOURCES = [{ id: 'mayor-hotline', names: ['市长热线', "Mayor's hotline"] }, { id: 'media', names: ['媒体曝光', 'Media exposure'] }];
const speak = createSpeak();
const how = { sources: SOURCES, now: at('2026-11-22 10:00'), most: 1000 };

async function reading(name: string, bytes: Uint8Array, over: Partial<typeof how> & { source?: string } = {}) {
  const read = await readMatterTable({ name, content: Buffer.from(bytes).toString('base64'), how: { ...how, ...over }, mostFaults: 100 });
  const words = matterFaultsInWords(read, (key, params) => speak('zh-CN', key, params));
  return { ...read, sentences: words.map(({ sentence }) => sentence) };
}
const csv = (...lines: string[]) => reading('来件.csv', Buffer.from(lines.join('\n')));

describe('a table of matters', () => {
  it('gives matters by Chinese headings', async () => {
    const { rows, faults, ignored } = await csv('工单编号,来源,标题,诉求内容,反映人,联系电话,事发地址,反映时间,办理单位', 'GD-1,市长热线,路灯,小区路灯坏了,王女士,138 0000 0000,银杏花园6号楼,2026年11月20日 14时30分,某单位');
    expect(faults).to.deep.equal([]);
    expect(ignored).to.deep.equal(['办理单位']);
    expect(rows).to.deep.equal([{ sheet: undefined, row: 2, matter: { source: 'mayor-hotline', externalId: 'GD-1', text: '路灯\n小区路灯坏了', reporter: { name: '王女士', phone: '138 0000 0000' }, place: '银杏花园6号楼', occurredAt: at('2026-11-20 14:30') } }]);
  });

  it('gives matters by English headings, and leaves out what stands for nothing', async () => {
    const { rows, faults } = await csv('Source;Reference;Text;Name;Phone;Address;Date', "mayor's hotline;T1;The lamp is broken;anonymous;-;N/A;2026/11/20");
    expect(faults).to.deep.equal([]);
    expect(rows[0]?.matter).to.deep.equal({ source: 'mayor-hotline', externalId: 'T1', text: 'The lamp is broken', occurredAt: at('2026-11-20 00:00') });
  });

  it('finds the headings under a title, and takes the plainer of two for the same', async () => {
    const table = Buffer.from(['某市热线转办表,,', '', '编号,工单编号,内容', 'A,GD-1,路灯坏了'].join('\n'));
    expect((await reading('a.csv', table)).faults.map(({ code, row }) => [code, row])).to.deep.equal([['which-source', 3]]);
    const { rows, faults, ignored } = await reading('a.csv', table, { source: 'media' });
    expect([faults, ignored]).to.deep.equal([[], ['编号']]);
    expect([rows[0]?.row, rows[0]?.matter.externalId]).to.deep.equal([4, 'GD-1']);
  });

  it('tells every fault at once, with row and column', async () => {
    const { sentences, rows, total } = await csv(
      '工单编号,来源,内容,电话,时间',
      'GD-1,市长热线,路灯坏了,13800000000,2026-11-20',
      'GD-1,市长热线,路灯又坏了,,',
      ',市长热线,没有编号,,',
      'GD-3,省长热线,井盖没了,,',
      'GD-4,媒体曝光,,转人工,2026-13-01',
      '2.02611E+17,媒体曝光,路面塌了,,2026-12-01',
    );
    expect(sentences).to.deep.equal([
      '第3行「工单编号」列：编号「GD-1」与第2行相同，同一来源的编号只能出现一次',
      '第4行「工单编号」列：没有填写',
      '第5行「来源」列：没有「省长热线」这个来源，可填：市长热线、媒体曝光',
      '第6行「内容」列：没有填写',
      '第6行「电话」列：「转人工」不是电话号码；没有电话就空着',
      '第6行「时间」列：看不懂「2026-13-01」是什么时间，请写成 2026-11-20 14:30',
      '第7行「工单编号」列：「2.02611E+17」的末几位被表格软件丢掉了，请把这一列改为文本格式后从原系统重新导出',
      '第7行「时间」列：「2026-12-01」还没有到',
    ]);
    expect([total, rows.map(({ row }) => row)]).to.deep.equal([6, [2]]);
  });

  it('may leave the source to whoever imports it', async () => {
    const { rows, faults } = await reading('a.csv', Buffer.from('编号,内容\n1,路灯坏了'), { source: 'media' });
    expect(faults).to.deep.equal([]);
    expect(rows[0]?.matter).to.deep.equal({ source: 'media', externalId: '1', text: '路灯坏了' });
  });

  it('may be an Excel workbook, whose dates are dates and whose numbers are texts', async () => {
    const bytes = await workbookOf({ name: '转办', rows: [['编号', '内容', '时间'], [20260001, '路灯坏了', '2026-11-20 14:30']] });
    const { rows, faults } = await reading('a.xlsx', bytes, { source: 'media' });
    expect(faults).to.deep.equal([]);
    expect(rows[0]?.matter).to.deep.equal({ source: 'media', externalId: '20260001', text: '路灯坏了', occurredAt: at('2026-11-20 14:30') });
    const lost = await workbookOf({ name: '转办', rows: [['编号', '内容'], [20260001000012345, '路灯坏了']] });
    expect((await reading('a.xlsx', lost, { source: 'media' })).faults.map(({ code }) => code)).to.deep.equal(['digits-lost']);
  });

  it('is refused as a whole when it is none', async () => {
    expect((await reading('a.xlsx', Buffer.from('no workbook'))).sentences).to.deep.equal(['文件读不出来，可能已损坏，或有引号没有配对']);
    expect((await reading('a.csv', Buffer.from(''))).sentences).to.deep.equal(['表里没有内容']);
    expect((await csv('姓名,备注', '王,路灯')).sentences).to.deep.equal(['第1行：缺少「来源编号」列；列名要写在前10行里', '第1行：缺少「内容」列；列名要写在前10行里']);
    expect((await reading('a.csv', Buffer.from('编号,内容\n1,a\n2,b\n3,c'), { source: 'media', most: 2 })).sentences).to.deep.equal(['共3行，一次最多2行，请分成几个文件']);
  });
});
