import { expect } from 'chai';
import type { DemandCommand } from '../../domain/commands.ts';
import { fold } from '../../domain/evolve.ts';
import type { DemandStore, KeptDemand } from '../../handlers/ports/demands.ts';
import { connectStore } from '../../models/connect.ts';
import { openStores, storesOn, type OpenStores } from '../../models/open-stores.ts';
import { withoutUndefined } from '../../models/plain-value.ts';
import { checkTimeline } from '../../models/timeline-seal.ts';
import { clerk, dispatcher, gridWorker, place, resident, units } from '../support/builders.ts';
import { absorb, escalate, feedBack, finish, mergeInto, release, reportIn, support, take, unmerge, whistle, withdraw } from '../support/commands.ts';
import { at } from '../support/local-time.ts';
import { failure, letter, morning, next, onKeptStores, opening, written, type Process } from './support/kept.ts';
import { temporaryFolder } from './support/stores.ts';

describe('the demands kept', () => {
  onKeptStores((start, store) => {
    let process: Process;
    let stores: OpenStores;
    let demands: DemandStore;
    beforeEach(() => {
      process = start();
      stores = process.stores;
      demands = stores.demands;
    });

    const change = async (id: string, command: DemandCommand, when: string, extra: Parameters<typeof next>[3] = {}): Promise<KeptDemand> => {
      const before = await demands.load(id);
      if (before === undefined) throw new Error(`${id} is not there`);
      return await demands.append(before, next(before, command, when, extra));
    };

    /** From the report to the end of a whistle. */
    async function aLongLife(): Promise<KeptDemand> {
      await written(stores, opening());
      await change('D1', take(gridWorker()), '2026-07-06 11:00');
      await change('D1', escalate(gridWorker()), '2026-07-06 12:00');
      await change('D1', whistle(dispatcher(), 'daily', units.urban, units.safety), '2026-07-06 14:00');
      await change('D1', reportIn(clerk(units.urban)), '2026-07-06 15:00');
      await change('D1', feedBack(clerk(units.urban)), '2026-07-06 16:00');
      return await change('D1', finish(clerk(units.urban)), '2026-07-07 10:00');
    }

    describe('writing', () => {
      it('keeps a demand and its timeline so that the one folds to the other', async () => {
        const before = await aLongLife();
        const after = await demands.load('D1');
        expect(after).to.deep.equal(before);
        expect(withoutUndefined(fold(before.timeline))).to.deep.equal(before.state);
        expect(checkTimeline(before.timeline, before.version)).to.deep.equal({ ok: true });
        expect(before.state.whistles[0]?.callees[0]?.doneAt).to.deep.equal(at('2026-07-07 10:00'));
        expect(before.timeline.map(({ seq }) => seq)).to.deep.equal(before.timeline.map((_, nth) => nth + 1));
      });

      it('makes one demand of one origin', async () => {
        const creation = await demands.create(opening({ id: 'D1', origin: 'sandbox:m1' }));
        expect(creation).to.deep.equal({ created: await demands.load('D1') });
        expect(await demands.create(opening({ id: 'D2', origin: 'sandbox:m1' }))).to.deep.equal({ known: 'D1' });
        expect(await demands.load('D2')).to.equal(undefined);
        expect(await demands.madeFrom('sandbox:m1')).to.equal('D1');
        expect(await demands.madeFrom('sandbox:m2')).to.equal(undefined);
      });

      it('never gives a number to a second demand', async () => {
        await demands.create(opening({ id: 'D1', origin: 'sandbox:m1' }));
        expect(await failure(demands.create(opening({ id: 'D1', origin: 'sandbox:m2' })))).to.include({ code: 11000 });
      });

      it('lets one of two who decided on the same version win', async () => {
        const before = await written(stores, opening());
        const other = start().stores.demands;
        const both = await Promise.allSettled([
          demands.append(before, next(before, take(gridWorker()), '2026-07-06 11:00')),
          other.append(before, next(before, withdraw(resident()), '2026-07-06 11:00')),
        ]);
        const lost = both.filter((one) => one.status === 'rejected');
        expect(lost.map(({ reason }) => (reason as { code: string }).code)).to.deep.equal(['version-conflict']);
        expect((await demands.load('D1'))?.timeline).to.have.length(2);
      });

      it('writes nothing of a decision that came too late', async () => {
        const before = await written(stores, opening());
        await demands.append(before, next(before, take(gridWorker()), '2026-07-06 11:00'));
        const late = next(before, withdraw(resident()), '2026-07-06 11:00', { owing: [letter('late')] });
        await failure(demands.append(before, late));
        expect((await demands.load('D1'))?.state.phase.status).to.equal('handling');
        expect(await demands.owing(10)).to.deep.equal([]);
      });

      it('knows a demand by what caused it, in part too', async () => {
        await written(stores, opening({ origin: 'sandbox:m1' }));
        await change('D1', take(gridWorker()), '2026-07-06 11:00', { cause: 'sandbox:m2#absorb' });
        for (const cause of ['sandbox:m1', 'sandbox:m2', 'sandbox:m2#absorb']) expect(await demands.causedBy(cause), cause).to.deep.equal(['D1']);
        expect(await demands.causedBy('sandbox:m3')).to.deep.equal([]);
      });
    });

    describe('by number', () => {
      const absorbed = { no: 'D2', person: 'li', source: 'resident-chat', at: morning, words: '路灯坏了' };
      const merge = async (lead: string, from: string): Promise<void> => {
        await change(lead, absorb(gridWorker(), from, { ...absorbed, no: from }), '2026-07-06 11:00');
        await change(from, mergeInto(gridWorker(), lead), '2026-07-06 11:00');
      };

      it('is found by its own and by its supporters’', async () => {
        await written(stores, opening());
        await change('D1', support('li', '77'), '2026-07-06 11:00');
        expect(await demands.idOf('D1')).to.equal('D1');
        expect(await demands.idOf('77')).to.equal('D1');
        expect(await demands.idOf('78')).to.equal(undefined);
      });

      it('is found through every merge, and by itself again after it was taken out', async () => {
        for (const id of ['D1', 'D2', 'D3']) await written(stores, opening({ id, person: `person-${id}` }));
        await change('D3', support('zhao', '77'), '2026-07-06 10:30');
        await merge('D2', 'D3');
        await merge('D1', 'D2');
        expect(await Promise.all(['D1', 'D2', 'D3', '77'].map(demands.idOf))).to.deep.equal(['D1', 'D1', 'D1', 'D1']);
        await change('D2', unmerge(gridWorker()), '2026-07-06 12:00');
        await change('D1', release(gridWorker(), 'D2'), '2026-07-06 12:00');
        expect(await Promise.all(['D1', 'D2', 'D3'].map(demands.idOf))).to.deep.equal(['D1', 'D2', 'D2']);
      });
    });

    describe('falling due', () => {
      const later = at('2026-07-20 10:00');
      const many = async (count: number): Promise<string[]> => {
        const ids = Array.from({ length: count }, (_, nth) => `D${10 + nth}`);
        for (const [nth, id] of ids.entries()) await demands.create(opening({ id }, {}, new Date(morning.getTime() + nth * 60_000)));
        return ids;
      };

      it('are claimed once, the longest due first', async () => {
        const ids = await many(5);
        expect(await demands.claimDue(morning, 10)).to.deep.equal([]);
        expect(await demands.claimDue(later, 2)).to.deep.equal(ids.slice(0, 2));
        expect(await demands.claimDue(later, 10)).to.deep.equal(ids.slice(2));
        expect(await demands.claimDue(later, 10)).to.deep.equal([]);
      });

      it('are free again when a claim has ended, or its work was done', async () => {
        await many(2);
        await demands.claimDue(later, 10);
        await change('D10', take(gridWorker()), '2026-07-06 11:00');
        expect(await demands.claimDue(later, 10)).to.deep.equal(['D10']);
        expect(await demands.claimDue(new Date(later.getTime() + 61_000), 10)).to.have.members(['D10', 'D11']);
      });

      it('are shared out among processes', async function () {
        if (store().kind === 'embedded') this.skip();
        const ids = await many(40);
        const processes = [demands, start().stores.demands, start().stores.demands];
        const claimed: string[] = [];
        for (let round = 0; round < 40 && claimed.length < ids.length; round++) {
          for (const part of await Promise.all(processes.map((one) => one.claimDue(later, 7)))) claimed.push(...part);
        }
        expect(claimed).to.have.length(ids.length).and.have.members(ids);
      });

      it('are known by the earliest', async () => {
        expect(await demands.nextDue()).to.equal(undefined);
        const first = await written(stores, opening({ id: 'D1' }));
        await demands.create(opening({ id: 'D2' }, {}, at('2026-07-08 10:00')));
        const marks = first.state.clocks.flatMap((clock) => clock.marks.map((mark) => mark.at.getTime()));
        expect(await demands.nextDue()).to.deep.equal(new Date(Math.min(...marks)));
        await change('D1', withdraw(resident()), '2026-07-06 11:00');
        await change('D2', withdraw(resident(), 'D2'), '2026-07-08 11:00');
        expect(await demands.nextDue()).to.equal(undefined);
      });
    });

    describe('letters owed', () => {
      const keysOwed = async (): Promise<string[]> => (await demands.owing(10)).flatMap(({ letters }) => letters.map(({ key }) => key));

      it('stay with the demand until they are in the outbox', async () => {
        const first = letter('D1:1', { notBefore: at('2026-07-07 08:30') });
        await demands.create(opening({}, { owing: [first] }));
        expect(await demands.owing(10)).to.deep.equal([{ id: 'D1', letters: [first] }]);
        await demands.settled(['D1']);
        await stores.flush();
        expect(await keysOwed()).to.deep.equal(['D1:1']);
        await stores.outbox.put([first], morning);
        await demands.settled(['D1']);
        await stores.flush();
        expect(await keysOwed()).to.deep.equal([]);
      });

      it('are not lost to a newer write, whoever settles first', async () => {
        await demands.create(opening({}, { owing: [letter('D1:1')] }));
        await change('D1', take(gridWorker()), '2026-07-06 11:00', { owing: [letter('D1:2')] });
        await stores.outbox.put([letter('D1:2')], morning);
        await demands.settled(['D1']);
        await stores.flush();
        expect(await keysOwed()).to.include('D1:1');
        await stores.outbox.put([letter('D1:1')], morning);
        await demands.settled(['D1']);
        await stores.flush();
        expect(await keysOwed()).to.deep.equal([]);
      });

      it('leave a demand as it was, version and hashes', async () => {
        const before = await written(stores, opening({}, { owing: [letter('D1:1')] }));
        await stores.outbox.put([letter('D1:1')], morning);
        await demands.settled(['D1']);
        await stores.flush();
        expect(await demands.load('D1')).to.deep.equal(before);
      });
    });

    describe('whom they concern', () => {
      const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

      it('is who raised them, newest first', async () => {
        for (const [nth, id] of ['D1', 'D2', 'D3'].entries()) await demands.create(opening({ id }, {}, new Date(morning.getTime() + nth)));
        await change('D1', support('li', '77'), '2026-07-06 11:00');
        await change('D2', withdraw(resident(), 'D2'), '2026-07-06 11:00');
        expect(ids(await demands.raisedBy('wang', { open: true, limit: 10 }))).to.deep.equal(['D3', 'D1']);
        expect(ids(await demands.raisedBy('wang', { open: true, limit: 1 }))).to.deep.equal(['D3']);
        expect(ids(await demands.raisedBy('li', { open: true, limit: 10 }))).to.deep.equal(['D1']);
        await change('D1', withdraw(resident('li'), '77'), '2026-07-06 12:00');
        expect(ids(await demands.raisedBy('li', { open: false, limit: 10 }))).to.deep.equal([]);
      });

      it('is who has them, who is called, and who called', async () => {
        await aLongLife();
        for (const unit of ['street', 'safety']) expect(ids(await demands.concerning(unit, 10)), unit).to.deep.equal(['D1']);
        for (const unit of ['urban', 'ginkgo', 'saf', 'safety x']) expect(ids(await demands.concerning(unit, 10)), unit).to.deep.equal([]);
      });

      it('is nobody once they are over', async () => {
        await written(stores, opening());
        await change('D1', withdraw(resident()), '2026-07-06 11:00');
        expect(await demands.concerning('ginkgo', 10)).to.deep.equal([]);
        expect(ids(await demands.raisedBy('wang', { open: true, limit: 10 }))).to.deep.equal([]);
      });

      it('is told for those alike, of the same class in the same grid, not long ago', async () => {
        await demands.create(opening({ id: 'D1' }));
        await demands.create(opening({ id: 'D2' }, {}, at('2026-07-08 10:00')));
        await demands.create(opening({ id: 'D3', place: place({ grid: 'g10' }) }));
        await demands.create(opening({ id: 'D4', understood: { category: 'street-lamps-x', confidence: 1, alternatives: [], reasons: [] } }));
        const alike = async (since: string): Promise<string[]> => ids(await demands.alike('street-lamps', 'g1', at(since), 10));
        expect(await alike('2026-07-01 00:00')).to.deep.equal(['D2', 'D1']);
        expect(await alike('2026-07-07 00:00')).to.deep.equal(['D2']);
        await change('D2', withdraw(resident(), 'D2'), '2026-07-08 11:00');
        expect(await alike('2026-07-01 00:00')).to.deep.equal(['D1']);
      });
    });

    describe('listing', () => {
      const listed = async (query: Partial<Parameters<DemandStore['list']>[0]>): Promise<string[]> =>
        (await demands.list({ limit: 50, ...query })).items.map(({ state: demand }) => demand.id);

      beforeEach(async () => {
        const elsewhere = place({ id: 'lake', name: '湖边', grid: 'g9', path: { community: 'willow', street: 'street' } });
        await demands.create(opening({ id: '101' }, { searchable: '4号楼门口路灯不亮' }));
        await demands.create(opening({ id: '102', source: 'patrol', place: elsewhere, to: { tier: 'community', unit: 'willow' } }, { searchable: '湖边井盖破损' }, at('2026-07-07 10:00')));
        await demands.create(opening({ id: '103', place: undefined, askPlace: 'first' }, { searchable: '路灯坏了' }, at('2026-07-08 10:00')));
        await change('101', support('li', '177'), '2026-07-08 11:00');
        await change('101', take(gridWorker()), '2026-07-08 11:00');
        await change('101', escalate(gridWorker()), '2026-07-08 12:00');
        await change('101', whistle(dispatcher(), 'daily', units.urban), '2026-07-08 14:00');
      });

      it('gives the newest first', async () => {
        expect(await listed({})).to.deep.equal(['103', '102', '101']);
      });

      for (const [query, found] of [
        [{ status: 'incomplete' }, ['103']],
        [{ tier: 'street' }, ['101']],
        [{ unit: 'street' }, ['101']],
        [{ unit: 'urban' }, ['101']],
        [{ unit: 'willow' }, ['102']],
        [{ unit: 'water' }, []],
        [{ units: ['urban'] }, ['101']],
        [{ units: ['street'] }, ['102', '101']],
        [{ units: ['willow', 'urban'] }, ['102', '101']],
        [{ units: [] }, []],
        [{ grid: 'g9' }, ['102']],
        [{ category: 'street-lamps', source: 'patrol' }, ['102']],
        [{ since: at('2026-07-07 10:00') }, ['103', '102']],
        [{ q: '路灯' }, ['103', '101']],
        [{ q: '门口路灯' }, ['101']],
        [{ q: '路灯井盖' }, []],
        [{ q: '灯' }, []],
        [{ q: '102' }, ['102']],
        [{ q: '177' }, ['101']],
        [{ q: '路灯', status: 'handling' }, ['101']],
      ] as const) {
        it(`finds ${JSON.stringify(found)} by ${JSON.stringify(query)}`, async () => { expect(await listed(query)).to.deep.equal(found); });
      }

      it('goes on page by page, without a gap and without showing one twice', async () => {
        for (const id of ['104', '105', '106']) await demands.create(opening({ id }, {}, at('2026-07-08 10:00')));
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await demands.list({ limit: 2, cursor });
          seen.push(...page.items.map(({ state: demand }) => demand.id));
          cursor = page.next;
        } while (cursor !== undefined);
        expect(seen).to.deep.equal(['106', '105', '104', '103', '102', '101']);
      });

      it('refuses a cursor that it never gave', async () => {
        for (const cursor of ['', 'x', 'bm9uc2Vuc2U', '{"$gt":""}']) expect(await failure(demands.list({ limit: 2, cursor })), cursor).to.include({ code: 'bad-cursor' });
      });

      it('finds nothing by the words of somebody who wants to be forgotten', async () => {
        await demands.forget('li');
        expect(await listed({ q: '路灯' })).to.deep.equal(['103']);
        await demands.forget('wang');
        expect(await listed({ q: '路灯' })).to.deep.equal([]);
        expect(await listed({})).to.have.length(3);
      });

      it('keeps no word that is searched for', async () => {
        const rows = await store().connection.collection<{ _id: string; search?: string[] }>('demands').find({}).toArray();
        const tokens = rows.flatMap(({ search }) => search ?? []);
        expect(tokens).to.have.length.greaterThan(5);
        for (const token of tokens) expect(token).to.match(/^[\w-]{11}$/);
      });

      it('counts', async () => {
        await change('103', withdraw(resident(), '103'), '2026-07-08 11:00');
        expect(await demands.countOpen()).to.equal(2);
      });

      it('shows every one with its timeline', async () => {
        const seen: string[] = [];
        for await (const { state: demand, timeline, version } of demands.each()) {
          expect(checkTimeline(timeline, version)).to.deep.equal({ ok: true });
          seen.push(demand.id);
        }
        expect(seen).to.deep.equal(['101', '102', '103']);
      });
    });
  });
});

