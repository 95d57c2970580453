import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { problemIn } from '../support/problem-in.ts';
import { aSmallWeb, type SmallWeb } from '../support/small-web.ts';

const SECRET = 'a-secret-of-a-source';
const NOW = new Date('2026-07-06T02:00:00.000Z');

describe('what a source has signed', () => {
  let web: SmallWeb;
  const used = new Set<string>();
  before(async () => {
    web = await aSmallWeb({ signedIntake: { secretOf: (source) => (source === 'resident-app' ? SECRET : undefined), isUsed: (source, id) => Promise.resolve(used.has(`${source} ${id}`)), use: (source, id) => Promise.resolve(void used.add(`${source} ${id}`)), now: () => NOW } });
  });
  after(() => web.stop());

  const matter = { source: 'resident-app', externalId: 'e-1', text: '路灯坏了' };
  const handIn = async (over: Parameters<typeof answerTo>[0] = {}): Promise<number> => (await answerTo(over)).status;
  function answerTo(over: { body?: string; id?: string; at?: number; secret?: string; signed?: string }): Promise<Response> {
    const body = over.body ?? JSON.stringify(matter);
    const id = over.id ?? 'w-1';
    const at = String(over.at ?? NOW.getTime() / 1000);
    const signature = `v1,${createHmac('sha256', over.secret ?? SECRET).update(`${id}.${at}.${over.signed ?? body}`).digest('base64')}`;
    const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature };
    return fetch(`${web.url}/api/intake`, { method: 'POST', headers, body });
  }

  it('is taken without a token, once', async () => {
    expect(await handIn()).to.equal(201);
    expect(await handIn()).to.equal(401);
    expect(await handIn({ id: 'w-2' })).to.equal(200);
  });

  it('is refused when it is altered, old, signed with another secret, or of another source', async () => {
    expect(await handIn({ id: 'w-3', signed: JSON.stringify({ ...matter, text: '别的' }) })).to.equal(401);
    expect(await handIn({ id: 'w-4', at: NOW.getTime() / 1000 - 301 })).to.equal(401);
    expect(await handIn({ id: 'w-5', secret: 'another' })).to.equal(401);
    expect(await handIn({ id: 'w-6', body: JSON.stringify({ ...matter, source: 'unheard-of' }) })).to.equal(401);
    expect(await handIn({ id: 'w-7', body: 'no json' })).to.equal(401);
  });

  it('is told what is wrong with it when it is signed, but no matter', async () => {
    const problem = await problemIn(await answerTo({ id: 'w-8', body: JSON.stringify({ source: 'resident-app', externalId: 'e-1', text: '' }) }));
    expect(problem).to.include({ status: 400 }).and.to.deep.include({ errors: [{ path: 'text', message: '不能为空' }] });
  });

  it('still needs a token when it is not signed', async () => {
    expect((await fetch(`${web.url}/api/intake`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(matter) })).status).to.equal(401);
  });
});
