import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { call } from '../../scripts/sandbox-http.ts';
import { ImportProgress, MatterFileView } from '../../web/schemas/sources.ts';
import { startInProcess, startProduct, stopAll, type Product } from '../support/product.ts';

const LINES = ['路灯不亮', '垃圾桶满了没人清', '污水管堵了', '电动车停在楼道里充电', '夜里施工太吵'];

/** A hotline's export; every matter at another building. */
function hotline(count: number, from = 1): string {
  const rows = Array.from({ length: count }, (_, nth) => `GD-${from + nth},市长热线,银杏花园${(nth % 20) + 1}号楼${LINES[nth % LINES.length] ?? ''}（第${from + nth}件）,2026-07-0${(nth % 5) + 1} 09:00`);
  return ['工单编号,来源,诉求内容,反映时间,承办单位', ...rows].join('\n');
}

describe('其他来源的表格导入', function () {
  this.timeout(120_000);
  let product: Product;
  before(async () => void (product = await startInProcess()));
  after(stopAll);

  const send = (text: string, over: object = {}) => call(product.url, '/api/sources/imports', MatterFileView, { body: { name: '热线.csv', content: Buffer.from(text).toString('base64'), ...over } }, product.adminToken);
  const progress = (id: string) => call(product.url, `/api/sources/imports/${id}`, ImportProgress, undefined, product.adminToken);
  const total = async () => (await product.client.demands({ source: 'mayor-hotline', limit: '100' })).items.length;

  it('先看会怎样，什么也不登记', async () => {
    const view = await send(hotline(6));
    expect(view).to.deep.include({ ok: true, total: 6, fresh: 6, known: 0, faulty: 0, faults: [], ignored: ['承办单位'], examined: 6, placeless: 0 });
    expect(view.import).to.equal(undefined);
    expect(view.classes.reduce((sum, { count }) => sum + count, 0)).to.equal(6);
    expect(view.units.map(({ name }) => name)).to.include('银杏里社区');
    expect(view.examples[0]).to.deep.include({ row: 2, source: '市长热线', externalId: 'GD-1' });
    await product.client.settle();
    expect(await total()).to.equal(0);
  });

  it('确认后在后台登记，和接口交来的一样，看得到进度', async () => {
    const { import: begun } = await send(hotline(45), { apply: true });
    expect(begun).to.deep.include({ total: 45, fresh: 45, known: 0 });
    await product.client.settle();
    const done = await progress(begun?.id ?? '');
    expect(done).to.deep.include({ total: 45, done: 45, fresh: 45, failed: [] });
    expect(done.finishedAt).to.be.a('string');
    expect(await total()).to.equal(45);
    const [demand] = (await product.client.demands({ source: 'mayor-hotline', limit: '1' })).items;
    expect(demand?.place?.name).to.equal('银杏花园5号楼');
    expect(await product.client.intake({ source: 'mayor-hotline', externalId: 'GD-45', text: '同一件再交一次' })).to.deep.equal({ id: demand?.id });
  });

  it('同一来源的同一编号，再导入也只有一件', async () => {
    expect(await send(hotline(50))).to.deep.include({ fresh: 5, known: 45 });
    const { import: begun } = await send(hotline(50), { apply: true });
    await product.client.settle();
    expect(await progress(begun?.id ?? '')).to.deep.include({ done: 50, known: 45, fresh: 5 });
    expect(await total()).to.equal(50);
  });

  it('有错就一件也不登记；可以选择先登记没有错的', async () => {
    const faulty = `${hotline(3, 51)}\nGD-60,火星热线,看不懂的来源,\nGD-61,市长热线,,`;
    const view = await send(faulty, { apply: true });
    expect(view).to.deep.include({ ok: false, total: 5, fresh: 3, faulty: 2, faultCount: 2 });
    expect(view.faults.map(({ row, column }) => [row, column])).to.deep.equal([[5, '来源'], [6, '诉求内容']]);
    expect(view.import).to.equal(undefined);
    const { import: begun } = await send(faulty, { apply: true, withoutFaulty: true });
    await product.client.settle();
    expect(await progress(begun?.id ?? '')).to.deep.include({ total: 3, done: 3, fresh: 3 });
  });

  it('模板能照样导入；不是管理员不能用', async () => {
    for (const format of ['csv', 'xlsx']) {
      const answer = await fetch(`${product.url}/api/sources/template?format=${format}`, { headers: { authorization: `Bearer ${product.adminToken}` } });
      const content = Buffer.from(await answer.arrayBuffer()).toString('base64');
      const view = await call(product.url, '/api/sources/imports', MatterFileView, { body: { name: `a.${format}`, content } }, product.adminToken);
      expect(view, format).to.deep.include({ total: 2, faults: [], fresh: 2 });
    }
    expect((await fetch(`${product.url}/api/sources/imports`)).status).to.equal(401);
    expect((await fetch(`${product.url}/api/sources/imports/none`, { headers: { authorization: `Bearer ${product.adminToken}` } })).status).to.equal(404);
  });
});

describe('导入到一半被强行结束', function () {
  this.timeout(180_000);
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'import-'))));
  after(async () => {
    await stopAll();
    await rm(folder, { recursive: true });
  });

  it('正常停止也不用等登记完，再启动接着登记', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'import-stop-'));
    const first = await startInProcess({ dataDir });
    const { import: begun } = await call(first.url, '/api/sources/imports', MatterFileView, { body: { name: '热线.csv', content: Buffer.from(hotline(300)).toString('base64'), apply: true } }, first.adminToken);
    await first.stop();
    const second = await startInProcess({ dataDir, env: { ADMIN_TOKEN: first.adminToken } });
    const progress = () => call(second.url, `/api/sources/imports/${begun?.id ?? ''}`, ImportProgress, undefined, second.adminToken);
    expect((await progress()).done, 'something is left to do').to.be.below(300);
    await second.client.settle();
    expect(await progress()).to.deep.include({ total: 300, done: 300, known: 0, fresh: 300, failed: [] });
    await second.stop();
    await rm(dataDir, { recursive: true });
  });

  it('再启动时接着登记，一件不少，一件不重', async () => {
    const first = await startProduct({ dataDir: folder });
    const { import: begun } = await call(first.url, '/api/sources/imports', MatterFileView, { body: { name: '热线.csv', content: Buffer.from(hotline(300)).toString('base64'), apply: true } }, first.adminToken);
    const id = begun?.id ?? '';
    const progress = (of: Product) => call(of.url, `/api/sources/imports/${id}`, ImportProgress, undefined, of.adminToken);
    while ((await progress(first)).done < 20) await new Promise(setImmediate);
    await first.kill();
    const second = await startProduct({ dataDir: folder, env: { ADMIN_TOKEN: first.adminToken } });
    const { done } = await progress(second);
    expect(done, 'something is left to do').to.be.below(300);
    await second.client.settle();
    expect(await progress(second)).to.deep.include({ total: 300, done: 300, known: 0, fresh: 300, failed: [] });
    const numbers: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await second.client.demands({ source: 'mayor-hotline', limit: '100', ...(cursor === undefined ? {} : { cursor }) });
      numbers.push(...page.items.map(({ summary }) => /第(\d+)件/.exec(summary)?.[1] ?? summary));
      cursor = page.next;
    }
    expect(numbers.map(Number).sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 300 }, (_, nth) => nth + 1));
  });
});
