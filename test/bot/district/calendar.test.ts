import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CalendarCorrections, CalendarFileError, createCalendar, readCalendarCorrections } from '../../../bot/district/calendar.ts';

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
    expect(await readCalendarCorrections(path)).to.deep.equal({ workdays: ['2027-02-06'], holidays: ['2027-02-05'], complete: [2027] });
  });

  it('of the program are in order', async () => {
    await readCalendarCorrections(join(import.meta.dirname, '../../../districts/calendar'));
  });

  const wrong: [text: string, complaint: RegExp][] = [
    ['workdays: [2027-02-30]', /one\.yaml:\n {2}workdays\.0: /],
    ['workday: [2027-02-06]', /workday/],
    ['workdays: [', /one\.yaml/],
    ['workdays: [2027-02-06]\nholidays: [2027-02-06]', /2027-02-06 is given both as a workday and as a holiday/],
  ];
  for (const [text, complaint] of wrong) {
    it(`are refused in words: ${text.replace('\n', ', ')}`, async () => {
      const path = await folder({ 'one.yaml': text });
      const error = await readCalendarCorrections(path).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(CalendarFileError);
      expect(String(error)).to.match(complaint);
    });
  }
});
