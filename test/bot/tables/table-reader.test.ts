import { expect } from 'chai';
import { readMatterTable, type MatterTableFile } from '../../../bot/tables/matter-table.ts';
import { createTableReader } from '../../../bot/tables/table-reader.ts';
import { workbookOf } from '../../../bot/tables/workbook.ts';
import { at } from '../../support/local-time.ts';

const how = { sources: [{ id: 'media', names: ['媒体曝光'] }], source: 'media', now: at('2026-11-22 10:00'), most: 50_000 };
const ROWS = 1234;
const lines = [['编号', '内容', '时间'], ...Array.from({ length: ROWS }, (_, nth) => [`M-${nth}`, `路灯坏了${nth}`, nth % 100 === 0 ? '2026-13-01' : '2026-11-20 14:30'])];
const file = (name: string, bytes: Uint8Array): MatterTableFile => ({ name, content: Buffer.from(bytes).toString('base64'), how, mostFaults: 5 });
const csv = (rows: readonly (readonly string[])[]) => Buffer.from(rows.map((row) => row.join(',')).join('\n'));

describe('a thread that reads tables of matters', function () {
  this.timeout(60_000);

  it('gives every row, and the first of what is wrong, as they stand in the file', async () => {
    const read = createTableReader();
    for (const one of [file('a.csv', csv(lines)), file('a.xlsx', await workbookOf({ name: 'a', rows: lines }))]) {
      const table = await read(one);
      expect(table).to.deep.equal(await readMatterTable(one));
      expect([table.total, table.rows.length, table.faultCount, table.faults.map(({ row }) => row), table.isWhole]).to.deep.equal([ROWS, ROWS - 13, 13, [2, 102, 202, 302, 402], true]);
      expect(table.rows[600]?.matter.occurredAt).to.be.instanceOf(Date);
    }
  });

  it('says what cannot be read, and what lacks a column', async () => {
    const read = createTableReader();
    const [broken, lacking] = await Promise.all([read(file('a.xlsx', Buffer.from('no workbook'))), read(file('a.csv', csv([['编号', '备注'], ['1', 'x']])))]);
    expect([broken.unreadable.map(({ code }) => code), broken.faultCount]).to.deep.equal([['not-readable'], 1]);
    expect([lacking.faults.map(({ code }) => code), lacking.isWhole]).to.deep.equal([['missing-column'], false]);
  });

  it('does not begin with a workbook that unpacks to far more than a table has', async () => {
    const bytes = Buffer.from(await workbookOf({ name: 'a', rows: lines.slice(0, 3) }));
    expect((await readMatterTable(file('a.xlsx', bytes))).unreadable).to.deep.equal([]);
    const listed = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(1024 ** 3, listed + 24);
    expect(await readMatterTable(file('a.xlsx', bytes))).to.deep.include({ unreadable: [{ code: 'too-large', file: 'a.xlsx', row: undefined }], faultCount: 1, isWhole: false });
    expect((await readMatterTable(file('a.xlsx', Buffer.from('PK')))).unreadable.map(({ code }) => code)).to.deep.equal(['not-readable']);
  });

  it('ends by itself over a file that takes more memory than it may, and reads the next one', async () => {
    const read = createTableReader(64);
    const [endless, short] = await Promise.all([read(file('a.csv', Buffer.from('1,2\n'.repeat(1_500_000)))), read(file('b.csv', csv(lines.slice(0, 3))))]);
    expect(endless.unreadable).to.deep.equal([{ code: 'too-large', file: 'a.csv' }]);
    expect(short.total).to.equal(2);
  });
});
