import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';
import { answer, drawn, fail, heldAt } from './support/held-answers.ts';

const AT = '2026-11-20T09:00:00.000+08:00';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const shown = (text: string, params: Readonly<Record<string, string | number>>) => text.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name]));
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

describe('pages that are answered late', function () {
  this.timeout(120_000);
  const play = aBrowserPlay();

  const month = (period: string, more: object = {}) => ({
    period, from: AT, to: AT, state: 'ended', mechanism: { id: 'own', version: 1 }, bands: [], indicators: [{ id: 'taken', name: '接办率', backToBack: false }],
    classes: [{ id: 'streets', name: `${period}的街道`, axis: 'vertical', ranked: true, weights: { parts: { taken: 1 }, of: {} }, units: [{ unit: 'u-feng', name: '枫荷街道', figures: { taken: { count: 2, credit: 1, left: 0, value: 0.5 } }, parts: [] }] }],
    ...more,
  });
  const assessment = async () => {
    const page = await play.window('/console');
    await page.route(/api\/assessments\/[\d-]+$/, (route) => route.fulfill({ json: month(route.request().url().slice(-7)) }));
    await page.goto(`${play.product().url}/console/assessment`);
    await button(page, zhCN['assessment.whatIf']).waitFor();
    const turn = async (to: string) => {
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByLabel(zhCN['assessment.period']).fill(to);
      await page.keyboard.press('Enter');
      await page.getByText(`${to}的街道`).waitFor();
    };
    return { page, turn };
  };

  it('show no weights tried for a month that was left since', async () => {
    const { page, turn } = await assessment();
    const trials = await heldAt(page, /what-if$/);
    await button(page, zhCN['assessment.whatIf']).click();
    await button(page, zhCN['assessment.try']).click();
    const trial = await trials.next();
    await page.keyboard.press('Escape');
    await turn('2026-02');
    await answer(page, trial, month('2026-10', { whatIf: true }));
    expect(await page.getByText('2026-02的街道').count()).to.equal(1);
    expect(await page.getByText(zhCN['assessment.tried']).count()).to.equal(0);
  });

  it('show no cases of a month that was left since', async () => {
    const { page, turn } = await assessment();
    const asked = await heldAt(page, /cases\?/);
    await page.locator('button.open').click();
    const cases = await asked.next();
    await page.keyboard.press('Escape');
    await turn('2026-02');
    await answer(page, cases, { period: '2026-10', unit: 'u-feng', counted: 0, left: 0, backToBack: [], items: [] });
    expect(await page.getByText(zhCN['assessment.noCases']).count()).to.equal(0);
    expect(await page.getByRole('dialog').filter({ visible: true }).count()).to.equal(0);
  });

  const sentence = (key: string, text: string) => ({ key, group: 'chat', law: false, history: [], wordings: [{ language: 'zh-CN', text, original: `${key}句`, changed: text !== `${key}句`, longest: 60, filling: {} }] });
  const templates = async () => {
    const page = await play.window('/console/setup');
    const items = [sentence('一', '一句'), sentence('二', '二句')];
    const lists = await heldAt(page, /setup\/templates\?/);
    await page.route(/setup\/templates$/, (route) => {
      const { key, text } = route.request().postDataJSON() as { key: string; text: string };
      return route.fulfill({ json: sentence(key, text) });
    });
    await tab(page, zhCN['setup.templates']);
    await answer(page, await lists.next(), { count: 2, changed: 0, items });
    const change = async (key: string) => {
      await page.getByRole('button', { name: `${key}句` }).click();
      await page.getByLabel(zhCN['template.words']).fill(`${key}句改了`);
      await button(page, zhCN['template.save']).click();
      await page.getByText(zhCN['template.saved']).waitFor();
    };
    return { page, change, lists, items };
  };

  it('show the count of the last change of sentences, though an older count comes after it', async () => {
    const { page, change, lists } = await templates();
    await change('一');
    const older = await lists.next();
    await change('二');
    await answer(page, await lists.next(), { count: 2, changed: 2, items: [] });
    await page.getByText(shown(zhCN['template.onlyChanged'], { count: 2 })).waitFor();
    await answer(page, older, { count: 2, changed: 1, items: [] });
    expect(await page.getByText(shown(zhCN['template.onlyChanged'], { count: 2 })).count()).to.equal(1);
  });

  it('show how many sentences were changed since a search that is answered late', async () => {
    const { page, change, lists, items } = await templates();
    await page.getByRole('textbox', { name: zhCN['setup.find'] }).fill('句');
    const searched = await lists.next();
    await change('一');
    await answer(page, await lists.next(), { count: 2, changed: 1, items: [] });
    await page.getByText(shown(zhCN['template.onlyChanged'], { count: 1 })).waitFor();
    await answer(page, searched, { count: 2, changed: 0, items });
    expect(await page.getByText(shown(zhCN['template.onlyChanged'], { count: 1 })).count()).to.equal(1);
  });

  it('say why results could not be sent again, though the list was read after it', async () => {
    const page = await play.window('/console');
    const lists = await heldAt(page, /results\/untold$/);
    const item = { id: 'r1', source: 'mayor-hotline', name: '市长热线', no: '1', externalId: 'R-1', status: 'done', state: 'waiting', attempts: 1, since: AT, why: '连不上' };
    await page.route('**/api/results/again', (route) => route.abort());
    await page.goto(`${play.product().url}/console/sources`);
    await tab(page, zhCN['sources.results']);
    await answer(page, await lists.next(), { items: [item], more: false, untried: 0 });
    await button(page, zhCN['sources.allAgain']).click();
    await answer(page, await lists.next(), { items: [{ ...item, why: '还是连不上' }], more: false, untried: 0 });
    await page.getByText('还是连不上').waitFor();
    expect(await page.getByText(zhCN['problem.offline']).count()).to.equal(1);
  });

  it('say why a sentence could not be saved to whoever tried to close it meanwhile', async () => {
    const page = await play.window('/console/setup');
    const saves = await heldAt(page, /setup\/templates$/, 'POST');
    await tab(page, zhCN['setup.templates']);
    const head = page.locator('button.head').first();
    await head.click();
    await page.getByLabel(zhCN['template.words']).fill('好的');
    await button(page, zhCN['template.save']).click();
    const save = await saves.next();
    await head.click();
    await drawn(page);
    await fail(page, save);
    await page.getByText(zhCN['problem.offline']).waitFor();
    expect(await page.getByLabel(zhCN['template.words']).inputValue()).to.equal('好的');
  });

  it('show what all chosen days move, though what the first alone moves comes after it', async () => {
    const page = await play.window('/console/setup');
    const looks = await heldAt(page, /setup\/calendar$/, 'POST');
    await tab(page, zhCN['setup.calendar']);
    const taken = (...dates: string[]) => ({ applied: false, changes: dates.map((date) => ({ date, before: true, after: false })), dues: [], staying: dates.length });
    await page.getByRole('button', { name: /^11月26日/ }).click();
    const older = await looks.next();
    await page.getByRole('button', { name: /^11月27日/ }).click();
    await answer(page, await looks.next(), taken('2026-11-26', '2026-11-27'));
    await page.getByText(shown(zhCN['calendar.staying'], { count: 2 })).waitFor();
    await answer(page, older, taken('2026-11-26'));
    expect(await page.getByText(shown(zhCN['calendar.staying'], { count: 2 })).count()).to.equal(1);
  });

  it('show no look at days that failed as if it were one, and lets the choice be taken back', async () => {
    const page = await play.window('/console/setup');
    const looks = await heldAt(page, /setup\/calendar$/, 'POST');
    await tab(page, zhCN['setup.calendar']);
    await page.getByRole('button', { name: /^11月26日/ }).click();
    await answer(page, await looks.next(), { applied: false, changes: [{ date: '2026-11-26', before: true, after: false }], dues: [], staying: 0 });
    await page.getByRole('button', { name: /^11月27日/ }).click();
    await fail(page, await looks.next());
    await page.getByText(zhCN['problem.offline']).waitFor();
    expect(await button(page, zhCN['calendar.apply']).count()).to.equal(0);
    await button(page, zhCN['page.cancel']).click();
    expect(await page.locator('.day.chosen').count()).to.equal(0);
  });

  it('show no look at one line of duties as that of another', async () => {
    const page = await play.window('/console/setup');
    const looks = await heldAt(page, /setup\/duties$/, 'POST');
    await tab(page, zhCN['setup.duty']);
    const remove = page.getByRole('list', { name: zhCN['setup.duty'] }).getByRole('button', { name: zhCN['duty.remove'], exact: true });
    await remove.nth(0).click();
    const older = await looks.next();
    await page.getByRole('dialog').getByRole('button', { name: zhCN['page.cancel'] }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await remove.nth(1).click();
    await looks.next();
    await answer(page, older, { ok: true, applied: false, faults: [], changes: [{ categoryName: '甲', unitName: '乙', before: 'own' }], open: 0 });
    expect(await button(page, zhCN['duty.apply']).count()).to.equal(0);
  });

  it('take no other file while one is looked at', async () => {
    const page = await play.window('/console/sources');
    const looks = await heldAt(page, /sources\/imports$/, 'POST');
    await page.locator('#matters').setInputFiles({ name: '热线.csv', mimeType: 'text/csv', buffer: Buffer.from('工单编号\n1') });
    await button(page, zhCN['sources.preview']).click();
    await looks.next();
    expect(await page.locator('#matters').isDisabled()).to.equal(true);
  });

  const raised = async (person: string, text: string) => {
    const { client } = play.product();
    await client.says(person, text);
    await client.settle();
    const { items } = await client.demands({ q: text.slice(0, 4), limit: '1' });
    return items[0]?.id ?? '';
  };

  it('show nothing of one demand under the number of another', async () => {
    const [a, b] = [await raised('p-yxl1-2', '银杏花园6号楼后面污水管堵了，污水往外冒'), await raised('p-yxl2-1', '静川家园2号楼顶楼漏水')];
    const page = await play.window('/console');
    await page.route(`**/api/demands/${a}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), mergedInto: b } });
    });
    const others = await heldAt(page, new RegExp(`demands/${b}$`));
    await page.goto(`${play.product().url}/console/demands/${a}`);
    await page.getByRole('link', { name: b }).click();
    await others.next();
    await drawn(page);
    expect(await page.locator('main h1').count()).to.equal(0);
  });

  it('show nothing of one unit under the name of another', async () => {
    const page = await play.window('/console/side');
    await tab(page, zhCN['side.lists']);
    await page.getByRole('heading', { name: zhCN['side.duties'] }).waitFor();
    const others = await heldAt(page, /api\/lists\//);
    await page.getByRole('tabpanel', { name: zhCN['side.lists'] }).getByRole('combobox').click({ force: true });
    await page.keyboard.type('水务局');
    await page.getByRole('option', { name: /水务局/ }).first().click();
    await others.next();
    await drawn(page);
    expect(await page.getByRole('heading', { name: zhCN['side.duties'] }).count()).to.equal(0);
  });
});
