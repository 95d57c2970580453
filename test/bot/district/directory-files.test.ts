import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import writeWorkbook from 'write-excel-file/node';
import { faultInWords, readDirectoryFiles, type FileFault } from '../../../bot/district/directory-files.ts';
import { createSpeak } from '../../../locales/speak.ts';
import type { Language } from '../../../locales/text.ts';

const DEMO = join(import.meta.dirname, '../../../districts/demo');

const small: Record<string, string> = {
  'units.csv': '编号,名称,层级,类别,上级,别名\nu-d,澜桥区,区,区,,\nu-s,枫荷街道,街道,街道,u-d,枫荷、办事处\nu-c,银杏里社区,社区,社区,u-s,\n',
  'grids.csv': 'id,name,community,households\ng-1,银杏里第一网格,u-c,480\n',
  'people.csv': '编号,姓名,角色,单位,网格,电话,住处,楼栋,房号\np-1,何敏,书记,u-d,,,,,\np-2,周晓,调度员、经办人,u-s,,,,,\np-3,郑可,网格员,u-c,g-1,19900000001,,,\np-4,王兰,居民,,g-1,,l-1,4号楼,502\n',
  'rooms.csv': '编号,名称,网格,成员\nr-1,一网格群,g-1,p-3、p-4\n',
  'places.csv': '编号,名称,类型,网格\nl-1,银杏花园,小区,g-1\n',
  'dispatch.csv': '类别,地点,单位,角色,备注\nnoise,,社区@社区,自有,随便写\n',
};

async function folder(over: Record<string, string | Uint8Array | undefined> = {}): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'directory-'));
  const files = Object.entries({ ...small, ...over }).flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const]));
  await Promise.all(files.map(([name, content]) => writeFile(join(path, name), content)));
  return path;
}

/** The platform decodes GBK and does not encode it: every two-byte code is tried once. */
const gbkCodes = new Map<string, number[]>();
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  if (gbkCodes.size === 0) {
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) gbkCodes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((one) => (one < '\x80' ? one.charCodeAt(0) : gbkCodes.get(one)!)));
}

async function faultsOf(over: Record<string, string | Uint8Array | undefined>, ...rest: [] | [{ id: string; names: string[] }[]]): Promise<readonly FileFault[]> {
  const result = await readDirectoryFiles(await folder(over), ...rest);
  return result.ok ? [] : result.faults;
}

const brief = ({ code, file, row, column, params }: FileFault) => [file.split('/').pop(), row, column, code, params['value']].filter((part) => part !== undefined).join(' ');
const appended = (file: string, ...lines: string[]) => ({ [file]: `${small[file]!}${lines.join('\n')}\n` });

describe('a directory of CSV files', () => {
  it('is read with Chinese or English headings and values', async () => {
    const result = await readDirectoryFiles(await folder());
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect(result.data.units[1]).to.deep.equal({ id: 'u-s', name: '枫荷街道', tier: 'street', class: 'street', parent: 'u-d', otherNames: ['枫荷', '办事处'], members: [], duties: [] });
    expect(result.data.grids[0]).to.include({ community: 'u-c', households: 480 });
    expect(result.data.people[1]?.roles).to.deep.equal(['dispatcher', 'clerk']);
    expect(result.data.people[3]?.home).to.deep.equal({ place: 'l-1', building: '4号楼', room: '502' });
    expect(result.data.rooms[0]?.people).to.deep.equal(['p-3', 'p-4']);
    expect(result.data.places[0]?.kind).to.equal('compound');
    expect(result.data.dispatch).to.deep.equal([{ category: 'noise', unit: 'community@community', role: 'own' }]);
  });

  it('is the same however the spreadsheet saved it', async () => {
    const wanted = await readDirectoryFiles(await folder());
    const saved: Record<string, (text: string) => string | Uint8Array> = {
      'UTF-8 with a mark': (text) => `\ufeff${text}`,
      GBK: gbk,
      'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      'CR LF': (text) => text.replaceAll('\n', '\r\n'),
      tabs: (text) => text.replaceAll(',', '\t'),
      semicolons: (text) => text.replaceAll(',', ';'),
      'empty rows': (text) => `${text}\n,,,\n\n`,
    };
    for (const [how, save] of Object.entries(saved)) {
      const files = Object.fromEntries(Object.entries(small).map(([name, text]) => [name, save(text)]));
      expect(await readDirectoryFiles(await folder(files)), how).to.deep.equal(wanted);
    }
  });

  it('may have Chinese file names and quoted cells with commas and line breaks', async () => {
    const moved = { 'rooms.csv': undefined, '群.csv': '编号,名称,成员\nr-1,"一网格,大群","p-3,\np-4"\n' };
    const result = await readDirectoryFiles(await folder(moved));
    expect(result).to.have.nested.property('data.rooms[0]').that.deep.equals({ id: 'r-1', name: '一网格,大群', people: ['p-3', 'p-4'] });
  });

  it('may call a class of matters by its names', async () => {
    const categories = [{ id: 'noise', names: ['噪声扰民', 'Noise'] }];
    const named = await readDirectoryFiles(await folder({ 'dispatch.csv': small['dispatch.csv']!.replace('noise', '噪声扰民') }), categories);
    expect(named).to.have.nested.property('data.dispatch[0].category', 'noise');
    expect((await faultsOf(appended('dispatch.csv', 'moonlight,,u-s,协助,'), categories)).map(brief)).to.deep.equal(['dispatch.csv 3 类别 unknown-category moonlight']);
  });
});

