import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';

const square = [[123.4, 30.5], [123.41, 30.5], [123.41, 30.51], [123.4, 30.51], [123.4, 30.5]];
const geojson = (...grids: string[]) => ({ name: 'grids.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: grids.map((id) => ({ type: 'Feature', properties: { id }, geometry: { type: 'Polygon', coordinates: [square] } })) })) });

describe('the pages on which the system is set up', function () {
  this.timeout(120_000);
  const play = aBrowserPlay();
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const tab = async (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
  const { isFine } = play;

  it('show the district’s own map with what is raised in each grid, and open its demands', async () => {
    for (const [person, text] of [['p-yxl1-2', '银杏花园6号楼后面污水管堵了，污水往外冒'], ['p-yxl1-3', '银杏花园3号楼前面有人占道摆摊'], ['p-yxl2-1', '静川家园2号楼顶楼漏水']] as const) await play.product().client.says(person, text);
    await play.product().client.settle();
    const real = async (page: Page) => {
      await page.getByText(zhCN['place.real'], { exact: true }).click();
      await page.locator('.chart svg text').filter({ hasText: '第一网格' }).first().waitFor();
    };
    await isFine('/console/place', 'map', real);
    const page = await play.window('/console/place');
    await real(page);
    await page.locator('.chart svg text').filter({ hasText: '银杏里第一网格' }).first().click({ force: true });
    await page.waitForURL('**/console/demands?grid=g-yxl-1');
  });

  it('take a map only when it is right, name what it lacks, and give the other back', async () => {
    const page = await play.window('/console/setup');
    await tab(page, zhCN['setup.directory']);
    await page.locator('#geojson').setInputFiles(geojson('g-yxl-1', 'g-nowhere'));
    await button(page, zhCN['map.preview']).click();
    await page.getByText('g-nowhere').waitFor();
    expect(await button(page, zhCN['setup.apply']).count()).to.equal(0);
    await page.locator('#geojson').setInputFiles(geojson('g-yxl-1'));
    await button(page, zhCN['map.preview']).click();
    await page.getByText('桐花巷第一网格').first().waitFor();
    await button(page, zhCN['setup.apply']).click();
    await page.getByText(zhCN['map.applied']).waitFor();
    await play.picture(page, 'setup-map-desktop');
    const place = await play.window('/console/place');
    await place.getByText(zhCN['place.real'], { exact: true }).click();
    await place.locator('.unmapped').getByText('听松第二网格').waitFor();
    await button(page, zhCN['map.remove']).click();
    await page.getByText(zhCN['map.source.file']).waitFor();
    expect(play.faults()).to.deep.equal([]);
  });

  const template = async (page: Page) => {
    await tab(page, zhCN['setup.templates']);
    await page.getByRole('textbox', { name: zhCN['setup.find'] }).fill('已交');
    await page.getByRole('button', { name: /已交银杏|已交\{\{unit/ }).first().click();
    await page.getByLabel(zhCN['template.words']).waitFor();
  };

  it('show each sentence of the bot with an example filled in', () => isFine('/console/setup', 'templates', template));

  it('let a sentence be reworded within its placeholders, and say why not', async () => {
    const page = await play.window('/console/setup');
    await template(page);
    await page.getByLabel(zhCN['template.words']).fill('<b>编号 {{no}}</b> 请找{{unit}}和{{phone}}');
    await page.locator('.bubble', { hasText: '<b>编号 20261120001</b> 请找银杏里社区和phone' }).waitFor();
    await button(page, zhCN['template.save']).click();
    await page.getByText('没有 {{phone}} 这样的填空').waitFor();
    await page.getByLabel(zhCN['template.words']).fill('编号 {{no}} 请找{{unit}}。');
    await button(page, zhCN['template.save']).click();
    await page.getByText(zhCN['template.saved']).waitFor();
    await page.getByText(zhCN['template.isChanged'], { exact: true }).waitFor();
    await play.picture(page, 'templates-changed-desktop');
    await button(page, zhCN['template.reset']).click();
    await page.getByText(zhCN['template.isChanged'], { exact: true }).waitFor({ state: 'hidden' });
    expect(play.faults()).to.deep.equal([]);
  });

  it('keep in sight what was changed while a search was being answered', async () => {
    const page = await play.window('/console/setup');
    let answer = (): void => undefined;
    const saved = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/setup\/templates\?q=[^&]/, async (route) => {
      const response = await route.fetch();
      await saved;
      await route.fulfill({ response });
    });
    const searched = page.waitForRequest(/setup\/templates\?q=[^&]/);
    await template(page);
    await searched;
    await page.getByLabel(zhCN['template.words']).fill('编号 {{no}} 交给{{unit}}了。');
    await button(page, zhCN['template.save']).click();
    await page.getByText(zhCN['template.saved']).waitFor();
    const answered = page.waitForResponse(/setup\/templates\?q=[^&]/);
    answer();
    await (await answered).finished();
    await page.getByText(zhCN['template.isChanged'], { exact: true }).waitFor();
    await button(page, zhCN['template.reset']).click();
    await page.getByText(zhCN['template.isChanged'], { exact: true }).waitFor({ state: 'hidden' });
    expect(play.faults()).to.deep.equal([]);
  });

  it('show the calendar by the month, and what a day moves before it is confirmed', async () => {
    const moved = async (page: Page) => {
      await tab(page, zhCN['setup.calendar']);
      await page.getByRole('button', { name: /^11月26日/ }).click();
      await page.getByText(zhCN['calendar.preview']).waitFor();
    };
    await isFine('/console/setup', 'calendar', moved);
    const page = await play.window('/console/setup');
    await moved(page);
    await button(page, zhCN['calendar.apply']).click();
    await page.getByText('2026-11-26').waitFor();
    await button(page, zhCN['calendar.back']).click();
    await button(page, zhCN['calendar.apply']).click();
    await page.getByText(zhCN['calendar.none']).waitFor();
    expect(play.faults()).to.deep.equal([]);
  });

  it('look things up in the duty list, and change a line after a look', async () => {
    const found = async (page: Page) => {
      await tab(page, zhCN['setup.duty']);
      await page.getByRole('textbox', { name: zhCN['duty.find'] }).fill('暖杏物业');
      await page.getByRole('list', { name: zhCN['setup.duty'] }).getByText('荷香公寓').first().waitFor();
    };
    await isFine('/console/setup', 'duties', found);
    const page = await play.window('/console/setup');
    await found(page);
    await page.getByRole('listitem').filter({ hasText: '荷香公寓' }).first().getByRole('button', { name: zhCN['duty.change'], exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').click({ force: true });
    await page.getByRole('option', { name: '协助' }).click();
    await dialog.getByRole('button', { name: zhCN['setup.preview'] }).click();
    await dialog.getByText('负责 → 协助').waitFor();
    await play.picture(page, 'duty-change-desktop');
    expect(await play.findings(page)).to.deep.equal([]);
    await dialog.getByRole('button', { name: zhCN['duty.apply'] }).click();
    await page.getByText(zhCN['duty.history']).click();
    await page.getByText('荷香公寓 · 暖杏物业：负责 → 协助').waitFor();
    expect(play.faults()).to.deep.equal([]);
  });

  it('show how the channels are, and the code by which an account logs in', async () => {
    const at = '2026-11-23T09:00:00.000+08:00';
    const picture = 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiPjxwYXRoIGQ9Ik0xIDFoM3YzSDF6TTUgNWgzdjNINXoiLz48L3N2Zz4=';
    const limits = { perConversationMs: 1000, perAccountMs: 300, messagesPerMinute: 60 };
    const items = [{ id: 'wechaty-puppet-service', up: false, detail: 'not logged in', login: { picture, at }, groups: true, limits }, { id: 'kf', up: true, heardAt: at, groups: false, window: { hours: 48, messages: 5 }, limits }];
    await isFine('/console/setup', 'channels', async (page) => {
      await page.route('**/api/setup/channels', (route) => route.fulfill({ json: { waiting: 3, items } }));
      await page.reload();
      await page.getByAltText(zhCN['channel.code']).waitFor();
      await page.getByText('对方说话后 48 小时内可以发 5 条').waitFor();
    });
  });

  it('bind a group of a grid by a code, and let it go', async () => {
    const groups = async (page: Page) => {
      await tab(page, zhCN['group.title']);
      await page.getByText('银杏里第一网格居民群').waitFor();
    };
    await isFine('/console/setup', 'groups', groups);
    const page = await play.window('/console/setup');
    await groups(page);
    const row = page.getByRole('list', { name: zhCN['group.title'] }).getByRole('listitem').filter({ hasText: '银杏里第一网格居民群' });
    await row.getByRole('button', { name: zhCN['setup.code'] }).click();
    await row.locator('code').filter({ hasText: /^绑定 [A-Z2-9]{4}-[A-Z2-9]{4}$/ }).waitFor();
    await row.getByRole('button', { name: zhCN['group.release'] }).click();
    await row.getByRole('button', { name: zhCN['group.reallyRelease'] }).click();
    await row.getByText(zhCN['setup.unbound']).waitFor();
    expect(play.faults()).to.deep.equal([]);
  });

  it('propose who the members of WeCom are, and bind only whom an administrator ticks', async () => {
    const view = {
      configured: true,
      departments: [{ id: '2', name: '枫荷街道', unit: { id: 'u-feng', name: '枫荷街道' } }, { id: '5', name: '后勤组' }],
      members: [{ account: 'leader', name: '雷欣然', departments: ['枫荷街道'], proposal: { id: 'p-feng-1', name: '雷欣然', unit: '枫荷街道', ground: 'name-and-unit' } }, { account: 'cook', name: '没有这个人', departments: ['后勤组'] }],
      groups: [{ grid: 'g-yxl-1', gridName: '银杏里第一网格', made: false, members: 3 }],
    };
    const members = async (page: Page) => {
      await page.route('**/api/setup/organisation', (route) => route.fulfill({ json: view }));
      await tab(page, zhCN['org.title']);
      await page.getByText('姓名和单位相同').waitFor();
    };
    await isFine('/console/setup', 'organisation', members);
    const page = await play.window('/console/setup');
    await members(page);
    let sent = '';
    await page.route('**/api/setup/organisation/confirm', (route) => {
      sent = route.request().postData() ?? '';
      return route.fulfill({ json: { bound: 1, faults: [] } });
    });
    await button(page, '确认 0 人').isDisabled();
    await page.getByText('雷欣然').first().click();
    await button(page, '确认 1 人').click();
    await page.getByText('已绑定 1 人').waitFor();
    expect(JSON.parse(sent)).to.deep.equal({ members: [{ account: 'leader', person: 'p-feng-1' }] });
    const none = await play.window('/console/setup');
    await tab(none, zhCN['org.title']);
    await none.getByText(zhCN['org.none']).waitFor();
    expect(play.faults()).to.deep.equal([]);
  });
});
