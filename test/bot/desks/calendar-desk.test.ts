import { expect } from 'chai';
import { CalendarTaken, CalendarView } from '../../../web/schemas/calendar-desk.ts';
import { DemandView } from '../../../web/schemas/demand.ts';
import { aDeskPlay } from '../../support/desk-play.ts';

const PATH = '/api/setup/calendar';

/** The program begins on Monday, 23 November 2026. */
describe('the working calendar', () => {
  const desk = aDeskPlay({ DISTRICT: 'wuchang' });
  const view = (month = '2026-11') => desk.get(`${PATH}?month=${month}`, CalendarView);
  const change = (days: object[], apply = false) => desk.post(PATH, { days, apply }, CalendarTaken);
  const dueOf = async (no: string) => (await desk.get(`/api/demands/${no}`, DemandView)).nextDueAt;
  let today = '';
  let dates: string[] = [];
  before(async () => {
    ({ today } = await desk.get(PATH, CalendarView));
    dates = Array.from({ length: 40 }, (_, nth) => new Date(Date.parse(`${today}T00:00:00Z`) + nth * 24 * 3600_000).toISOString().slice(0, 10));
  });
  const nextDay = async (wanted: boolean, after = 1): Promise<string> => {
    for (const date of dates.slice(after)) if ((await view(date.slice(0, 7))).days.find((day) => day.date === date)?.workday === wanted) return date;
    throw new Error('There is no such day');
  };

  it('is shown by the month, with what the files say', async () => {
    const october = await view('2027-02');
    expect(october.days).to.have.length(28);
    expect(october).to.deep.include({ month: '2027-02', hours: '09:00–18:00', corrections: [] });
    expect(october.days.every(({ workday, files }) => workday === files)).to.equal(true);
  });

  it('says before it is changed what new limits become, and leaves those that run', async () => {
    await desk.product().client.says('p-yxl1-2', '银杏花园6号楼后面的路灯不亮了，三天了');
    await desk.product().client.settle();
    const no = /编号 (\d+)/.exec((await desk.product().client.hears('p-yxl1-2')).map(({ text }) => text).join('\n'))?.[1] ?? '';
    const due = await dueOf(no);
    const date = await nextDay(true);
    const looked = await change([{ date, workday: false }]);
    expect(looked).to.include({ applied: false });
    expect(looked.changes).to.deep.equal([{ date, before: true, after: false }]);
    const day = looked.dues.find(({ limit }) => limit.startsWith('1天'));
    expect([day?.before.slice(0, 10) === today || day?.before.slice(0, 10) === date, (day?.after ?? '') > (day?.before ?? '')]).to.deep.equal([true, true]);
    expect((await view(date.slice(0, 7))).corrections).to.deep.equal([]);

    const taken = await change([{ date, workday: false }], true);
    expect(taken).to.include({ applied: true });
    expect(await dueOf(no)).to.equal(due);
    await desk.restart();
    expect(await dueOf(no)).to.equal(due);
    const kept = await view(date.slice(0, 7));
    expect(kept.days.find((one) => one.date === date)).to.deep.equal({ date, workday: false, files: true });
    expect(kept.corrections[0]).to.include({ date, workday: false, by: '管理员' });
    expect((await change([{ date, workday: null }], true)).changes).to.deep.equal([{ date, before: false, after: true }]);
    expect((await view(date.slice(0, 7))).corrections).to.deep.equal([]);
  });

  it('makes the limits of what is raised afterwards longer, and shorter by a make-up day', async () => {
    const free = await nextDay(false);
    const raise = async (person: string, text: string) => {
      await desk.product().client.says(person, text);
      await desk.product().client.settle();
      const no = /编号 (\d+)/.exec((await desk.product().client.hears(person)).map((one) => one.text).join('\n'))?.[1] ?? '';
      const demand = await desk.get(`/api/demands/${no}`, DemandView);
      return Date.parse(demand.nextDueAt ?? '') - Date.parse(demand.raisedAt);
    };
    const plain = await raise('p-yxl1-3', '银杏花园3号楼的楼道灯不亮');
    await change([{ date: today, workday: false }], true);
    expect(await raise('p-yxl1-1', '银杏花园1号楼的楼道灯也不亮')).to.be.greaterThan(plain);
    const moved = await change([{ date: free, workday: true }]);
    expect(moved.dues.some(({ before, after }) => after < before)).to.equal(true);
    await change([{ date: today, workday: null }], true);
  });

  it('refuses what can move nothing, all at once, and is the administrators’ alone', async () => {
    const refused = await desk.refused(PATH, { days: [{ date: '2020-01-01', workday: true }, { date: '2099-01-01', workday: false }, { date: dates[5], workday: true }, { date: dates[5], workday: false }] });
    expect(refused).to.deep.equal({ status: 400, refusal: 'wrong-calendar', detail: `2020-01-01 已经过去，改了也不影响任何时限。\n2099-01-01 太远了，最多改三年以内的。\n${dates[5] ?? ''} 写了两次。` });
    expect(await desk.refused(PATH, { days: [{ date: '2026-02-30', workday: true }] })).to.include({ status: 400 });
    expect(await desk.refused(PATH, { days: [] }, await desk.dispatcher())).to.include({ status: 403 });
  });

  it('takes the word of the page for a year that is not published', async () => {
    await view('2031-05');
    expect((await view()).unknownYears).to.include(2031);
    await desk.post(PATH, { complete: [{ year: 2031, is: true }], apply: true }, CalendarTaken);
    expect(await view()).to.deep.include({ unknownYears: (await view()).unknownYears.filter((year) => year !== 2031), completeYears: [2031] });
    await desk.post(PATH, { complete: [{ year: 2031, is: false }], apply: true }, CalendarTaken);
    expect((await view()).unknownYears).to.include(2031);
  });
});