describe('a faulty directory', () => {
  const table: [what: string, files: Record<string, string | Uint8Array | undefined>, faults: string[]][] = [
    ['a strange table', { 'extra.csv': 'a,b\n1,2\n' }, ['extra.csv unknown-table extra']],
    ['a table given twice', { '单位.csv': small['units.csv'] }, ['单位.csv duplicate-table 单位']],
    ['a missing column', { 'grids.csv': 'id,name,community\ng-1,一,u-c\n' }, ['grids.csv 1 missing-column 户数']],
    ['a strange column', { 'grids.csv': 'id,name,community,households,colour\ng-1,一,u-c,480,red\n' }, ['grids.csv 1 colour unknown-column colour']],
    ['a column given twice', { 'grids.csv': 'id,name,community,households,社区\ng-1,一,u-c,480,u-c\n' }, ['grids.csv 1 社区 duplicate-column 社区']],
    ['a cell without a column', { 'grids.csv': 'id,name,community,households\ng-1,一,u-c,480,more\n' }, ['grids.csv 2 cell-without-column more']],
    ['an empty cell', appended('units.csv', 'u-x,,街道,街道,u-d,'), ['units.csv 5 名称 missing-value']],
    ['a wrong number', { 'grids.csv': 'id,name,community,households\ng-1,一,u-c,四百\n' }, ['grids.csv 2 households invalid-value 四百']],
    ['a wrong word', appended('people.csv', 'p-9,丁一,居民、村长,,g-1,,,,'), ['people.csv 6 角色 not-one-of 村长']],
    ['a wrong telephone number', appended('people.csv', 'p-9,丁一,居民,,g-1,一三八,,,'), ['people.csv 6 电话 invalid-value 一三八']],
    ['a home without a place', appended('people.csv', 'p-9,丁一,居民,,g-1,,,4号楼,'), ['people.csv 6 住处 missing-value']],
    ['an id twice', appended('rooms.csv', 'r-1,另一群,,p-3'), ['rooms.csv 3 编号 duplicate-id r-1']],
    ['an unknown person', appended('rooms.csv', 'r-2,另一群,,p-3、p-99'), ['rooms.csv 3 成员 unknown-reference p-99']],
    ['an unknown home', appended('people.csv', 'p-9,丁一,居民,,g-1,,l-9,4号楼,'), ['people.csv 6 住处 unknown-reference l-9']],
    ['an unclosed quotation mark', { 'rooms.csv': '编号,名称,成员\nr-1,"一网格群,p-3\n' }, ['rooms.csv 2 not-readable']],
  ];
  for (const [what, files, faults] of table) {
    it(`names ${what}`, async () => expect((await faultsOf(files)).map(brief)).to.deep.equal(faults));
  }

  it('names a missing table', async () => {
    expect((await faultsOf({ 'rooms.csv': undefined })).map(({ code, params }) => [code, params['value']])).to.deep.equal([['missing-table', 'rooms']]);
  });

  it('names all its faults at once, and a wrong row only once', async () => {
    const faults = await faultsOf({
      ...appended('units.csv', 'u-x,第二社区,社区,社区,u-gone,', 'u y,,社区,社区,u-s,'),
      ...appended('places.csv', 'l-2,某路,大街,g-1', 'l-3,某公园,地标,g-7'),
      ...appended('people.csv', 'p-5,钱多,经办人,u-x,,,,,', 'p-6,,网格员,u-c,g-1,,,,', 'p-7,孙立,居民,,g-1,,l-2,1号楼,'),
    });
    expect(faults.map(brief)).to.deep.equal([
      'units.csv 6 编号 invalid-value u y',
      'units.csv 6 名称 missing-value',
      'people.csv 7 姓名 missing-value',
      'places.csv 3 类型 not-one-of 大街',
      'units.csv 5 上级 unknown-reference u-gone',
      'places.csv 4 网格 unknown-reference g-7',
    ]);
  });

  it('is told in words', async () => {
    const fault = (await faultsOf(appended('people.csv', 'p-9,丁一,居民、村长,,g-1,,,,')))[0]!;
    const say = (language: Language): Parameters<typeof faultInWords>[1] => (key, params) => createSpeak()(language, key, params);
    expect(faultInWords(fault, say('zh-CN'))).to.match(/^people\.csv 第6行「角色」列：「村长」不在可填的范围内，可填：居民、.*、志愿者$/);
    expect(faultInWords(fault, say('en'))).to.match(/^people\.csv, row 6, column "角色": "村长" is not possible here; possible are: 居民, /);
  });

  it('is none at all when there is nothing to read', async () => {
    const nowhere = await readDirectoryFiles('/nowhere/at/all');
    expect(nowhere.ok ? [] : nowhere.faults.map(({ code }) => code)).to.deep.equal(['not-found']);
    const text = join(await folder(), 'units.csv');
    const file = await readDirectoryFiles(text);
    expect(file.ok ? [] : file.faults.map(({ code }) => code)).to.deep.equal(['not-a-directory']);
    const broken = join(await folder(), 'broken.xlsx');
    await writeFile(broken, 'not a workbook');
    const workbook = await readDirectoryFiles(broken);
    expect(workbook.ok ? [] : workbook.faults.map(({ code }) => code)).to.deep.equal(['not-readable']);
  });
});

