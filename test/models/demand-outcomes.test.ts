import { expect } from 'chai';
import type { DemandCommand } from '../../domain/commands.ts';
import type { DemandStore } from '../../handlers/ports/demands.ts';
import { createHandBack } from '../../handlers/sources/results.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { gridWorker, resident } from '../support/builders.ts';
import { absorb, answer, finish, mergeInto, withdraw } from '../support/commands.ts';
import { at } from '../support/local-time.ts';
import { next, onKeptStores, opening, written } from './support/kept.ts';

describe('what has ended of what a source raised', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    let demands: DemandStore;
    beforeEach(() => {
      stores = start().stores;
      demands = stores.demands;
    });

    const raise = (id: string, source: string) => written(stores, opening({ id, source, origin: `source:${id}`, externalId: `X-${id}` }));
    const change = async (id: string, command: DemandCommand, when: string) => {
      const before = await demands.load(id);
      if (before === undefined) throw new Error(`${id} is not there`);
      await demands.append(before, next(before, command, when));
    };
    const ended = async (query: Partial<Parameters<DemandStore['outcomesOf']>[0]> = {}) => (await demands.outcomesOf({ source: 'media', limit: 10, ...query })).map(({ id }) => id);

    it('is told in the order in which it ended, only of that source, only from then on', async () => {
      for (const id of ['D1', 'D2', 'D3']) await raise(id, 'media');
      await raise('D4', 'petition');
      await change('D3', finish(gridWorker()), '2026-07-06 11:00');
      await change('D4', finish(gridWorker()), '2026-07-06 12:00');
      await change('D1', withdraw(resident(), 'D1'), '2026-07-06 13:00');
      expect(await ended()).to.deep.equal(['D3', 'D1']);
      expect(await ended({ since: at('2026-07-06 12:00') })).to.deep.equal(['D1']);
      expect(await ended({ after: { at: at('2026-07-06 11:00'), id: 'D3' } })).to.deep.equal(['D1']);
      expect(await ended({ limit: 1 })).to.deep.equal(['D3']);
      expect(await ended({ units: ['willow'] })).to.deep.equal([]);
      expect(await ended({ units: ['ginkgo'] })).to.deep.equal(['D3', 'D1']);
    });

    it('is not ended while it is opened again, and ends anew', async () => {
      await raise('D1', 'media');
      await change('D1', finish(gridWorker()), '2026-07-06 11:00');
      await change('D1', answer(resident(), { satisfied: 'dissatisfied' }), '2026-07-06 12:00');
      expect(await ended()).to.deep.equal([]);
      await change('D1', finish(gridWorker(), '重新修好'), '2026-07-06 15:00');
      const handBack = createHandBack({ demands, sealer: { openAll: (value) => Promise.resolve(value) }, maskPersonal: (text) => text, erased: '' });
      const { items, last } = await handBack({ source: 'media', limit: 10 });
      expect(items.map(({ no, externalId, status, result, redos }) => [no, externalId, status, result, redos])).to.deep.equal([['D1', 'X-D1', 'done', '重新修好', 1]]);
      expect(last).to.equal(undefined);
    });

    it('is told under the source\'s own number where it was merged into another\'s', async () => {
      await raise('D1', 'resident-chat');
      await raise('D9', 'media');
      await change('D1', absorb(gridWorker(), 'D9', { no: 'D9', person: 'zhao', source: 'media', at: at('2026-07-06 10:00'), words: '同一盏灯' }), '2026-07-06 11:00');
      await change('D9', mergeInto(gridWorker(), 'D1'), '2026-07-06 11:00');
      expect(await ended()).to.deep.equal([]);
      await change('D1', finish(gridWorker()), '2026-07-06 12:00');
      const handBack = createHandBack({ demands, sealer: { openAll: (value) => Promise.resolve(value) }, maskPersonal: (text) => text, erased: '' });
      const { items } = await handBack({ source: 'media', limit: 10 });
      expect(items.map(({ no, externalId, demand, status }) => [no, externalId, demand, status])).to.deep.equal([['D9', 'X-D9', 'D1', 'done']]);
    });
  });
});
