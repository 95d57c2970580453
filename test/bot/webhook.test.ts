import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect } from 'chai';
import fc from 'fast-check';
import { createTell, pairsIn, targetsIn } from '../../bot/webhook.ts';
import { aSourceServer, type SourceServer } from '../support/source-server.ts';

const SECRET = 'a-secret-of-a-source';
const NOW = new Date('2026-07-06T02:00:00.000Z');

describe('a signed call to a source', () => {
  let server: SourceServer;
  before(async () => void (server = await aSourceServer(SECRET)));
  beforeEach(() => {
    server.heard.splice(0);
    server.answers(200);
  });
  after(() => server.stop());
  const tell = (url = server.url, timeoutMs?: number) => createTell({ targets: new Map([['hotline', { url, secret: SECRET }]]), wall: () => NOW, timeoutMs });

  it('is signed over id, time and exactly the bytes that are sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (result) => {
        server.heard.splice(0);
        expect(await tell()('hotline', 'r-1', { result })).to.deep.equal({ outcome: 'accepted' });
        const [heard] = server.heard;
        expect([heard?.signed, heard?.body['result'], heard?.headers['webhook-timestamp']]).to.deep.equal([true, result, String(NOW.getTime() / 1000)]);
        const altered = createHmac('sha256', SECRET).update(`r-1.${String(NOW.getTime() / 1000)}.${heard?.raw ?? ''} `).digest('base64');
        expect(heard?.headers['webhook-signature']).not.to.equal(`v1,${altered}`);
      }),
      { numRuns: 25 },
    );
  });

  it('is accepted by a success only; what may pass is told from what will not', async () => {
    const outcomes: string[] = [];
    for (const status of [200, 202, 204, 301, 400, 404, 410, 408, 429, 500, 503]) {
      server.answers(status, status === 503 ? { 'retry-after': '120' } : {});
      const told = await tell()('hotline', 'r-1', {});
      outcomes.push(told.outcome === 'accepted' ? `${status} accepted` : `${status} ${told.outcome} ${told.why} ${told.retryAfterMs ?? ''}`.trim());
    }
    expect(outcomes).to.deep.equal(['200 accepted', '202 accepted', '204 accepted', '301 refused redirect', '400 refused code-400', '404 refused code-404', '410 refused code-410', '408 unreachable code-408', '429 unreachable code-429', '500 unreachable code-500', '503 unreachable code-503 120000']);
  });

  it('does not wait for ever, and says when nobody is there', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await tell(`http://127.0.0.1:${port}/`, 50)('hotline', 'r-1', {})).to.deep.equal({ outcome: 'unreachable', why: 'timeout' });
    silent.closeAllConnections();
    silent.close();
    await once(silent, 'close');
    expect(await tell(`http://127.0.0.1:${port}/`)('hotline', 'r-1', {})).to.deep.equal({ outcome: 'unreachable', why: 'unreachable' });
    expect(await tell()('media', 'r-1', {})).to.deep.equal({ outcome: 'refused', why: 'not-configured' });
  });
});

describe('the addresses of sources', () => {
  it('may hold what addresses hold', () => {
    expect([...pairsIn('hotline=https://example.test/a?b=c, media=http://10.0.0.1:8080/x')]).to.deep.equal([['hotline', 'https://example.test/a?b=c'], ['media', 'http://10.0.0.1:8080/x']]);
  });

  it('count only with a secret', () => {
    expect([...targetsIn('hotline=https://example.test/,media=https://example.test/', `media=${SECRET}`)]).to.deep.equal([['media', { url: 'https://example.test/', secret: SECRET }]]);
    expect(targetsIn(undefined, undefined).size).to.equal(0);
  });
});