describe('a workbook', () => {
  type Value = string | number | Date | null;

  async function demoSheets(): Promise<{ sheet: string; data: Value[][] }[]> {
    const names = (await readdir(DEMO)).filter((name) => name.endsWith('.csv'));
    return Promise.all(
      names.map(async (name) => {
        const rows: string[][] = parse(await readFile(join(DEMO, name)), { bom: true });
        return { sheet: name.replace('.csv', ''), data: rows.map((row) => row.map((cell) => (cell === '' ? null : /^\d+$/.test(cell) ? Number(cell) : cell))) };
      }),
    );
  }

  async function written(sheets: { sheet: string; data: Value[][] }[]): Promise<string> {
    const file = join(await mkdtemp(join(tmpdir(), 'workbook-')), 'directory.xlsx');
    await writeWorkbook(
      sheets.map(({ sheet, data }) => ({ sheet, data: data.map((row) => row.map((cell) => (cell instanceof Date ? { value: cell, type: Date, format: 'mm/dd/yyyy' } : cell))) })),
    ).toFile(file);
    return file;
  }

  it('gives what the CSV files give, numbers and empty cells included', async () => {
    const [fromFolder, fromBook] = [await readDirectoryFiles(DEMO), await readDirectoryFiles(await written(await demoSheets()))];
    expect(fromBook.ok).to.be.true;
    expect(fromBook).to.deep.equal(fromFolder);
  });

  it('names its faults by sheet, row and column', async () => {
    const sheets = await demoSheets();
    const people = sheets.find(({ sheet }) => sheet === 'people')!;
    people.data[2]![people.data[0]!.indexOf('角色')] = '村长';
    people.data[3]![people.data[0]!.indexOf('楼栋')] = new Date('2026-04-01T00:00:00Z');
    people.sheet = '人员';
    const result = await readDirectoryFiles(await written([...sheets, { sheet: 'Sheet9', data: [] }]));
    expect(result.ok ? [] : result.faults.map(({ sheet, row, column, code, params }) => ({ sheet, row, column, code, value: params['value'] }))).to.deep.equal([
      { sheet: '人员', row: 3, column: '角色', code: 'not-one-of', value: '村长' },
      { sheet: '人员', row: 4, column: '楼栋', code: 'date-in-cell', value: '2026-04-01' },
    ]);
  });
});
