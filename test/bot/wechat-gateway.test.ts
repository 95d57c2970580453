import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Puppet } from 'wechaty-puppet';
import { createWechatChannel } from '../../bot/wechat.ts';
import type { Channel, Incoming } from '../../handlers/channel.ts';
import { aSandbox, until } from '../support/wechat-sandbox.ts';

/** What is used of a gateway; the package's own types change those of Node for the whole project, hence no import that the compiler could follow. */
type Gateway = new (options: { endpoint: string; puppet: Puppet; token: string; tls: { disable: boolean } }) => { start(): Promise<void>; stop(): Promise<void> };
const PACKAGE: string = 'wechaty-puppet-service';
/** As a module, as the product loads it: a second copy in the same process does not know the first one's messages. */
const { PuppetServer } = (await import(PACKAGE)) as { PuppetServer: Gateway };

/** Its cache in the home folder is under this name: another run must not meet it. */
const TOKEN = `puppet_service_${randomBytes(8).toString('hex')}`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

describe('Wechaty over a puppet service', () => {
  after(() => rm(join(homedir(), '.wechaty', 'wechaty-puppet-service', TOKEN), { recursive: true, force: true }));

  it('notices the silence of a gateway that was stopped, and loses nothing that was accepted once it is back', async function () {
    this.timeout(60_000);
    await outage(() => Promise.resolve());
  });

  it('dials again when the gateway was not back yet', async function () {
    this.timeout(60_000);
    await outage((warned) => until(() => warned.includes('a silent service could not be reached again')));
  });
});

/** A gateway is stopped, and comes back when `meanwhile` has ended: what was written before and while it was away must arrive. */
async function outage(meanwhile: (warned: readonly string[]) => Promise<void>): Promise<void> {
  const endpoint = `127.0.0.1:${await freePort()}`;
  const box = await aSandbox();
  const gateway = () => new PuppetServer({ endpoint, puppet: box.puppet, token: TOKEN, tls: { disable: true } });
  let server = gateway();
  await server.start();
  const [received, warned]: [Incoming[], string[]] = [[], []];
  let elapsed = 0;
  const channel = remote(endpoint, warned, () => elapsed);
  await channel.start((message) => Promise.resolve(void received.push(message)));
  await until(() => channel.health().up);
  box.chats.say({ from: 'lan', text: '一' }).catch(() => undefined);
  await until(() => received.length === 1);
  await server.stop();
  box.chats.say({ from: 'lan', text: '二' }).catch(() => undefined);
  elapsed = 31_000;
  expect(channel.health()).to.deep.include({ up: false });
  await meanwhile(warned);
  server = gateway();
  await server.start();
  await until(() => {
    elapsed += 10;
    return new Set(received.map(({ messageId }) => messageId)).size === 2;
  });
  expect(new Set(received.map(({ text }) => text))).to.deep.equal(new Set(['一', '二']));
  expect(channel.health().up).to.be.true;
  await channel.stop();
  await server.stop();
  await box.stop();
}

function remote(endpoint: string, warned: string[], elapsed: () => number): Channel {
  return createWechatChannel({
    id: 'remote',
    puppet: 'wechaty-puppet-service',
    puppetOptions: { token: TOKEN, endpoint, tls: { disable: true } },
    capabilities: { groups: true, proactive: { kind: 'always' } },
    log: { info: () => undefined, warn: (_fields: object, message: string) => void warned.push(message), error: () => undefined },
    now: () => new Date(),
    elapsed,
    watchMs: 200,
  });
}
