import { expect } from 'chai';
import express from 'express';
import { listen } from '../../web/listen.ts';

describe('the server', () => {
  it('fails to start on a port that is taken', async () => {
    const first = await listen({ app: express(), close: () => undefined }, { host: '127.0.0.1', port: 0 });
    const second = await listen({ app: express(), close: () => undefined }, { host: '127.0.0.1', port: first.port }).catch((error: unknown) => error);
    expect(second).to.have.property('code', 'EADDRINUSE');
    await first.stop();
  });

  it('lets what is under way end before it stops', async () => {
    let began: () => void = () => undefined;
    let end: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (began = resolve));
    const app = express().get('/', (_req, res) => {
      end = () => void res.send('done');
      began();
    });
    const server = await listen({ app, close: () => undefined }, { host: '127.0.0.1', port: 0 });
    const answer = fetch(`http://127.0.0.1:${server.port}/`);
    await underWay;
    const stopped = server.stop();
    end();
    expect(await (await answer).text()).to.equal('done');
    await stopped;
  });

  it('cuts off what does not end', async () => {
    let began: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (began = resolve));
    const server = await listen({ app: express().get('/', () => began()), close: () => undefined }, { host: '127.0.0.1', port: 0, patienceMs: 10 });
    const answer = fetch(`http://127.0.0.1:${server.port}/`).catch(() => 'cut off');
    await underWay;
    await server.stop();
    expect(await answer).to.equal('cut off');
  });
});
