import { expect } from 'chai';
import { createSender, SenderStopped, type SendingLimits } from '../../bot/sender.ts';
import type { Outgoing, SayResult } from '../../handlers/channel.ts';
import { until } from '../support/wechat-sandbox.ts';

const NONE: SendingLimits = { perConversationMs: 0, perAccountMs: 0, maxConcurrent: 0 };
const letter = (i: number, to: Outgoing['to'] = { account: `p${i}` }): Outgoing => ({ key: `k${i}`, to, text: String(i) });

/** A channel that notes when each letter was said, and says it after `takes` turns of the event loop. */
function aChannel(takes: (letter: Outgoing) => number = () => 1) {
  const said: { text: string; at: number }[] = [];
  async function say(outgoing: Outgoing): Promise<SayResult> {
    const at = performance.now();
    for (let i = takes(outgoing); i > 0; i--) await new Promise(setImmediate);
    said.push({ text: outgoing.text, at });
    return { outcome: 'sent', messageId: outgoing.key };
  }
  return { say, said };
}

/** A channel whose letters stay under way until it is opened. */
function aClosedChannel() {
  const under: string[] = [];
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  async function say({ text }: Outgoing): Promise<SayResult> {
    under.push(text);
    await opened;
    return { outcome: 'sent' };
  }
  return { say, under, open };
}

describe('the sender', () => {
  it('gives back what the channel makes of a letter', async () => {
    const sender = createSender({ channel: aChannel(), limits: NONE });
    expect(await sender.send(letter(1))).to.deep.equal({ outcome: 'sent', messageId: 'k1' });
    const limited = createSender({ channel: { say: () => Promise.resolve({ outcome: 'limited', retryAfterMs: 5 }) }, limits: { ...NONE, perAccountMs: 1 } });
    expect(await limited.send(letter(1))).to.deep.equal({ outcome: 'limited', retryAfterMs: 5 });
    await limited.stop({ drain: true });
  });

  for (const [name, limits] of [['without limits', NONE], ['with a limit for each conversation', { ...NONE, perConversationMs: 1 }], ['with a limit for the account', { ...NONE, perAccountMs: 1 }]] as const) {
    describe(name, () => {
      it('keeps the order within a conversation, however long each letter takes', async () => {
        const channel = aChannel(({ text }) => 20 - Number(text));
        const sender = createSender({ channel, limits });
        await Promise.all(Array.from({ length: 20 }, (_, i) => sender.send(letter(i, { room: 'r' }))));
        expect(channel.said.map(({ text }) => Number(text))).to.deep.equal(Array.from({ length: 20 }, (_, i) => i));
        await sender.stop({ drain: true });
      });

      it('goes on after an outage, which it passes on', async () => {
        let calls = 0;
        const say = (): Promise<SayResult> => (++calls === 1 ? Promise.reject(new Error('no line')) : Promise.resolve({ outcome: 'sent' }));
        const sender = createSender({ channel: { say }, limits });
        const [first, second] = await Promise.allSettled([sender.send(letter(1, { room: 'r' })), sender.send(letter(2, { room: 'r' }))]);
        expect([first.status, second.status]).to.deep.equal(['rejected', 'fulfilled']);
        expect(sender.pending()).to.equal(0);
        await sender.stop({ drain: true });
      });
    });
  }

  it('waits between two letters to the same person', async () => {
    const channel = aChannel();
    const sender = createSender({ channel, limits: { ...NONE, perConversationMs: 40 } });
    const started = performance.now();
    await Promise.all([1, 2, 3].map((i) => sender.send(letter(i, { account: 'lan' }))));
    expect(channel.said[1]!.at - started).to.be.above(35);
    expect(channel.said[2]!.at - started).to.be.above(75);
    await sender.stop({ drain: true });
  });

  it('does not wait between two conversations, be they a person and a room of the same id', async () => {
    const sender = createSender({ channel: aChannel(), limits: { ...NONE, perConversationMs: 5000 } });
    await Promise.all([sender.send(letter(1, { account: 'x' })), sender.send(letter(2, { room: 'x' }))]);
    await sender.stop({ drain: true });
  });

  it('waits between any two letters of the account', async () => {
    const channel = aChannel();
    const sender = createSender({ channel, limits: { ...NONE, perAccountMs: 30 } });
    const started = performance.now();
    await Promise.all([1, 2, 3].map((i) => sender.send(letter(i))));
    expect(channel.said[2]!.at - started).to.be.above(55);
    await sender.stop({ drain: true });
  });

  it('says no more letters at once than allowed, and the others after', async () => {
    const channel = aClosedChannel();
    const sender = createSender({ channel, limits: { ...NONE, maxConcurrent: 3 } });
    const sending = Array.from({ length: 12 }, (_, i) => sender.send(letter(i)));
    await until(() => channel.under.length >= 3);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(channel.under).to.deep.equal(['0', '1', '2']);
    channel.open();
    await Promise.all(sending);
    expect(channel.under).to.have.length(12);
    await sender.stop({ drain: true });
  });

  it('forgets the queues of conversations that have gone quiet', async () => {
    for (const limits of [NONE, { ...NONE, perConversationMs: 1 }]) {
      const sender = createSender({ channel: aChannel(), limits, idleMs: 20 });
      const sending = Promise.all(Array.from({ length: 50 }, (_, i) => sender.send(letter(i))));
      expect(sender.queues()).to.equal(50);
      await sending;
      await until(() => sender.queues() === 0);
      await sender.stop({ drain: true });
    }
  });

  it('carries thousands of letters a second over many conversations when there is no limit', async () => {
    const sender = createSender({ channel: aChannel(), limits: NONE });
    const started = performance.now();
    await Promise.all(Array.from({ length: 5000 }, (_, i) => sender.send(letter(i, { account: `p${i % 200}` }))));
    expect(5000 / ((performance.now() - started) / 1000)).to.be.above(1000);
  });

  describe('when it stops', () => {
    for (const limits of [NONE, { ...NONE, perConversationMs: 10 }, { ...NONE, perAccountMs: 10 }]) {
      it(`says what waits when it shall drain: ${JSON.stringify(limits)}`, async () => {
        const channel = aChannel();
        const sender = createSender({ channel, limits });
        const sending = [1, 2, 3].map((i) => sender.send(letter(i, { room: 'r' })));
        await sender.stop({ drain: true });
        expect(channel.said).to.have.length(3);
        await Promise.all(sending);
      });
    }

    for (const limits of [NONE, { ...NONE, perConversationMs: 60_000 }, { ...NONE, perAccountMs: 60_000 }]) {
      it(`gives back at once what waits, and finishes what is being said: ${JSON.stringify(limits)}`, async () => {
        const channel = aClosedChannel();
        const sender = createSender({ channel, limits });
        const sending = Promise.allSettled([1, 2, 3].map((i) => sender.send(letter(i, { room: 'r' }))));
        await until(() => channel.under.length === 1);
        const stopping = sender.stop({ drain: false });
        channel.open();
        await stopping;
        const [first, ...others] = await sending;
        expect(first?.status).to.equal('fulfilled');
        for (const other of others) expect(other).to.have.property('reason').that.is.instanceOf(SenderStopped);
        expect(channel.under).to.deep.equal(['1']);
      });
    }

    it('takes nothing more', async () => {
      const sender = createSender({ channel: aChannel(), limits: NONE });
      await sender.stop({ drain: true });
      const failure = await sender.send(letter(1)).catch((error: unknown) => error);
      expect(failure).to.include({ code: 'sender-stopped' });
    });
  });
});
