import { createServer, type Server } from 'node:http';
import { expect } from 'chai';
import express from 'express';
import { createEventStream, type Audience, type EventStream } from '../../web/event-stream.ts';
import { hearStream, portOf, type Hearing } from '../support/hear-stream.ts';

describe('the stream of news', () => {
  let stream: EventStream;
  let server: Server;
  let audience: Audience | undefined;
  const hearings: Hearing[] = [];

  async function hear(lastEventId?: string): Promise<Hearing> {
    const hearing = await hearStream(`http://127.0.0.1:${portOf(server)}/`, lastEventId === undefined ? {} : { 'last-event-id': lastEventId });
    hearings.push(hearing);
    return hearing;
  }

  beforeEach(async () => {
    audience = undefined;
    stream = createEventStream({ firstId: 100, kept: 3, heartbeatMs: 20 });
    server = createServer(express().get('/', (req, res) => stream.open(req, res, audience)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    for (const hearing of hearings.splice(0)) hearing.stop();
    stream.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('tells everybody who listens, numbered', async () => {
    const [one, other] = await Promise.all([hear(), hear()]);
    stream.tell('demand', { id: 'D1' });
    const told = { id: '101', event: 'demand', data: { id: 'D1' } };
    expect(await one.next()).to.deep.equal(told);
    expect(await other.next()).to.deep.equal(told);
  });

  it('keeps one event in one frame whatever is in it', async () => {
    const hearing = await hear();
    stream.tell('message', { text: 'one\r\n\r\nevent: clock\ndata: {}\u2028two' });
    expect((await hearing.next()).data).to.deep.equal({ text: 'one\r\n\r\nevent: clock\ndata: {}\u2028two' });
  });

  it('tells who comes back what they missed', async () => {
    for (const id of ['D1', 'D2', 'D3']) stream.tell('demand', { id });
    const hearing = await hear('101');
    stream.tell('demand', { id: 'D4' });
    expect([await hearing.next(), await hearing.next(), await hearing.next()].map(({ id }) => id)).to.deep.equal(['102', '103', '104']);
  });

  it('says that there is a gap when too much was missed', async () => {
    for (let nth = 1; nth <= 20; nth++) stream.tell('demand', { id: `D${nth}` });
    const hearing = await hear('101');
    expect(await hearing.next()).to.deep.include({ event: 'gap' });
    expect((await hearing.next()).event).to.equal('demand');
  });

  it('says that there is a gap when the number is from another start', async () => {
    stream.tell('demand', { id: 'D1' });
    for (const strange of ['7', '999999']) expect((await (await hear(strange)).next()).event).to.equal('gap');
  });

  it('begins with what comes next for who never listened, or whose number is none', async () => {
    stream.tell('demand', { id: 'D1' });
    for (const hearing of [await hear(), await hear('x'), await hear('-1')]) {
      stream.tell('demand', { id: 'new' });
      expect((await hearing.next()).data).to.deep.equal({ id: 'new' });
    }
  });

  it('lets a quiet line know that it is alive', async () => {
    expect(await (await hear()).comment()).to.equal('still here');
  });

  it('asks again with each beat who may hear what', async () => {
    let mayHear: readonly string[] | undefined = ['street'];
    const again = () => {
      const units = mayHear;
      return Promise.resolve(units && ((of: readonly string[]) => of.some((unit) => units.includes(unit))));
    };
    audience = { sees: () => true, again };
    const hearing = await hear();
    await hearing.comment();
    await hearing.comment();
    stream.tell('demand', { id: 'of the city' }, ['city']);
    stream.tell('demand', { id: 'of the street' }, ['street']);
    expect((await hearing.next()).data).to.deep.equal({ id: 'of the street' });
    mayHear = undefined;
    await hearing.ended;
  });

  it('ends the line of whoever cannot be asked about', async () => {
    audience = { sees: () => true, again: () => Promise.reject(new Error('The store is away')) };
    await (await hear()).ended;
  });

  it('forgets who has gone, and ends when it is closed', async () => {
    const gone = await hear();
    const staying = await hear();
    gone.stop();
    while (stream.listeners() > 1) await new Promise((resolve) => setImmediate(resolve));
    stream.close();
    await staying.ended;
    expect((await fetch(`http://127.0.0.1:${portOf(server)}/`)).status).to.equal(204);
  });
});
