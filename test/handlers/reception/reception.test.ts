import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Incoming } from '../../../handlers/channel.ts';
import type { Received } from '../../../handlers/ports/inbox.ts';
import { createFloodGuard } from '../../../handlers/reception/flood.ts';
import { createReception, type Receiving, type Reception } from '../../../handlers/reception/reception.ts';
import { openStores, type OpenStores } from '../../../models/open-stores.ts';
import { at } from '../../support/local-time.ts';
import { noMeter } from '../../support/no-meter.ts';

describe('the reception', () => {
  const now = at('2026-07-06 10:00');
  const dataKey = randomBytes(32);
  let folder: string;
  let stores: OpenStores;
  let answered: string[][];
  let dies: boolean;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reception-'));
    answered = [];
    dies = false;
    await open();
  });

  afterEach(async () => {
    await stores.close();
    await rm(folder, { recursive: true });
  });

  async function open(): Promise<void> {
    stores = await openStores({ dataDir: folder, dataKey, now: () => now });
  }

  async function openAgain(): Promise<Reception> {
    await stores.close();
    await open();
    dies = false;
    return reception();
  }

  function reception(over: Partial<Receiving> = {}): Reception {
    const isDead = dies;
    return createReception({
      ...stores,
      proactive: () => ({ kind: 'always' }),
      gridAt: () => undefined,
      flood: createFloodGuard(0),
      mayKeep: () => Promise.resolve('kept' as const),
      fetchMedia: () => Promise.resolve(undefined),
      sentence: (_, key) => key,
      media: { put: () => Promise.resolve({ ok: false, refusal: 'wrong-kind' }), remove: () => Promise.resolve() },
      answer: async (messages) => {
        if (isDead) return new Promise<void>(() => undefined);
        answered.push(await Promise.all(messages.map(wordsOf)));
        await stores.inbox.handled(messages.map(({ id }) => id), now);
      },
      languageOf: () => 'zh-CN',
      language: 'zh-CN',
      newId: () => randomBytes(8).toString('hex'),
      after: () => () => undefined,
      joining: { windowMs: 1000, longestMs: 10_000 },
      standsAlone: (text) => text.startsWith('接'),
      takesPictures: (text) => text.startsWith('反馈'),
      beginsAnew: (text) => text.startsWith('#'),
      failed: (error) => (isDead ? undefined : expect.fail(String(error))),
      meter: noMeter,
      ...over,
    });
  }

  async function wordsOf({ words }: Received): Promise<string> {
    return (await stores.sealer.open(words)) ?? '';
  }

  const saying = (text: string, over: Partial<Incoming> = {}): Incoming => ({ channel: 'c', messageId: text, account: 'wang', accountName: '王兰', kind: 'text', text, mentionsBot: false, at: now, ...over });

  async function hears(one: Reception, ...messages: Incoming[]): Promise<void> {
    for (const message of messages) await one.receive(message);
    one.closeAll();
    await one.idle();
  }

  it('answers what one person says in one go together, and each person apart', async () => {
    await hears(reception(), saying('路灯'), saying('坏了', { account: 'zhao' }), saying('不亮'));
    expect(answered).to.have.deep.members([['路灯', '不亮'], ['坏了']]);
  });

  it('does not mix what is said in a group with what is said privately', async () => {
    await hears(reception(), saying('路灯'), saying('你好', { room: 'r' }), saying('不亮'));
    expect(answered).to.have.deep.members([['路灯', '不亮'], ['你好']]);
  });

  it('does not wait with what stands alone, and answers what came before it first', async () => {
    await hears(reception(), saying('路灯'), saying('接 10001'), saying('不亮'));
    expect(answered).to.deep.equal([['路灯'], ['接 10001'], ['不亮']]);
  });

  it('joins what begins anew with what follows, not with what was said before', async () => {
    await hears(reception(), saying('今天太阳真好'), saying('#路灯'), saying('不亮'));
    expect(answered).to.deep.equal([['今天太阳真好'], ['#路灯', '不亮']]);
  });

  it('takes a message once, however often it is brought', async () => {
    await hears(reception(), saying('路灯'), saying('路灯'), saying('路灯'));
    expect(answered).to.deep.equal([['路灯']]);
  });

  it('takes a message once that comes again while it is still being stored', async () => {
    let stored: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (stored = resolve));
    const { accept } = stores.inbox;
    let asked = 0;
    const slow = reception({ inbox: { ...stores.inbox, accept: async (message) => (asked++, await held, accept(message)) } });
    const coming = Promise.all([slow.receive(saying('路灯')), slow.receive(saying('路灯'))]);
    while (asked === 0) await new Promise(setImmediate);
    const again = slow.receive(saying('路灯'));
    stored();
    await Promise.all([coming, again]);
    slow.closeAll();
    await slow.idle();
    expect(answered).to.deep.equal([['路灯']]);
  });

  describe('what is taken back', () => {
    const takingBack = (messageId: string) => saying('', { messageId: `back of ${messageId}`, kind: 'recall', quote: { messageId, text: '' } });
    const removed: string[] = [];
    const media = { put: (_bytes: Uint8Array, name: string) => Promise.resolve({ ok: true as const, id: `file of ${name}` }), remove: (id: string) => Promise.resolve(void removed.push(id)) };
    const picture = (messageId: string) => saying('', { messageId, kind: 'image', media: { name: messageId, bytes: () => Promise.resolve(new Uint8Array([1])) } });
    beforeEach(() => void removed.splice(0));

    it('before it was answered, was never said, and its picture is gone', async () => {
      await hears(reception({ media }), saying('路灯'), picture('p1'), saying('错了'), takingBack('p1'), takingBack('错了'), saying('不亮'));
      expect(answered).to.deep.equal([['路灯', '不亮']]);
      expect(removed).to.deep.equal(['file of p1']);
      expect(await stores.inbox.unhandled(10)).to.deep.equal([]);
    });

    it('alone, leaves nothing to answer', async () => {
      await hears(reception({ media }), saying('错了'), takingBack('错了'));
      expect(answered).to.deep.equal([]);
    });

    it('after it was answered, is answered as taken back, by what it was answered with', async () => {
      const asked: (string | undefined)[] = [];
      const one = reception({ media, answer: async (messages) => {
        asked.push(...messages.map(({ kind, quote }) => `${kind} ${quote?.messageId ?? ''}`));
        await stores.inbox.handled(messages.map(({ id }) => id), now);
      } });
      await hears(one, saying('路灯'), picture('p1'));
      await hears(one, takingBack('p1'));
      expect(asked).to.deep.equal(['text ', 'image ', 'recall 路灯']);
      expect(removed).to.deep.equal(['file of p1']);
    });

    it('after the program was started again, is found too', async () => {
      await hears(reception({ media }), saying('路灯'), picture('p1'));
      await openAgain();
      const asked: (string | undefined)[] = [];
      const answer = async (messages: readonly Received[]) => {
        asked.push(...messages.map(({ quote }) => quote?.messageId));
        await stores.inbox.handled(messages.map(({ id }) => id), now);
      };
      await hears(reception({ media, answer }), takingBack('p1'));
      expect([asked, removed]).to.deep.equal([['路灯'], ['file of p1']]);
    });

    it('by somebody else, is not found', async () => {
      const one = reception({ media });
      await hears(one, picture('p1'));
      await hears(one, { ...takingBack('p1'), account: 'zhao' });
      expect(removed).to.deep.equal([]);
    });
  });

  describe('where only an answer may be said', () => {
    const window = { kind: 'window', hours: 48, messages: 5 } as const;
    const left = async () => (await stores.people.byAccount({ channel: 'c', account: 'wang' }))?.windows?.['c']?.left;

    it('may answer what it heard, though that could not be noted when the message came first', async () => {
      const fails = reception({ proactive: () => window, people: { ...stores.people, heard: () => Promise.reject(new Error('The store is away')) } });
      await fails.receive(saying('路灯')).catch(() => undefined);
      expect(await left()).to.equal(undefined);
      await reception({ proactive: () => window }).receive(saying('路灯'));
      expect(await left()).to.equal(5);
    });

    it('may not say more because a message comes again', async () => {
      const one = reception({ proactive: () => window });
      await one.receive(saying('路灯'));
      const { id = '' } = (await stores.people.byAccount({ channel: 'c', account: 'wang' })) ?? {};
      for (let nth = 0; nth < 2; nth++) await stores.people.spokenTo(id, 'c');
      for (const again of [one, reception({ proactive: () => window })]) await again.receive(saying('路灯'));
      expect(await left()).to.equal(3);
    });
  });

  describe('while nothing can be answered', () => {
    let down: Set<string>;
    let timers: { at: number; run: () => void }[];
    let clock: number;

    beforeEach(() => {
      down = new Set();
      timers = [];
      clock = 0;
    });

    const patient = () =>
      reception({
        standsAlone: () => true,
        failed: () => undefined,
        after: (ms, run) => {
          timers.push({ at: clock + ms, run });
          return () => undefined;
        },
        answer: async (messages) => {
          const said = await Promise.all(messages.map(wordsOf));
          if (said.some((text) => down.has(text))) throw new Error('The store is away');
          answered.push(said);
          await stores.inbox.handled(messages.map(({ id }) => id), now);
        },
      });

    async function passes(minutes: number, one: Reception): Promise<void> {
      const until = clock + minutes * 60_000;
      for (let next = earliest(until); next !== undefined; next = earliest(until)) {
        clock = next.at;
        timers.splice(timers.indexOf(next), 1);
        next.run();
        await restedOrWaiting(one);
      }
      clock = until;
    }

    /** Until all is answered, or what failed waits for its next try. */
    async function restedOrWaiting(one: Reception): Promise<void> {
      const waiting = timers.length;
      const rested = one.idle().then(() => true);
      const aTurn = () => new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
      let isRested = false;
      while (!isRested && timers.length === waiting) isRested = await Promise.race([rested, aTurn()]);
    }

    const earliest = (until: number) => timers.filter(({ at: due }) => due <= until).sort((a, b) => a.at - b.at)[0];

    it('goes on trying, without a new start', async () => {
      const one = patient();
      down.add('路灯');
      await one.receive(saying('路灯'));
      await restedOrWaiting(one);
      await passes(90, one);
      expect(answered).to.deep.equal([]);
      down.clear();
      await passes(90, one);
      expect(answered).to.deep.equal([['路灯']]);
      await passes(24 * 60, one);
      expect(answered).to.deep.equal([['路灯']]);
    });

    it('lets what the same person said later go first', async () => {
      const one = patient();
      down.add('路灯');
      for (const text of ['路灯', '电梯']) await one.receive(saying(text));
      await restedOrWaiting(one);
      await passes(3, one);
      await one.idle();
      expect(answered).to.deep.equal([['电梯']]);
    });
  });

  describe('after a sudden end', () => {
    it('takes up what was waiting, each person in the order of speaking', async () => {
      dies = true;
      const before = reception();
      for (const text of ['路灯', '不亮']) await before.receive(saying(text));
      const after = await openAgain();
      expect(await after.recover()).to.equal(2);
      await after.idle();
      expect(answered).to.deep.equal([['路灯', '不亮']]);
    });

    it('keeps a burst that was begun apart from what came later: neither is lost, neither is done with the other', async () => {
      dies = true;
      const before = reception();
      await before.receive(saying('路灯'));
      before.closeAll();
      await before.receive(saying('电梯'));
      while ((await stores.inbox.unhandled(10))[0]?.burst === undefined) await new Promise(setImmediate);
      const after = await openAgain();
      await after.recover();
      await after.idle();
      expect(answered).to.deep.equal([['路灯'], ['电梯']]);
    });

    it('answers each command alone', async () => {
      dies = true;
      const before = reception();
      for (const text of ['接 10001', '接 10002']) await before.receive(saying(text));
      const after = await openAgain();
      await after.recover();
      await after.idle();
      expect(answered).to.deep.equal([['接 10001'], ['接 10002']]);
    });

    it('leaves to the living what the living took in', async () => {
      const one = reception();
      await one.receive(saying('路灯'));
      expect(await one.recover()).to.equal(0);
    });
  });
});
