import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { register } from '../../../domain/decide/decide.ts';
import type { Urgency } from '../../../domain/demand.ts';
import { createDirectory } from '../../../domain/directory/directory.ts';
import { fold } from '../../../domain/evolve.ts';
import { createLookForHotspots } from '../../../handlers/hotspots/hotspots.ts';
import { countAnswers } from '../../../handlers/hotspots/present-hotspots.ts';
import { createDangerWatch } from '../../../handlers/hotspots/warnings.ts';
import { createWeeklyLetters } from '../../../handlers/letters/weekly-letters.ts';
import type { Posted } from '../../../handlers/ports/letters.ts';
import { createSpeak } from '../../../locales/speak.ts';
import { openStores, type OpenStores } from '../../../models/open-stores.ts';
import { place, report } from '../../support/builders.ts';
import { plainCalendar, wuchang } from '../../support/rules.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const { mechanism } = wuchang;
const directory = createDirectory(smallDirectory());
const MONDAY = '2026-11-23T08:30:00+08:00';

describe('warnings', () => {
  let folder: string;
  let stores: OpenStores;
  let now: Date;
  let made: number;

  beforeEach(async () => {
    [now, made] = [new Date(MONDAY), 10_000];
    folder = await mkdtemp(join(tmpdir(), 'warnings-'));
    stores = await openStores({ dataDir: folder, dataKey: Buffer.alloc(32, 7), now: () => now });
    await stores.people.saveAll(directory.data.people.map(({ id, roles, unit }) => ({ id, name: '', roles, unit, grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [] })));
  });
  afterEach(async () => {
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  });

  const deps = () => ({ ...stores, directory: () => directory, mechanism, calendar: plainCalendar, now: () => now, describing: () => ({ directory, mechanism, speak: createSpeak(), categoryName: (id: string) => id }) });
  const letters = async (): Promise<readonly Posted[]> => stores.outbox.due(new Date('2027-01-01T00:00:00Z'), 100);

  /** Puts a demand of somebody at a place some days ago. */
  async function demand({ person = 'wang', daysAgo = 1, category = 'noise', urgency = 'routine' as Urgency, at = 'tower' }): Promise<string> {
    const id = String(++made);
    const path = { community: 'ginkgo', street: 'street', district: 'district', city: 'city' };
    const command = report({ id, origin: `o-${id}`, person, urgency, place: place({ id: at, grid: 'g1', path }), understood: { category, confidence: 1, alternatives: [], reasons: [] } });
    const events = register(wuchang, command, new Date(now.getTime() - daysAgo * 24 * 3600_000));
    await stores.demands.create({ state: fold(events), events, cause: `o-${id}`, owing: [] });
    return id;
  }

  async function noise(): Promise<void> {
    for (const person of ['wang', 'li', 'zhao']) await demand({ person });
  }

  describe('of danger', () => {
    it('go to whoever has the desk of the street and to the unit above, once', async () => {
      await demand({ urgency: 'danger', daysAgo: 0, category: 'gas-supply' });
      expect(await createDangerWatch(deps()).warn()).to.equal(1);
      expect(await createDangerWatch(deps()).warn()).to.equal(0);
      expect((await letters()).map(({ to, text }) => [to, text.includes('银杏花园4号楼') && text.includes('预警 10001 已阅')])).to.deep.equal([
        [{ person: 'p-street' }, true],
        [{ person: 'p-district' }, true],
      ]);
    });

    it('are one for more of the same class near by within a day, and another the day after', async () => {
      const watch = createDangerWatch(deps());
      await demand({ urgency: 'danger', daysAgo: 0.5, category: 'gas-supply' });
      await watch.warn();
      const second = await demand({ urgency: 'danger', daysAgo: 0, category: 'gas-supply', at: 'garden', person: 'li' });
      watch.noticed((await stores.demands.load(second))!.state);
      await watch.warn();
      expect((await stores.warnings.since(new Date(0))).map(({ hotspot }) => hotspot.demandIds)).to.deep.equal([['10001', second]]);
      expect((await stores.warnings.numbered(second))?.no).to.equal('10001');

      now = new Date(now.getTime() + 25 * 3600_000);
      await demand({ urgency: 'danger', daysAgo: 0, category: 'gas-supply' });
      await createDangerWatch(deps()).warn();
      expect(await stores.warnings.since(new Date(0))).to.have.lengthOf(2);
    });

    it('are not sent to whoever heard of the demand itself', async () => {
      const id = await demand({ urgency: 'danger', daysAgo: 0 });
      await stores.outbox.put([{ key: 'k', to: { person: 'p-street' }, demand: id, text: '', mask: true, notBefore: now, reply: false }], now);
      await createDangerWatch(deps()).warn();
      expect((await letters()).map(({ to }) => to)).to.deep.equal([{ person: 'p-street' }, { person: 'p-district' }]);
      expect((await stores.warnings.numbered(id))?.told).to.deep.equal(['p-street', 'p-district']);
    });

    it('say nothing of three noise complaints', async () => {
      await noise();
      expect(await createDangerWatch(deps()).warn()).to.equal(0);
    });
  });

  describe('of the week', () => {
    it('are one letter to the street, whose numbers are nobody else\'s', async () => {
      await noise();
      expect(await createWeeklyLetters(deps())()).to.equal(1);
      const [letter] = await letters();
      expect(letter?.to).to.deep.equal({ person: 'p-street' });
      expect(letter?.text).to.include('枫荷街道本周热点建议').and.include('3人反映').and.not.include('wang');
      expect((await stores.warnings.since(new Date(0)))[0]?.no).to.match(/^\d{5}$/);
    });

    it('are written once, however often and late the job runs', async () => {
      await noise();
      const write = createWeeklyLetters(deps());
      await write();
      await write();
      now = new Date('2026-11-24T08:30:00+08:00');
      await demand({ person: 'qian', at: 'garden' });
      await write();
      expect(await letters()).to.have.lengthOf(1);
    });

    it('are written the same when an earlier run ended before its end', async () => {
      await noise();
      const broken = { ...deps(), ledger: { ...stores.ledger, set: () => Promise.reject(new Error('The power went')) } };
      await createWeeklyLetters(broken)().catch(() => undefined);
      await createWeeklyLetters(deps())();
      expect(await letters()).to.have.lengthOf(1);
      expect(await stores.warnings.since(new Date(0))).to.have.lengthOf(1);
    });

    it('wait for the first workday of the week', async () => {
      now = new Date('2026-10-05T08:30:00+08:00');
      await noise();
      const write = createWeeklyLetters(deps());
      expect(await write()).to.equal(0);
      now = new Date('2026-10-08T08:30:00+08:00');
      expect(await write()).to.equal(1);
    });

    it('are written later in the week when the program stood still', async () => {
      now = new Date('2026-11-25T10:30:00+08:00');
      await noise();
      expect(await createWeeklyLetters(deps())()).to.equal(1);
    });

    it('leave out what was answered and has nothing new', async () => {
      await noise();
      await createWeeklyLetters(deps())();
      const [warning] = await stores.warnings.since(new Date(0));
      const answer = { person: 'p-street', answer: 'acted' as const, at: now };
      await stores.warnings.answer(warning!.key, answer, 'm1');
      await stores.warnings.answer(warning!.key, answer, 'm1');
      expect((await stores.warnings.numbered(warning!.no))?.answers).to.deep.equal([answer]);
      now = new Date('2026-11-30T08:30:00+08:00');
      expect(await createWeeklyLetters(deps())()).to.equal(0);
      now = new Date('2026-12-07T08:30:00+08:00');
      await noise();
      expect(await createWeeklyLetters(deps())()).to.equal(1);
    });
  });

  describe('of the week that nobody has answered', () => {
    const monday = (day: string) => void (now = new Date(`${day}T08:30:00+08:00`));
    const write = () => createWeeklyLetters(deps())();
    const all = () => stores.warnings.since(new Date(0));

    it('are the same the next week, said to be still open, with what is new of them', async () => {
      await noise();
      await write();
      const [first] = await all();
      monday('2026-11-30');
      await demand({ person: 'qian' });
      await write();
      const [again, ...others] = await all();
      expect([again?.no, again?.key, others]).to.deep.equal([first?.no, first?.key, []]);
      expect(again?.hotspot.demandIds).to.have.lengthOf(4);
      const [, letter] = await letters();
      expect(letter?.text).to.include(`预警 ${first?.no ?? ''}`).and.include('11月23日').and.include('还没有人答复');
    });

    it('are counted once when they are answered', async () => {
      await noise();
      await write();
      monday('2026-11-30');
      await demand({ person: 'qian' });
      await write();
      const [warning] = await all();
      await stores.warnings.answer(warning!.key, { person: 'p-street', answer: 'acted', at: now }, 'm1');
      expect(countAnswers(await all())).to.deep.equal({ seen: 0, acted: 1, notSo: 0 });
      monday('2026-12-07');
      expect(await write()).to.equal(0);
    });

    it('are said again once a week, also when an earlier run ended before its end', async () => {
      await noise();
      await write();
      monday('2026-11-30');
      await demand({ person: 'qian' });
      const broken = { ...deps(), ledger: { ...stores.ledger, set: () => Promise.reject(new Error('The power went')) } };
      await createWeeklyLetters(broken)().catch(() => undefined);
      await write();
      expect(await letters()).to.have.lengthOf(2);
      expect((await all())[0]?.openSince).to.deep.equal(new Date(MONDAY));
    });

    it('are new ones when the same comes back after it was gone for weeks', async () => {
      await noise();
      await write();
      monday('2027-01-04');
      await noise();
      await write();
      expect(await all()).to.have.lengthOf(2);
    });

    it('can be answered by whoever was told first, after the desk has changed', async () => {
      await noise();
      await write();
      monday('2026-11-30');
      await stores.warnings.sayAgain((await all())[0]!.key, { hotspot: (await all())[0]!.hotspot, told: ['p-other'], at: now });
      expect((await all())[0]?.told).to.have.members(['p-street', 'p-other']);
    });
  });

  describe('and what piles up', () => {
    it('is seen within the units asked for, without what was withdrawn', async () => {
      await noise();
      const look = createLookForHotspots(deps());
      expect((await look({ units: ['ginkgo'] })).map(({ place: where, people }) => [where, people])).to.deep.equal([['tower', 3]]);
      expect(await look({ units: ['paulownia'] })).to.deep.equal([]);
      expect(await look({ since: new Date(now.getTime() - 3600_000) })).to.deep.equal([]);
    });

    it('names who the duty list holds responsible', async () => {
      await noise();
      expect((await createLookForHotspots(deps())({}))[0]?.unit).to.equal('centre');
    });
  });
});
