import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';
import { answer, drawn, heldAt } from './support/held-answers.ts';

const AT = '2026-11-20T09:00:00.000+08:00';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

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
});
