import { expect } from 'chai';
import { createAssessors } from '../../../bot/assessments.ts';
import { createDirectory } from '../../../domain/directory/directory.ts';
import { createWeeklyLetters } from '../../../handlers/letters/weekly-letters.ts';
import type { Posted } from '../../../handlers/ports/letters.ts';
import { createSpeak } from '../../../locales/speak.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { next, onKeptStores, opening, written } from '../../models/support/kept.ts';
import { gridWorker } from '../../support/builders.ts';
import { take } from '../../support/commands.ts';
import { at } from '../../support/local-time.ts';
import { plainCalendar, wuchang } from '../../support/rules.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const { mechanism } = wuchang;
const directory = createDirectory(smallDirectory());
const MONDAY = '2026-07-13 08:30';

/** The weekly job of one process, at one moment; parts of its stores can be broken. */
function weekly(stores: OpenStores, moment: string, broken: Partial<OpenStores> = {}): () => Promise<number> {
  const describing = () => ({ directory, mechanism, speak: createSpeak(), categoryName: (id: string) => id });
  const own = { ...stores, ...broken, mechanism, directory: () => directory, calendar: plainCalendar, now: () => at(moment) };
  const { digests } = createAssessors({ ...own, stores: { ...stores, ...broken } }, describing);
  return createWeeklyLetters({ ...own, describing, digests });
}

/** A matter that fell due and was taken up in the week before that Monday. */
async function aWeek({ stores }: { readonly stores: OpenStores }): Promise<OpenStores> {
  await stores.people.saveAll(directory.data.people.map(({ id, roles, unit }) => ({ id, name: '', roles, unit, grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [] })));
  const first = await written(stores, opening());
  await stores.demands.append(first, next(first, take(gridWorker()), '2026-07-06 11:00'));
  return stores;
}

async function letters(stores: OpenStores): Promise<readonly Posted[]> {
  return stores.outbox.due(at('2027-01-01 00:00'), 200);
}

describe('the week in short', () => {
  onKeptStores((start) => {
    it('goes to the secretary of the unit, on the first workday of the week after, once', async () => {
      const stores = await aWeek(start());
      await weekly(stores, MONDAY)();
      const [letter, ...others] = await letters(stores);
      expect(others).to.deep.equal([]);
      expect(letter?.to).to.deep.equal({ person: 'p-secretary' });
      expect(letter?.text).to.include('银杏里社区本周提要').and.include('响应率 100%（1/1');
      for (const later of [MONDAY, '2026-07-13 10:30', '2026-07-14 08:30']) expect(await weekly(stores, later)()).to.equal(0);
      expect(await letters(stores)).to.have.length(1);
    });

    it('comes later in the week when the program stood still, and still tells of the week before', async () => {
      const stores = await aWeek(start());
      expect(await weekly(stores, '2026-07-15 14:30')()).to.equal(1);
      expect((await letters(stores))[0]?.text).to.include('2026-07-06').and.include('2026-07-12');
    });

    it('is not written on a day off, nor of a week in which nothing fell due', async () => {
      const stores = await aWeek(start());
      expect(await weekly(stores, '2026-07-18 08:30')()).to.equal(0);
      expect(await weekly(stores, '2026-07-27 08:30')()).to.equal(0);
      expect(await letters(stores)).to.deep.equal([]);
    });

    it('is one letter when two processes write it at once, or one of them ended before its end', async () => {
      const one = await aWeek(start());
      await weekly(one, MONDAY, { ledger: { ...one.ledger, set: () => Promise.reject(new Error('The power went')) } })().catch(() => undefined);
      await Promise.all([one, start().stores].map((stores) => weekly(stores, MONDAY)()));
      expect(await letters(one)).to.have.length(1);
    });
  });
});
