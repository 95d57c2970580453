import { mkdtemp, readdir, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { types } from 'wechaty-puppet';
import { createLog } from '../../bot/log.ts';
import { createWechatChannel } from '../../bot/wechat.ts';
import type { Incoming } from '../../handlers/channel.ts';
import { memorySandboxLog } from '../support/memory-sandbox-log.ts';
import { aSandbox, PIXEL, shownTo, until, type TestSandbox, type TestSandboxOptions } from '../support/wechat-sandbox.ts';

describe('the WeChat channel', () => {
  let box: TestSandbox | undefined;
  afterEach(async () => {
    await box?.stop();
    box = undefined;
  });

  async function started(over: TestSandboxOptions = {}): Promise<TestSandbox> {
    box = await aSandbox(over);
    await box.start();
    return box;
  }

  async function heard(saying: Parameters<TestSandbox['say']>[0]): Promise<Incoming> {
    const { say, received } = await started();
    await say(saying);
    return received[0]!;
  }

  describe('brings', () => {
    it('a private message, with who said it and when', async () => {
      const message = await heard({ from: 'lan', text: ' 楼道灯不亮 ' });
      expect(message).to.deep.include({ channel: 'sandbox', account: 'lan', accountName: '兰婶', room: undefined, kind: 'text', text: '楼道灯不亮', mentionsBot: false });
      expect(message.at.toISOString()).to.equal('2025-03-03T01:00:00.000Z');
    });

    it('a group message, with its group', async () => {
      const message = await heard({ from: 'lan', room: 'poplar', text: '今天好冷' });
      expect(message).to.deep.include({ account: 'lan', room: 'poplar', roomName: '杨树里一网格', mentionsBot: false, text: '今天好冷' });
    });

    it('a call to the bot without its name', async () => {
      const message = await heard({ from: 'lan', room: 'poplar', text: '井盖松了', mention: true });
      expect(message).to.deep.include({ mentionsBot: true, text: '井盖松了' });
    });

    it('a call to somebody else as it was written', async () => {
      const message = await heard({ from: 'lan', room: 'poplar', text: '来看看', mention: ['qi'] });
      expect(message).to.deep.include({ mentionsBot: false, text: '@网格员小齐\u2005来看看' });
    });

    it('the message that is answered, with its speaker', async () => {
      const { say, received } = await started();
      const id = await say({ from: 'qi', room: 'poplar', text: '三号楼下有积水' });
      await say({ from: 'lan', room: 'poplar', text: '#上报', quote: id });
      expect(received[1]?.quote).to.deep.equal({ messageId: id, account: 'qi', text: '三号楼下有积水' });
      expect(received[1]?.text).to.equal('#上报');
    });

    it('the message that is answered also when it is written into the text', async () => {
      const message = await heard({ from: 'lan', room: 'poplar', text: '「网格员小齐：三号楼下有积水\n很深」\n- - - - - - - - - - - - - - -\n@小哨 #上报', mention: true });
      expect(message.quote).to.deep.equal({ text: '三号楼下有积水\n很深' });
      expect(message).to.deep.include({ text: '#上报', mentionsBot: true });
    });

    it('a picture with its words, whose bytes are fetched when wanted', async () => {
      const message = await heard({ from: 'lan', text: '就是这里', image: PIXEL });
      expect(message).to.deep.include({ kind: 'image', text: '就是这里' });
      expect(Buffer.from(await message.media!.bytes()).toString('base64')).to.equal(PIXEL.split(',')[1]);
    });

    for (const [kind, name] of [['audio', 'a.mp3'], ['video', 'v.mp4'], ['file', 'f.pdf'], ['sticker', 's.gif']] as const) {
      it(`${kind} as ${kind}`, async () => {
        const message = await heard({ from: 'lan', file: { kind, name, bytes: new Uint8Array([1, 2, 3]) } });
        expect(message).to.deep.include({ kind, text: '' });
        expect(message.media?.name).to.equal(name);
        expect([...(await message.media!.bytes())]).to.deep.equal([1, 2, 3]);
      });
    }

    it('a location', async () => {
      const location = { latitude: 30.5, longitude: 114.3, address: '杨树里二号' };
      expect(await heard({ from: 'lan', location })).to.deep.include({ kind: 'location', text: '', location });
    });

    it('a link by its title and address', async () => {
      const message = await heard({ from: 'lan', link: { title: '通知', url: 'https://example.org/a' } });
      expect(message).to.deep.include({ kind: 'link', text: '通知\nhttps://example.org/a' });
    });

    it('that a message is taken back, which other puppets tell by its id', async () => {
      const { say, received, puppet } = await started();
      const messageId = await say({ from: 'lan', text: '发错了' });
      const payload = puppet.messagePayload.bind(puppet);
      puppet.messagePayload = async (id) => {
        const said = await payload(id);
        return said.text === 'takes it back' ? { ...said, type: types.Message.Recalled, text: messageId } : said;
      };
      await say({ from: 'lan', text: 'takes it back' });
      expect(received[1]).to.deep.include({ account: 'lan', kind: 'recall', text: '', quote: { messageId, text: '' } });
    });

    it('the same message again when it comes again: forgetting it is the inbox\'s work', async () => {
      const { say, received, puppet } = await started();
      const messageId = await say({ from: 'lan', text: '在吗' });
      puppet.emit('message', { messageId });
      await until(() => received.length === 2);
      expect(received[1]).to.deep.equal(received[0]);
    });
  });

  describe('does not bring', () => {
    it('the bot\'s own words back', async () => {
      const { channel, received, say } = await started({ puppetOver: { echo: true } });
      await channel.say({ key: 'k', to: { account: 'lan' }, text: '收到' });
      await say({ from: 'lan', text: '好' });
      expect(received.map(({ text }) => text)).to.deep.equal(['好']);
    });
  });

  describe('when the inbox fails', () => {
    it('offers the message again, and hands it over once that works', async () => {
      let tries = 0;
      const { say, logged, channel } = await started({
        receive: () => (++tries < 3 ? Promise.reject(new Error('the store is away')) : Promise.resolve()),
      });
      await say({ from: 'lan', text: '好' });
      expect(tries).to.equal(3);
      expect(logged.filter(({ level }) => level === 'warn')).to.have.length(2);
      expect(channel.health()).to.deep.include({ up: true, detail: undefined });
    });

    it('lives on, tells the speaker, says so loudly and counts the loss', async () => {
      const taken: string[] = [];
      const { say, logged, channel } = await started({
        receive: (message) => (message.text === '坏' ? Promise.reject(new Error('never')) : Promise.resolve(void taken.push(message.text))),
      });
      const failure = await say({ from: 'lan', text: '坏' }).catch((error: unknown) => error);
      await say({ from: 'lan', text: '好' });
      expect(failure).to.be.instanceOf(Error).with.property('message', 'never');
      expect(taken).to.deep.equal(['好']);
      expect(logged.filter(({ level }) => level === 'error').map(({ message }) => message)).to.deep.equal(['a message could not be stored and is lost']);
      expect(channel.health().detail).to.equal('1 messages could not be stored');
    });
  });

  it('survives an error of its puppet, and logs it', async () => {
    const { puppet, logged, say, received } = await started();
    puppet.emit('error', new Error('the line broke'));
    puppet.emit('message', { messageId: 'not-there' });
    await say({ from: 'lan', text: '好' });
    await until(() => logged.filter(({ level }) => level === 'error').length >= 2);
    expect(received).to.have.length(1);
  });

  describe('in a burst', () => {
    it('of 5,000 loses none, and their times put each chat in order', async () => {
      const { chats, received } = await started();
      const rooms = [undefined, 'poplar'];
      const said = await Promise.all(Array.from({ length: 5000 }, (_, i) => chats.say({ from: 'lan', room: rooms[i % 2], text: String(i) })));
      expect(said.every(({ ok }) => ok)).to.equal(true);
      expect(new Set(received.map(({ messageId }) => messageId)).size).to.equal(5000);
      for (const room of rooms) {
        const mine = received.filter((message) => message.room === room).sort((a, b) => a.at.getTime() - b.at.getTime());
        const numbers = mine.map(({ text }) => Number(text));
        expect(numbers).to.deep.equal([...numbers].sort((a, b) => a - b));
        expect(new Set(mine.map(({ at }) => at.getTime())).size).to.equal(2500);
      }
    });

    it('never has more on the way than it can bring again after a death', async () => {
      let most = 0;
      let now = 0;
      const { chats } = await started({
        receive: async () => {
          most = Math.max(most, ++now);
          await new Promise(setImmediate);
          now--;
        },
      });
      await Promise.all(Array.from({ length: 1000 }, (_, i) => chats.say({ from: 'wu', text: String(i) })));
      expect(most).to.be.within(2, 200);
    });
  });

  it('brings the last messages again after a new start, with the same ids and times', async () => {
    const sandboxLog = memorySandboxLog();
    const first = await started({ sandboxLog });
    for (const text of ['一', '二']) await first.say({ from: 'lan', text });
    await first.channel.say({ key: 'k', to: { account: 'lan' }, text: '收到' });
    await first.stop();

    const second = await started({ sandboxLog });
    await until(() => second.received.length === 2);
    expect(second.received.map(({ messageId, text, at }) => ({ messageId, text, at }))).to.have.deep.members(
      first.received.map(({ messageId, text, at }) => ({ messageId, text, at })),
    );
  });

  describe('says', () => {
    it('a letter to a person and to a room', async () => {
      const { channel, chats } = await started();
      const sent = await channel.say({ key: 'a', to: { account: 'lan' }, text: '已登记' });
      await channel.say({ key: 'b', to: { room: 'poplar' }, text: '已收到' });
      expect(sent.outcome).to.equal('sent');
      expect(await shownTo(chats, 'lan')).to.deep.equal(['已登记']);
      expect((await chats.read({ room: 'poplar' }, 0, 10)).map(({ text }) => text)).to.deep.equal(['已收到']);
    });

    it('a letter once, however often it is told to, and knows that it did', async () => {
      const { channel, chats } = await started();
      expect(await channel.said('a')).to.equal(false);
      const letter = { key: 'a', to: { account: 'lan' }, text: '已登记' };
      const outcomes = await Promise.all([channel.say(letter), channel.say(letter)]);
      outcomes.push(await channel.say(letter));
      expect(await shownTo(chats, 'lan')).to.deep.equal(['已登记']);
      expect(new Set(outcomes.map((outcome) => outcome.outcome === 'sent' && outcome.messageId)).size).to.equal(1);
      expect(await channel.said('a')).to.equal(true);
    });

    it('equal words twice when they are two letters', async () => {
      const { channel, chats } = await started();
      for (const key of ['a', 'b']) await channel.say({ key, to: { account: 'lan' }, text: '请评价' });
      expect(await shownTo(chats, 'lan')).to.deep.equal(['请评价', '请评价']);
    });

    it('nothing to somebody who does not exist', async () => {
      const { channel } = await started();
      expect(await channel.say({ key: 'a', to: { account: 'nobody' }, text: '在吗' })).to.deep.equal({ outcome: 'refused', reason: 'no-such-recipient' });
    });

    it('nothing while it is not logged in, which is an outage', async () => {
      const sandbox = await aSandbox();
      const failure = await sandbox.channel.say({ key: 'a', to: { account: 'lan' }, text: '在吗' }).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error);
    });
  });

  describe('is down', () => {
    it('before it starts and after it stops', async () => {
      const sandbox = await aSandbox();
      expect(sandbox.channel.health()).to.deep.include({ up: false, detail: 'not logged in' });
      await sandbox.start();
      expect(sandbox.channel.health().up).to.equal(true);
      await sandbox.stop();
      expect(sandbox.channel.health().up).to.equal(false);
    });

    it('when nothing was heard for more than half a minute, whatever the clock says', async () => {
      let elapsed = 0;
      const { channel, say, clock } = await started({ channelOver: { elapsed: () => elapsed } });
      await say({ from: 'lan', text: '好' });
      clock.now = new Date('2025-03-05T01:00:00.000Z');
      elapsed = 30_000;
      expect(channel.health()).to.deep.include({ up: true, lastHeardAt: new Date('2025-03-03T01:00:00.000Z') });
      elapsed = 31_000;
      expect(channel.health()).to.deep.include({ up: false, detail: 'nothing heard for 31 s' });
      await say({ from: 'lan', text: '在吗' });
      expect(channel.health()).to.deep.include({ up: true, lastHeardAt: clock.now });
    });
  });

  describe('keeps to itself', () => {
    it('loading no puppet but the one it was given', async () => {
      await started();
      const { cache } = createRequire(import.meta.url);
      expect(Object.keys(cache).filter((file) => file.includes('wechat4u'))).to.deep.equal([]);
    });

    it('leaving no file in the working folder', async () => {
      const before = process.cwd();
      const folder = await realpath(await mkdtemp(join(tmpdir(), 'cwd-')));
      process.chdir(folder);
      try {
        const { say } = await started();
        await say({ from: 'lan', text: '好' });
        await box?.stop();
        box = undefined;
        expect(await readdir(folder)).to.deep.equal([]);
      } finally {
        process.chdir(before);
      }
    });

    for (const puppet of ['', 'wechat', 'wechaty-puppet-official-account']) {
      it(`refusing "${puppet}" as a puppet`, () => {
        const build = () =>
          createWechatChannel({
            id: 'x',
            puppet,
            capabilities: { groups: true, proactive: { kind: 'always' } },
            log: createLog({ level: 'silent' }),
            now: () => new Date(0),
          });
        expect(build).to.throw(Error, puppet === '' ? 'not the name of a puppet' : puppet);
      });
    }
  });

  it('gives the code that must be scanned until the account is logged in, and writes it into no log', async () => {
    const { channel, puppet, logged, clock } = await started();
    expect(channel.login?.()).to.equal(undefined);
    await puppet.logout('gone');
    puppet.emit('scan', { qrcode: 'https://login.example/one', status: 2 });
    clock.now = new Date('2025-03-03T01:01:00.000Z');
    puppet.emit('scan', { qrcode: 'https://login.example/two', status: 2 });
    await until(() => channel.login?.()?.code === 'https://login.example/two');
    expect(channel.login?.()?.at).to.deep.equal(clock.now);
    puppet.emit('scan', { qrcode: 'https://login.example/two', status: 4 });
    await until(() => channel.login?.() === undefined);
    expect(JSON.stringify(logged)).to.include('a code must be scanned').and.not.include('login.example');
  });
});
