import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { zhCN as matterTexts } from '../../web/pages/locales/matter/zh-CN.ts';
import { aBrowserPlay, DESK, PHONE, PICTURES } from './support/browser-play.ts';

const DEMO = fileURLToPath(new URL('../../districts/demo/', import.meta.url));
const WALL: BrowserContextOptions = { viewport: { width: 3840, height: 2160 } };
const DISPATCHER = 'p-feng-3';
const RESIDENT = 'p-yxl1-2';
const HOSTILE = '<img src=x onerror="document.title=`taken`"><script>alert(1)</script>路灯不亮';
const VIEWS = ['today', 'demands', 'place', 'hotspots', 'assessment', 'side', 'call-backs', 'setup'] as const;

describe('the console', function () {
  this.timeout(120_000);
  let no = '';
  let link = '';
  const { window, product, findings, faults } = aBrowserPlay({ PUBLIC_URL: 'http://localhost' }, async ({ client }) => {
    await client.says(RESIDENT, '银杏花园6号楼后面污水管堵了，污水往外冒');
    await client.settle();
    const card = (await client.hears(RESIDENT)).map(({ text }) => text).join('\n');
    no = /编号 (\d+)/.exec(card)?.[1] ?? '';
    link = /\/r\/\S+/.exec(card)?.[0] ?? '';
  });

  async function say(person: string, text: string): Promise<void> {
    await product().client.says(person, text);
    await product().client.settle();
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  it('lets nobody in without signing in, and the dispatcher with a code from the chat', async () => {
    const page = await window('/console/demands', DESK, false);
    await page.getByText(zhCN['signIn.how']).waitFor();
    await page.screenshot({ path: `${PICTURES}sign-in-desktop.png` });
    expect(await findings(page)).to.deep.equal([]);
    await product().client.hears(DISPATCHER);
    await say(DISPATCHER, '登录');
    const code = /登录码：(\d{6})/.exec((await product().client.hears(DISPATCHER)).map(({ text }) => text).join('\n'))?.[1] ?? '';
    await page.getByPlaceholder(zhCN['signIn.code']).fill(code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console/demands');
    await page.getByText('银杏花园6号楼').first().waitFor();
    expect(await page.locator('nav').getByText(zhCN['view.setup']).count()).to.equal(0);
    await page.locator('.who').click();
    await page.getByText(zhCN['account.leave'], { exact: true }).click();
    await page.getByText(zhCN['signIn.how']).waitFor();
    expect(faults()).to.deep.equal([]);
  });

  it('asks in every window to sign in again once somebody has signed out in one', async () => {
    const page = await window('/console/today');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.who').waitFor();
    await page.locator('.who').click();
    await page.getByText(zhCN['account.leave'], { exact: true }).click();
    await other.getByText(zhCN['signIn.how']).waitFor();
  });

  it('shows a whistle in two windows, from the click to the report-in, without reloading', async () => {
    const [acting, watching] = [await window('/console/today'), await window(`/console/demands/${no}`)];
    await acting.getByRole('article').filter({ hasText: no }).getByRole('button', { name: zhCN['command.whistle'] }).click();
    const dialog = acting.getByRole('dialog');
    await dialog.getByRole('combobox').nth(1).click();
    await acting.keyboard.type('水务局');
    await acting.getByRole('option', { name: /^水务局/ }).click();
    await dialog.getByRole('button', { name: zhCN['command.whistle'] }).click();
    await dialog.waitFor({ state: 'hidden' });
    await acting.getByLabel(zhCN['today.soundings']).getByText('水务局').waitFor();
    await watching.getByText(zhCN['demand.whistles']).waitFor();
    await say('p-sw-1', `报到 ${no}`);
    await watching.getByRole('row').filter({ hasText: '水务局' }).getByText(zhCN['callee.reported']).waitFor();
    await acting.getByLabel(zhCN['today.soundings']).getByText(zhCN['callee.reported'], { exact: true }).waitFor();
    expect(faults()).to.deep.equal([]);
  });

  it('keeps what was typed when a command is refused, and says why', async () => {
    const page = await window(`/console/demands/${no}`);
    await button(page, zhCN['command.finish']).click();
    await page.getByRole('dialog').getByRole('textbox').fill('已经疏通');
    await page.route('**/commands', (route) => route.abort());
    await page.getByRole('dialog').getByRole('button', { name: zhCN['command.finish'] }).click();
    await page.getByText(zhCN['problem.offline']).waitFor();
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).to.equal('已经疏通');
    await page.reload();
    await button(page, zhCN['command.finish']).click();
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).to.equal('已经疏通');
  });

  it('uncovers who raised it only with a reason, and shows who looked', async () => {
    const page = await window(`/console/demands/${no}`);
    await page.getByText(zhCN['reporter.covered']).waitFor();
    await button(page, zhCN['reporter.reveal']).click();
    const reveal = page.getByRole('dialog').getByRole('button', { name: zhCN['reporter.reveal'] });
    expect(await reveal.isDisabled()).to.equal(true);
    await page.getByLabel(zhCN['reporter.reason']).fill('需要电话核实位置');
    await reveal.click();
    await page.getByText(zhCN['reporter.log']).waitFor();
    await page.getByText('需要电话核实位置').last().waitFor();
    expect(await page.getByText(zhCN['reporter.covered']).count()).to.equal(0);
    await page.screenshot({ path: `${PICTURES}demand-desktop.png` });
  });

  it('shows hostile words as words', async () => {
    await say('p-yxl1-3', HOSTILE);
    const page = await window('/console/demands');
    await page.getByText('onerror').first().waitFor();
    expect(await page.locator('img[src="x"]').count()).to.equal(0);
    expect(await page.title()).not.to.equal('taken');
    await page.getByRole('link', { name: /onerror/ }).first().click();
    await page.getByText(zhCN['demand.facts']).waitFor();
    expect(await page.locator('img[src="x"], main script').count()).to.equal(0);
  });

  it('shows more of the list that is shown, whatever was typed since', async () => {
    const page = await window('/console');
    await page.route('**/api/demands?*', (route) => route.fulfill({ json: { items: [], next: 'onward' } }));
    await page.goto(`${product().url}/console/demands?status=handling`);
    await page.getByPlaceholder(zhCN['demands.search']).fill('路灯');
    const asked = page.waitForRequest(/cursor=/);
    await button(page, zhCN['demands.more']).click();
    const { searchParams } = new URL((await asked).url());
    expect([searchParams.get('cursor'), searchParams.get('status'), searchParams.get('q')]).to.deep.equal(['onward', 'handling', null]);
  });

  it('opens a matter by the link in its card on a phone, and takes words and a picture', async () => {
    const page = await window(link, PHONE, false);
    await page.getByText('污水管堵了').first().waitFor();
    await page.getByLabel(matterTexts.add).fill('今天又冒水了');
    await button(page, matterTexts.send).click();
    await page.getByText(matterTexts.sent).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(360);
    await page.screenshot({ path: `${PICTURES}matter-phone.png`, fullPage: true });
    expect(await findings(page)).to.deep.equal([]);
    expect(faults()).to.deep.equal([]);
  });

  it('says plainly that a wrong link opens nothing', async () => {
    const page = await window(`${link.slice(0, -2)}xx`, PHONE, false);
    await page.getByText('这个链接不对，或者已经过期').waitFor();
  });

  it('imports a directory with faults only after they are corrected', async () => {
    const page = await window('/console/setup');
    await page.getByRole('tab', { name: zhCN['setup.directory'], exact: true }).click();
    const tables = (await readdir(DEMO)).filter((name) => name.endsWith('.csv'));
    const files = await Promise.all(tables.map(async (name) => ({ name, mimeType: 'text/csv', buffer: await readFile(join(DEMO, name)) })));
    const broken = files.map((file) => (file.name === 'people.csv' ? { ...file, buffer: Buffer.from(file.buffer.toString().replace('u-qu', 'u-nowhere')) } : file));
    await page.locator('#tables').setInputFiles(broken);
    await button(page, zhCN['setup.preview']).click();
    await page.getByText('u-nowhere').first().waitFor();
    expect(await button(page, zhCN['setup.apply']).count()).to.equal(0);
    await page.locator('#tables').setInputFiles(files.map((file) => (file.name === 'units.csv' ? { ...file, buffer: Buffer.from(file.buffer.toString().replace('市水务局', '市水利局')) } : file)));
    await button(page, zhCN['setup.preview']).click();
    await page.getByText('~ 市水利局').waitFor();
    await page.screenshot({ path: `${PICTURES}import-desktop.png` });
    await button(page, zhCN['setup.apply']).click();
    await page.getByText(zhCN['setup.applied']).waitFor();
  });

  it('opens a figure of the assessment to its cases', async () => {
    await product().client.advance('P3D');
    const page = await window('/console/assessment');
    await page.locator('button.open').first().click();
    await page.getByRole('dialog').locator('.case').first().waitFor();
    await page.getByRole('dialog').getByRole('link').first().click();
    await page.waitForURL('**/console/demands/*');
    await page.goBack();
    const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
    expect(table.suggestedFilename()).to.match(/\.csv$/);
    await page.locator('button.open').first().click();
    await page.getByRole('dialog').locator('.case').first().waitFor();
    await page.screenshot({ path: `${PICTURES}assessment-case-desktop.png` });
  });

  it('can be used by keyboard on the day’s page', async () => {
    await say('p-yxl2-1', '静川家园2号楼顶楼漏水，天花板都湿了');
    const page = await window('/console/today');
    await page.locator('.decide.chosen').first().waitFor();
    const before = await page.locator('.decide').count();
    await page.keyboard.press('a');
    await page.waitForFunction((count) => document.querySelectorAll('.decide').length < count, before);
  });

  for (const view of VIEWS) {
    it(`has no serious finding, no sideways scrolling and pictures: ${view}`, async () => {
      for (const [name, options] of [['desktop', DESK], ['phone', PHONE]] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await window(`/console/${view}`, { ...options, colorScheme });
          await page.waitForTimeout(400);
          await page.locator('main .card, main .failed').first().waitFor();
          await page.screenshot({ path: `${PICTURES}${view}-${name}-${colorScheme}.png` });
          expect(await findings(page), `${view} ${name} ${colorScheme}`).to.deep.equal([]);
          if (name === 'phone') expect(await page.evaluate(() => document.documentElement.scrollWidth), view).to.equal(360);
          await page.context().close();
        }
      }
      expect(faults()).to.deep.equal([]);
    });
  }

  it('takes apart what was joined, by the number that was joined', async () => {
    await product().client.hears('p-yxl2-1');
    await say('p-yxl2-1', '银杏花园8号楼门口路灯不亮');
    const joined = /编号 (\d+)/.exec((await product().client.hears('p-yxl2-1')).map(({ text }) => text).join('\n'))?.[1] ?? '';
    await say(DISPATCHER, `并 ${no} ${joined}`);
    const page = await window(`/console/demands/${no}`);
    await button(page, zhCN['demand.others']).click();
    await page.getByRole('menuitem', { name: zhCN['command.unmerge'], exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(joined, { exact: true }).waitFor();
    await dialog.getByRole('button', { name: zhCN['command.unmerge'] }).click();
    await dialog.waitFor({ state: 'hidden' });
    await say('p-yxl2-1', `进度 ${joined}`);
    expect((await product().client.hears('p-yxl2-1')).at(-1)?.text).to.match(new RegExp(`^编号 ${joined}：.*路灯不亮`));
  });

  it('fills a wall of 4K', async () => {
    const page = await window('/console/today?wall=1', { ...WALL, colorScheme: 'dark' });
    await page.locator('.numbers').waitFor();
    await page.screenshot({ path: `${PICTURES}today-wall.png` });
    expect(await page.locator('nav').count()).to.equal(0);
  });
});
