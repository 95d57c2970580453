import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { FileBox } from 'file-box';
import { WechatyBuilder, type Wechaty } from 'wechaty';
import { types } from 'wechaty-puppet';
import { createChats, type Chats } from '../../../bot/sandbox/chats.ts';
import { createMediaStore } from '../../../bot/sandbox/media.ts';
import { SandboxPuppet } from '../../../bot/sandbox/puppet.ts';
import { createWorld } from '../../../bot/sandbox/world.ts';
import { memorySandboxLog } from '../../support/memory-sandbox-log.ts';
import { aSandbox, PIXEL, until, WORLD } from '../../support/wechat-sandbox.ts';

describe("the sandbox's puppet", () => {
  it('has at run time every method that Wechaty may ask a puppet for', () => {
    const mixins = join(createRequire(import.meta.url).resolve('wechaty-puppet').replace(/dist.*$/, ''), 'src', 'mixins');
    const declared = readdirSync(mixins)
      .filter((file) => !file.includes('.spec.'))
      .flatMap((file) => [...readFileSync(join(mixins, file), 'utf8').matchAll(/^ {4}abstract (\w+) *\(/gm)].map((match) => match[1]!));
    expect(declared.length).to.be.above(60);
    expect(declared.filter((name) => !(name in SandboxPuppet.prototype))).to.deep.equal([]);
  });

  it('says clearly what it does not support', async () => {
    const { puppet } = await aSandbox();
    const failure = await puppet.roomQuit('poplar').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error).with.property('message', 'Not supported by the sandbox: roomQuit');
  });

  describe('under Wechaty', () => {
    let bot: Wechaty;
    let chats: Chats;
    let puppet: SandboxPuppet;
    let beats = 0;
    const errors: Error[] = [];

    beforeEach(async () => {
      const log = memorySandboxLog();
      chats = createChats({ world: createWorld(WORLD), log, media: createMediaStore('/nonexistent'), now: () => new Date(1000) });
      puppet = new SandboxPuppet({ chats, heartbeatMs: 1 });
      bot = WechatyBuilder.build({ puppet });
      bot.on('error', (error) => void errors.push(error));
      beats = 0;
      bot.on('heartbeat', () => {
        beats++;
      });
      await bot.start();
    });
    afterEach(async () => {
      await bot.stop();
      expect(errors.splice(0)).to.deep.equal([]);
    });

    it('becomes ready, logged in as the bot, and beats', async () => {
      await bot.ready();
      expect(bot.currentUser.name()).to.equal('小哨');
      await until(() => beats > 3);
    });

    it('loses none of 5,000 messages announced at once, many more than it keeps in memory', async () => {
      const seen = new Set<string>();
      bot.on('message', (message) => {
        seen.add(message.text());
        puppet.marking.settled(message.id, undefined);
      });
      const ids: string[] = [];
      for (let i = 0; i < 5000; i++) ids.push((await chats.answer({ chat: { person: 'lan' }, text: String(i) })).id);
      for (const messageId of ids) puppet.emit('message', { messageId });
      await until(() => seen.size === 5000);
    });

    it('always tells who was mentioned, so that Wechaty need not guess from names', async () => {
      const mentioned: (string[] | undefined)[] = [];
      bot.on('message', (message) => {
        mentioned.push(message.payload && 'mentionIdList' in message.payload ? message.payload.mentionIdList : undefined);
        puppet.marking.settled(message.id, undefined);
      });
      await chats.say({ from: 'lan', room: 'poplar', text: '在吗', mention: true });
      await chats.say({ from: 'lan', room: 'poplar', text: '找@网格员小齐 也行' });
      await chats.say({ from: 'lan', text: '在吗' });
      expect(mentioned).to.deep.equal([['bot'], [], []]);
    });

    it('shows people and rooms as they are now, also after a change', async () => {
      bot.on('message', (message) => puppet.marking.settled(message.id, undefined));
      await chats.say({ from: 'lan', room: 'poplar', text: '在吗' });
      chats.world.putPerson({ id: 'mei', name: '梅姐' });
      chats.world.putRoom({ id: 'poplar', name: '杨树里二网格', people: ['lan', 'mei'] });
      const room = await bot.Room.find({ id: 'poplar' });
      await until(() => room?.payload?.topic === '杨树里二网格');
      expect((await room!.memberAll()).map(({ id }) => id)).to.have.members(['bot', 'lan', 'mei']);
      expect(await room!.topic()).to.equal('杨树里二网格');
      expect((await bot.Contact.find({ id: 'mei' }))?.name()).to.equal('梅姐');
    });

    it('refreshes a room without taking it for a person', async () => {
      const room = await bot.Room.find({ id: 'poplar' });
      const dirty: types.Dirty[] = [];
      puppet.on('dirty', ({ payloadType }) => void dirty.push(payloadType));
      await room!.sync();
      expect(dirty).to.deep.equal([types.Dirty.Room]);
    });

    it('tells a speaker who is not heard in time', async () => {
      const deaf = new SandboxPuppet({ chats, hearingMs: 5 });
      const listening = WechatyBuilder.build({ puppet: deaf });
      await listening.start();
      const failure = await chats.say({ from: 'lan', text: '在吗' }).catch((error: unknown) => error);
      await listening.stop();
      expect(failure).to.include({ code: 'not-heard' });
      chats.listen(undefined);
    });
  });

  it('carries the bot\'s pictures, files, links and places', async () => {
    const { puppet, chats, start, stop } = await aSandbox();
    await start();
    await puppet.messageSendFile('lan', FileBox.fromDataURL(PIXEL, 'p.png'));
    await puppet.messageSendFile('lan', FileBox.fromBuffer(Buffer.from('一'), 'a.txt'));
    await puppet.messageSendUrl('lan', { title: '通知', url: 'https://example.org/' });
    await puppet.messageSendLocation('lan', { latitude: 1, longitude: 2, address: '杨树里', accuracy: 1, name: '杨树里' });
    const shown = await chats.read({ person: 'lan' }, 0, 10);
    expect(shown.map(({ kind }) => kind)).to.deep.equal(['image', 'file', 'link', 'location']);
    expect(shown[1]?.file?.name).to.equal('a.txt');
    expect((await chats.media.read(shown[0]!.image!))?.type).to.equal('image/png');
    await stop();
  });
});
