import { expect } from 'chai';
import { withStores, withFolder } from '../../scripts/bench/temp-stores.ts';

const at = new Date('2026-11-20T01:00:00Z');
const until = new Date('2026-11-20T01:05:00Z');

describe('passes', () => {
  it('open once, are kept over a restart, and go when they are over', async () => {
    await withFolder(async (dataDir) => {
      await withStores(dataDir, () => at, async ({ passes }) => {
        await passes.add({ id: 'code', kind: 'code', owner: 'zhou', at, until });
        await passes.add({ id: 'session', kind: 'session', owner: 'zhou', at, until });
        expect(await Promise.all([passes.take('code'), passes.take('code')])).to.have.members([true, false]);
      });
      await withStores(dataDir, () => at, async ({ passes }) => {
        expect(await passes.get('session')).to.deep.equal({ id: 'session', kind: 'session', owner: 'zhou', at, until });
        await passes.extend('session', new Date(until.getTime() + 60_000));
        expect(await passes.purge(new Date(until.getTime() + 1))).to.equal(0);
        expect(await passes.purge(new Date(until.getTime() + 60_001))).to.equal(1);
      });
    });
  });

  it('go all at once, of one owner or of one kind', async () => {
    await withFolder((dataDir) => withStores(dataDir, () => at, async ({ passes }) => {
      for (const [id, kind, owner] of [['a', 'code', 'zhou'], ['b', 'session', 'zhou'], ['c', 'session', 'li']] as const) await passes.add({ id, kind, owner, at, until });
      await passes.takeAllOf('zhou', 'code');
      expect([await passes.get('a'), (await passes.get('b'))?.id]).to.deep.equal([undefined, 'b']);
      await passes.takeAllOf('zhou');
      expect([await passes.get('b'), (await passes.get('c'))?.id]).to.deep.equal([undefined, 'c']);
    }));
  });
});
