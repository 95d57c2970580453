import { expect } from 'chai';
import { DemandView } from '../../web/schemas/demand.ts';
import { ProblemDocument } from '../../web/schemas/problem.ts';
import { aDeskPlay } from '../support/desk-play.ts';

describe('一条命令带着 Idempotency-Key 来', () => {
  const play = aDeskPlay();
  let id = '';

  const command = (body: object, key?: string, headers: Readonly<Record<string, string>> = {}, to = id) => {
    const { url, adminToken } = play.product();
    return fetch(`${url}/api/demands/${to}/commands`, { method: 'POST', headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers }, body: JSON.stringify(body) });
  };
  const shown = async (response: Response) => DemandView.parse(await response.json());
  const wrong = async (response: Response) => ProblemDocument.parse(await response.json());
  const entries = async (type: string) => (await play.product().client.demand(id)).timeline.filter((entry) => entry.type === type).length;

  beforeEach(async () => {
    const { client } = play.product();
    const made = await client.intake({ source: 'mayor-hotline', externalId: `K-${String(Math.random())}`, text: '银杏花园6号楼楼下垃圾桶满了没人清', place: '银杏花园6号楼' });
    id = made.id;
    await client.command(id, { type: 'take' });
  });

  it('同时来两次只做一次，两次的回答一样', async () => {
    const [one, other] = await Promise.all([1, 2].map(async () => shown(await command({ type: 'feed-back', words: '正在疏通' }, '"k-1"'))));
    expect(one).to.deep.equal(other);
    expect(await entries('fed-back')).to.equal(1);
  });

  it('没有带就和从前一样，两次做两次', async () => {
    await Promise.all([1, 2].map(() => command({ type: 'feed-back', words: '正在疏通' })));
    expect(await entries('fed-back')).to.equal(2);
  });

  it('名录里没有的地点同时说两次，也只记一次', async () => {
    const before = await entries('located');
    await Promise.all([1, 2, 3].map(() => command({ type: 'locate', place: '老柳树那边的临时棚子' }, 'bare-key')));
    expect(await entries('located')).to.equal(before + 1);
  });

  it('事情往前走了以后再来，得到的还是当时的回答', async () => {
    const first = await shown(await command({ type: 'feed-back', words: '正在疏通' }, '"k-2"'));
    await play.product().client.command(id, { type: 'finish', result: '已疏通' });
    expect(await shown(await command({ type: 'feed-back', words: '正在疏通' }, '"k-2"'))).to.deep.equal(first);
    expect((await play.product().client.demand(id)).status).to.equal('done');
  });

  it('重新启动以后还记得', async () => {
    await command({ type: 'feed-back', words: '正在疏通' }, '"k-3"');
    await play.restart();
    expect((await command({ type: 'feed-back', words: '正在疏通' }, '"k-3"')).status).to.equal(200);
    expect(await entries('fed-back')).to.equal(1);
  });

  it('同一个键写别的内容，说清楚为什么不做', async () => {
    await command({ type: 'feed-back', words: '正在疏通' }, '"k-4"');
    const problem = await wrong(await command({ type: 'feed-back', words: '明天再来' }, '"k-4"', { 'accept-language': 'en' }));
    expect(problem).to.include({ status: 422, refusal: 'key-used' });
    expect(problem.detail).to.contain('Idempotency-Key');
    expect((await wrong(await command({ type: 'finish', result: '好了' }, '"k-4"'))).status).to.equal(422);
    expect(await entries('fed-back')).to.equal(1);
  });

  it('两个不同的内容同时用一个键，只做一个，另一个说不做', async () => {
    const answers = await Promise.all(['疏通中', '等材料'].map((words) => command({ type: 'feed-back', words }, '"k-5"')));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 422]);
    expect(await entries('fed-back')).to.equal(1);
  });

  it('没有做成的不记：做得成的时候可以用同一个键再来', async () => {
    expect((await command({ type: 'report-in' }, '"k-6"')).status).to.equal(409);
    expect((await command({ type: 'feed-back', words: '正在疏通' }, '"k-6"')).status).to.equal(200);
  });

  it('键只算给同一个人、同一件事', async () => {
    const dispatcher = await play.dispatcher();
    await command({ type: 'escalate', reason: '社区没有设备' });
    const before = await entries('fed-back');
    await command({ type: 'feed-back', words: '街道在看' }, '"k-7"');
    expect((await command({ type: 'feed-back', words: '街道在看' }, '"k-7"', dispatcher)).status).to.equal(200);
    expect(await entries('fed-back')).to.equal(before + 2);
  });

  it('并单也只并一次', async () => {
    const { client } = play.product();
    const other = await client.intake({ source: 'mayor-hotline', externalId: `K-${String(Math.random())}`, text: '银杏花园6号楼楼下垃圾桶满了三天', place: '银杏花园6号楼' });
    const answers = await Promise.all([1, 2].map(() => command({ type: 'merge', with: other.id }, '"k-8"')));
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(await entries('absorbed')).to.equal(1);
  });

  for (const key of ['""', '"open', 'two words', 'a'.repeat(256), '%E9%94%AE,']) {
    it(`${key.slice(0, 10)} 不是键`, async () => {
      const problem = await wrong(await command({ type: 'feed-back', words: '正在疏通' }, key));
      expect(problem.status).to.equal(400);
      expect(problem.errors?.map(({ path }) => path)).to.deep.equal(['idempotency-key']);
    });
  }
});
