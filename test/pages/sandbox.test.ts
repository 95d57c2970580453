import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { zhCN } from '../../web/pages/locales/zh-CN.ts';
import { People, Rooms, type Person, type Room } from '../../web/pages/sandbox/contract.ts';
import { aBrowserPlay, DESK, PICTURES } from './support/browser-play.ts';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const READY_MS = 1000;

describe('the sandbox page', function () {
  this.timeout(60_000);
  const play = aBrowserPlay();
  const { product, context, everyFault } = play;
  let people: Person[];
  let rooms: Room[];

  beforeEach(async () => {
    people = People.parse(await (await fetch(`${product().url}/sandbox/people`)).json()).items;
    rooms = Rooms.parse(await (await fetch(`${product().url}/sandbox/rooms`)).json()).items;
  });

  const resident = (): Person => people.find((person) => person.roles.includes('resident'))!;
  const busyRoom = (): Room => rooms.find((room) => room.people.length > 1)!;

  const window = (query: string, options?: BrowserContextOptions) => play.window(`/sandbox${query}`, options, false);
  const privateChat = (person: Person, options?: BrowserContextOptions) => window(`?${new URLSearchParams({ as: person.id, chat: 'bot' }).toString()}`, options);
  const groupChat = (person: string, room: Room) => window(`?${new URLSearchParams({ as: person, chat: room.id }).toString()}`);
  const input = (page: Page) => page.getByLabel(zhCN['composer.label']);
  const own = (page: Page, text: string) => page.locator('article.own', { hasText: text });
  const others = (page: Page, text: string) => page.locator('article:not(.own)', { hasText: text });

  async function say(page: Page, text: string): Promise<void> {
    await input(page).fill(text);
    await input(page).press('Enter');
  }

  it('can be used within a second', async () => {
    const fresh = await context(PHONE);
    await fresh.addInitScript(() => {
      const watcher = new MutationObserver(() => {
        if (document.querySelector('.person') === null) return;
        performance.mark('usable');
        watcher.disconnect();
      });
      watcher.observe(document, { childList: true, subtree: true });
    });
    const times: number[] = [];
    for (let load = 0; load < 3; load++) {
      const page = await fresh.newPage();
      await page.goto(`${product().url}/sandbox`);
      await page.locator('.person').first().waitFor();
      times.push(await page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Infinity));
      await page.close();
    }
    expect(Math.min(...times)).to.be.below(READY_MS);
  });

  it('leads a phone from the person to the chats to the words, and back', async () => {
    const page = await window('', PHONE);
    await page.locator('.person').first().click();
    await page.getByLabel(zhCN['chats.label']).getByText(zhCN['chats.bot']).first().click();
    await input(page).waitFor();
    await page.goBack();
    await page.getByLabel(zhCN['chats.label']).waitFor();
    await page.goBack();
    await page.locator('.person').first().waitFor();
  });

  it('shows what a resident says and what the bot answers', async () => {
    const page = await privateChat(resident());
    await say(page, '五楼楼道灯不亮，晚上看不见路');
    await own(page, '五楼楼道灯不亮').waitFor();
    await page.locator('.log article:last-of-type:not(.own)').waitFor({ timeout: 20_000 });
    expect(await own(page, '五楼楼道灯不亮').count()).to.equal(1);
    expect(await input(page).inputValue()).to.equal('');
    await page.screenshot({ path: `${PICTURES}sandbox-desktop.png` });
    expect(everyFault()).to.deep.equal([]);
  });

  it('lets several windows be several people at once', async () => {
    const room = busyRoom();
    const [one, other] = room.people;
    const speaker = await groupChat(one!, room);
    const listener = await groupChat(other!, room);
    await input(listener).waitFor();
    await say(speaker, '晚上七点楼下集合');
    await others(listener, '晚上七点楼下集合').waitFor();
    const name = people.find((person) => person.id === one)!.name;
    expect(await others(listener, '晚上七点楼下集合').last().locator('.speaker').textContent()).to.equal(name);
  });

  it('offers the members at an @ and mentions the bot', async () => {
    const room = busyRoom();
    const page = await groupChat(room.people[0]!, room);
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/sandbox/messages'));
    await input(page).pressSequentially('@');
    await page.getByRole('option', { name: zhCN['composer.mentionBot'] }).waitFor();
    await page.keyboard.press('Enter');
    await input(page).pressSequentially('门口的井盖松了');
    await page.keyboard.press('Enter');
    expect((await sent).postDataJSON()).to.include({ room: room.id, mention: 'bot' });
  });

  it('sends a picture and shows it large', async () => {
    const page = await privateChat(resident());
    await page.locator('input[type=file]').setInputFiles({ name: '灯.png', mimeType: 'image/png', buffer: PIXEL });
    await page.getByLabel(zhCN['composer.pictureRemove']).waitFor();
    await page.getByRole('button', { name: zhCN['composer.send'], exact: true }).click();
    await page.locator('article.own .shot').last().click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('refuses a file that is no picture', async () => {
    const page = await privateChat(resident());
    await page.locator('input[type=file]').setInputFiles({ name: '灯.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await page.getByText(zhCN['composer.pictureBad']).waitFor();
  });

  it('can be used with the keyboard alone, down to quoting', async () => {
    const person = resident();
    const page = await window(`?as=${person.id}`);
    await page.getByLabel(zhCN['chats.label']).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await input(page).waitFor();
    await page.keyboard.type('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    await page.keyboard.press('Enter');
    const said = own(page, '第二行').last();
    await said.waitFor();
    expect(await said.locator('.bubble').textContent()).to.equal('第一行\n第二行');
    await page.waitForFunction(() => document.querySelector('article.own .sending') === null);
    await said.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: zhCN['chat.quote'] }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('补充一句');
    await page.keyboard.press('Enter');
    await own(page, '补充一句').last().locator('.quote').waitFor();
  });

  it('takes a message back, shows that it was, and lets it be written again', async () => {
    const room = busyRoom();
    const [one, other] = room.people;
    const speaker = await groupChat(one!, room);
    const listener = await groupChat(other!, room);
    await say(speaker, '这句说错了');
    await others(listener, '这句说错了').waitFor();
    await speaker.waitForFunction(() => document.querySelector('article.own .sending') === null);
    await own(speaker, '这句说错了').locator('.bubble').click({ button: 'right' });
    await speaker.getByRole('menuitem', { name: zhCN['chat.recall'] }).click();
    await speaker.getByText(zhCN['chat.recalledOwn']).waitFor();
    await listener.getByText(zhCN['chat.recalledBy'].replace('{name}', people.find((person) => person.id === one)!.name)).waitFor();
    expect(await own(speaker, '这句说错了').count()).to.equal(0);
    expect(await others(listener, '这句说错了').count()).to.equal(0);
    await speaker.screenshot({ path: `${PICTURES}sandbox-taken-back.png` });
    await speaker.getByRole('button', { name: zhCN['chat.recalledAgain'] }).click();
    expect(await input(speaker).inputValue()).to.equal('这句说错了');
    expect(everyFault()).to.deep.equal([]);
  });

  it('keeps what could not be sent and sends it again when asked', async () => {
    const page = await privateChat(resident());
    await page.route('**/sandbox/messages', (route) => route.abort());
    await say(page, '这句先发不出去');
    const again = page.locator('article.own .failed').last();
    await again.waitFor();
    await page.unroute('**/sandbox/messages');
    await again.click();
    await again.waitFor({ state: 'hidden' });
    expect(await own(page, '这句先发不出去').count()).to.equal(1);
  });

  it('says that the connection is lost, keeps what was typed, and catches up', async () => {
    const person = resident();
    const fresh = await context(DESK);
    const page = await fresh.newPage();
    await page.route('**/sandbox/stream', (route) => route.abort());
    await page.goto(`${product().url}/sandbox?as=${person.id}&chat=bot`);
    await page.getByText(zhCN['connection.lost']).waitFor();
    await input(page).fill('写了一半');
    const elsewhere = await privateChat(person);
    await say(elsewhere, '断线时说的话');
    await page.unroute('**/sandbox/stream');
    await page.getByText(zhCN['connection.lost']).waitFor({ state: 'hidden', timeout: 20_000 });
    await own(page, '断线时说的话').first().waitFor();
    expect(await input(page).inputValue()).to.equal('写了一半');
    await page.reload();
    expect(await input(page).inputValue()).to.equal('写了一半');
  });

  it('shows hostile words as words', async () => {
    const page = await privateChat(resident());
    const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    await say(page, hostile);
    await own(page, 'onerror').last().waitFor();
    expect(await own(page, 'onerror').last().locator('.bubble').textContent()).to.equal(hostile);
    expect(await page.locator('.log script, .log img[src="x"]').count()).to.equal(0);
  });

  it('moves the clock', async () => {
    const page = await window(`?as=${resident().id}`);
    const before = await page.evaluate(() => fetch('/sandbox/clock').then((answer) => answer.json() as Promise<{ now: string }>));
    const button = page.getByRole('button', { name: zhCN['clock.hour'] });
    await button.click();
    await page.waitForFunction(() => document.querySelector('.clock')?.getAttribute('aria-busy') === 'false');
    const after = await page.evaluate(() => fetch('/sandbox/clock').then((answer) => answer.json() as Promise<{ now: string }>));
    expect(Date.parse(after.now) - Date.parse(before.now)).to.be.within(3_600_000, 3_700_000);
  });

  it('shows each demand and what became of it', async () => {
    const page = await window(`?as=${resident().id}&tab=demands`, PHONE);
    await page.locator('.card').first().click();
    await page.getByRole('heading', { name: zhCN['demand.facts'] }).waitFor();
    await page.getByLabel(zhCN['demands.back']).click();
    await page.locator('.card').first().waitFor();
  });

  for (const width of [320, 360, 390]) {
    it(`needs no sideways scrolling at ${String(width)} pixels`, async () => {
      const person = resident();
      for (const query of ['', `?as=${person.id}`, `?as=${person.id}&chat=bot`, `?as=${person.id}&tab=demands`, `?as=${person.id}&tab=clock`]) {
        const page = await window(query, { ...PHONE, viewport: { width, height: 640 } });
        await page.locator('nav.tabs').waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), query).to.equal(width);
        await page.context().close();
      }
    });
  }

  it('speaks English when asked, and remembers it', async () => {
    const page = await window('', PHONE);
    await page.getByRole('button', { name: zhCN['page.languageHint'] }).click();
    await page.getByText('Who would you like to be?').waitFor();
    await page.reload();
    await page.getByText('Who would you like to be?').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).to.equal('en');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has its picture taken on a phone, ${colorScheme}`, async () => {
      const page = await privateChat(resident(), { ...PHONE, colorScheme });
      await page.locator('article').first().waitFor();
      await page.screenshot({ path: `${PICTURES}sandbox-phone-${colorScheme}.png` });
      expect(everyFault()).to.deep.equal([]);
    });
  }
});
