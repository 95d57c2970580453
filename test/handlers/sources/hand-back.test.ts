import { expect } from 'chai';
import { createHandBackWork, type HandBackWork, type Told } from '../../../handlers/sources/hand-back.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { morning, onKeptStores } from '../../models/support/kept.ts';

const after = (minutes: number): Date => new Date(morning.getTime() + minutes * 60_000);

describe('telling sources', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    let now: Date;
    let heard: string[];
    let answers: Record<string, Told>;
    let gaveUp: string[];
    beforeEach(() => {
      stores = start().stores;
      [now, heard, answers, gaveUp] = [morning, [], {}, []];
    });

    const work = (from: OpenStores, holder: string): HandBackWork =>
      createHandBackWork({
        ...from,
        holder,
        sources: ['hotline', 'media'],
        tell: (source, id) => {
          heard.push(id);
          return Promise.resolve(answers[source] ?? { outcome: 'accepted' });
        },
        maskPersonal: (text) => text,
        erased: '',
        now: () => now,
        gaveUp: ({ id }, why) => void gaveUp.push(`${id} ${why}`),
      });
    const owe = (source: string, count: number) => stores.handBacks.put(Array.from({ length: count }, (_, nth) => ({ id: `${source}-${String(nth).padStart(3, '0')}`, source, told: { no: String(nth) } })), now);
    const all = async (one: HandBackWork) => { while ((await one.work()) > 0); };

    it('tells each result once, in several processes too', async () => {
      await owe('hotline', 45);
      const [one, two] = [work(stores, 'one'), work(start().stores, 'two')];
      await Promise.all([all(one), all(two)]);
      now = after(2);
      await Promise.all([all(one), all(two)]);
      expect(heard).to.have.length(45);
      expect(new Set(heard).size).to.equal(45);
    });

    it('goes on with what a process that died was to tell, once its lease has ended', async () => {
      await owe('hotline', 1);
      await stores.leases.take('results:hotline', 'dead', now, 60_000);
      const one = work(stores, 'one');
      await all(one);
      expect(heard).to.deep.equal([]);
      now = after(1);
      await all(one);
      expect(heard).to.deep.equal(['hotline-000']);
    });

    it('leaves one that cannot be reached alone, and tells the others meanwhile', async () => {
      await owe('hotline', 30);
      await owe('media', 30);
      answers['hotline'] = { outcome: 'unreachable', why: 'timeout' };
      const one = work(stores, 'one');
      await all(one);
      expect(heard.filter((id) => id.startsWith('media'))).to.have.length(30);
      expect(heard.filter((id) => id.startsWith('hotline'))).to.deep.equal(['hotline-000']);
      expect(await one.nextDue()).to.deep.equal(new Date(morning.getTime() + 30_000));
      now = after(1);
      await all(one);
      expect(heard.filter((id) => id.startsWith('hotline'))).to.have.length(2);
      delete answers['hotline'];
      now = after(20);
      await all(one);
      expect(new Set(heard).size).to.equal(60);
      expect(await stores.handBacks.unaccepted(9)).to.deep.equal([]);
    });

    it('is refused each by itself, more and more rarely, until three days are over', async () => {
      await owe('hotline', 2);
      answers['hotline'] = { outcome: 'refused', why: 'code-404' };
      const one = work(stores, 'one');
      const tries: number[] = [];
      for (let minutes = 0; gaveUp.length < 2; ) {
        await all(one);
        tries.push(minutes);
        const next = await one.nextDue();
        if (next === undefined) break;
        now = next;
        minutes = (next.getTime() - morning.getTime()) / 60_000;
      }
      expect(tries.slice(0, 6)).to.deep.equal([0, 0.5, 1.5, 3.5, 7.5, 15.5]);
      expect(now.getTime() - morning.getTime()).to.be.within(60 * 3600_000, 72 * 3600_000);
      expect(gaveUp).to.deep.equal(['hotline-000 code-404', 'hotline-001 code-404']);
      expect((await stores.handBacks.unaccepted(9)).map(({ state }) => state)).to.deep.equal(['given-up', 'given-up']);
      delete answers['hotline'];
      heard = [];
      expect(await one.again(['hotline-001'])).to.equal(1);
      await all(one);
      expect(heard).to.deep.equal(['hotline-001']);
    });
  });
});
