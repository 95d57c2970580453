import { expect } from 'chai';
import type { OpenStores } from '../../models/open-stores.ts';
import { morning, onKeptStores } from './support/kept.ts';

const after = (minutes: number): Date => new Date(morning.getTime() + minutes * 60_000);

describe('an import that is kept', () => {
  onKeptStores((start, store) => {
    let stores: OpenStores;
    beforeEach(() => { stores = start().stores; });
    const begin = (id: string, at = morning) => stores.imports.begin({ id, name: 'a.csv', print: `print-${id}`, by: 'admin', at, total: 5, known: 1, parts: 3 }, [{ count: 2, rows: 'r0' }, { count: 2, rows: 'r1' }, { count: 1, rows: 'r2' }]);

    it('is worked off in order, and knows how far it is', async () => {
      await begin('i1');
      const first = await stores.imports.claim('i1', morning, after(5));
      expect(first).to.deep.include({ import: 'i1', count: 2, rows: 'r0', attempts: 0 });
      await stores.imports.done(first?.id ?? '', [{ row: 3, why: 'broken' }]);
      const other = start().stores;
      expect(await other.imports.get('i1')).to.deep.include({ total: 5, known: 1, done: 2, failed: [{ row: 3, why: 'broken' }] });
      const second = await other.imports.claim('i1', morning, after(5));
      expect(second?.rows).to.equal('r1');
      await other.imports.later(second?.id ?? '', after(1));
      const third = await other.imports.claim('i1', morning, after(5));
      expect(third?.rows).to.equal('r2');
      await other.imports.done(third?.id ?? '', []);
      expect(await other.imports.claim('i1', morning, after(5))).to.equal(undefined);
      expect(await other.imports.claim('i1', after(1), after(6))).to.deep.include({ rows: 'r1', attempts: 1 });
    });

    it('keeps only its figures when it is finished', async () => {
      await begin('i1');
      await begin('i2', after(1));
      expect((await stores.imports.unfinished()).map(({ id }) => id)).to.deep.equal(['i1', 'i2']);
      for (let part = await stores.imports.claim('i1', morning, after(5)); part !== undefined; part = await stores.imports.claim('i1', morning, after(5))) await stores.imports.done(part.id, []);
      await stores.imports.finish('i1', after(2));
      expect(await stores.imports.get('i1')).to.deep.include({ done: 5, failed: [], finishedAt: after(2) });
      expect((await stores.imports.unfinished()).map(({ id }) => id)).to.deep.equal(['i2']);
      expect((await stores.imports.latest(5)).map(({ id }) => id)).to.deep.equal(['i2', 'i1']);
      expect(await store().connection.models['ImportPart']?.countDocuments({})).to.equal(3);
      await stores.imports.purge(after(3));
      expect(await stores.imports.get('i1')).to.equal(undefined);
      expect((await stores.imports.get('i2'))?.done).to.equal(0);
    });

    it('is one process’s part until the claim ends, where several share a store', async () => {
      await begin('i1');
      if (stores.kind !== 'mongodb') return;
      const claims = await Promise.all(['a', 'b', 'c', 'd'].map(() => start().stores.imports.claim('i1', morning, after(5))));
      expect(claims.map((one) => one?.rows).sort()).to.deep.equal(['r0', 'r1', 'r2', undefined]);
      expect((await stores.imports.claim('i1', after(5), after(9)))?.rows).to.equal('r0');
    });
  });
});
