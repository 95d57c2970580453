import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { chromiumPath, openChromium } from '../../test/support/chromium.ts';
import { matterOf } from '../../test/support/matters.ts';
import { startProduct, type ProductProcess } from '../../test/support/product.ts';
import { buildPagesIfNeeded } from '../../web/build.ts';

/** Milliseconds in a browser on this machine until a page can be used, the best of a few loads with nothing kept; and what has then come over the wire, in kilobytes. */
export const PageReady = z.object({ ms: z.number(), kilobytes: z.number() });
export type PageReady = z.infer<typeof PageReady>;

const LOADS = 5;
/** A page that hears news is never quite idle. */
const IDLE_MS = 2000;
const MEASURED = `({
  ms: performance.getEntriesByName('usable')[0].startTime,
  kilobytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0) / 1024,
})`;
const LINK = /\/r\/[\w-]+/;

/** Opens the resident's own page, the sandbox's front page and the day's page in Chromium; undefined where there is none. */
export async function pagesReady(): Promise<Readonly<Record<'matter' | 'sandbox' | 'today', PageReady>> | undefined> {
  const path = chromiumPath();
  if (path === undefined) return undefined;
  await buildPagesIfNeeded({ info: () => undefined });
  const product = await startProduct({ env: { PUBLIC_URL: 'http://localhost' } });
  const browser = await openChromium(path);
  try {
    const ready = (address: string, usable: string) => best(browser, product, address, usable);
    return { matter: await ready(await ownMatter(product), 'main h1'), sandbox: await ready('/sandbox', '.person'), today: await ready('/console/today', '.numbers') };
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** Marks the moment, in the page itself. */
function watching(usable: string): string {
  return `new MutationObserver((_seen, watcher) => {
    if (document.querySelector(${JSON.stringify(usable)}) === null) return;
    watcher.disconnect();
    setTimeout(() => performance.mark('usable'));
  }).observe(document, { childList: true, subtree: true })`;
}

/** The address of a resident's own page, from the card in the chat. */
async function ownMatter({ client }: ProductProcess): Promise<string> {
  const { id } = await client.addPerson('R');
  await client.says(id, matterOf(0));
  await client.settle();
  return LINK.exec((await client.messages({ person: id })).map(({ text }) => text).join('\n'))?.[0] ?? '';
}

async function best(browser: Browser, product: ProductProcess, address: string, usable: string): Promise<PageReady> {
  const loads: PageReady[] = [];
  for (let load = 0; load < LOADS; load++) loads.push(await once(browser, product, address, usable));
  return loads.reduce((one, other) => (other.ms < one.ms ? other : one));
}

/** Usable is when what one looks for is there, and the browser has nothing left to do before it answers a click. */
async function once(browser: Browser, { url, adminToken }: ProductProcess, address: string, usable: string): Promise<PageReady> {
  const context = await browser.newContext();
  try {
    await context.request.post(`${url}/api/session`, { data: { secret: adminToken } });
    const page = await context.newPage();
    await page.addInitScript({ content: watching(usable) });
    await page.goto(`${url}${address}`);
    await page.locator(usable).first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: IDLE_MS }).catch(() => undefined);
    return PageReady.parse(await page.evaluate(MEASURED));
  } finally {
    await context.close();
  }
}
