import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';
import { answer, heldAt } from './support/held-answers.ts';

const AT = '2026-11-20T09:00:00.000+08:00';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

describe('pages that are answered late', function () {
  this.timeout(120_000);
  const play = aBrowserPlay();

  it('say why results could not be sent again, though the list was read after it', async () => {
    const page = await play.window('/console/sources');
    const lists = await heldAt(page, /results\/untold$/);
    const item = { id: 'r1', source: 'mayor-hotline', name: '市长热线', no: '1', externalId: 'R-1', status: 'done', state: 'waiting', attempts: 1, since: AT, why: '连不上' };
    await page.route('**/api/results/again', (route) => route.abort());
    await page.reload();
    await tab(page, zhCN['sources.results']);
    await answer(page, await lists.next(), { items: [item], more: false, untried: 0 });
    await button(page, zhCN['sources.allAgain']).click();
    await answer(page, await lists.next(), { items: [{ ...item, why: '还是连不上' }], more: false, untried: 0 });
    await page.getByText('还是连不上').waitFor();
    expect(await page.getByText(zhCN['problem.offline']).count()).to.equal(1);
  });
});
