import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';
import { answer, drawn, fail, heldAt } from './support/held-answers.ts';

const AT = '2026-11-20T09:00:00.000+08:00';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

describe('pages on which something is done that takes long', function () {
  this.timeout(120_000);
  const play = aBrowserPlay();
  let no = '';
  before(async () => {
    await play.product().client.says('p-yxl1-2', '银杏花园6号楼后面污水管堵了，污水往外冒');
    await play.product().client.settle();
    no = (await play.product().client.demands({ limit: '1' })).items[0]?.id ?? '';
  });

  const call = (who: string) => ({ id: no, summary: `${who}的事`, category: 'lamp', tier: 'street', owner: 'u-feng', status: 'done', urgency: 'routine', place: '', raisedAt: AT, supporters: 0, no: `n-${who}`, since: AT, answers: {} });
  const calls = async (...who: string[]) => {
    const page = await play.window('/console');
    const list = who.map(call);
    await page.route('**/api/call-backs', (route) => route.fulfill({ json: { items: list } }));
    await page.goto(`${play.product().url}/console/call-backs`);
    await page.getByRole('heading', { name: `${who[0] ?? ''}的事` }).waitFor();
    return { page, list };
  };

  it('show nobody’s number beside another who is to be called', async () => {
    const { page } = await calls('甲', '乙');
    const asked = await heldAt(page, /reveal$/);
    await button(page, zhCN['calls.who']).click();
    const who = await asked.next();
    await page.getByRole('button', { name: /^乙的事/ }).dispatchEvent('click');
    await answer(page, who, { no: 'n-甲', name: '白果果', phone: '13800000000' });
    expect(await page.getByText('白果果').count()).to.equal(await page.getByRole('heading', { name: '甲的事' }).count());
  });

  it('show the one who was chosen to be called, when another before is gone from the list', async () => {
    const { page, list } = await calls('甲', '乙', '丙', '丁');
    await page.getByRole('button', { name: /^丙的事/ }).click();
    list.shift();
    await play.product().client.says('p-yxl2-1', '静川家园2号楼顶楼漏水');
    await page.getByRole('button', { name: /^甲的事/ }).waitFor({ state: 'detached' });
    await drawn(page);
    expect(await page.getByRole('heading', { name: '丙的事' }).count()).to.equal(1);
  });

  it('say why the list of calls could not be read', async () => {
    const page = await play.window('/console/today');
    await page.route('**/api/call-backs', (route) => route.abort());
    await page.goto(`${play.product().url}/console/call-backs`);
    await page.getByText(zhCN['problem.offline']).waitFor();
  });

  const several = async () => {
    const page = await play.window(`/console/demands?q=${encodeURIComponent('污水')}`);
    const commands = await heldAt(page, /commands$/);
    await page.getByRole('link', { name: /污水/ }).first().waitFor();
    await page.getByRole('row').nth(1).locator('label').first().click();
    await page.locator('.picked').getByRole('button', { name: zhCN['command.take'], exact: true }).click();
    return { page, commands, run: page.getByRole('dialog').getByRole('button', { name: /执行/ }) };
  };

  it('give a command for several demands once, though it is pressed twice', async () => {
    const { page, run, commands } = await several();
    await run.dblclick();
    await drawn(page);
    expect(commands.count()).to.equal(1);
  });

  it('say why each of several was refused, after the list is read anew', async () => {
    const { page, run, commands } = await several();
    await run.click();
    const reread = page.waitForResponse(/api\/demands\?/);
    await fail(page, await commands.next());
    await (await reread).finished();
    await drawn(page);
    expect(await page.getByRole('dialog').getByText(zhCN['problem.offline']).count()).to.equal(1);
  });

  it('look once at whoever raised a matter, though it is pressed twice', async () => {
    const page = await play.window(`/console/demands/${no}`);
    const asked = await heldAt(page, /reveal$/);
    await button(page, zhCN['reporter.reveal']).click();
    await page.getByLabel(zhCN['reporter.reason']).fill('需要电话核实位置');
    await page.getByRole('dialog').getByRole('button', { name: zhCN['reporter.reveal'] }).dblclick();
    await drawn(page);
    expect(asked.count()).to.equal(1);
  });

  it('make one code for a group, and one for a person, though it is pressed twice', async () => {
    const page = await play.window('/console/setup');
    const groups = await heldAt(page, /groups\/code$/);
    const people = await heldAt(page, /api\/bindings$/);
    await tab(page, zhCN['group.title']);
    await page.getByRole('list', { name: zhCN['group.title'] }).getByRole('button', { name: zhCN['setup.code'] }).first().dblclick();
    await drawn(page);
    await tab(page, zhCN['setup.people']);
    await page.locator('.people').getByRole('button', { name: zhCN['setup.code'] }).first().dblclick();
    await drawn(page);
    expect([groups.count(), people.count()]).to.deep.equal([1, 1]);
  });

  it('say why a proposal could not be accepted, though the day is read anew', async () => {
    const page = await play.window('/console/today');
    await page.route('**/commands', (route) => route.abort());
    await page.locator('.decide').first().locator('.acts button').first().click();
    await page.getByText(zhCN['problem.offline']).waitFor();
    const read = page.waitForResponse(/api\/today$/);
    await play.product().client.says('p-yxl1-3', '银杏花园3号楼前面有人占道摆摊');
    await (await read).finished();
    await drawn(page);
    expect(await page.getByText(zhCN['problem.offline']).count()).to.equal(1);
  });

  it('say why nobody was signed out, and stays', async () => {
    const page = await play.window('/console/demands');
    await page.route('**/api/session/end', (route) => route.abort());
    await page.locator('.who').click();
    await page.getByText(zhCN['account.leaveAll'], { exact: true }).click();
    await page.getByText(zhCN['problem.offline']).waitFor();
    expect(new URL(page.url()).pathname).to.equal('/console/demands');
  });

  it('say why a command was refused to whoever tried to close it meanwhile', async () => {
    const page = await play.window(`/console/demands/${no}`);
    const asked = await heldAt(page, /commands$/);
    await button(page, zhCN['command.take']).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: zhCN['command.take'], exact: true }).click();
    const command = await asked.next();
    await page.keyboard.press('Escape');
    await drawn(page);
    await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished)));
    await fail(page, command);
    expect(await dialog.getByText(zhCN['problem.offline']).count()).to.equal(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});
