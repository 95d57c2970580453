import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { call } from '../../scripts/sandbox-http.ts';
import { AgainView, UntoldList } from '../../web/schemas/results.ts';
import { aPlay } from '../support/play.ts';
import { startProduct, stopAll } from '../support/product.ts';
import { aSourceServer, type SourceServer } from '../support/source-server.ts';

const SECRET = 'the-hotlines-own-secret';

describe('办理结果回告来源', () => {
  let hotline: SourceServer;
  let settings: Record<string, string> = {};
  before(async () => {
    hotline = await aSourceServer(SECRET);
    Object.assign(settings, { RESULT_URLS: `mayor-hotline=${hotline.url}`, RESULT_SECRETS: `mayor-hotline=${SECRET}` });
  });
  after(() => hotline.stop());
  settings = {};
  const play = aPlay({}, settings);
  const worker = play.person('p-yxl-1');

  let nth = 0;
  const raised = async (source = 'mayor-hotline') => {
    const externalId = `GD-${++nth}`;
    const { id } = await play.product().client.intake({ source, externalId, text: `银杏花园${nth}号楼楼下垃圾桶满了没人清，我的电话13812345678` });
    return { id, externalId };
  };
  const untold = () => call(play.product().url, '/api/results/untold', UntoldList, undefined, play.product().adminToken);
  const again = (ids?: string[]) => call(play.product().url, '/api/results/again', AgainView, { body: ids === undefined ? {} : { ids } }, play.product().adminToken);
  const told = () => hotline.heard.splice(0).map(({ body }) => [body['externalId'], body['status'], body['result'] ?? body['satisfied']]);

  it('办结时签名告知，只有对方自己的编号和结果，没有个人信息', async () => {
    const { id, externalId } = await raised();
    await worker.says(`办结 ${id} 已清运，回电13812345678告知`);
    const [heard] = hotline.heard.splice(0);
    expect(heard).to.deep.include({ signed: true });
    expect(heard?.body).to.deep.include({ externalId, no: id, source: 'mayor-hotline', status: 'done', redos: 0 });
    expect(heard?.raw).to.include('已清运').and.not.to.include('13812345678').and.not.to.include('没人清');
    expect(Math.abs(Number(heard?.headers['webhook-timestamp']) * 1000 - new Date().getTime())).to.be.below(300_000);
  });

  it('归档时再告知一次；没有地址的来源不告知', async () => {
    const { id } = await raised('media');
    await worker.says(`办结 ${id} 已清运`);
    expect(told()).to.deep.equal([]);
    await play.advance('PT80H');
    expect(told()).to.deep.equal([['GD-1', 'closed', '已清运，回电〔电话〕告知']]);
    expect((await untold()).items).to.deep.equal([]);
  });

  it('对方不接收就越来越慢地重试，列在清单上，接收了就不再列', async () => {
    hotline.answers(400);
    const { id, externalId } = await raised();
    await worker.says(`办结 ${id} 已清运`);
    expect(told()).to.deep.equal([[externalId, 'done', '已清运']]);
    expect((await untold()).items.map(({ externalId: no, state, attempts, why, name }) => [no, state, attempts, why, name])).to.deep.equal([[externalId, 'waiting', 1, '回应 HTTP 400', '市长热线']]);
    expect(await (await fetch(`${play.product().url}/metrics`)).text()).to.include('shaozi_waiting{queue="results"} 1').and.to.include('shaozi_waiting{queue="outbox"}');
    await play.advance('PT10S');
    expect(told()).to.deep.equal([]);
    await play.advance('PT10M');
    const tries = hotline.heard.splice(0);
    expect(tries.length).to.be.within(4, 5);
    expect(new Set(tries.map(({ id: one, raw }) => `${one} ${raw}`)).size, 'the same id and body at every try').to.equal(1);
    hotline.answers(200);
    await play.advance('PT30M');
    expect(told()).to.have.length(1);
    expect((await untold()).items).to.deep.equal([]);
  });

  it('连不上时不紧追；三天后放弃，看得见，可以再发', async () => {
    const { id, externalId } = await raised();
    await hotline.stop();
    await worker.says(`办结 ${id} 已清运`);
    expect((await untold()).items).to.have.length(1);
    await play.advance('PT74H');
    const list = (await untold()).items.filter(({ externalId: no }) => no === externalId);
    expect(list.map(({ status, state, why }) => [status, state, why])).to.deep.include(['done', 'given-up', '连不上']);
    await hotline.start();
    const done = list.find(({ status }) => status === 'done')?.id ?? '';
    expect(await again([done, 'no-such-id'])).to.deep.equal({ count: 1 });
    await play.product().client.settle();
    expect(told()).to.deep.include([externalId, 'done', '已清运']);
    await again();
    await play.product().client.settle();
    expect((await untold()).items).to.deep.equal([]);
  });

  it('不跟着跳转到别的地址；对方说过一会儿再来，就过一会儿再来', async () => {
    hotline.heard.splice(0);
    const elsewhere = await aSourceServer(SECRET);
    hotline.answers(302, { location: elsewhere.url });
    const { id } = await raised();
    await worker.says(`办结 ${id} 已清运`);
    expect((await untold()).items.map(({ why }) => why)).to.deep.equal(['要求转到别的地址，没有照办']);
    expect(elsewhere.heard).to.deep.equal([]);
    await elsewhere.stop();
    hotline.answers(429, { 'retry-after': '300' });
    await play.advance('PT31S');
    hotline.heard.splice(0);
    await play.advance('PT4M');
    expect(told()).to.deep.equal([]);
    hotline.answers(200);
    await play.advance('PT2M');
    expect(told()).to.have.length(1);
  });

  it('可以导出成表格', async () => {
    const answer = await fetch(`${play.product().url}/api/results/export?source=mayor-hotline`, { headers: { authorization: `Bearer ${play.product().adminToken}` } });
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines[0]).to.equal('编号,来源编号,来源,状态,时间,办结时间,承办单位,被呼叫单位,结果,重办次数,评价');
    expect(lines).to.have.length(nth - 1 + 1);
    expect(lines[1]).to.include('GD-1,市长热线,已归档').and.to.include('银杏里社区');
    expect((await fetch(`${play.product().url}/api/results/untold`)).status).to.equal(401);
  });
});

