import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { OUTSIDE, windowAfter } from '../../../domain/reach.ts';
import type { Proactive } from '../../../domain/reach.ts';
import type { Outgoing, SayResult } from '../../../handlers/channel.ts';
import { createDeliver } from '../../../handlers/letters/deliver.ts';
import { createGroupCap } from '../../../handlers/letters/group-cap.ts';
import type { SayingLetters } from '../../../handlers/letters/say-letter.ts';
import type { Letter } from '../../../handlers/ports/letters.ts';
import { createSpeak } from '../../../locales/speak.ts';
import { openStores, type OpenStores } from '../../../models/open-stores.ts';
import { at } from '../../support/local-time.ts';
import { noMeter } from '../../support/no-meter.ts';
import { plainCalendar } from '../../support/rules.ts';

describe('delivery', () => {
  let folder: string;
  let stores: OpenStores;
  let now: Date;
  let said: Outgoing[];
  let answers: SayResult[];
  let knownKeys: Set<string>;
  let holdUp: (to: Outgoing['to']) => Promise<void>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deliver-'));
    now = at('2026-07-06 10:00');
    said = [];
    answers = [];
    knownKeys = new Set();
    holdUp = () => Promise.resolve();
    stores = await openStores({ dataDir: folder, dataKey: randomBytes(32), now: () => now });
    await stores.people.save({ id: 'wang', name: '', roles: ['resident'], grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [{ channel: 'c', account: 'acc-wang' }] });
  });

  afterEach(async () => {
    await stores.close();
    await rm(folder, { recursive: true });
  });

  const delivery = (proactive?: Proactive) => deliverer(proactive).run;

  const deliverer = (proactive?: Proactive) => createDeliver(parts(proactive));

  function parts(proactive: Proactive = { kind: 'always' }): SayingLetters {
    return {
      ...stores,
      channels: new Map([['c', { capabilities: { groups: true, proactive }, said: (key: string) => Promise.resolve(knownKeys.has(key)) }]]),
      send: (_, letter) => {
        const answer = answers.shift() ?? { outcome: 'sent' };
        if (answer.outcome === 'sent') said.push(letter);
        return holdUp(letter.to).then(() => answer);
      },
      outside: OUTSIDE,
      standIns: () => [],
      groupCap: createGroupCap({ ledger: stores.ledger, calendar: plainCalendar, now: () => now }, 2),
      speak: createSpeak(),
      language: 'zh-CN',
      calendar: plainCalendar,
      maskPersonal: (text) => text.replaceAll('19900000001', '***'),
      maskAround: (text) => text,
      erased: '（已删除）',
      now: () => now,
      meter: noMeter,
      failed: () => undefined,
    };
  }

  function letter(key: string, over: Partial<Letter> = {}): Letter {
    return { key, to: { person: 'wang' }, text: key, mask: false, notBefore: now, reply: false, ...over };
  }

  const texts = () => said.map(({ text }) => text);

  it('says what is owed, each conversation in the order it was put', async () => {
    await stores.outbox.put([letter('one'), letter('two'), letter('three')], now);
    await delivery()();
    expect(texts()).to.deep.equal(['one', 'two', 'three']);
    expect(await stores.outbox.waiting()).to.equal(0);
  });

  it('says nothing twice that the channel knows already', async () => {
    knownKeys.add('one');
    await stores.outbox.put([letter('one')], now);
    await delivery()();
    expect(said).to.deep.equal([]);
    expect(await stores.outbox.waiting()).to.equal(0);
  });

  it('waits for its time', async () => {
    await stores.outbox.put([letter('later', { notBefore: at('2026-07-06 11:00') })], now);
    await delivery()();
    expect(said).to.deep.equal([]);
    now = at('2026-07-06 11:00');
    await delivery()();
    expect(texts()).to.deep.equal(['later']);
  });

  it('opens sealed words, and masks them for everybody but their owner', async () => {
    const sealed = await stores.sealer.seal('wang', '请打 19900000001');
    await stores.outbox.put([letter('own', { text: sealed }), letter('others', { text: sealed, mask: true })], now);
    await delivery()();
    expect(texts()).to.deep.equal(['请打 19900000001', '请打 ***']);
  });

  it('says that words are gone when their owner was erased', async () => {
    await stores.outbox.put([letter('late', { text: `说过：${await stores.sealer.seal('zhao', '秘密')}` })], now);
    await stores.sealer.erase('zhao');
    await delivery()();
    expect(texts()).to.deep.equal(['说过：（已删除）']);
  });

  it('tries again what the channel limits, and later what it cannot say, then gives up and says so', async () => {
    answers = [{ outcome: 'limited', retryAfterMs: 60_000 }];
    await stores.outbox.put([letter('again', { demand: 'D1' })], now);
    await delivery()();
    expect(await stores.outbox.nextDue()).to.deep.equal(at('2026-07-06 10:01'));
    now = at('2026-07-06 10:01');
    await delivery()();
    expect(texts()).to.deep.equal(['again']);
  });

  describe('while a channel is down', () => {
    const UP = at('2026-07-07 08:00');
    const whileDown = (until: Date): SayingLetters => ({ ...parts(), send: (_, letter) => (now < until ? Promise.reject(new Error('Channel c is not logged in')) : Promise.resolve(said.push(letter)).then(() => ({ outcome: 'sent' as const }))) });
    /** Tries whenever something is due, until then or until nothing waits. */
    const tryUntil = async (end: Date, deps: SayingLetters) => {
      for (let due: Date | undefined = now; due !== undefined && due <= end; due = await stores.outbox.nextDue()) {
        if (due > now) now = due;
        await createDeliver(deps).run();
      }
      now = end;
    };

    it('keeps what is due for the whole night, and says it minutes after the channel is back', async () => {
      now = at('2026-07-07 02:00');
      await stores.outbox.put([letter('danger', { demand: 'D1' })], now);
      await tryUntil(at('2026-07-07 07:59'), whileDown(UP));
      expect(said).to.deep.equal([]);
      await tryUntil(at('2026-07-07 08:05'), whileDown(UP));
      expect(texts()).to.deep.equal(['danger']);
    });

    it('gives up what nobody would want to hear any more, and says so', async () => {
      await stores.outbox.put([letter('old', { demand: 'D1', notBefore: at('2026-07-10 10:00') })], now);
      await tryUntil(at('2026-07-13 09:50'), whileDown(at('2026-08-01 00:00')));
      expect((await stores.outbox.ofDemand('D1'))[0]).to.include({ state: 'waiting', why: 'outage' });
      await tryUntil(at('2026-07-13 10:10'), whileDown(at('2026-08-01 00:00')));
      expect((await stores.outbox.ofDemand('D1'))[0]).to.include({ state: 'undelivered', why: 'outage' });
    });

    it('is no less patient with a limit after it', async () => {
      await stores.outbox.put([letter('late', { demand: 'D1' })], now);
      await tryUntil(at('2026-07-06 20:00'), whileDown(UP));
      answers = [{ outcome: 'limited', retryAfterMs: 60_000 }];
      await tryUntil(at('2026-07-06 20:10'), parts());
      expect(texts()).to.deep.equal(['late']);
    });
  });

  it('does what must be done however long it fails', async () => {
    const done: string[] = [];
    const failures: unknown[] = [];
    const doTask = (task: string) => (now < at('2026-08-01 00:00') ? Promise.reject(new Error('The store is away')) : Promise.resolve(void done.push(task)));
    await stores.outbox.put([letter('left', { to: { task: 'leave' } })], now);
    const deliver = createDeliver({ ...parts(), doTask, failed: (error) => failures.push(error) });
    for (let due = await stores.outbox.nextDue(); due !== undefined && done.length === 0; due = await stores.outbox.nextDue()) {
      now = due < at('2026-07-07 00:00') ? due : at('2026-08-01 00:00');
      await deliver.run();
    }
    expect(done).to.deep.equal(['leave']);
    expect(failures.length).to.be.above(100);
  });

  it('notes what a recipient refuses as undelivered', async () => {
    answers = [{ outcome: 'refused', reason: 'blocked' }];
    await stores.outbox.put([letter('never', { demand: 'D1' })], now);
    await delivery()();
    expect(await stores.outbox.ofDemand('D1')).to.have.lengthOf(1);
    expect((await stores.outbox.ofDemand('D1'))[0]).to.include({ state: 'undelivered', why: 'blocked' });
  });

  it('notes who has no account as undelivered', async () => {
    await stores.outbox.put([letter('nobody', { to: { person: 'ghost' }, demand: 'D2' })], now);
    await delivery()();
    expect((await stores.outbox.ofDemand('D2'))[0]).to.include({ state: 'undelivered', why: 'no-account' });
  });

  it('does not say a reminder whose clock has stopped meanwhile', async () => {
    await stores.outbox.put([letter('remind', { clock: 'take-up', demand: 'gone', notBefore: at('2026-07-06 10:30') })], now);
    now = at('2026-07-06 10:30');
    await delivery()();
    expect(said).to.deep.equal([]);
    expect((await stores.outbox.ofDemand('gone'))[0]).to.include({ state: 'superseded' });
  });

  it('says of which day it speaks when it had to wait for another', async () => {
    await stores.outbox.put([letter('one', { text: '请在明天18:00前接单', asOf: now, notBefore: at('2026-07-08 08:30') }), letter('two', { asOf: at('2026-07-08 08:30'), notBefore: at('2026-07-08 09:00') })], now);
    now = at('2026-07-08 09:00');
    await delivery()();
    expect(texts()).to.deep.equal(['（7月6日（周一）10:00的消息）\n请在明天18:00前接单', 'two']);
  });

  it('says so too of what a colleague hears instead of somebody who is gone', async () => {
    await stores.outbox.put([letter('one', { to: { person: 'ghost' }, text: '请在明天18:00前接单', asOf: now, notBefore: at('2026-07-08 08:30') })], now);
    now = at('2026-07-08 08:30');
    await createDeliver({ ...parts(), standIns: () => ['wang'] }).run();
    expect(said.map(({ key, text }) => [key, text])).to.deep.equal([['one>wang', '（7月6日（周一）10:00的消息）\n请在明天18:00前接单']]);
  });

  describe('when much is to be said to a few', () => {
    const to = (account: string) => ({ to: { account: { channel: 'c', account } } });
    const many = (account: string, count: number) => Array.from({ length: count }, (_, nth) => letter(`${account}-${nth}`, to(account)));
    const saidTo = (account: string) => said.filter((one) => 'account' in one.to && one.to.account === account).map(({ key }) => key);

    it('says what others wait for first, and everything once and in order', async () => {
      const loud = [0, 1, 2].map((nth) => many(`loud-${nth}`, 400));
      await stores.outbox.put(loud.flat(), now);
      await stores.outbox.put([letter('quiet', to('quiet'))], now);
      expect(await delivery()()).to.equal(1201);
      expect(said.findIndex(({ key }) => key === 'quiet')).to.be.below(100);
      for (const [nth, letters] of loud.entries()) expect(saidTo(`loud-${nth}`)).to.deep.equal(letters.map(({ key }) => key));
      expect(await stores.outbox.waiting()).to.equal(0);
    });

    it('goes on with others while one has to wait, and with what is put meanwhile', async () => {
      let go: () => void = () => undefined;
      const waits = new Promise<void>((resolve) => (go = resolve));
      holdUp = (one) => ('account' in one && one.account === 'slow' ? waits : Promise.resolve());
      await stores.outbox.put([...many('slow', 300), ...many('quick', 3)], now);
      const deliver = delivery();
      const all = deliver();
      while (saidTo('quick').length < 3) await new Promise(setImmediate);
      await stores.outbox.put(many('later', 1), now);
      void deliver();
      while (saidTo('later').length < 1) await new Promise(setImmediate);
      expect(saidTo('slow')).to.have.length(1);
      go();
      await all;
      expect(saidTo('slow')).to.have.length(300);
    });

    it('begins with no more once it is to stop, and leaves the rest for the next start', async () => {
      const stopping = deliverer();
      holdUp = () => new Promise((resolve) => void setImmediate(resolve));
      await stores.outbox.put(many('wang', 100), now);
      const running = stopping.run();
      while (said.length === 0) await new Promise(setImmediate);
      await stopping.stop();
      await running;
      const before = said.length;
      expect(before).to.be.below(100);
      expect(await stores.outbox.waiting()).to.equal(100 - before);
      await delivery()();
      expect(said.map(({ key }) => key)).to.deep.equal(many('wang', 100).map(({ key }) => key));
    });

    it('notes later what it said and could not note, without saying it again', async () => {
      await stores.outbox.put(many('wang', 2), now);
      let broken = true;
      const sent = (keys: readonly string[], when: Date) => (broken ? Promise.reject(new Error('the store is away')) : stores.outbox.sent(keys, when));
      const failures: string[] = [];
      const deliver = createDeliver({ ...parts(), outbox: { ...stores.outbox, sent }, failed: (_, key) => failures.push(key) });
      await deliver.run();
      await deliver.run();
      expect(new Set(failures)).to.deep.equal(new Set(['wang-0', 'wang-1']));
      broken = false;
      await deliver.run();
      expect(await stores.outbox.waiting()).to.equal(0);
      expect(saidTo('wang')).to.deep.equal(['wang-0', 'wang-1']);
    });
  });

  describe('when much waits for one person', () => {
    const briefed = (key: string, over: Partial<Letter> = {}) => letter(key, { brief: { kind: 'new', line: `${key} 路灯不亮` }, demand: key, ...over });
    const briefs = (count: number) => Array.from({ length: count }, (_, nth) => briefed(`b${nth + 1}`));
    const states = async (keys: readonly string[]) => Promise.all(keys.map(async (key) => (await stores.outbox.ofDemand(key))[0]?.state));

    it('says a few letters one by one', async () => {
      await stores.outbox.put(briefs(7), now);
      await delivery()();
      expect(texts()).to.deep.equal(['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7']);
    });

    it('says many in one, the most pressing first, and all of them count as said', async () => {
      await stores.outbox.put([...briefs(20), letter('long'), briefed('late', { brief: { kind: 'late', line: 'late 超期' } })], now);
      await delivery()();
      expect(said.map(({ key }) => key)).to.deep.equal(['long', 'digest:b1']);
      expect(texts()[1]).to.match(/^【合并告知】21 件.*超期 1、新诉求 20\n1\. late 超期\n2\. b1 路灯不亮[\s\S]*12\. b11 路灯不亮\n还有 9 件没有列在这里/);
      expect(new Set(await states(['late', 'b1', 'b20']))).to.deep.equal(new Set(['sent']));
      expect(await stores.outbox.waiting()).to.equal(0);
    });

    it('tells of those too that are still to be read, and of each once', async () => {
      await stores.outbox.put(briefs(300), now);
      await delivery()();
      expect(said.map(({ key }) => key)).to.deep.equal(['digest:b1']);
      expect(texts()[0]).to.match(/^【合并告知】300 件/);
    });

    it('does not tell of what is over meanwhile, nor of what must wait', async () => {
      await stores.outbox.put([...briefs(7), briefed('over', { clock: 'gone', notBefore: at('2026-07-06 10:30') }), briefed('later', { notBefore: at('2026-07-06 12:00') })], now);
      now = at('2026-07-06 10:30');
      await delivery()();
      expect(texts()).to.deep.equal(['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7']);
    });

    it('masks it, and opens what is sealed only then', async () => {
      const line = await stores.sealer.seal('zhao', '请打 19900000001');
      await stores.outbox.put(briefs(8).map((one) => ({ ...one, mask: true, brief: { kind: 'new', line } as const })), now);
      await delivery()();
      expect(texts()[0]).to.contain('1. 请打 ***').and.not.contain('19900000001');
    });

    it('says nothing twice when the program ended before all of them were settled', async () => {
      await stores.outbox.put(briefs(9), now);
      const dying = createDeliver({ ...parts(), outbox: { ...stores.outbox, gathered: () => new Promise(() => undefined) } });
      void dying.run();
      while ((await stores.outbox.waiting()) < 10) await new Promise(setImmediate);
      await delivery()();
      expect(said.map(({ key }) => key)).to.deep.equal(['digest:b1']);
      expect(await stores.outbox.waiting()).to.equal(0);
    });

    it('says them one by one when it cannot tell them together', async () => {
      await stores.outbox.put(briefs(8), now);
      const failures: unknown[] = [];
      await createDeliver({ ...parts(), outbox: { ...stores.outbox, gatherable: () => Promise.reject(new Error('the store is away')) }, failed: (error) => failures.push(error) }).run();
      expect(texts()).to.have.length(8);
      expect(failures).to.have.length(1);
    });

    it('notes for each what became of the one letter', async () => {
      answers = [{ outcome: 'refused', reason: 'blocked' }];
      await stores.outbox.put(briefs(8), now);
      await delivery()();
      expect(await stores.outbox.ofDemand('b3')).to.deep.include.members([{ ...(await stores.outbox.ofDemand('b3'))[0], state: 'undelivered', why: 'blocked' }]);
    });
  });

  describe('in a group that has heard enough that day', () => {
    const inGroup = (key: string, over: Partial<Letter> = {}) => letter(key, { to: { room: 'r1' }, demand: key, ...over });
    beforeEach(() => stores.rooms.save({ id: 'r1', name: '群', grid: 'g1', channel: 'c', account: 'acc-room' }));

    it('tells whoever spoke privately, and keeps all else for the next morning', async () => {
      await stores.outbox.put([inGroup('one'), inGroup('two', { speaker: 'wang' }), inGroup('three', { speaker: 'wang' }), inGroup('four')], now);
      await delivery()();
      expect(said.map(({ key, to }) => [key, to])).to.deep.equal([['one', { room: 'acc-room' }], ['two', { room: 'acc-room' }], ['three', { account: 'acc-wang' }]]);
      expect(await stores.outbox.nextDue()).to.deep.equal(at('2026-07-07 08:30'));
      now = at('2026-07-07 08:30');
      await delivery()();
      expect(said.at(-1)).to.deep.include({ key: 'four', to: { room: 'acc-room' } });
    });

    it('keeps no other group from hearing its own', async () => {
      await stores.rooms.save({ id: 'r2', name: '群', grid: 'g2', channel: 'c', account: 'acc-other' });
      await stores.outbox.put([inGroup('one'), inGroup('two'), inGroup('three'), inGroup('other', { to: { room: 'r2' } })], now);
      await delivery()();
      expect(said.map(({ key }) => key)).to.have.members(['one', 'two', 'other']);
    });
  });

  describe('over a channel that only answers', () => {
    const window: Proactive = { kind: 'window', hours: 48, messages: 2 };
    const opened = (heardAt: Date) => stores.people.heard('wang', { channel: 'c', at: heardAt, window: windowAfter(window, undefined, heardAt) });

    it('holds what may not go for the next message, and says no more than is allowed', async () => {
      await opened(now);
      await stores.outbox.put([letter('one'), letter('two'), letter('three')], now);
      await delivery(window)();
      expect(texts()).to.deep.equal(['one', 'two']);

      now = at('2026-07-06 12:00');
      await opened(now);
      expect(await stores.outbox.release('wang', now)).to.be.true;
      await delivery(window)();
      expect(texts()).to.deep.equal(['one', 'two', 'three']);
    });

    it('does not begin a conversation, nor go on after its hours', async () => {
      await stores.outbox.put([letter('first')], now);
      await delivery(window)();
      await opened(at('2026-07-01 10:00'));
      await stores.outbox.put([letter('late')], now);
      await delivery(window)();
      expect(said).to.deep.equal([]);
    });
  });
});
