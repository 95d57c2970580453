import { expect } from 'chai';
import { createAsk } from '../../web/pages/matter/matter.ts';
import type { MatterView } from '../../web/schemas/matter.ts';

const VIEW: MatterView = {
  now: '2026-11-20T09:30:00.000+08:00', no: '10001', status: 'handling', statusText: '', words: '', place: '', category: '', raisedAt: '2026-11-20T09:30:00.000+08:00', unit: '', next: '',
  stages: [], steps: [], pictures: [], mayAdd: true, mayRate: false,
};

describe('what a resident sends from the own matter', () => {
  const keys: (string | null)[] = [];
  const line = (...answers: readonly (Response | undefined)[]) => {
    const left = [...answers];
    return createAsk('a-link', (_path, init) => {
      keys.push(new Headers(init.headers).get('idempotency-key'));
      const answer = left.shift();
      return answer === undefined ? Promise.reject(new TypeError('no network')) : Promise.resolve(answer);
    });
  };
  const fine = () => new Response(JSON.stringify(VIEW));
  const change = { what: 'words', body: { words: '还在漏' } } as const;
  const send = (ask: ReturnType<typeof createAsk>) => ask('zh-CN', change).then(() => 'done', (error: unknown) => String(error));

  beforeEach(() => void keys.splice(0));

  it('goes under the same key again where nobody knows whether it arrived', async () => {
    const ask = line(undefined, new Response('', { status: 502 }), fine());
    expect(await send(ask)).not.to.equal('done');
    expect(await send(ask)).not.to.equal('done');
    expect(await send(ask)).to.equal('done');
    expect(new Set(keys).size).to.equal(1);
  });

  it('goes under another once it was answered, and what only looks under none', async () => {
    const refused = new Response(JSON.stringify({ type: 'urn:x', title: 't', status: 409, detail: 'd', requestId: 'r' }), { status: 409 });
    const ask = line(fine(), refused, fine(), fine());
    await send(ask);
    await send(ask);
    await send(ask);
    await ask('zh-CN');
    expect(new Set(keys.slice(0, 3)).size).to.equal(3);
    expect(keys[3]).to.equal(null);
  });
});
