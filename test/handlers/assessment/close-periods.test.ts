import { expect } from 'chai';
import { createAssessors } from '../../../bot/assessments.ts';
import { createDirectory } from '../../../domain/directory/directory.ts';
import type { Posted } from '../../../handlers/ports/letters.ts';
import { createSpeak } from '../../../locales/speak.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { next, onKeptStores, opening, written } from '../../models/support/kept.ts';
import { gridWorker } from '../../support/builders.ts';
import { finish, take } from '../../support/commands.ts';
import { at } from '../../support/local-time.ts';
import { plainCalendar, wuchang } from '../../support/rules.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const { mechanism } = wuchang;
const directory = createDirectory(smallDirectory());
const DOWN = () => Promise.reject(new Error('The power went'));

/** What assesses, in one process, at one moment; parts of its stores can be broken. */
function assessorsOf(stores: OpenStores, moment: string, broken: Partial<OpenStores> = {}) {
  const describing = () => ({ directory, mechanism, speak: createSpeak(), categoryName: (id: string) => id });
  return createAssessors({ stores: { ...stores, ...broken }, mechanism, directory: () => directory, calendar: plainCalendar, now: () => at(moment) }, describing);
}

async function withPeople(stores: OpenStores): Promise<OpenStores> {
  await stores.people.saveAll(directory.data.people.map(({ id, roles, unit }) => ({ id, name: '', roles, unit, grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [] })));
  return stores;
}

/** A matter of July that the community did. */
async function done(stores: OpenStores, id = 'D1'): Promise<void> {
  const first = await written(stores, opening({ id }));
  const taken = await stores.demands.append(first, next(first, take(gridWorker()), '2026-07-06 11:00', { cause: `${id}:take` }));
  await stores.demands.append(taken, next(taken, finish(gridWorker()), '2026-07-06 12:00', { cause: `${id}:finish` }));
}

async function reports(stores: OpenStores): Promise<readonly Posted[]> {
  return (await stores.outbox.due(at('2027-01-01 00:00'), 200)).filter(({ key }) => key.startsWith('assessment:'));
}

const CLOSED = '2026-08-10 08:20';

describe('periods that are over', () => {
  onKeptStores((start) => {
    it('are sealed with a report to each head, once, however often and late the job runs', async () => {
      const stores = await withPeople(start().stores);
      await done(stores);
      expect(await assessorsOf(stores, '2026-08-03 08:20').closePeriods()).to.equal(0);
      expect(await stores.sealedPeriods.get('2026-07')).to.equal(undefined);

      const put = await assessorsOf(stores, CLOSED).closePeriods();
      const letters = await reports(stores);
      expect(put).to.equal(letters.length).and.to.be.above(0);
      expect(letters.map(({ to }) => to)).to.deep.include({ person: 'p-secretary' });
      expect(letters.every(({ key, text }) => key.startsWith('assessment:2026-07:') && text.includes('考核已封存') && text.includes('校验码'))).to.equal(true);

      for (const late of [CLOSED, '2026-08-10 18:20', '2026-09-02 08:20']) expect(await assessorsOf(stores, late).closePeriods()).to.equal(0);
      expect(await reports(stores)).to.have.length(letters.length);
    });

    it('are closed a month late by a program that stood still, and not before they began', async () => {
      const stores = await withPeople(start().stores);
      await done(stores);
      expect(await assessorsOf(stores, '2026-08-28 18:20').closePeriods()).to.be.above(0);
      expect(await stores.sealedPeriods.get('2026-06')).to.equal(undefined);
    });

    it('are closed for scores alone, of the month or of one of its days, and not where nothing was said or done', async () => {
      const { stores } = start();
      const score = { relation: 'streets', unit: 'office', by: 'p-dispatcher', rater: 'street', at: at('2026-07-20 10:00'), marks: { score: 80 }, reason: '' };
      await stores.scores.add({ ...score, id: 's1', about: '2026-07-20' });
      await assessorsOf(stores, CLOSED).closePeriods();
      expect(await stores.sealedPeriods.get('2026-07')).to.not.equal(undefined);
      expect(await stores.sealedPeriods.get('2026-06')).to.equal(undefined);

      await stores.scores.add({ ...score, id: 's2', about: '2026-08' });
      await assessorsOf(stores, '2026-09-10 08:20').closePeriods();
      expect(await stores.sealedPeriods.get('2026-08')).to.not.equal(undefined);
    });

    it('are sealed and reported once by two processes that close them at once', async () => {
      const [one, two] = [await withPeople(start().stores), start().stores];
      await done(one);
      await Promise.all([one, two].map((stores) => assessorsOf(stores, CLOSED).closePeriods()));
      const letters = await reports(one);
      expect(new Set(letters.map(({ key }) => key)).size).to.equal(letters.length);
      const hash = (await one.sealedPeriods.get('2026-07'))?.hash ?? '';
      expect(letters.length).to.be.above(0);
      for (const { text } of letters) expect(text).to.include(hash.slice(0, 16));
      expect(await two.sealedPeriods.get('2026-07')).to.deep.equal(await one.sealedPeriods.get('2026-07'));
    });

    it('keep their seal when the program ends before the letters, which go out once, with the sealed figures', async () => {
      const stores = await withPeople(start().stores);
      await done(stores);
      await assessorsOf(stores, CLOSED, { outbox: { ...stores.outbox, put: DOWN } }).closePeriods().catch(() => undefined);
      const sealed = await stores.sealedPeriods.get('2026-07');
      expect(sealed).to.not.equal(undefined);
      expect(await reports(stores)).to.deep.equal([]);

      await done(stores, 'D2');
      expect(await assessorsOf(stores, '2026-08-10 18:20').closePeriods()).to.be.above(0);
      const letters = await reports(stores);
      for (const { text } of letters) expect(text).to.include(sealed?.hash.slice(0, 16));
      expect(await stores.sealedPeriods.get('2026-07')).to.deep.equal(sealed);
      expect(await assessorsOf(stores, '2026-08-11 08:20').closePeriods()).to.equal(0);
      expect(await reports(stores)).to.have.length(letters.length);
    });

    it('are reported once too when the program ends after the letters', async () => {
      const stores = await withPeople(start().stores);
      await done(stores);
      await assessorsOf(stores, CLOSED, { ledger: { ...stores.ledger, set: DOWN } }).closePeriods().catch(() => undefined);
      const before = (await reports(stores)).length;
      await assessorsOf(stores, '2026-08-10 18:20').closePeriods();
      expect(await reports(stores)).to.have.length(before).and.not.have.length(0);
    });
  });
});
