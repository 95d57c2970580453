import { expect } from 'chai';
import readWorkbook from 'read-excel-file/node';
import { workbookOf } from '../../bot/tables/workbook.ts';
import { csvOf, harmless } from '../../handlers/assessment/sheet.ts';

const EVIL = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', ' =1', '＝1', '＋1', '－1', '＠1', '=HYPERLINK("http://x","y")'];

describe('a table of an assessment', () => {
  it('holds no text that a spreadsheet takes for a formula', () => {
    for (const cell of EVIL) expect(harmless(cell), JSON.stringify(cell)).to.equal(`'${cell}`);
    for (const cell of ['水务局', '1. 水务局', -1, 0.5, undefined, '', '5-4']) expect(harmless(cell)).to.equal(cell);
  });

  it('is CSV that keeps commas, quotes and line breaks within their cell', () => {
    expect(csvOf([['类别', '单位'], ['部门', 'a"b,c\nd'], [undefined, -3.5]])).to.equal('\uFEFF类别,单位\r\n部门,"a""b,c\nd"\r\n,-3.5\r\n');
    expect(csvOf([['=1,2']])).to.equal('\uFEFF"\'=1,2"\r\n');
  });

  it('is a workbook whose texts stay texts and whose numbers are numbers', async () => {
    const bytes = await workbookOf({ name: '考核: 2026/11', rows: [['单位', '得分'], ['=1+1', 91.5], ['水务局', undefined]] });
    const sheets = await readWorkbook(Buffer.from(bytes));
    expect(JSON.stringify(sheets)).to.include("'=1+1").and.to.include('91.5').and.to.include('水务局');
  });
});
