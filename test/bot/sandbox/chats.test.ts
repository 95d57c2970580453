import { expect } from 'chai';
import type { ShownMessage } from '../../../bot/sandbox/chats.ts';
import { createWorld } from '../../../bot/sandbox/world.ts';
import { aSandbox, PIXEL, WORLD, type TestSandbox } from '../../support/wechat-sandbox.ts';

describe("the sandbox's chats", () => {
  let box: TestSandbox;
  beforeEach(async () => {
    box = await aSandbox();
    await box.start();
  });
  afterEach(() => box.stop());

  it('show each chat its own messages, in one order over all of them', async () => {
    await box.say({ from: 'lan', text: '一' });
    await box.say({ from: 'lan', room: 'poplar', text: '二' });
    await box.channel.say({ key: 'k', to: { account: 'lan' }, text: '三' });
    const mine = await box.chats.read({ person: 'lan' }, 0, 10);
    expect(mine.map(({ seq, from, text, kind }) => ({ seq, from, text, kind }))).to.deep.equal([
      { seq: 1, from: 'lan', text: '一', kind: 'text' },
      { seq: 3, from: 'bot', text: '三', kind: 'text' },
    ]);
    expect((await box.chats.read({ room: 'poplar' }, 0, 10)).map(({ text }) => text)).to.deep.equal(['二']);
    expect(await box.chats.read({ person: 'wu' }, 0, 10)).to.deep.equal([]);
  });

  it('show a picture and what is answered', async () => {
    const id = await box.say({ from: 'lan', text: '看', image: PIXEL });
    await box.say({ from: 'lan', text: '就是这个', quote: id });
    const [picture, reply] = await box.chats.read({ person: 'lan' }, 0, 10);
    expect(picture).to.include({ kind: 'image', text: '看' });
    expect(await box.chats.media.read(picture!.image!)).to.deep.include({ type: 'image/png' });
    expect(reply?.quote).to.deep.equal({ id, from: 'lan', text: '看' });
  });

  it('tell each new message as it is shown, until nobody wants to know', async () => {
    const seen: [object, ShownMessage][] = [];
    const stop = box.chats.subscribe((chat, message) => void seen.push([chat, message]));
    await box.say({ from: 'lan', room: 'poplar', text: '一' });
    for (let i = 0; i < 2; i++) await box.channel.say({ key: 'same', to: { account: 'lan' }, text: '二' });
    stop();
    await box.say({ from: 'lan', text: '三' });
    expect(seen.map(([chat, { text }]) => [chat, text])).to.deep.equal([
      [{ room: 'poplar' }, '一'],
      [{ person: 'lan' }, '二'],
    ]);
  });

  it('write the names of those who are called', async () => {
    await box.say({ from: 'lan', room: 'poplar', text: '在吗', mention: true });
    await box.say({ from: 'lan', room: 'poplar', text: '@小哨 在吗' });
    await box.say({ from: 'lan', text: '在吗', mention: true });
    expect((await box.chats.read({ room: 'poplar' }, 0, 10)).map(({ text }) => text)).to.deep.equal(['@小哨\u2005在吗', '@小哨 在吗']);
    expect(box.received.map(({ mentionsBot, text }) => [mentionsBot, text])).to.deep.equal([[true, '在吗'], [true, '在吗'], [false, '在吗']]);
  });

  for (const [what, saying, refusal] of [
    ['a stranger', { from: 'nobody', text: '在吗' }, 'no-such-person'],
    ['the bot', { from: 'bot', text: '在吗' }, 'no-such-person'],
    ['a room that is not there', { from: 'lan', room: 'elm', text: '在吗' }, 'no-such-room'],
    ['somebody outside the room', { from: 'wu', room: 'poplar', text: '在吗' }, 'not-in-room'],
    ['blank words', { from: 'lan', text: ' \n' }, 'nothing-said'],
    ['endless words', { from: 'lan', text: '字'.repeat(20_001) }, 'too-long'],
    ['an answer to nothing', { from: 'lan', text: '好', quote: 'x' }, 'no-such-quote'],
    ['a text as a picture', { from: 'lan', image: 'data:image/png;base64,5LiA' }, 'not-a-picture'],
    ['no base64 as a picture', { from: 'lan', image: '图' }, 'not-a-picture'],
    ['a huge picture', { from: 'lan', image: 'A'.repeat(7_400_000) }, 'too-large'],
  ] as const) {
    it(`refuse ${what}`, async () => {
      expect(await box.chats.say(saying)).to.deep.equal({ ok: false, refusal });
      expect(box.received).to.deep.equal([]);
    });
  }

  it('refuse an answer to a message of another chat', async () => {
    const quote = await box.say({ from: 'wu', text: '私事' });
    expect(await box.chats.say({ from: 'lan', text: '啊', quote })).to.deep.equal({ ok: false, refusal: 'no-such-quote' });
  });

  describe('when a message is taken back', () => {
    it('show nothing of it any more, and tell the bot which it was', async () => {
      const id = await box.say({ from: 'lan', text: '说错了', image: PIXEL });
      await box.say({ from: 'lan', recall: id });
      const [said, taken] = await box.chats.read({ person: 'lan' }, 0, 10);
      expect(said).to.deep.equal({ seq: 1, id, from: 'lan', text: '', at: said!.at, kind: 'recalled' });
      expect(taken).to.include({ from: 'lan', text: '', kind: 'recall' }).and.to.deep.include({ quote: { id, from: 'lan', text: '' } });
      expect(box.received.at(-1)).to.include({ account: 'lan', kind: 'recall', text: '' }).and.to.deep.include({ quote: { messageId: id, text: '' } });
    });

    it('do so in the group, once, however often it is asked', async () => {
      const id = await box.say({ from: 'lan', room: 'poplar', text: '说错了' });
      for (let time = 0; time < 2; time++) await box.say({ from: 'lan', room: 'poplar', recall: id });
      expect((await box.chats.read({ room: 'poplar' }, 0, 10)).map(({ kind }) => kind)).to.deep.equal(['recalled', 'recall']);
    });

    it('refuse what is not one’s own, is of another chat, or was not said', async () => {
      const mine = await box.say({ from: 'lan', room: 'poplar', text: '一' });
      const taken = await box.say({ from: 'lan', room: 'poplar', recall: mine });
      for (const saying of [{ from: 'qi', room: 'poplar', recall: mine }, { from: 'lan', recall: mine }, { from: 'lan', room: 'poplar', recall: taken }, { from: 'lan', recall: 'x' }]) {
        expect(await box.chats.say(saying)).to.deep.equal({ ok: false, refusal: 'not-your-message' });
      }
    });

    it('refuse it after two minutes', async () => {
      const id = await box.say({ from: 'lan', text: '一' });
      box.clock.now = new Date(box.clock.now.getTime() + 2 * 60_000);
      const early = await box.say({ from: 'lan', text: '二' });
      box.clock.now = new Date(box.clock.now.getTime() + 1);
      expect(await box.chats.say({ from: 'lan', recall: id })).to.deep.equal({ ok: false, refusal: 'too-late-to-recall' });
      expect(await box.chats.say({ from: 'lan', recall: early })).to.have.property('ok', true);
    });
  });

  it('take letters of 12,000 characters whole', async () => {
    const text = '字'.repeat(12_000);
    await box.say({ from: 'lan', text });
    expect(box.received[0]?.text).to.equal(text);
  });

  it('never give out a file outside their folder', async () => {
    for (const id of ['../log.jsonl', '/etc/passwd', '..%2flog.jsonl', '']) expect(await box.chats.media.read(id)).to.equal(undefined);
  });

  it('keep nothing while nobody listens', async () => {
    const deaf = await aSandbox();
    const failure = await deaf.chats.say({ from: 'lan', text: '在吗' }).catch((error: unknown) => error);
    expect(failure).to.include({ code: 'not-heard' });
    expect(await deaf.chats.read({ person: 'lan' }, 0, 10)).to.deep.equal([]);
  });

  it('take words from somebody who came later, and in a new room', async () => {
    box.chats.world.putPerson({ id: 'mei', name: '梅姐' });
    box.chats.world.putRoom({ id: 'elm', name: '榆树里', people: ['mei'] });
    await box.say({ from: 'mei', room: 'elm', text: '在吗' });
    expect(box.received[0]).to.include({ accountName: '梅姐', roomName: '榆树里' });
  });

  it('know how many messages are on their way', async () => {
    const slow = await aSandbox({ receive: () => new Promise((resolve) => setImmediate(resolve)) });
    await slow.start();
    const saying = Promise.all([slow.say({ from: 'lan', text: '一' }), slow.say({ from: 'wu', text: '二' })]);
    await new Promise((resolve) => process.nextTick(resolve));
    expect(slow.chats.underWay()).to.equal(2);
    await saying;
    expect(slow.chats.underWay()).to.equal(0);
    await slow.stop();
  });
});

describe("the sandbox's world", () => {
  it('does not mix up people, rooms and the bot', () => {
    const world = createWorld(WORLD);
    expect(() => world.putPerson({ id: 'bot', name: '假' })).to.throw('taken');
    expect(() => world.putPerson({ id: 'poplar', name: '假' })).to.throw('taken');
    expect(() => world.putRoom({ id: 'lan', name: '假', people: [] })).to.throw('taken');
    expect(() => world.putRoom({ id: 'elm', name: '榆', people: ['nobody'] })).to.throw('unknown person');
  });
});
