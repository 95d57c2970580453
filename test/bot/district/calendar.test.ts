import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCalendarCorrections } from '../../../bot/district/calendar-files.ts';
import { CalendarCorrections, createCalendar } from '../../../bot/district/calendar.ts';
import { WrongDistrict } from '../../../bot/district/district-files.ts';
import { createSpeak } from '../../../locales/speak.ts';

async function folder(files: Record<string, string>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'calendar-'));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(path, name), text)));
  return path;
}

describe('the published calendar', () => {
  const worked: [date: string, worked: boolean][] = [
    ['2025-01-26', true],
    ['2025-01-28', false],
    ['2025-05-02', false],
    ['2025-09-28', true],
    ['2025-10-08', false],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-09-20', true],
    ['2026-10-05', false],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-10-12', true],
  ];
  for (const [date, expected] of worked) {
    it(`says that ${date} is ${expected ? 'worked' : 'free'}`, () => expect(createCalendar().isWorkday(date)).to.equal(expected));
  }

  it('gives way to corrections', () => {
    const corrections = CalendarCorrections.parse({ workdays: ['2026-10-05'], holidays: ['2026-10-12'] });
    const calendar = createCalendar(corrections);
    expect(['2026-10-05', '2026-10-06', '2026-10-12'].map(calendar.isWorkday)).to.deep.equal([true, false, false]);
  });

  it('takes plain weeks for a year it does not know, and says so', () => {
    const calendar = createCalendar();
    expect(calendar.isWorkday('2026-10-09')).to.be.true;
    expect(calendar.unknownYears()).to.deep.equal([]);
    expect(['2093-10-01', '2093-10-03', '2091-05-06'].map(calendar.isWorkday)).to.deep.equal([true, false, false]);
    expect(calendar.unknownYears()).to.deep.equal([2091, 2093]);
  });

  it('is content with a year that a file gives whole', () => {
    const calendar = createCalendar(CalendarCorrections.parse({ holidays: ['2093-10-01'], complete: [2093] }));
    expect(calendar.isWorkday('2093-10-01')).to.be.false;
    expect(calendar.isWorkday('2093-10-02')).to.be.true;
    expect(calendar.unknownYears()).to.deep.equal([]);
  });

  it('takes other hours', () => {
    expect(createCalendar(undefined, { dayEnd: '17:30' })).to.include({ dayStart: '09:00', dayEnd: '17:30' });
  });
});

describe('files of corrections', () => {
  it('are read together', async () => {
    const path = await folder({ 'a.yaml': 'workdays: [2027-02-06]', 'b.yml': 'holidays:\n  - 2027-02-05\ncomplete: [2027]\n', 'empty.yaml': '# nothing yet\n', 'notes.txt': 'x' });
    expect(readCalendarCorrections(path)).to.deep.equal({ workdays: ['2027-02-06'], holidays: ['2027-02-05'], complete: [2027] });
  });

  it('of the program are in order', () => {
    readCalendarCorrections(join(import.meta.dirname, '../../../districts/calendar'));
  });

  for (const [text, chinese, english] of [
    ['workdays: [2027-02-30]', '第 1 行（workdays.1）：“2027-02-30”不是日期，请写成 2026-11-20 这样', 'line 1 (workdays.1): “2027-02-30” is no day; write it like 2026-11-20'],
    ['complete: [2027]\nworkday: [2027-02-06]', '整个文件：没有“workday”这样的项，请检查拼写', 'the whole file: nothing is called “workday” here; please check the spelling'],
    ['complete:\n  - soon', '第 2 行（complete.1）：这里不能这样写，要填数字', 'line 2 (complete.1): this takes a number'],
    ['workdays: [2027-02-06]\nholidays: [2027-02-06]', '第 1 行（workdays.1）：2027-02-06 既写成上班，又写成放假', 'line 1 (workdays.1): 2027-02-06 is given both as a workday and as a holiday'],
  ] as const) {
    it(`are refused in words: ${text.replaceAll('\n', ', ')}`, async () => {
      const path = await folder({ 'one.yaml': text });
      expect(() => readCalendarCorrections(path)).to.throw(WrongDistrict, `${join(path, 'one.yaml')}:\n  ${chinese}`);
      expect(() => readCalendarCorrections(path, { speak: createSpeak(), language: 'en' })).to.throw(WrongDistrict, english);
    });
  }

  it('are refused when they cannot be read, or are not there, or contradict one another', async () => {
    expect(() => readCalendarCorrections('/nowhere/at/all')).to.throw(WrongDistrict, '没有这个文件');
    expect(readFaults(await folder({ 'one.yaml': 'workdays: [' }))).to.match(/第 \d 行（整个文件）：这里的写法不对/);
    expect(readFaults(await folder({ 'a.yaml': 'workdays: [2027-02-06]', 'b.yaml': 'holidays: [2027-02-06]' }))).to.include('既写成上班，又写成放假');
  });

  function readFaults(path: string): string {
    try {
      return JSON.stringify(readCalendarCorrections(path));
    } catch (error) {
      return String(error);
    }
  }
});
