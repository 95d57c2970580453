import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startProduct } from '../../test/support/product.ts';
import { createDemandFactory } from './demand-factory.ts';
import { quantile } from './quantile.ts';
import { withFolder, withStores } from './temp-stores.ts';

/** Milliseconds of what a dispatcher waits for, with so many demands open. */
export interface PageTimes {
  readonly firstMs: number;
  readonly todayMs: { readonly p50: number; readonly p99: number };
  readonly actMs: { readonly p50: number; readonly p99: number };
}

const READS = 50;
const ACTS = 100;

/** Measures the day's page and acts on it, over HTTP, in a process of its own. */
export async function pageTimes(open: number): Promise<PageTimes> {
  const factory = await createDemandFactory();
  return withFolder(async (dataDir) => {
    const at = new Date();
    await withStores(dataDir, () => at, async (stores) => {
      for (let no = 10_001; no <= 10_000 + open; no++) await stores.demands.create(await factory.demand(stores, no, at));
    });
    const product = await startProduct({ dataDir });
    const headers = { authorization: `Bearer ${product.adminToken}`, 'content-type': 'application/json' };
    const today = () => timed(() => fetch(`${product.url}/api/today`, { headers }));
    const firstMs = await today();
    const reads = await inTurn(READS, today);
    const acts = await inTurn(ACTS, (nth) => timed(() => fetch(`${product.url}/api/demands/${String(10_001 + nth * 7)}/commands`, { method: 'POST', headers, body: '{"type":"take"}' })));
    await product.stop();
    return { firstMs, todayMs: both(reads), actMs: both(acts) };
  });
}

/** Kilobytes, compressed, of what a page's own files weigh: its scripts and styles with all they need at once. */
export async function pageWeight(page: string): Promise<number> {
  const dist = join(import.meta.dirname, '..', '..', 'web', 'dist');
  const html = await readFile(join(dist, page, 'index.html'), 'utf8');
  const named = [...html.matchAll(/assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => path);
  const known = new Set(await readdir(join(dist, 'assets')));
  const files = [...new Set(named)].filter((path) => known.has(path.replace('assets/', '')));
  const sizes = await Promise.all(files.map(async (path) => gzipSync(await readFile(join(dist, path))).byteLength));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

function both(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

async function inTurn(count: number, act: (nth: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < count; nth++) times.push(await act(nth));
  return times;
}

async function timed(call: () => Promise<Response>): Promise<number> {
  const began = performance.now();
  const response = await call();
  if (!response.ok) throw new Error(`Answered ${String(response.status)}: ${await response.text()}`);
  await response.arrayBuffer();
  return performance.now() - began;
}
