import { expect } from 'chai';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';

describe('the console before a silent server', function () {
  this.timeout(120_000);
  const play = aBrowserPlay();

  for (const asked of ['session', 'words']) {
    it(`says that nothing answered when it began (${asked}), and goes on to where one wanted to go`, async () => {
      const page = await play.window('/console/demands');
      await page.getByPlaceholder(zhCN['demands.search']).waitFor();
      await page.route(`**/api/${asked}`, (route) => route.abort());
      await page.reload();
      await page.getByText(zhCN['start.silent']).waitFor();
      expect(await page.getByText(zhCN['signIn.how']).count()).to.equal(0);
      expect(await play.findings(page)).to.deep.equal([]);
      await page.unroute(`**/api/${asked}`);
      await page.getByRole('button', { name: zhCN['page.again'] }).click();
      await page.getByPlaceholder(zhCN['demands.search']).waitFor();
      expect(new URL(page.url()).pathname).to.equal('/console/demands');
    });
  }

  it('tries to begin again, when the words of the district failed, for whoever has just signed in', async () => {
    const page = await play.window('/console');
    await page.context().clearCookies();
    await page.goto(`${play.product().url}/console/demands`);
    await page.getByRole('button', { name: zhCN['signIn.byToken'] }).click();
    await page.route('**/api/words', (route) => route.abort());
    await page.getByPlaceholder(zhCN['signIn.token']).fill(play.product().adminToken);
    await page.keyboard.press('Enter');
    await page.getByText(zhCN['start.silent']).waitFor();
    await page.unroute('**/api/words');
    await page.getByRole('button', { name: zhCN['page.again'] }).click();
    await page.waitForURL('**/console/demands');
    await page.getByPlaceholder(zhCN['demands.search']).waitFor();
  });
});
