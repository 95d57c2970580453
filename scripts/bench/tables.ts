import { workbookOf } from '../../bot/tables/workbook.ts';
import { csvOf } from '../../handlers/assessment/sheet.ts';
import { startProduct, type ProductProcess } from '../../test/support/product.ts';

/** What a table was, how long it took to be looked at, and the longest that a small call beside it waited; milliseconds. */
export interface TableTimes {
  readonly table: 'csv' | 'xlsx' | 'faulty' | 'begun';
  readonly tookMs: number;
  readonly othersMs: number;
}

const PAUSE_MS = 2;
const HEADINGS = ['工单编号', '来源', '诉求内容', '反映人', '联系电话', '地址', '反映时间', '承办单位'];
const WORDS = '小区东门的路灯坏了三天，晚上出门看不清路，已经有老人摔倒，希望尽快派人来修好。此事打过两次电话都没有回音，请把处理的结果告诉本人';

/** Hands in tables of so many rows, and asks again and again meanwhile whether the program is alive. */
export async function tableTimes(rows: number): Promise<readonly TableTimes[]> {
  const right = linesOf(rows, '2026-07-01 09:00');
  const wrong = linesOf(rows, '2026-13-01');
  const looks = [
    { table: 'csv', name: 'a.csv', bytes: Buffer.from(csvOf(right)), apply: false },
    { table: 'xlsx', name: 'a.xlsx', bytes: Buffer.from(await workbookOf({ name: 'a', rows: right })), apply: false },
    { table: 'faulty', name: 'b.csv', bytes: Buffer.from(csvOf(wrong)), apply: false },
    { table: 'begun', name: 'a.csv', bytes: Buffer.from(csvOf(right)), apply: true },
  ] as const;
  const product = await startProduct();
  const times: TableTimes[] = [];
  for (const { table, name, bytes, apply } of looks) times.push({ table, ...(await beside(product, JSON.stringify({ name, content: bytes.toString('base64'), apply }))) });
  await product.kill();
  await product.stop();
  return times;
}

function linesOf(rows: number, at: string): string[][] {
  return [HEADINGS, ...Array.from({ length: rows }, (_, nth) => [`GD-${nth}`, '市长热线', `${WORDS}（${nth}）`, '王女士', '13800000000', `银杏花园${(nth % 20) + 1}号楼`, at, '某单位'])];
}

async function beside(product: ProductProcess, body: string): Promise<Omit<TableTimes, 'table'>> {
  await asked(product.url);
  const headers = { authorization: `Bearer ${product.adminToken}`, 'content-type': 'application/json' };
  const began = performance.now();
  let tookMs: number | undefined;
  const look = fetch(`${product.url}/api/sources/imports`, { method: 'POST', headers, body }).then(async (response) => {
    if (!response.ok) throw new Error(`Answered ${String(response.status)}: ${await response.text()}`);
    await response.arrayBuffer();
    tookMs = performance.now() - began;
  });
  let othersMs = 0;
  while (tookMs === undefined) {
    const waited = await Promise.race([asked(product.url), look.then(() => 0)]);
    othersMs = Math.max(othersMs, waited);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  await look;
  return { tookMs, othersMs };
}

async function asked(url: string): Promise<number> {
  const began = performance.now();
  await (await fetch(`${url}/healthz`)).arrayBuffer();
  return performance.now() - began;
}