describe('回告时被强行结束', function () {
  this.timeout(180_000);
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'told-'))));
  after(async () => {
    await stopAll();
    await rm(folder, { recursive: true });
  });

  it('再启动后每条结果都告知到', async () => {
    const hotline = await aSourceServer(SECRET);
    hotline.answers(503);
    const env = { RESULT_URLS: `mayor-hotline=${hotline.url}`, RESULT_SECRETS: `mayor-hotline=${SECRET}` };
    const first = await startProduct({ dataDir: folder, env });
    const ids: string[] = [];
    for (let nth = 1; nth <= 5; nth++) ids.push((await first.client.intake({ source: 'mayor-hotline', externalId: `K-${nth}`, text: `银杏花园${nth}号楼楼下垃圾桶满了没人清` })).id);
    for (const no of ids) await first.client.command(no, { type: 'finish', result: '已清运' });
    while (hotline.heard.length === 0) await new Promise(setImmediate);
    await first.kill();
    hotline.answers(200);
    hotline.heard.splice(0);
    const second = await startProduct({ dataDir: folder, env: { ...env, ADMIN_TOKEN: first.adminToken } });
    await second.client.settle();
    await second.client.advance('PT20M');
    expect(hotline.heard.map(({ body }) => body['externalId']).sort()).to.deep.equal(['K-1', 'K-2', 'K-3', 'K-4', 'K-5']);
    expect(hotline.heard.every(({ signed }) => signed)).to.equal(true);
    await hotline.stop();
  });
});
