import { expect } from 'chai';
import type { OpenStores } from '../../models/open-stores.ts';
import { morning, onKeptStores } from './support/kept.ts';

const after = (minutes: number): Date => new Date(morning.getTime() + minutes * 60_000);

describe('what sources are owed', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    beforeEach(() => { stores = start().stores; });
    const owed = (id: string, source = 'hotline') => ({ id, source, told: { no: id, externalId: `x-${id}`, result: undefined } });

    it('is given once each, the longest waiting first, each source for itself', async () => {
      await stores.handBacks.put([owed('a'), owed('b', 'media')], morning);
      await stores.handBacks.put([owed('a'), owed('c')], after(1));
      expect((await stores.handBacks.due('hotline', after(2)))?.id).to.equal('a');
      await stores.handBacks.accepted('a', after(2));
      expect(await stores.handBacks.due('hotline', after(2))).to.deep.include({ id: 'c', told: { no: 'c', externalId: 'x-c' }, attempts: 0, since: after(1) });
      expect((await stores.handBacks.due('media', morning))?.id).to.equal('b');
      expect(await stores.handBacks.due('hot', after(2))).to.equal(undefined);
    });

    it('is tried later, given up, and tried again from the beginning', async () => {
      await stores.handBacks.put([owed('a')], morning);
      expect([await stores.handBacks.unaccepted(9), await stores.handBacks.untried()]).to.deep.equal([[], 1]);
      await stores.handBacks.later('a', after(5), 'code-500', after(1));
      expect(await stores.handBacks.due('hotline', after(4))).to.equal(undefined);
      expect(await stores.handBacks.nextDue('hotline')).to.deep.equal(after(5));
      expect((await start().stores.handBacks.unaccepted(9)).map(({ id, state, attempts, why }) => [id, state, attempts, why])).to.deep.equal([['a', 'waiting', 1, 'code-500']]);
      expect(await stores.handBacks.untried()).to.equal(0);
      await stores.handBacks.giveUp('a', 'timeout', after(5));
      expect(await stores.handBacks.nextDue('hotline')).to.equal(undefined);
      expect((await stores.handBacks.unaccepted(9)).map(({ state, attempts }) => [state, attempts])).to.deep.equal([['given-up', 2]]);
      expect(await stores.handBacks.again(['a', 'b'], after(9))).to.equal(1);
      expect(await stores.handBacks.due('hotline', after(9))).to.deep.include({ id: 'a', state: 'waiting', attempts: 0, since: after(9) });
      await stores.handBacks.accepted('a', after(9));
      expect(await stores.handBacks.unaccepted(9)).to.deep.equal([]);
      expect(await stores.handBacks.again(['a'], after(10))).to.equal(0);
      expect(await stores.handBacks.purge(after(9))).to.equal(0);
      expect(await stores.handBacks.purge(after(10))).to.equal(1);
    });
  });
});
