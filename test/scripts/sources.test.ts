import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startInProcess, stopAll, type Product } from '../support/product.ts';
import { runScript } from '../support/run-script.ts';

describe('npm run sources', function () {
  this.timeout(120_000);
  let product: Product;
  let folder: string;
  before(async () => {
    product = await startInProcess({ env: { RESULT_URLS: 'mayor-hotline=http://127.0.0.1:9/results', RESULT_SECRETS: 'mayor-hotline=a-secret-that-nobody-needs' } });
    folder = await mkdtemp(join(tmpdir(), 'sources-'));
  });
  after(async () => {
    await stopAll();
    await rm(folder, { recursive: true });
  });
  const run = (...args: string[]) => runScript('sources', [...args, '--url', product.url, '--token', product.adminToken]);
  const file = async (text: string) => {
    const path = join(folder, '热线.csv');
    await writeFile(path, text);
    return path;
  };

  it('tells what a table would do, and registers it', async () => {
    const path = await file('编号,内容,反映时间\nGD-1,银杏花园2号楼路灯不亮,2026-07-01\nGD-2,银杏花园3号楼垃圾桶满了没人清,');
    const looked = await run('check', path, '--source', '市长热线');
    expect(looked).to.deep.include({ code: 0 });
    expect(looked.said).to.include('共2行：2件是新的，0件以前登记过，0行有错。').and.to.include('路灯照明 1');
    const done = await run('import', path, '--source', 'mayor-hotline');
    expect(done.said).to.include('登记完毕：新登记2件，以前登记过0件，没能登记0件。');
    expect((await run('import', path, '--source', 'mayor-hotline', '--lang', 'en')).said).to.include('Done: 0 registered, 2 were there before, 0 could not be registered.');
  });

  it('tells every fault, and fails', async () => {
    const { code, said } = await run('check', await file('编号,内容\nGD-1,\n,路灯'));
    expect(code).to.equal(1);
    expect(said).to.include('第1行：没有「来源」列').and.to.include('第2行「内容」列：没有填写').and.to.include('第3行「编号」列：没有填写');
    expect(said).to.include('共3处需要修改');
  });

  it('writes a template and the results, and lists what was not accepted', async () => {
    const template = join(folder, '模板.csv');
    expect((await run('template', template)).said).to.include(`已写入 ${template}`);
    expect(await readFile(template, 'utf8')).to.include('来源,来源编号,标题,内容');
    const { id } = await product.client.intake({ source: 'mayor-hotline', externalId: 'GD-9', text: '银杏花园5号楼污水管堵了' });
    await product.client.command(id, { type: 'finish', result: '已疏通' });
    await product.client.settle();
    expect((await run('results', 'mayor-hotline')).said).to.include(`${id},GD-9,市长热线,已办结待评价`);
    const untold = await run('untold');
    expect(untold.code).to.equal(1);
    expect(untold.said).to.match(new RegExp(`${id}-done-\\w+ · 市长热线 GD-9（${id}）：连不上，已试1次`));
    expect((await run('untold', '--again', 'all')).said).to.include('再发1条');
  });

  it('says how it is used', async () => {
    expect(await run('dance')).to.deep.include({ code: 1 });
    expect((await runScript('sources', ['check', await file('编号,内容\n1,a'), '--url', product.url, '--token', 'wrong'])).said).to.include('令牌');
  });
});
