import { expect } from 'chai';
import type { OpenStores } from '../../models/open-stores.ts';
import { at } from '../support/local-time.ts';
import { letter, morning, onKeptStores, type Process } from './support/kept.ts';

const evening = at('2026-07-06 20:00');

describe('the outbox', () => {
  onKeptStores((start) => {
    let process: Process;
    let outbox: OpenStores['outbox'];
    beforeEach(() => {
      process = start();
      outbox = process.stores.outbox;
    });
    const due = async (now = morning, limit = 10): Promise<string[]> => (await outbox.due(now, limit)).map(({ key }) => key);

    it('gives letters as they were put', async () => {
      const put = letter('a', { to: { account: { channel: 'sandbox', account: 'x' } }, clock: 'solve' });
      await outbox.put([put], morning);
      expect(await outbox.due(morning, 10)).to.deep.equal([{ ...put, state: 'waiting', putAt: morning, attempts: 0 }]);
    });

    it('gives them in the order they were put, so many at a time', async () => {
      await outbox.put([letter('c'), letter('a')], morning);
      await outbox.put([letter('b', { notBefore: at('2026-07-06 09:00') })], morning);
      expect(await due()).to.deep.equal(['c', 'a', 'b']);
      expect(await due(morning, 2)).to.deep.equal(['c', 'a']);
    });

    it('gives on request only what was put after a letter, whether that still waits or not', async () => {
      await outbox.put([letter('c'), letter('a'), letter('b'), letter('d')], morning);
      await outbox.sent(['a'], morning);
      const after = async (key: string) => (await outbox.due(morning, 10, key)).map(({ key: one }) => one);
      expect(await after('c')).to.deep.equal(['b', 'd']);
      expect(await after('a')).to.deep.equal(['b', 'd']);
      expect(await after('gone')).to.deep.equal(['c', 'b', 'd']);
    });

    it('puts a letter once, and the others of its batch all the same', async () => {
      await outbox.put([letter('a', { text: '第一次' })], morning);
      await outbox.put([letter('a', { text: '第二次' }), letter('b')], morning);
      expect((await outbox.due(morning, 10)).map(({ text }) => text)).to.deep.equal(['第一次', '已登记']);
      await outbox.sent(['a'], morning);
      await outbox.put([letter('a')], morning);
      expect(await due()).to.deep.equal(['b']);
    });

    it('keeps back what may not go yet, and knows when the first may', async () => {
      expect(await outbox.nextDue()).to.equal(undefined);
      await outbox.put([letter('late', { notBefore: evening }), letter('later', { notBefore: at('2026-07-07 08:30') })], morning);
      expect(await due()).to.deep.equal([]);
      expect(await outbox.nextDue()).to.deep.equal(evening);
      expect(await due(evening)).to.deep.equal(['late']);
      expect(await outbox.waiting()).to.equal(2);
    });

    describe('letters that may be told along with others', () => {
      const brief = { kind: 'new', line: '路灯不亮' } as const;
      const gatherable = async (now = morning, limit = 10) => (await outbox.gatherable('p1', now, limit)).map(({ key }) => key);
      const put = () => outbox.put([letter('c', { to: { person: 'p1' }, brief, demand: 'E1' }), letter('a', { to: { person: 'p1' }, brief, demand: 'E2' }), letter('b', { to: { person: 'p1' } }), letter('d', { to: { person: 'p2' }, brief })], morning);

      it('are those of the person that have a brief and may go, in the order they were put', async () => {
        await put();
        await outbox.put([letter('later', { to: { person: 'p1' }, brief, notBefore: evening })], morning);
        expect(await gatherable()).to.deep.equal(['c', 'a']);
        expect(await gatherable(evening, 2)).to.deep.equal(['c', 'a']);
        expect(await gatherable(evening)).to.deep.equal(['c', 'a', 'later']);
        expect((await outbox.gatherable('p1', morning, 1))[0]?.brief).to.deep.equal(brief);
      });

      it('are none that was said, or waits for the person to write', async () => {
        await put();
        await outbox.sent(['c'], morning);
        await outbox.hold('a', 'p1', 'next-word');
        expect(await gatherable()).to.deep.equal([]);
        await outbox.release('p1', morning);
        expect(await gatherable()).to.deep.equal(['a']);
      });

      it('fare as the letter that tells of them, if they still waited', async () => {
        await put();
        await outbox.sent(['a'], morning);
        await outbox.put([letter('digest', { to: { person: 'p1' }, gathers: ['c', 'a'] })], morning);
        await outbox.gathered(['c', 'a'], 'digest');
        expect(await due()).to.deep.equal(['b', 'd', 'digest']);
        const fate = async (demand: string) => (await outbox.ofDemand(demand)).map(({ state, sentAt }) => [state, sentAt]);
        expect(await fate('E1')).to.deep.equal([['waiting', undefined]]);
        await outbox.sent(['digest'], evening);
        expect(await fate('E1')).to.deep.equal([['sent', evening]]);
        expect(await fate('E2')).to.deep.equal([['sent', morning]]);
      });
    });

    it('says many at once to be sent', async () => {
      await outbox.put([letter('a'), letter('b'), letter('c')], morning);
      await outbox.sent(['a', 'c'], evening);
      expect(await due()).to.deep.equal(['b']);
      expect((await outbox.ofDemand('D1')).map(({ key, state, sentAt }) => [key, state, sentAt])).to.deep.equal([['a', 'sent', evening], ['b', 'waiting', undefined], ['c', 'sent', evening]]);
    });

    it('tries again later, and counts', async () => {
      await outbox.put([letter('a'), letter('b')], morning);
      await outbox.later('a', evening, 'limited');
      expect(await due()).to.deep.equal(['b']);
      expect((await outbox.due(evening, 10))[0]).to.deep.include({ key: 'a', attempts: 1, why: 'limited', notBefore: evening, state: 'waiting' });
      await outbox.sent(['b'], morning);
      expect(await outbox.nextDue()).to.deep.equal(evening);
    });

    it('settles what cannot or need not be said, but never what was', async () => {
      await outbox.put([letter('a'), letter('b')], morning);
      await outbox.settle('a', 'superseded', 'clock ended');
      await outbox.sent(['b'], morning);
      await outbox.settle('b', 'undelivered', 'too late');
      await outbox.later('b', evening, 'too late');
      expect((await outbox.ofDemand('D1')).map(({ state, why }) => [state, why])).to.deep.equal([['superseded', 'clock ended'], ['sent', undefined]]);
      expect(await outbox.waiting()).to.equal(0);
      expect(await due(evening)).to.deep.equal([]);
    });

    it('drops what was settled long ago, never what waits', async () => {
      await outbox.put([letter('a'), letter('b'), letter('c'), letter('d')], at('2026-05-01 10:00'));
      await outbox.sent(['a'], at('2026-05-01 10:00'));
      await outbox.sent(['b'], morning);
      process.moveTo(at('2026-05-02 10:00'));
      await outbox.settle('c', 'undelivered', 'refused');
      expect(await outbox.purge(at('2026-06-01 00:00'))).to.equal(2);
      expect((await outbox.ofDemand('D1')).map(({ key }) => key)).to.deep.equal(['b', 'd']);
    });

    it('keeps the order over processes', async () => {
      const other = start().stores.outbox;
      for (const key of ['a', 'b', 'c', 'd']) await (key < 'c' ? outbox : other).put([letter(key)], morning);
      expect(await due()).to.deep.equal(['a', 'b', 'c', 'd']);
    });
  });
});
