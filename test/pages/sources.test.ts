import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';

const csv = (...lines: string[]) => ({ name: '热线.csv', mimeType: 'text/csv', buffer: Buffer.from(['工单编号,来源,诉求内容,反映时间,承办单位', ...lines].join('\n')) });
const hotline = (count: number) => Array.from({ length: count }, (_, nth) => `GD-${nth + 1},市长热线,银杏花园${(nth % 20) + 1}号楼路灯不亮（第${nth + 1}件）,2026年7月1日 09时30分,某单位`);

describe('the page of other sources', function () {
  this.timeout(180_000);
  // Nobody listens there.
  const play = aBrowserPlay({ RESULT_URLS: 'mayor-hotline=http://127.0.0.1:9/results', RESULT_SECRETS: 'mayor-hotline=a-secret-that-nobody-needs' });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const shown = (text: string, params: Readonly<Record<string, string | number>> = {}) => text.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name]));
  const isFine = (name: string, open: (page: Page) => Promise<void>) => play.isFine('/console/sources', name, open);

  const look = async (page: Page, ...lines: string[]) => {
    await page.locator('#matters').setInputFiles(csv(...lines));
    await button(page, zhCN['sources.preview']).click();
    await page.getByText(shown(zhCN['sources.counts'], { total: lines.length })).waitFor();
  };

  it('shows what a table would do, and everything that is wrong with it', async () => {
    await isFine('sources-look', async (page) => {
      await look(page, ...hotline(6), 'GD-1,市长热线,重复的编号,', 'GD-9,火星热线,路灯坏了,昨天');
      await page.getByText('第8行「工单编号」列：编号「GD-1」与第2行相同').waitFor();
      await page.getByText('看不懂「昨天」是什么时间').waitFor();
      await page.getByText(shown(zhCN['sources.ignored'], { columns: '承办单位' })).waitFor();
      expect(await button(page, zhCN['sources.apply']).isDisabled()).to.equal(true);
      await page.getByRole('cell', { name: '银杏花园3号楼', exact: true }).first().waitFor();
    });
  });

  it('registers it, and shows how far it is until it is done', async () => {
    const page = await play.window('/console/sources');
    await look(page, ...hotline(120));
    await button(page, zhCN['sources.apply']).click();
    await page.getByText(zhCN['sources.begun']).waitFor();
    await page.getByText('120 / 120').waitFor({ timeout: 60_000 });
    await page.reload();
    await page.getByText('120 / 120').waitFor();
    await look(page, ...hotline(121));
    await page.getByText(shown(zhCN['sources.fresh'], { count: 1 }), { exact: true }).waitFor();
    await page.getByText(shown(zhCN['sources.known'], { count: 120 }), { exact: true }).first().waitFor();
    expect(play.faults()).to.deep.equal([]);
  });

  it('leads to pages that say that staff was told of many in one, and that it arrived', async () => {
    const { client } = play.product();
    await client.advance('PT15M');
    const [demand] = (await client.demands({ source: 'mayor-hotline', limit: '1' })).items;
    await isFine('letters', async (page) => {
      await page.goto(`${play.product().url}/console/demands/${demand?.id ?? ''}`);
      const told = page.locator('li').filter({ hasText: zhCN['letter.why.gathered'] });
      await told.first().waitFor();
      expect(await told.first().innerText()).to.contain(zhCN['letter.sent']);
      await told.first().scrollIntoViewIfNeeded();
    });
  });

  it('lists what a source has not accepted, sends it again, and gives a table of results', async () => {
    const { url, adminToken, client } = play.product();
    const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
    for (const nth of [1, 2]) {
      const made = (await (await fetch(`${url}/api/intake`, { method: 'POST', headers, body: JSON.stringify({ source: 'mayor-hotline', externalId: `R-${nth}`, text: `银杏花园${nth}号楼楼下垃圾桶满了没人清` }) })).json()) as { id: string };
      expect((await fetch(`${url}/api/demands/${made.id}/commands`, { method: 'POST', headers, body: JSON.stringify({ type: 'finish', result: '已清运' }) })).status).to.equal(200);
    }
    await client.settle();
    const results = async (page: Page) => {
      await page.getByRole('tab', { name: zhCN['sources.results'], exact: true }).click();
      await page.getByText('市长热线 R-1').waitFor();
    };
    await isFine('sources-untold', results);
    const page = await play.window('/console/sources');
    await results(page);
    await page.getByText('连不上').first().waitFor();
    await button(page, zhCN['sources.allAgain']).click();
    await page.getByText(shown(zhCN['sources.trying'], { count: 1 })).first().waitFor();
    await page.getByRole('tab', { name: zhCN['sources.kinds'], exact: true }).click();
    await page.getByText(zhCN['sources.told'], { exact: true }).waitFor();
    expect(play.faults()).to.deep.equal([]);
  });
});
