import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { z } from 'zod';
import { createApi, Failed } from '../../web/pages/console/api.ts';

const HALF_A_MINUTE = 30_000;

describe('what the console asks of a server that does not answer', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A console before such a server, whose patience ends when the test says so; `asked` when it has heard, `begun` when it began to answer. */
  const before = async (listener: RequestListener) => {
    let heard: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => void (heard = resolve));
    const server = createServer((request, response) => {
      listener(request, response);
      heard();
    });
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const [waits, impatient] = [[] as number[], new AbortController()];
    const patience = (ms: number) => (waits.push(ms), impatient.signal);
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => void (begin = resolve));
    const request = async (path: string, init: RequestInit) => {
      const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, init);
      begin();
      return response;
    };
    return { api: createApi(() => 'en', (kind) => kind, () => undefined, { request, patience }), asked, begun, waits, lose: () => impatient.abort() };
  };
  const why = (asking: Promise<unknown>) => asking.then(() => expect.fail('it was answered'), (error: unknown) => (error instanceof Failed ? error.message : String(error)));
  const silent: RequestListener = () => undefined;

  it('is said to be late after half a minute', async () => {
    const { api, asked, waits, lose } = await before(silent);
    const ended = why(api.get('/api/today', z.object({})));
    await asked;
    lose();
    expect([await ended, waits]).to.deep.equal(['late', [HALF_A_MINUTE]]);
  });

  it('is said to be perhaps done where something was to be changed', async () => {
    const { api, asked, waits, lose } = await before(silent);
    const ended = why(api.post('/api/bindings', {}, z.object({})));
    await asked;
    lose();
    expect([await ended, waits]).to.deep.equal(['unsure', [HALF_A_MINUTE]]);
  });

  it('is waited for longer where a file is sent', async () => {
    const { api, asked, waits, lose } = await before(silent);
    const ended = why(api.sendFile('/api/setup/map', {}, z.object({})));
    await asked;
    lose();
    expect(await ended).to.equal('unsure');
    expect(waits[0]).to.be.greaterThan(HALF_A_MINUTE);
  });

  it('is said to be late where the answer stops halfway', async () => {
    const { api, begun, lose } = await before((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"half":');
    });
    const ended = why(api.get('/api/today', z.object({})));
    await begun;
    lose();
    expect(await ended).to.equal('late');
  });

  it('is said to be out of reach where nobody is there', async () => {
    const { api } = await before((request) => request.socket.destroy());
    expect(await why(api.get('/api/today', z.object({})))).to.equal('offline');
  });

  describe('and what it asks again', () => {
    /** A server that drops the connection as often as this, then answers; the keys it was sent. */
    const forgetful = async (drops: number) => {
      const keys: unknown[] = [];
      const { api } = await before((request, response) => {
        keys.push(request.headers['idempotency-key']);
        if (keys.length <= drops) return void request.socket.destroy();
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
      return { api, keys };
    };
    const words = { type: 'feed-back', words: '正在疏通' };

    it('has the key of what was not answered', async () => {
      const { api, keys } = await forgetful(1);
      await why(api.post('/api/demands/1/commands', words, z.object({})));
      await api.post('/api/demands/1/commands', words, z.object({}));
      expect(keys[0]).to.match(/^"[\da-f]{32}"$/);
      expect(keys[1]).to.equal(keys[0]);
    });

    it('has the same key where it is pressed twice at once', async () => {
      const { api, keys } = await forgetful(0);
      await Promise.all([1, 2].map(() => api.post('/api/demands/1/commands', words, z.object({}))));
      expect(keys[1]).to.equal(keys[0]);
    });

    it('has another key once it was answered, and for other words', async () => {
      const { api, keys } = await forgetful(0);
      for (const said of [words, words, { ...words, words: '明天再来' }]) await api.post('/api/demands/1/commands', said, z.object({}));
      expect(new Set(keys).size).to.equal(3);
    });
  });
});
