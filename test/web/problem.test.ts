import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { problemIn } from '../support/problem-in.ts';
import { ADMIN, aSmallWeb, type SmallWeb } from '../support/small-web.ts';

const bearer = { authorization: `Bearer ${ADMIN}` };
const matter = { source: 'hotline', externalId: 'H-1', text: '路灯不亮' };

describe('what goes wrong over HTTP', () => {
  let web: SmallWeb;
  before(async () => void (web = await aSmallWeb()));
  after(() => web.stop());
  beforeEach(() => web.logged.splice(0));

  it('is told as a problem document with a sentence, in Chinese unless asked otherwise', async () => {
    const problem = await problemIn(await web.get('/nowhere'));
    expect(problem).to.include({ type: 'urn:shaozi:problem:not-found', status: 404, detail: '没有找到/nowhere，接口说明见 /openapi.json。' });
  });

  for (const [asked, title] of [
    ['en', 'No such address'],
    ['en-GB,en;q=0.9', 'No such address'],
    ['zh', '没有这个地址'],
    ['zh-TW;q=0.9, en;q=0.2', '没有这个地址'],
    ['fr', '没有这个地址'],
    ['*', '没有这个地址'],
    ['zh-CN;q=0.5, en;q=0.9', 'No such address'],
  ] as const) {
    it(`speaks to Accept-Language: ${asked}`, async () => {
      const response = await web.get('/nowhere', { 'accept-language': asked });
      expect(response.headers.get('vary')).to.contain('Accept-Language');
      expect((await problemIn(response)).title).to.equal(title);
    });
  }

  it('is a 405 with what is allowed for a wrong method', async () => {
    const response = await web.post('/api/demands', {}, bearer);
    expect(response.headers.get('allow')).to.equal('GET, HEAD, OPTIONS');
    expect(await problemIn(response)).to.include({ status: 405, detail: '这个地址只支持：GET, HEAD, OPTIONS。' });
  });

  it('is a 405 with every method of the path', async () => {
    const response = await fetch(`http://127.0.0.1:${web.port}/sandbox/clock`, { method: 'DELETE' });
    expect(response.status).to.equal(405);
    expect(response.headers.get('allow')).to.equal('GET, POST, HEAD, OPTIONS');
  });

  it('is a 401 with a challenge without the right token', async () => {
    for (const authorization of [undefined, 'Bearer', 'Bearer ', `Bearer ${ADMIN}x`, `Bearer ${ADMIN.slice(1)}`, `Basic ${ADMIN}`, ADMIN, `Bearer ${ADMIN} ${ADMIN}`]) {
      const response = await web.get('/api/demands', authorization === undefined ? {} : { authorization });
      expect(response.headers.get('www-authenticate'), authorization).to.match(/^Bearer/);
      expect(await problemIn(response)).to.include({ status: 401 });
    }
  });

  it('asks for the token before it reads a body', async () => {
    expect((await web.post('/api/intake', 'not json')).status).to.equal(401);
  });

  for (const body of ['{', '{"a":', 'null', '"text"', '7', '{"a":1}x', "{'a':1}", '\u0000']) {
    it(`is a 400 for the body ${JSON.stringify(body)}`, async () => {
      expect((await problemIn(await web.post('/api/intake', body, bearer))).type).to.match(/bad-json|invalid/);
    });
  }

  for (const body of ['', '[]', '{}', '[{"source":"a"}]']) {
    it(`lists what is missing in the body ${JSON.stringify(body)}`, async () => {
      const problem = await problemIn(await web.post('/api/intake', body, bearer));
      expect(problem).to.include({ type: 'urn:shaozi:problem:invalid', status: 400 });
      expect(problem.errors).not.to.be.empty;
    });
  }

  it('lists every fault with its path and a sentence in the language asked for', async () => {
    const body = { source: '', externalId: 'a\r\nb', text: 7, occurredAt: '昨天', reporter: { name: '兰婶', admin: true }, colour: 'red' };
    const problem = await problemIn(await web.post('/api/intake', body, { ...bearer, 'accept-language': 'zh-CN' }));
    expect(problem.errors).to.have.deep.members([
      { path: 'source', message: '不能为空' },
      { path: 'externalId', message: '不能含有换行等控制字符' },
      { path: 'text', message: '要填文字' },
      { path: 'occurredAt', message: '要填带时区的时间，例如 2026-11-20T09:30:00+08:00' },
      { path: 'reporter.admin', message: '没有这一项，请去掉' },
      { path: 'colour', message: '没有这一项，请去掉' },
    ]);
    const english = await problemIn(await web.post('/api/intake', body, { ...bearer, 'accept-language': 'en' }));
    expect(english.errors).to.deep.include({ path: 'text', message: 'must be text' });
    expect(english.detail).to.contain('faults: 6');
  });

  for (const [method, path, body, fault, message] of [
    ['post', '/api/intake', { source: 'hotline', externalId: 'H-1' }, 'text', '这一项必须填'],
    ['post', '/api/intake', { ...matter, text: '路'.repeat(20_001) }, 'text', '最多 20000 个字，请写短一些'],
    ['post', '/api/demands/26112001/commands', { type: 'whistel' }, 'type', /^只能填这些：.*escalate, /],
    ['post', '/sandbox/messages', { from: 'lan', text: 'a', mention: 7 }, 'mention', '写法不对，请对照 /openapi.json'],
    ['post', '/sandbox/messages', { from: 'lan', text: 'a', mention: Array.from({ length: 51 }, () => 'lan') }, 'mention', /最多 50 项|写法不对/],
    ['get', '/api/demands?limit=0', undefined, 'limit', '不能小于 1'],
    ['get', '/api/demands?limit=201', undefined, 'limit', '不能大于 200'],
    ['get', '/api/demands?limit=x', undefined, 'limit', '要填整数'],
    ['get', '/api/demands?status=gone', undefined, 'status', /^只能填这些：.*waiting/],
  ] as const) {
    it(`says what to do: ${method} ${path} ${body === undefined ? '' : JSON.stringify(body).slice(0, 60)}`, async () => {
      const problem = await problemIn(await (method === 'get' ? web.get(path, bearer) : web.post(path, body, bearer)));
      const told = problem.errors?.find((one) => one.path === fault)?.message;
      if (typeof message === 'string') expect(told).to.equal(message);
      else expect(told).to.match(message);
    });
  }

  for (const [what, body] of [
    ['__proto__', `{"source":"a","externalId":"b","text":"c","__proto__":{"admin":true}}`],
    ['constructor', `{"source":"a","externalId":"b","text":"c","constructor":{"prototype":{"admin":true}}}`],
    ['a nested __proto__', `{"source":"a","externalId":"b","text":"c","reporter":{"__proto__":{"admin":true}}}`],
  ] as const) {
    it(`refuses a body with ${what}`, async () => {
      const problem = await problemIn(await web.post('/api/intake', body, bearer));
      expect(problem.status).to.equal(400);
      expect('admin' in {}).to.equal(false);
    });
  }

  it('is a 413 for a body above 256 KB', async () => {
    expect(await problemIn(await web.post('/api/intake', { ...matter, text: '路'.repeat(100_000) }, bearer))).to.include({ status: 413, type: 'urn:shaozi:problem:too-large' });
  });

  it('is a 413 for a small body that becomes a large one', async () => {
    const packed = gzipSync(JSON.stringify({ ...matter, text: 'a'.repeat(2_000_000) }));
    const response = await fetch(`http://127.0.0.1:${web.port}/api/intake`, { method: 'POST', headers: { ...bearer, 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: packed });
    expect(await problemIn(response)).to.include({ status: 413 });
  });

  it('is a 400 for a body that is not what its encoding says', async () => {
    const response = await web.post('/api/intake', JSON.stringify(matter), { ...bearer, 'content-encoding': 'gzip' });
    expect(await problemIn(response)).to.include({ status: 400, type: 'urn:shaozi:problem:bad-json' });
  });

  for (const [type, encoding] of [
    ['text/plain', ''],
    ['application/x-www-form-urlencoded', ''],
    ['multipart/form-data; boundary=x', ''],
    ['application/jsonx', ''],
    ['application/json; charset=latin1', ''],
    ['application/json', 'zip'],
  ] as const) {
    it(`is a 415 for ${type} ${encoding}`.trim(), async () => {
      const response = await web.post('/api/intake', JSON.stringify(matter), { ...bearer, 'content-type': type, ...(encoding !== '' && { 'content-encoding': encoding }) });
      expect(await problemIn(response)).to.include({ status: 415 });
    });
  }

  it('is a 409 when somebody else was faster', async () => {
    expect(await problemIn(await web.post('/api/demands/26112001/commands', { type: 'escalate', reason: '管不了' }, bearer))).to.include({ status: 409, type: 'urn:shaozi:problem:conflict' });
  });

  it('is a 500 that tells nothing but the number under which it is logged', async () => {
    const problem = await problemIn(await web.post('/api/demands/26112001/commands', { type: 'finish', result: '修好了' }, { ...bearer, 'x-request-id': 'r-7' }));
    expect(problem).to.include({ status: 500, requestId: 'r-7' });
    expect(JSON.stringify(problem)).not.to.contain('secret');
    const errors = web.logged.filter(({ level }) => level === 'error');
    expect(errors).to.have.length(1);
    expect(errors[0]?.facts).to.deep.include({ requestId: 'r-7', path: '/api/demands/26112001/commands' }).and.to.have.nested.property('err.message', 'secret words: 修好了');
  });

  it('is not an error in the log when the caller is at fault', async () => {
    await web.get('/nowhere');
    await web.post('/api/intake', '{', bearer);
    expect(web.logged.filter(({ level }) => level === 'error')).to.be.empty;
  });

  it('is a 404 for an address that cannot be read', async () => {
    for (const path of ['/api/demands/%E0%A4%A', '/%', '/sandbox/media/%ff']) {
      expect((await problemIn(await web.get(path, bearer))).status, path).to.equal(404);
    }
  });

  it('numbers requests, keeping a number it was given unless it could break a log or a header', async () => {
    expect((await web.get('/healthz', { 'x-request-id': 'abc-1' })).headers.get('x-request-id')).to.equal('abc-1');
    for (const strange of ['a b', 'x'.repeat(65), '{"a":1}']) {
      expect((await web.get('/healthz', { 'x-request-id': strange })).headers.get('x-request-id')).to.match(/^[0-9a-f-]{36}$/);
    }
  });

  it('does not let an encoded line break into a header or the log', async () => {
    const response = await web.get('/nowhere%0d%0aset-cookie:%20a=b', { 'x-request-id': 'one' });
    expect(response.headers.get('set-cookie')).to.equal(null);
    expect(await problemIn(response)).to.include({ status: 404 });
  });

  it('leaves what was asked for in the query out of the log', async () => {
    await web.get('/api/demands?q=%E5%85%B0%E5%A9%B6', bearer);
    expect(JSON.stringify(web.logged)).to.contain('/api/demands').and.not.to.contain('%E5').and.not.to.contain(ADMIN);
  });

  it('is no body at all for HEAD and a plain 204 for OPTIONS', async () => {
    const [head, options] = await Promise.all(['HEAD', 'OPTIONS'].map((method) => fetch(`http://127.0.0.1:${web.port}/healthz`, { method })));
    expect([head?.status, await head?.text()]).to.deep.equal([200, '']);
    expect([options?.status, options?.headers.get('allow')]).to.deep.equal([204, 'GET, HEAD, OPTIONS']);
  });

  it('does not stop the server when a caller goes away half-way', async () => {
    await new Promise<void>((resolve) => {
      const call = request(`http://127.0.0.1:${web.port}/api/intake`, { method: 'POST', headers: { ...bearer, 'content-type': 'application/json', 'content-length': 1000 } });
      call.on('error', () => resolve());
      call.write('{"source":', () => call.destroy());
    });
    expect((await web.get('/healthz')).status).to.equal(200);
  });
});
