import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { zhCN as shared } from '../../web/pages/locales/zh-CN.ts';
import { aBrowserPlay, PHONE } from './support/browser-play.ts';

const RESIDENT = 'p-yxl1-2';
const BUREAU = 'p-sw-1';
const TAKE = 'globalThis.taken = true; document.title = `taken`';
const MARKUP = `<img src=x onerror="${TAKE}"><svg onload="${TAKE}"></svg><script>${TAKE}</script>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${TAKE}"><script>${TAKE}</script></svg>`;
const HTML = `<!doctype html><html><body><script>${TAKE}</script>${MARKUP}</body></html>`;

describe('a matter in two windows', function () {
  this.timeout(120_000);
  const { window, product, faults, everyFault } = aBrowserPlay({ PUBLIC_URL: 'http://localhost' });

  const chatOf = (person: string) => `/sandbox?${new URLSearchParams({ as: person, chat: 'bot' }).toString()}`;

  async function write(page: Page, text: string): Promise<void> {
    await page.getByLabel(shared['composer.label']).fill(text);
    await page.getByLabel(shared['composer.label']).press('Enter');
    await page.locator('article.own', { hasText: text }).last().waitFor();
  }

  it('goes from its message in the chat to its rating, and the other window follows without reloading', async () => {
    const [chat, centre] = [await window(chatOf(RESIDENT)), await window('/console/today')];
    await centre.locator('.numbers').waitFor();
    await write(chat, '银杏花园6号楼后面污水管堵了，污水往外冒');
    await centre.locator('.decide').filter({ hasText: '污水管堵了' }).first().waitFor();
    const no = (await product().client.demands()).items[0]?.id ?? '';
    await centre.locator('.decide').filter({ hasText: no }).getByRole('button', { name: zhCN['command.whistle'] }).click();
    await centre.getByRole('dialog').getByRole('combobox').nth(1).click();
    await centre.keyboard.type('水务局');
    await centre.getByRole('option', { name: /^水务局/ }).click();
    await centre.getByRole('dialog').getByRole('button', { name: zhCN['command.whistle'] }).click();
    await centre.getByLabel(zhCN['today.soundings']).getByRole('link', { name: /污水管堵了/ }).click();
    await centre.getByText(zhCN['demand.whistles'], { exact: true }).waitFor();

    await chat.goto(`${product().url}${chatOf(BUREAU)}`);
    await write(chat, `报到 ${no}`);
    await centre.getByRole('row').filter({ hasText: '水务局' }).getByText(zhCN['callee.reported']).waitFor();
    await write(chat, `反馈 ${no} 抢修车已到，正在抽排`);
    await centre.getByText('抢修车已到，正在抽排').first().waitFor();
    await write(chat, `办结 ${no} 管道已疏通，路面冲洗干净`);
    await centre.locator('.tags').getByText(shared['status.done'], { exact: true }).waitFor();

    await product().client.advance('PT2H5M');
    await chat.goto(`${product().url}${chatOf(RESIDENT)}`);
    await chat.locator('article:not(.own)', { hasText: no }).last().waitFor();
    await write(chat, '满意');
    await centre.locator('.tags').getByText(shared['status.closed'], { exact: true }).waitFor();
    await centre.locator('li').filter({ hasText: no }).getByText(shared['answer.satisfied'], { exact: true }).first().waitFor();
    expect(everyFault()).to.deep.equal([]);
  });

  describe('with hostile words, names, files and pictures', () => {
    let no = '';
    let person = '';
    let link = '';
    let refused = 0;

    before(async () => {
      ({ id: person } = await product().client.addPerson(MARKUP.slice(0, 40)));
      await product().client.says(person, `银杏花园2号楼路灯不亮 ${MARKUP}`);
      await product().client.settle();
      const heard = (await product().client.messages({ person })).map(({ text }) => text).join('\n');
      no = (await product().client.demands()).items[0]?.id ?? '';
      link = /\/r\/\S+/.exec(heard)?.[0] ?? '';
      for (const [type, content] of [['image/svg+xml', SVG], ['text/html', HTML], ['image/png', HTML]] as const) {
        await product().client.says(person, `补充 ${no} ${MARKUP}`, { image: `data:${type};base64,${Buffer.from(content).toString('base64')}` }).catch(() => refused++);
        await product().client.settle();
      }
    });

    async function isUntouched(page: Page): Promise<void> {
      expect(await page.evaluate(() => 'taken' in globalThis), page.url()).to.equal(false);
      expect(await page.title()).not.to.equal('taken');
      expect(await page.locator('img[src="x"], main script, [onload], [onerror]').count(), page.url()).to.equal(0);
    }

    it('runs nothing on any page that shows them', async () => {
      for (const path of ['/console/today', '/console/demands', `/console/demands/${no}`, '/console/place', '/console/hotspots', '/console/call-backs', chatOf(person)]) {
        const page = await window(path);
        await page.getByText('路灯不亮').or(page.locator('main .card')).first().waitFor();
        await isUntouched(page);
        await page.context().close();
      }
      expect(link).not.to.equal('');
      const own = await window(link, PHONE);
      await own.getByText('路灯不亮').first().waitFor();
      await isUntouched(own);
      expect(faults()).to.deep.equal([]);
    });

    it('shows the name of who raised it as letters when it is uncovered', async () => {
      const page = await window(`/console/demands/${no}`);
      await page.getByRole('button', { name: zhCN['reporter.reveal'], exact: true }).click();
      await page.getByLabel(zhCN['reporter.reason']).fill(`核实 ${MARKUP}`);
      await page.getByRole('dialog').getByRole('button', { name: zhCN['reporter.reveal'] }).click();
      await page.getByText('<img src=x').first().waitFor();
      await page.getByText(shared['event.revealed']).waitFor();
      await isUntouched(page);
    });

    it('gives what was sent as a picture back as nothing that could run', async () => {
      const sent = (await product().client.messages({ person })).flatMap(({ image, file }) => [image ?? [], file?.id ?? []].flat());
      const media = (await (await fetch(`${product().url}/api/demands/${no}/file`, { headers: { authorization: `Bearer ${product().adminToken}` } })).json()) as { media: { id: string }[] };
      const addresses = [...sent.map((id) => `/sandbox/media/${id}`), ...media.media.map(({ id }) => `/api/demands/${no}/media/${encodeURIComponent(id)}`)];
      expect(addresses.length + refused).to.be.at.least(3);
      for (const address of addresses) {
        const page = await window(address);
        expect(await page.evaluate(() => 'taken' in globalThis), address).to.equal(false);
        await page.context().close();
      }
      expect(media.media.length).to.equal(0);
    });

    it('takes the name of a file as letters', async () => {
      const page = await window('/console/setup');
      await page.getByRole('tab', { name: zhCN['setup.directory'], exact: true }).click();
      await page.locator('#tables').setInputFiles([{ name: '<img src=x onerror=taken=true>.csv', mimeType: 'text/csv', buffer: Buffer.from(`编号,名称\n${MARKUP},x\n`) }]);
      await page.getByRole('button', { name: zhCN['setup.preview'], exact: true }).click();
      await page.locator('.failed, .faults, [role=alert]').first().waitFor();
      await isUntouched(page);
    });
  });
});
