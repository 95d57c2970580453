import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { expect } from 'chai';
import { createApp } from '../../web/app.ts';
import { listen } from '../../web/listen.ts';
import { SandboxMessages } from '../../web/schemas/sandbox.ts';
import { hearStream } from '../support/hear-stream.ts';
import { problemIn } from '../support/problem-in.ts';
import { aSmallWeb, type SmallWeb } from '../support/small-web.ts';

describe('the sandbox over HTTP', () => {
  let web: SmallWeb;
  beforeEach(async () => void (web = await aSmallWeb()));
  afterEach(() => web.stop());

  it('shows people and rooms', async () => {
    expect(await (await web.get('/sandbox/people')).json()).to.deep.equal({ items: [{ id: 'lan', name: '兰婶', roles: ['resident'], rooms: ['poplar'] }] });
    expect(await (await web.get('/sandbox/rooms')).json()).to.deep.equal({ items: [{ id: 'poplar', name: '杨树里一网格', grid: 'g1', people: ['lan'] }] });
  });

  it('adds a person', async () => {
    const added = await web.post('/sandbox/people', { name: ' 新邻居 ' });
    expect([added.status, await added.json()]).to.deep.equal([201, { id: 'p2', name: '新邻居', roles: ['resident'], rooms: [] }]);
    for (const body of [{}, { name: ' ' }, { name: 'a\nb' }, { name: '长'.repeat(41) }, { name: 'x', roles: ['leader'] }]) {
      expect((await web.post('/sandbox/people', body)).status).to.equal(400);
    }
  });

  describe('says something', () => {
    for (const [what, mention, mentioned] of [
      ['nobody', undefined, []],
      ['nobody on purpose', false, []],
      ['the bot', true, ['bot']],
      ['the bot by name', 'bot', ['bot']],
      ['a person', 'lan', ['lan']],
      ['several', ['lan', true, 'bot'], ['lan', 'bot', 'bot']],
    ] as const) {
      it(`mentioning ${what}`, async () => {
        const said = await web.post('/sandbox/messages', { from: 'lan', room: 'poplar', text: '路灯不亮', mention });
        expect([said.status, await said.json()]).to.deep.equal([202, { id: 'm1' }]);
        expect(web.sandbox.posted[0]).to.deep.equal({ from: 'lan', room: 'poplar', text: '路灯不亮', mention: mentioned });
      });
    }

    it('with a picture alone, up to 5 MB', async () => {
      const image = `data:image/png;base64,${'A'.repeat(7_000_000)}`;
      expect((await web.post('/sandbox/messages', { from: 'lan', image })).status).to.equal(202);
    });

    it('taking one back', async () => {
      expect((await web.post('/sandbox/messages', { from: 'lan', recall: 'm1' })).status).to.equal(202);
      expect(web.sandbox.posted[0]).to.deep.equal({ from: 'lan', recall: 'm1', mention: [] });
    });

    for (const [body, status, refusal] of [
      [{ from: 'nobody', text: 'a' }, 404, 'no-such-person'],
      [{ from: 'lan', recall: 'late' }, 409, 'too-late-to-recall'],
      [{ from: 'lan', recall: 'gone' }, 404, 'not-your-message'],
      [{ from: 'lan', text: 'a', mention: ['lan', 'nobody'] }, 404, 'no-such-person'],
      [{ from: 'lan', text: 'a', quote: 'gone' }, 404, 'no-such-quote'],
      [{ from: 'lan', image: 'huge' }, 413, 'picture-too-large'],
    ] as const) {
      it(`is refused: ${refusal} for ${JSON.stringify(body)}`, async () => {
        const problem = await problemIn(await web.post('/sandbox/messages', body));
        expect(problem).to.include({ status, refusal });
        expect(problem.detail).to.match(/^\p{Script=Han}.*。$/u);
      });
    }

    for (const body of [{ from: 'lan' }, { from: 'lan', text: ' \n' }, { text: 'a' }, { from: 'lan', text: ['a'] }, { from: 'lan', text: 'a', mention: 7 }, { from: 'lan', text: 'a', mention: [[]] }, { from: 'lan', text: 'a', at: 'later' }]) {
      it(`is a 400 for ${JSON.stringify(body)}`, async () => {
        expect(await problemIn(await web.post('/sandbox/messages', body))).to.include({ status: 400 });
        expect(web.sandbox.posted).to.be.empty;
      });
    }

    it('is a 413 above 8 MB', async () => {
      expect(await problemIn(await web.post('/sandbox/messages', { from: 'lan', image: 'A'.repeat(9_000_000) }))).to.include({ status: 413 });
    });
  });

  describe('shows a chat', () => {
    beforeEach(() => {
      for (const text of ['一', '二', '三']) web.sandbox.show({ person: 'lan' }, text);
      web.sandbox.show({ room: 'poplar' }, '群里');
    });

    async function read(query: string) {
      const { items } = SandboxMessages.parse(await (await web.get(`/sandbox/messages?${query}`)).json());
      return items.map(({ text }) => text);
    }

    it('oldest first, from a number on, as many as wanted', async () => {
      expect(await read('person=lan')).to.deep.equal(['一', '二', '三']);
      expect(await read('person=lan&after=1')).to.deep.equal(['二', '三']);
      expect(await read('person=lan&after=1&limit=1')).to.deep.equal(['二']);
      expect(await read('room=poplar')).to.deep.equal(['群里']);
    });

    it('with times of the district', async () => {
      const { items } = SandboxMessages.parse(await (await web.get('/sandbox/messages?room=poplar')).json());
      expect(items[0]).to.deep.equal({ seq: 4, id: 'm4', from: 'lan', text: '群里', at: '2026-11-20T09:30:00.000+08:00', kind: 'text' });
    });

    for (const [query, status] of [
      ['', 400],
      ['person=lan&room=poplar', 400],
      ['person=lan&person=lan', 400],
      ['person=lan&after=-1', 400],
      ['person=lan&limit=1001', 400],
      ['person=nobody', 404],
      ['person=poplar', 404],
      ['room=lan', 404],
      ['person=__proto__', 404],
    ] as const) {
      it(`but not ?${query}`, async () => {
        expect(await problemIn(await web.get(`/sandbox/messages?${query}`))).to.include({ status });
      });
    }
  });

  it('shows pictures, and hands out anything else as a file to be saved', async () => {
    const picture = await web.get('/sandbox/media/picture');
    expect([picture.headers.get('content-type'), (await picture.arrayBuffer()).byteLength]).to.deep.equal(['image/png', 3]);
    const page = await web.get('/sandbox/media/page');
    expect([page.headers.get('content-type'), page.headers.get('content-disposition')]).to.deep.equal(['application/octet-stream', 'attachment']);
    for (const id of ['none', '..%2f..%2fetc%2fpasswd']) expect(await problemIn(await web.get(`/sandbox/media/${id}`))).to.include({ status: 404 });
  });

  it('tells the time and moves it forward', async () => {
    expect(await (await web.get('/sandbox/clock')).json()).to.deep.equal({ now: '2026-11-20T09:30:00.000+08:00', nextDueAt: '2026-11-20T13:30:00.000+08:00' });
    expect(await (await web.post('/sandbox/clock', { advance: 'P1DT1H5M' })).json()).to.deep.equal({ now: '2026-11-21T10:35:00.000+08:00' });
    expect(await (await web.post('/sandbox/settle', {})).json()).to.deep.equal({ now: '2026-11-21T10:35:00.000+08:00' });
  });

  it('settles without a body too', async () => {
    expect((await fetch(`http://127.0.0.1:${web.port}/sandbox/settle`, { method: 'POST' })).status).to.equal(200);
  });

  for (const advance of ['PT0S', '-PT1H', 'P401D', 'PT9601H', '1 hour', '', 3600, null]) {
    it(`does not move the clock by ${JSON.stringify(advance)}`, async () => {
      const problem = await problemIn(await web.post('/sandbox/clock', { advance }));
      expect(problem.errors?.map(({ path }) => path)).to.deep.equal(['advance']);
      expect(web.sandbox.clock.now().toISOString()).to.equal('2026-11-20T01:30:00.000Z');
    });
  }

  it('shows the newest demands and one whole', async () => {
    expect(await (await web.get('/sandbox/demands?limit=1')).json()).to.have.nested.property('items[0].id', '26112001');
    expect(await (await web.get('/sandbox/demands/26112001')).json()).to.have.nested.property('timeline[0].hash', 'h1');
    expect(await problemIn(await web.get('/sandbox/demands/7'))).to.include({ status: 404 });
  });

  it('tells what happens as it happens, and after a break what was missed', async () => {
    const hearing = await hearStream(`http://127.0.0.1:${web.port}/sandbox/stream`);
    await web.post('/sandbox/messages', { from: 'lan', text: '路灯不亮' });
    web.sandbox.changed('26112001');
    const message = await hearing.next();
    expect(message).to.deep.include({ event: 'message' });
    expect(message.data).to.deep.include({ person: 'lan' }).and.to.have.nested.property('item.text', '路灯不亮');
    expect(await hearing.next()).to.deep.include({ event: 'demand', data: { id: '26112001' } });
    hearing.stop();

    await web.post('/sandbox/clock', { advance: 'PT1H' });
    web.sandbox.show({ room: 'poplar' }, '群里');
    const back = await hearStream(`http://127.0.0.1:${web.port}/sandbox/stream`, { 'last-event-id': message.id });
    expect([await back.next(), await back.next(), await back.next()].map(({ event }) => event)).to.deep.equal(['demand', 'clock', 'message']);
    back.stop();
  });

  it('ends its streams when the server stops, at once', async () => {
    const own = await aSmallWeb();
    const hearing = await hearStream(`http://127.0.0.1:${own.port}/sandbox/stream`);
    await own.stop();
    await hearing.ended;
    own.sandbox.show({ person: 'lan' }, 'nobody hears this');
  });

  describe('answers on this computer only', () => {
    function call(headers: Record<string, string>, path = '/sandbox/people', host = '127.0.0.1', port = web.port): Promise<number | undefined> {
      return new Promise((resolve, reject) => void request({ host, port, path, headers }, (response) => resolve(response.resume().statusCode)).on('error', reject).end());
    }

    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:8080', '[::1]:3000', 'LOCALHOST']) {
      it(`called ${host}`, async () => expect(await call({ host })).to.equal(200));
    }

    for (const host of ['evil.example', 'localhost.evil.example', 'localhost@evil.example', '127.0.0.1.nip.example', '10.0.0.1', 'a b']) {
      it(`not called ${JSON.stringify(host)}`, async () => expect(await call({ host })).to.be.oneOf([400, 403]));
    }

    for (const [origin, status] of [['http://localhost:5173', 200], ['http://127.0.0.1', 200], ['https://evil.example', 403], ['null', 403], ['http://localhost.evil.example', 403]] as const) {
      it(`${status === 200 ? '' : 'not '}for a page of ${origin}`, async () => expect(await call({ host: 'localhost', origin })).to.equal(status));
    }

    it('not for another computer, whatever name it uses', async function () {
      const outside = Object.values(networkInterfaces()).flat().find((one) => one?.family === 'IPv4' && !one.internal);
      if (outside === undefined) this.skip();
      const wide = await listen(createApp(web.deps), { host: '0.0.0.0', port: 0 });
      try {
        expect(await call({ host: 'localhost' }, '/sandbox/people', outside.address, wide.port)).to.equal(403);
        expect(await call({ host: 'localhost' }, '/sandbox', outside.address, wide.port)).to.equal(403);
        expect(await call({ host: 'localhost' }, '/healthz', outside.address, wide.port)).to.equal(200);
      } finally {
        await wide.stop();
      }
    });
  });

  it('is not there without the sandbox channel', async () => {
    const real = await aSmallWeb({ sandbox: undefined });
    for (const path of ['/sandbox', '/sandbox/people', '/sandbox/stream', '/sandbox/clock']) expect((await real.get(path)).status, path).to.equal(404);
    expect(JSON.stringify(await (await real.get('/openapi.json')).json())).not.to.contain('/sandbox');
    await real.stop();
  });
});
