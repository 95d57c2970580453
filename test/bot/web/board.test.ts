import { expect } from 'chai';
import { createBoard, type Board } from '../../../bot/web/board.ts';
import type { DemandCommand } from '../../../domain/commands.ts';
import type { DemandStore } from '../../../handlers/ports/demands.ts';
import { next, onKeptStores, opening, written } from '../../models/support/kept.ts';
import { gridWorker, resident } from '../../support/builders.ts';
import { take, withdraw } from '../../support/commands.ts';
import { at } from '../../support/local-time.ts';

describe('the board of what is under way', () => {
  onKeptStores((start) => {
    let now = at('2026-07-06 11:00');
    let demands: DemandStore;
    let board: Board;
    beforeEach(async () => {
      now = at('2026-07-06 11:00');
      const { stores } = start();
      demands = stores.demands;
      board = createBoard({ demands, shared: true, now: () => now, realNow: () => now });
      await written(stores, opening());
    });

    const shown = async () => (await board.demands()).map(({ id, phase }) => [id, phase.status]);
    const elsewhere = async (command: DemandCommand, when: string) => {
      const before = await demands.load('D1');
      if (before !== undefined) await demands.append(before, next(before, command, when));
    };

    it('is read by one reading at a time, however long that takes', async () => {
      let readings = 0;
      const slow = createBoard({
        demands: { list: (query) => {
          if (query.status === 'incomplete') readings++;
          now = new Date(now.getTime() + 20_000);
          return demands.list(query);
        } },
        shared: true,
        now: () => now,
        realNow: () => now,
      });
      await slow.demands();
      await Promise.all([slow.demands(), slow.demands(), slow.demands()]);
      now = new Date(now.getTime() + 20_000);
      await Promise.all([slow.demands(), slow.demands()]);
      expect(readings).to.equal(2);
    });

    it('shows what another process has done, and drops after a day what ended there', async () => {
      expect(await shown()).to.deep.equal([['D1', 'waiting']]);
      await elsewhere(take(gridWorker()), '2026-07-06 11:30');
      now = at('2026-07-06 12:00');
      expect(await shown()).to.deep.equal([['D1', 'handling']]);
      await elsewhere(withdraw(resident()), '2026-07-08 09:00');
      now = at('2026-07-08 10:00');
      expect(await shown()).to.deep.equal([]);
    });
  });
});
