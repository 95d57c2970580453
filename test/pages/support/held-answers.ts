import type { Page, Route } from 'playwright-core';

/** What a page asks for at an address: the next question, to be answered when the test chooses, and how many there were. */
export interface Held {
  readonly next: () => Promise<Route>;
  readonly count: () => number;
}

/** Holds back what the page asks for at an address, by one method or by any. */
export async function heldAt(page: Page, address: RegExp, method?: string): Promise<Held> {
  const asked: Route[] = [];
  const waiting: ((route: Route) => void)[] = [];
  let count = 0;
  await page.route(address, (route) => {
    if (method !== undefined && route.request().method() !== method) return route.fallback();
    count += 1;
    const wait = waiting.shift();
    if (wait === undefined) asked.push(route);
    else wait(route);
    return undefined;
  });
  return { next: async () => asked.shift() ?? new Promise<Route>((resolve) => waiting.push(resolve)), count: () => count };
}

/** Answers, and waits until the page has taken the answer in. */
export async function answer(page: Page, route: Route, json: object): Promise<void> {
  const ended = route.request().response().then((response) => response?.finished());
  await route.fulfill({ json });
  await ended;
  await drawn(page);
}

/** Lets a question come to nothing, and waits until the page has taken that in. */
export async function fail(page: Page, route: Route): Promise<void> {
  const failed = page.waitForEvent('requestfailed');
  await route.abort();
  await failed;
  await drawn(page);
}

/** Waits until everything that was to happen on the page has happened and is drawn. */
export async function drawn(page: Page): Promise<void> {
  for (let nth = 0; nth < 3; nth += 1) await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}
