import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromiumPath, openChromium } from '../../support/chromium.ts';

const PRODUCT = new URL('../../support/product.ts', import.meta.url);
/** Where pictures of pages are kept. */
export const PICTURES = fileURLToPath(new URL('../../../.cache/screenshots/', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [['desktop-light', DESK], ['desktop-dark', { ...DESK, colorScheme: 'dark' }], ['phone-light', PHONE], ['phone-dark', { ...PHONE, colorScheme: 'dark' }]];

/** A message in a chat. */
interface Shown {
  readonly text: string;
  readonly image?: string | undefined;
  readonly file?: { readonly id: string } | undefined;
}

/** The program as the tests of pages know it. */
export interface ShownProduct {
  readonly url: string;
  readonly adminToken: string;
  readonly stop: () => Promise<void>;
  readonly client: {
    readonly says: (person: string, text: string, more?: { readonly image?: string }) => Promise<string>;
    readonly hears: (person: string) => Promise<readonly Shown[]>;
    readonly messages: (chat: { readonly person: string }) => Promise<readonly Shown[]>;
    readonly settle: () => Promise<unknown>;
    readonly advance: (by: string) => Promise<unknown>;
    readonly addPerson: (name: string) => Promise<{ readonly id: string }>;
    readonly demands: (query?: Readonly<Record<string, string>>) => Promise<{ readonly items: readonly { readonly id: string }[] }>;
  };
}

/** A browser in front of the program. */
export interface BrowserPlay {
  readonly product: () => ShownProduct;
  /** A window in which the administrator has signed in, or nobody. */
  readonly window: (path: string, options?: BrowserContextOptions, signedIn?: boolean) => Promise<Page>;
  /** A browser that knows nothing yet; it is closed after the test. */
  readonly context: (options: BrowserContextOptions) => Promise<BrowserContext>;
  /** Serious and critical findings of axe on the page. */
  readonly findings: (page: Page) => Promise<string[]>;
  readonly picture: (page: Page, name: string) => Promise<void>;
  /** Errors of pages since the test began, but for what was refused. */
  readonly faults: () => readonly string[];
  readonly everyFault: () => readonly string[];
  /** In every look: nothing serious for axe, nothing wider than the window, no error. */
  readonly isFine: (path: string, name: string, open: (page: Page) => Promise<void>) => Promise<void>;
}

/** Starts the program and a browser for the tests around it, then does what `begins`; they are skipped, in words, where there is no Chromium. */
export function aBrowserPlay(env: Readonly<Record<string, string>> = {}, begins: (product: ShownProduct) => Promise<void> = () => Promise.resolve()): BrowserPlay {
  let product: ShownProduct;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  before(async function () {
    this.timeout(120_000);
    const path = chromiumPath();
    if (path === undefined) {
      console.log('    These pages were not tested: there is no Chromium on this machine.');
      return this.skip();
    }
    const module = (await import(PRODUCT.href)) as { startProduct: (options: object) => Promise<ShownProduct> };
    product = await module.startProduct({ env });
    browser = await openChromium(path);
    await mkdir(PICTURES, { recursive: true });
    await begins(product);
  });
  beforeEach(() => void faults.splice(0));
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  after(async () => {
    if (browser === undefined) return;
    await browser.close();
    await product.stop();
  });

  const play: BrowserPlay = {
    product: () => product,
    context: async (options) => {
      if (browser === undefined) throw new Error('There is no browser');
      const context = await browser.newContext({ locale: 'zh-CN', ...options });
      contexts.push(context);
      return context;
    },
    window: async (path, options = DESK, signedIn = true) => {
      const context = await play.context(options);
      if (signedIn) await context.request.post(`${product.url}/api/session`, { data: { secret: product.adminToken } });
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('dialog', (dialog) => {
        faults.push(dialog.message());
        void dialog.dismiss();
      });
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      await page.goto(`${product.url}${path}`);
      return page;
    },
    findings,
    picture: async (page, name) => {
      await page.screenshot({ path: `${PICTURES}${name}.png` });
    },
    faults: () => faults.filter((line) => !line.includes('status of 40')),
    everyFault: () => faults,
    isFine: (path, name, open) => isFine(play, path, name, open),
  };
  return play;
}

async function isFine({ window, findings: find, picture, faults }: BrowserPlay, path: string, name: string, open: (page: Page) => Promise<void>): Promise<void> {
  for (const [look, options] of LOOKS) {
    const page = await window(path, options);
    await open(page);
    const found = await find(page);
    await picture(page, `${name}-${look}`);
    expect(found, `${name} ${look}`).to.deep.equal([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} ${look}`).to.be.at.most(options.viewport?.width ?? 0);
    await page.context().close();
  }
  expect(faults()).to.deep.equal([]);
}

/** Colours that are still moving are let come to rest first. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (where: Document) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run(document);
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).slice(0, 3).join(' | ')}`);
  });
}
