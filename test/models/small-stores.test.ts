import { expect } from 'chai';
import type { DirectoryData } from '../../domain/directory/directory-data.ts';
import type { Hearing } from '../../handlers/ports/hearings.ts';
import type { Room } from '../../handlers/ports/rooms.ts';
import { openStores, type OpenStores } from '../../models/open-stores.ts';
import { at } from '../support/local-time.ts';
import { failure, morning, onKeptStores } from './support/kept.ts';
import { temporaryFolder } from './support/stores.ts';

const seconds = (count: number): Date => new Date(morning.getTime() + count * 1000);

describe('among the small stores', () => {
  onKeptStores((start, store) => {
    let stores: OpenStores;
    beforeEach(() => { stores = start().stores; });

    describe('the rooms known', () => {
      const room = (id: string, over: Partial<Room> = {}): Room => ({ id, name: '一格居民群', ...over });

      it('are found by id and by what their channel calls them', async () => {
        const bound = room('r1', { grid: 'g1', channel: 'wechat', account: 'x@chatroom' });
        await stores.rooms.saveAll([bound, room('r2'), room('r3')]);
        expect(await stores.rooms.get('r1')).to.deep.equal(bound);
        expect(await start().stores.rooms.get('r2')).to.deep.equal(room('r2'));
        expect(await start().stores.rooms.byAccount({ channel: 'wechat', account: 'x@chatroom' })).to.deep.equal(bound);
        expect(await stores.rooms.byAccount({ channel: 'sandbox', account: 'x@chatroom' })).to.equal(undefined);
      });

      it('lose that name to the room saved with it', async () => {
        const named = { channel: 'wechat', account: 'x@chatroom' };
        await stores.rooms.save(room('r1', named));
        await stores.rooms.save(room('r2', named));
        expect((await stores.rooms.byAccount(named))?.id).to.equal('r2');
        expect(await stores.rooms.get('r1')).to.deep.equal(room('r1'));
      });
    });

    describe('what a grid worker is asked', () => {
      const hearing = (id: string, over: Partial<Hearing> = {}): Hearing => ({ id, room: 'r1', grid: 'g1', speaker: 'wang', asked: 'zhou', words: '路灯坏了', media: [], at: morning, ...over });

      it('is the newest that is not answered', async () => {
        await stores.hearings.open(hearing('h1'));
        await stores.hearings.open(hearing('h2', { at: seconds(5) }));
        await stores.hearings.open(hearing('h2', { at: seconds(5) }));
        await stores.hearings.open(hearing('h3', { at: seconds(9), asked: 'he' }));
        expect(await stores.hearings.newestFor('zhou')).to.deep.equal(hearing('h2', { at: seconds(5) }));
        await stores.hearings.close('h2');
        expect((await stores.hearings.newestFor('zhou'))?.id).to.equal('h1');
        expect(await stores.hearings.purge(seconds(1))).to.equal(1);
        expect(await stores.hearings.newestFor('zhou')).to.equal(undefined);
      });
    });

    describe('a counter', () => {
      it('never gives a number twice, in whatever process', async () => {
        const other = start().stores;
        const numbers = await Promise.all(Array.from({ length: 60 }, (_, nth) => (nth % 2 === 0 ? stores : other).counters.next('demand')));
        expect(new Set(numbers).size).to.equal(60);
        expect(Math.min(...numbers)).to.equal(1);
      });

      it('counts each series by itself', async () => {
        expect([await stores.counters.next('a'), await stores.counters.next('a'), await stores.counters.next('b')]).to.deep.equal([1, 2, 1]);
      });
    });

    describe('a lease', () => {
      it('is one holder’s until it ends', async () => {
        expect(await stores.leases.take('sender', 'one', morning, 30_000)).to.equal(true);
        expect(await stores.leases.take('sender', 'other', seconds(29), 30_000)).to.equal(false);
        expect(await stores.leases.take('sender', 'one', seconds(29), 30_000)).to.equal(true);
        expect(await stores.leases.take('sender', 'other', seconds(58), 30_000)).to.equal(false);
        expect(await stores.leases.take('sender', 'other', seconds(59), 30_000)).to.equal(true);
        expect(await stores.leases.take('jobs', 'one', morning, 30_000)).to.equal(true);
      });

      it('is free once released by its holder, and by nobody else', async () => {
        await stores.leases.take('sender', 'one', morning, 30_000);
        await stores.leases.release('sender', 'other');
        expect(await stores.leases.take('sender', 'other', morning, 30_000)).to.equal(false);
        await stores.leases.release('sender', 'one');
        expect(await stores.leases.take('sender', 'other', morning, 30_000)).to.equal(true);
      });

      it('goes to one of many who want it at once', async () => {
        const wanted = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => start().stores.leases.take('sender', holder, morning, 30_000)));
        expect(wanted.filter(Boolean)).to.have.length(1);
      });
    });

    describe('a fact', () => {
      it('is claimed by the first value, again and again', async () => {
        expect(await stores.ledger.claim('k', 'v', morning)).to.equal(true);
        expect(await stores.ledger.claim('k', 'v', seconds(1))).to.equal(true);
        expect(await stores.ledger.claim('k', 'w', seconds(1))).to.equal(false);
        expect(await stores.ledger.get('k')).to.equal('v');
        await stores.ledger.set('k', 'w', seconds(1));
        expect(await stores.ledger.get('k')).to.equal('w');
        expect(await stores.ledger.get('other')).to.equal(undefined);
      });

      it('goes with the others of its beginning when it is old', async () => {
        await stores.ledger.set('code:1', 'v', morning);
        await stores.ledger.set('code:2', 'v', seconds(10));
        await stores.ledger.set('codes', 'v', morning);
        expect(await stores.ledger.purge('code:', seconds(5))).to.equal(1);
        expect(await Promise.all(['code:1', 'code:2', 'codes'].map(stores.ledger.get))).to.deep.equal([undefined, 'v', 'v']);
      });
    });

    describe('a setting', () => {
      const change = (what: string) => ({ at: morning, by: 'p1', what, to: '1' });

      it('is kept with its changes, newest first, also in another process', async () => {
        expect(await stores.keptSettings.get('words')).to.equal(undefined);
        expect(await stores.keptSettings.versions()).to.deep.equal(new Map());
        expect(await stores.keptSettings.put('words', 0, { 'a.b': '$c' }, change('first'))).to.equal(true);
        expect(await start().stores.keptSettings.put('words', 1, { 'a.b': null }, change('second'))).to.equal(true);
        expect(await stores.keptSettings.get('words')).to.deep.equal({ version: 2, value: { 'a.b': null }, changes: [change('second'), change('first')] });
        expect(await stores.keptSettings.versions()).to.deep.equal(new Map([['words', 2]]));
      });

      it('is not written over by whoever knew an older one', async () => {
        await stores.keptSettings.put('words', 0, 1, change('first'));
        for (const before of [0, 4]) expect(await start().stores.keptSettings.put('words', before, 2, change('late'))).to.equal(false);
        const wrote = await Promise.all([1, 2, 3, 4].map((value) => stores.keptSettings.put('words', 1, value, change('race'))));
        expect(wrote.filter(Boolean)).to.have.length(1);
        expect((await stores.keptSettings.get('words'))?.version).to.equal(2);
      });
    });

    describe('the directory kept', () => {
      const data: DirectoryData = {
        units: [{ id: 'ginkgo', name: '银杏社区', otherNames: [], tier: 'community', class: 'community', members: [], duties: [] }],
        grids: [{ id: 'g1', name: '一格', otherNames: [], community: 'ginkgo', households: 300, description: '' }],
        people: [], rooms: [], places: [], dispatch: [], services: [], teams: [],
      };

      it('has a higher version each time it is saved', async () => {
        expect(await stores.directory.load()).to.equal(undefined);
        expect(await stores.directory.save(data)).to.equal(1);
        expect(await stores.directory.save({ ...data, grids: [] })).to.equal(2);
        expect(await stores.directory.load()).to.deep.equal({ version: 2, data: { ...data, grids: [] }, onPages: false });
        expect(await stores.directory.versionOnPages()).to.equal(undefined);
      });

      it('is set on the pages of one process at a time', async () => {
        expect(await stores.directory.set(data, 0)).to.equal(false);
        await stores.directory.save(data);
        const set = await Promise.all([start(), start(), start()].map((one) => one.stores.directory.set({ ...data, grids: [] }, 1)));
        expect(set.filter(Boolean)).to.have.length(1);
        expect(await stores.directory.load()).to.deep.equal({ version: 2, data: { ...data, grids: [] }, onPages: true });
        expect(await stores.directory.versionOnPages()).to.equal(2);
      });

      it('is refused when it is none', async () => {
        await stores.directory.save(data);
        await store().connection.collection('directory').updateOne({}, { $set: { data: { units: 'x' } } });
        expect(await failure(stores.directory.load())).to.have.property('name', 'ZodError');
      });
    });
  });
});

describe('the stores of a folder', () => {
  it('have everything again when they are opened again', async () => {
    const { folder: dataDir, remove } = await temporaryFolder();
    const open = () => openStores({ dataDir, dataKey: Buffer.alloc(32, 1), now: () => morning });
    const first = await open();
    expect(first.kind).to.equal('embedded');
    await first.ping();
    const numbers = [await first.counters.next('demand')];
    await first.ledger.set('k', 'v', at('2026-07-06 10:00'));
    const sealed = await first.sealer.seal('wang', '路灯不亮');
    await first.close();
    const second = await open();
    numbers.push(await second.counters.next('demand'));
    expect(numbers[1]).to.be.greaterThan(numbers[0] ?? Infinity);
    expect(await second.ledger.get('k')).to.equal('v');
    expect(await second.sealer.open(sealed)).to.equal('路灯不亮');
    await second.close();
    await remove();
  });
});
