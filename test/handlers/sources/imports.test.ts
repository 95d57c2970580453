import { expect } from 'chai';
import type { HandedIn } from '../../../handlers/intake/intake.ts';
import { createImportWork, type Importing, type ImportWork } from '../../../handlers/sources/imports.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { morning, onKeptStores } from '../../models/support/kept.ts';

const rows = (count: number) => Array.from({ length: count }, (_, nth) => ({ row: nth + 2, matter: { source: 'hotline', externalId: `x-${nth}`, text: '路灯坏了', reporter: { name: '王女士', phone: '13800000000' }, occurredAt: morning } }));
const minutes = (count: number): Date => new Date(morning.getTime() + count * 60_000);

describe('registering a table', () => {
  onKeptStores((start, store) => {
    let stores: OpenStores;
    let now = morning;
    let taken: HandedIn[];
    let broken: Set<string>;
    let faults: string[];
    let nextId = 0;
    beforeEach(() => {
      stores = start().stores;
      [now, taken, broken, faults] = [morning, [], new Set(), []];
    });

    const work = (over: Partial<Importing> = {}): ImportWork =>
      createImportWork({
        ...stores,
        takeIn: (matter) => {
          if (broken.has(matter.externalId)) return Promise.reject(new Error('The store is away'));
          if (matter.source === 'gone') return Promise.resolve({ ok: false, refusal: 'unknown-source' });
          taken.push(matter);
          return Promise.resolve({ ok: true, id: matter.externalId, created: true });
        },
        now: () => now,
        newId: () => `i${++nextId}`,
        breathe: () => Promise.resolve(),
        failed: (_error, what) => void faults.push(what),
        ...over,
      });
    const all = async (one: ImportWork) => { while ((await one.work()) > 0); };
    const file = (count: number) => ({ name: 'a.csv', print: `p${count}`, by: 'admin', rows: rows(count) });

    it('hands every row in once, as it was read', async () => {
      const one = work();
      const { id } = await one.begin(file(50));
      await all(one);
      expect(taken.map(({ externalId }) => externalId)).to.deep.equal(rows(50).map(({ matter }) => matter.externalId));
      expect(taken[7]).to.deep.equal(rows(50)[7]?.matter);
      expect(await stores.imports.get(id)).to.deep.include({ total: 50, done: 50, failed: [] });
      expect(await one.work()).to.equal(0);
    });

    it('keeps rows sealed until then, and nothing of them after', async () => {
      const one = work();
      await one.begin(file(3));
      const kept = async () => JSON.stringify(await store().connection.models['ImportPart']?.find({}).lean());
      expect(await kept()).to.include('~s1.').and.not.to.include('王女士').and.not.to.include('路灯');
      await all(one);
      expect(await kept()).to.equal('[]');
    });

    it('does not begin the same file a second time while it is under way, nor while it is being kept', async () => {
      const one = work();
      const [first, second] = await Promise.all([one.begin(file(30)), one.begin(file(30))]);
      expect([second.id, (await one.begin(file(30))).id]).to.deep.equal([first.id, first.id]);
      await all(one);
      expect(taken).to.have.length(30);
      expect((await one.begin(file(30))).id).not.to.equal(first.id);
    });

    it('tries again later what could not be registered, and in the end says which rows', async () => {
      const one = work();
      broken.add('x-1');
      const { id } = await one.begin(file(3));
      await all(one);
      expect(faults).to.deep.equal([`${id}:00000 row 3`]);
      expect(await stores.imports.get(id)).to.deep.include({ done: 0 });
      for (let nth = 1; nth <= 4; nth++) {
        now = minutes(nth * 10);
        await all(one);
      }
      expect(await stores.imports.get(id)).to.deep.include({ done: 3, failed: [{ row: 3, why: 'broken' }], finishedAt: minutes(40) });
      expect(faults).to.have.length(5);
    });

    it('says which rows were refused, and goes on with the others', async () => {
      const one = work();
      const { id } = await one.begin({ ...file(2), rows: rows(2).map((line, nth) => (nth === 0 ? { ...line, sheet: '热线', matter: { ...line.matter, source: 'gone' } } : line)) });
      await all(one);
      expect(await stores.imports.get(id)).to.deep.include({ done: 2, failed: [{ sheet: '热线', row: 2, why: 'unknown-source' }] });
      expect(taken).to.have.length(1);
    });

    it('gives others their turn while a long table is kept', async () => {
      let turns = 0;
      await work({ breathe: async () => { turns++; return Promise.resolve(); } }).begin(file(1000));
      expect(turns).to.be.at.least(50);
    });

    it('is shared among processes where they share a store', async () => {
      if (stores.kind !== 'mongodb') return;
      const other = start().stores;
      const [one, two] = [work(), work({ ...other })];
      await one.begin(file(200));
      await Promise.all([all(one), all(two), all(one), all(two)]);
      await all(one);
      expect(taken.map(({ externalId }) => externalId).sort()).to.deep.equal(rows(200).map(({ matter }) => matter.externalId).sort());
    });
  });
});
