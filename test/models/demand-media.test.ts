import { expect } from 'chai';
import type { DemandCommand } from '../../domain/commands.ts';
import { mediaOfPerson } from '../../handlers/showing/own-media.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { gridWorker, resident } from '../support/builders.ts';
import { absorb, finish, mergeInto, support, withdraw } from '../support/commands.ts';
import { at } from '../support/local-time.ts';
import { morning, next, onKeptStores, opening, written } from './support/kept.ts';

describe('the files of demands', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    beforeEach(() => { stores = start().stores; });

    const raise = (id: string, media: readonly string[], person = 'wang') => written(stores, opening({ id, media, origin: `sandbox:${id}`, person }));
    const change = async (id: string, command: DemandCommand, when: string) => {
      const before = await stores.demands.load(id);
      if (before === undefined) throw new Error(`${id} is not there`);
      await stores.demands.append(before, next(before, command, when));
    };
    const used = async (since: string) => [...(await start().stores.demands.mediaInUse(at(since)))].sort();

    it('are in use while a demand is open or done, and after it is over until that moment', async () => {
      await raise('D1', ['open.png']);
      await raise('D2', ['done.png', 'done.amr']);
      await raise('D3', ['over.png']);
      await change('D2', finish(gridWorker()), '2026-07-06 11:00');
      await change('D3', withdraw(resident(), 'D3'), '2026-07-06 12:00');
      expect(await used('2026-07-06 11:30')).to.deep.equal(['done.amr', 'done.png', 'open.png', 'over.png']);
      expect(await used('2026-07-06 12:30')).to.deep.equal(['done.amr', 'done.png', 'open.png']);
    });

    it('are in use as long as what they were merged into is', async () => {
      await raise('D1', ['lead.png']);
      await raise('D2', ['joined.png'], 'li');
      await change('D1', absorb(gridWorker(), 'D2', { no: 'D2', person: 'li', source: 'resident-chat', at: morning, words: '路灯坏了' }), '2026-07-06 10:30');
      await change('D2', mergeInto(gridWorker(), 'D1'), '2026-07-06 10:31');
      expect(await used('2026-07-20 00:00')).to.deep.equal(['joined.png', 'lead.png']);
      await change('D1', withdraw(resident(), 'D1'), '2026-07-06 12:00');
      await change('D1', withdraw(resident('li'), 'D2'), '2026-07-06 12:00');
      expect(await used('2026-07-06 11:00')).to.deep.equal(['joined.png', 'lead.png']);
      expect(await used('2026-07-20 00:00')).to.deep.equal([]);
    });

    it('are found for the one who sent them, in every demand ever raised or supported', async () => {
      await raise('D1', ['mine.png']);
      await raise('D2', ['not-mine.png'], 'li');
      await change('D2', support('wang', '20002', { media: ['also-mine.png'] }), '2026-07-06 11:00');
      await change('D1', withdraw(resident(), 'D1'), '2026-07-06 12:00');
      const raised = await stores.demands.everRaisedBy('wang', 10);
      expect(raised.map(({ state: demand }) => demand.id).sort()).to.deep.equal(['D1', 'D2']);
      expect(raised.flatMap((stored) => mediaOfPerson(stored, 'wang')).sort()).to.deep.equal(['also-mine.png', 'mine.png']);
      expect((await stores.demands.everRaisedBy('zhou', 10))).to.deep.equal([]);
    });
  });
});