describe('the demands of a process that ended in the middle', () => {
  it('still owe what had not reached the outbox', async () => {
    const { folder: dataDir, remove } = await temporaryFolder();
    const [dataKey, now] = [Buffer.alloc(32, 1), () => morning];
    const first = await connectStore({ dataDir });
    const { demands, outbox } = storesOn(first, { dataKey, now });
    await demands.create(opening({ id: 'D1' }, { owing: [letter('D1:1', { demand: 'D1' })] }));
    await outbox.put([letter('D1:1', { demand: 'D1' })], morning);
    await demands.settled(['D1']);
    await demands.create(opening({ id: 'D2' }, { owing: [letter('D2:1', { demand: 'D2' })] }));
    await first.close();

    const again = await openStores({ dataDir, dataKey, now });
    const owed = await again.demands.owing(10);
    expect(owed.map(({ id }) => id)).to.deep.equal(['D1', 'D2']);
    await again.outbox.put(owed.flatMap(({ letters }) => letters), morning);
    await again.demands.settled(owed.map(({ id }) => id));
    await again.flush();
    expect(await again.demands.owing(10)).to.deep.equal([]);
    expect((await again.outbox.due(morning, 10)).map(({ key }) => key)).to.deep.equal(['D1:1', 'D2:1']);
    await again.close();
    await remove();
  });
});
