import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { aSmallWeb, type SmallWeb } from '../support/small-web.ts';

describe('the pages', () => {
  let web: SmallWeb;
  before(async () => void (web = await aSmallWeb()));
  after(() => web.stop());

  it('begin at the sandbox', async () => {
    const response = await web.get('/');
    expect([response.status, response.headers.get('location')]).to.deep.equal([302, '/sandbox']);
  });

  it('are asked for anew while their assets are kept for ever', async () => {
    const page = await web.get('/sandbox');
    expect([page.status, page.headers.get('cache-control'), page.headers.get('content-type')]).to.deep.equal([200, 'no-cache', 'text/html; charset=utf-8']);
    const asset = await web.get('/assets/page-1a2b.js');
    expect([asset.status, asset.headers.get('cache-control')]).to.deep.equal([200, 'public, max-age=31536000, immutable']);
  });

  it('give scripts compressed to whoever takes them so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pages-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets', 'page-3c4d.js'), 'plain()');
    await writeFile(join(folder, 'assets', 'page-3c4d.js.gz'), gzipSync('packed()'));
    const packed = await aSmallWeb({ pages: folder });
    const asset = (accepts: string) => packed.get('/assets/page-3c4d.js', { 'accept-encoding': accepts });
    const [squeezed, plain] = [await asset('gzip'), await asset('identity')];
    expect([await squeezed.text(), squeezed.headers.get('content-encoding'), squeezed.headers.get('content-type')]).to.deep.equal(['packed()', 'gzip', 'text/javascript; charset=utf-8']);
    expect([await plain.text(), plain.headers.get('content-encoding')]).to.deep.equal(['plain()', null]);
    expect([squeezed.headers.get('vary'), squeezed.headers.get('cache-control')]).to.deep.equal(['Accept-Encoding', 'public, max-age=31536000, immutable']);
    await packed.stop();
    await rm(folder, { recursive: true });
  });

  it('run only scripts of their own, on http too', async () => {
    const { headers } = await web.get('/sandbox');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split(';')).to.include.members(["default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "connect-src 'self'"]);
    expect(policy).not.to.contain('upgrade-insecure-requests').and.not.to.contain('unsafe-eval');
    expect([headers.get('x-powered-by'), headers.get('strict-transport-security'), headers.get('x-content-type-options')]).to.deep.equal([null, null, 'nosniff']);
  });

  it('are hardened for https where people come by it', async () => {
    const secure = await aSmallWeb({ publicUrl: 'https://shaozi.example' });
    const { headers } = await secure.get('/healthz');
    expect(headers.get('content-security-policy')).to.contain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).to.contain('max-age=');
    await secure.stop();
  });

  it('give no file outside their folder', async () => {
    for (const path of ['/assets/../sandbox/index.html', '/assets/%2e%2e/sandbox/index.html', '/assets/..%2fsandbox%2findex.html', '/assets/', '/assets/none.js', '/assets/.hidden']) {
      expect((await web.get(path)).status, path).to.equal(404);
    }
  });

  it('are a 404 while they are not built', async () => {
    const bare = await aSmallWeb({ pages: '/nowhere' });
    expect((await bare.get('/sandbox')).status).to.equal(404);
    await bare.stop();
  });

  it('are one short page where there is no sandbox, in the language asked for', async () => {
    const real = await aSmallWeb({ sandbox: undefined });
    expect(await (await real.get('/')).text()).to.contain('哨子正在运行。');
    expect(await (await real.get('/', { 'accept-language': 'en' })).text()).to.contain('Shaozi is running.').and.to.contain('lang="en"');
    await real.stop();
  });
});
