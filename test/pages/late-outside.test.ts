import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { zhCN as matterTexts } from '../../web/pages/locales/matter/zh-CN.ts';
import { zhCN as sandboxTexts } from '../../web/pages/locales/zh-CN.ts';
import { aBrowserPlay } from './support/browser-play.ts';
import { answer, drawn, heldAt } from './support/held-answers.ts';

const AT = '2026-11-20T09:00:00.000+08:00';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the pages of residents and of the sandbox, when they are answered late', function () {
  this.timeout(120_000);
  const play = aBrowserPlay();

  const matter = (more: object = {}) => ({ now: AT, no: '20261120001', status: 'done', statusText: '已办结', words: '路灯不亮', place: '', category: '路灯', raisedAt: AT, unit: '枫荷街道', next: '', stages: [], steps: [], pictures: [], mayAdd: true, mayRate: true, ...more });
  const ownMatter = async () => {
    const page = await play.window('/console');
    const reads = await heldAt(page, /api\/matter\/\w+$/, 'GET');
    await page.goto(`${play.product().url}/r/some-link`.replace('-', ''));
    await answer(page, await reads.next(), matter());
    await button(page, matterTexts.rateSend).waitFor();
    return { page, reads };
  };

  it('ask for no rating that was given since the matter was asked for', async () => {
    const { page, reads } = await ownMatter();
    const ratings = await heldAt(page, /rating$/);
    await button(page, matterTexts.language).click();
    const older = await reads.next();
    for (const name of ['contacted', 'solved', 'satisfied']) await page.locator(`input[name=${name}]`).first().check({ force: true });
    await page.locator('form').first().locator('button').click();
    await answer(page, await ratings.next(), matter({ mayRate: false, rated: {} }));
    await answer(page, older, matter());
    expect(await page.locator('input[name=solved]').count()).to.equal(0);
  });

  it('keep what was written on while words were being sent', async () => {
    const { page } = await ownMatter();
    const sent = await heldAt(page, /words$/);
    await page.getByLabel(matterTexts.add).fill('又不亮了');
    await button(page, matterTexts.send).click();
    const words = await sent.next();
    await page.getByLabel(matterTexts.add).fill('又不亮了，在3号楼');
    await answer(page, words, matter());
    expect(await page.getByLabel(matterTexts.add).inputValue()).to.equal('又不亮了，在3号楼');
  });

  it('add a resident once, though it is pressed twice', async () => {
    const page = await play.window('/sandbox');
    const added = await heldAt(page, /sandbox\/people$/, 'POST');
    await button(page, sandboxTexts['people.add']).click();
    await page.getByLabel(sandboxTexts['people.addName']).fill('柳小满');
    await button(page, sandboxTexts['people.addConfirm']).dblclick();
    await drawn(page);
    expect(added.count()).to.equal(1);
  });

  it('say that messages of the sandbox could not be fetched', async () => {
    const page = await play.window('/sandbox');
    await page.route('**/sandbox/messages?**', (route) => route.abort());
    await page.goto(`${play.product().url}/sandbox?as=p-yxl1-2`);
    await page.getByText(sandboxTexts['chats.failed']).waitFor();
    await page.unroute('**/sandbox/messages?**');
    await button(page, sandboxTexts['people.again']).click();
    await page.getByText(sandboxTexts['chats.failed']).waitFor({ state: 'detached' });
  });
});
