import { expect } from 'chai';
import { beginDeliberation, decideDeliberation } from '../../domain/deliberation/decide.ts';
import type { Deliberation, DeliberationCommand, DeliberationEvent } from '../../domain/deliberation/deliberation.ts';
import { evolveDeliberation, foldDeliberation } from '../../domain/deliberation/evolve.ts';
import type { ChangeOf, Kept } from '../../handlers/ports/kept.ts';
import { VersionConflict } from '../../handlers/ports/kept.ts';
import type { Letter } from '../../handlers/ports/letters.ts';
import { withoutUndefined } from '../../models/plain-value.ts';
import { verifyKept } from '../../scripts/verify/verify-kept.ts';
import { gridWorker, resident, theClock } from '../support/builders.ts';
import { guandu } from '../support/rules.ts';
import { failure, letter, morning, onKeptStores, type Process } from './support/kept.ts';

type Change = ChangeOf<Deliberation, DeliberationEvent>;

function opening(id: string, over: { readonly unit?: string; readonly room?: string; readonly origin?: string; readonly owing?: readonly Letter[]; readonly hours?: number } = {}): Change {
  const { unit = 'ginkgo', room = 'r1', origin = `o-${id}`, owing = [], hours = 0 } = over;
  const at = new Date(morning.getTime() + hours * 3600_000);
  const events = beginDeliberation(guandu, { id, no: `no-${id}`, origin, title: '车怎么停', level: 'compound', unit, supervisor: 'street', rooms: [room], by: gridWorker() }, at);
  return { state: foldDeliberation(events), events, cause: origin, owing };
}

function next({ state }: Kept<Deliberation, DeliberationEvent>, command: DeliberationCommand): Change {
  const decided = decideDeliberation(guandu, state, command, morning);
  if (!decided.ok) throw new Error(decided.refusal);
  return { state: decided.value.reduce(evolveDeliberation, state), events: decided.value, cause: command.type, owing: [] };
}

describe('a store of what stands beside demands', () => {
  onKeptStores((start) => {
    let first: Process;
    beforeEach(() => { first = start(); });
    const kept = async (id: string) => {
      const found = await first.stores.deliberations.load(id);
      if (found === undefined) throw new Error(`${id} is not there`);
      return found;
    };

    it('gives back what was written, once for an origin', async () => {
      const { deliberations } = first.stores;
      const creation = await deliberations.create(opening('d1'));
      expect(creation).to.deep.equal({ created: await deliberations.load('d1') });
      expect(await deliberations.create(opening('d2', { origin: 'o-d1' }))).to.deep.equal({ known: 'd1' });
      expect((await kept('d1')).state).to.deep.equal(withoutUndefined(opening('d1').state));
    });

    it('writes only on the version that was read', async () => {
      const { deliberations } = first.stores;
      await deliberations.create(opening('d1'));
      const before = await kept('d1');
      await deliberations.append(before, next(before, { type: 'add-topic', by: resident(), words: '访客车', member: true }));
      expect(await failure(deliberations.append(before, next(before, { type: 'give-up', by: gridWorker(), reason: '…' })))).to.be.instanceOf(VersionConflict);
      expect((await kept('d1')).version).to.equal(2);
    });

    it('finds them by key and unit, open or not, newest first, page by page', async () => {
      const { deliberations } = first.stores;
      await deliberations.create(opening('d1'));
      await deliberations.create(opening('d2', { unit: 'willow', room: 'r2', hours: 1 }));
      await deliberations.create(opening('d3', { hours: 2 }));
      const over = await kept('d3');
      await deliberations.append(over, next(over, { type: 'give-up', by: gridWorker(), reason: '…' }));
      expect((await deliberations.keyed('room:r1', 5)).map(({ id }) => id)).to.deep.equal(['d1']);
      expect((await deliberations.list({ units: ['ginkgo'], limit: 5 })).items.map(({ id }) => id)).to.deep.equal(['d3', 'd1']);
      expect((await deliberations.list({ units: ['willow'], open: true, limit: 5 })).items.map(({ id }) => id)).to.deep.equal(['d2']);
      const page = await deliberations.list({ limit: 2 });
      expect(page.items.map(({ id }) => id)).to.deep.equal(['d3', 'd2']);
      expect((await deliberations.list({ limit: 2, cursor: page.next })).items.map(({ id }) => id)).to.deep.equal(['d1']);
    });

    it('claims what is due, and keeps letters owed until they are in the outbox', async () => {
      const { deliberations, outbox } = first.stores;
      const owed = letter('deliberation:d1:1:0:r1', { demand: undefined });
      await deliberations.create(opening('d1', { owing: [owed] }));
      const due = await deliberations.nextDue();
      expect(await deliberations.claimDue(morning, 10)).to.deep.equal([]);
      expect(await deliberations.claimDue(due ?? morning, 10)).to.deep.equal(['d1']);
      expect((await deliberations.owing(10)).map(({ id }) => id)).to.deep.equal(['d1']);
      await outbox.put([owed], morning);
      await deliberations.settled(['d1']);
      await first.stores.flush();
      expect(await deliberations.owing(10)).to.deep.equal([]);
    });

    it('keeps timelines that can be verified', async () => {
      const { deliberations } = first.stores;
      await deliberations.create(opening('d1'));
      const before = await kept('d1');
      await deliberations.append(before, next(before, { type: 'choose-topic', by: gridWorker(), topic: 1 }));
      expect(await verifyKept(deliberations, foldDeliberation)).to.deep.equal({ count: 1, entries: 2, faults: [] });
      expect(next(await kept('d1'), { type: 'tick', by: theClock }).events).to.deep.equal([]);
    });
  });
});
