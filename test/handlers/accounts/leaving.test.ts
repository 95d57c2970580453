import { expect } from 'chai';
import type { Whistle } from '../../../domain/whistle.ts';
import { createBinder } from '../../../handlers/accounts/binding.ts';
import { createLeaveOffice, LEAVE, type Leaving, type LeaveOffice } from '../../../handlers/accounts/leaving.ts';
import { createSpeak } from '../../../locales/speak.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { morning, failure, onKeptStores, opening, written } from '../../models/support/kept.ts';
import { toStreet } from '../../support/builders.ts';
import { readDirectory } from '../../support/demo-directory.ts';
import { at } from '../../support/local-time.ts';

const GONE = 'p-yxl1-w';
const directory = await readDirectory();
const colleagues = ['p-yxl-1', 'p-yxl2-w'];
const died = () => Promise.reject(new Error('The program ends here'));

describe('somebody who leaves', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    let now: Date;
    let signedOut: string[];
    beforeEach(async () => {
      stores = start().stores;
      [now, signedOut] = [morning, []];
      const person = (id: string) => ({ id, name: id, roles: directory.person(id)?.roles ?? [], grids: [], language: 'zh-CN' as const, noticed: true, erased: false, accounts: [{ channel: 'app', account: `a-${id}` }] });
      await stores.people.saveAll([GONE, ...colleagues].map(person));
    });

    const office = (over: Partial<Leaving> = {}): LeaveOffice => {
      const { release } = createBinder({ ...stores, now: () => now, newCode: () => '', digest: (code) => code });
      return createLeaveOffice({ ...stores, directory: () => directory, release, signOut: (id) => Promise.resolve(void signedOut.push(id)), speak: createSpeak(), now: () => now, spoken: () => undefined, ...over });
    };
    /** What the next process does with what is owed. */
    const doTasks = async (one = office()) => {
      for (const { to, key, text } of await stores.outbox.due(now, 100)) if ('task' in to) {
        expect(to.task).to.equal(LEAVE);
        await one.finish(text);
        await stores.outbox.sent([key], now);
      }
    };
    const accounts = async () => (await stores.people.get(GONE))?.accounts;
    const told = async () => (await stores.outbox.due(now, 100)).flatMap(({ to, text }) => ('person' in to ? [[to.person, text.includes('不在岗')]] : [])).sort();
    const all = colleagues.map((id) => [id, true]);

    it('is unbound and signed out at once, and colleagues hear of it once', async () => {
      expect(await office().person(GONE)).to.deep.equal([{ channel: 'app', account: `a-${GONE}` }]);
      expect([await accounts(), signedOut]).to.deep.equal([[], [GONE]]);
      await doTasks();
      expect(await told()).to.deep.equal(all);
      expect(await office().person(GONE)).to.deep.equal([]);
      await doTasks();
      expect(await told()).to.deep.equal(all);
    });

    it('is told of, unbound and signed out all the same when the program ends in between', async () => {
      const release = async (id: string) => {
        await office().person(id);
        return died();
      };
      for (const ends of [{ release: died }, { release }, { signOut: died }] satisfies Partial<Leaving>[]) {
        await stores.people.saveAll([{ ...(await stores.people.get(GONE))!, accounts: [{ channel: 'app', account: `a-${GONE}` }] }]);
        now = new Date(now.getTime() + 24 * 3600_000);
        signedOut = [];
        const before = (await told()).length;
        await failure(office(ends).account({ channel: 'app', account: `a-${GONE}` }));
        await doTasks();
        expect([await accounts(), new Set(signedOut)]).to.deep.equal([[], new Set([GONE])]);
        expect((await told()).length - before).to.equal(2);
      }
    });

    it('is told of once when the program ends before that is noted, past midnight too', async () => {
      now = at('2026-07-06 23:59');
      await failure(office({ release: died }).person(GONE));
      const [owed] = await stores.outbox.due(now, 9);
      now = at('2026-07-07 00:05');
      await office().finish(owed?.text ?? '');
      await doTasks();
      expect(await told()).to.deep.equal(all);
    });

    it('keeps an account that was bound anew since', async () => {
      await failure(office({ release: died }).person(GONE));
      await stores.people.saveAll([{ ...(await stores.people.get(GONE))!, accounts: [{ channel: 'app', account: 'new' }] }]);
      await doTasks();
      expect(await accounts()).to.deep.equal([{ channel: 'app', account: 'new' }]);
    });

    it('hands on what the unit still owes, and not what it was let go of', async () => {
      const unit = directory.person(GONE)!.unit!;
      const place = { name: '银杏花园', grid: directory.gridsOf(GONE)[0]!.id, path: {} };
      const calledOff = opening({ id: 'D2', origin: 'sandbox:m2', to: toStreet, place });
      const whistle: Whistle = { id: 'w1', chain: 'street', kind: 'daily', caller: toStreet.unit, by: 'lin', at: now, status: 'cancelled', urgent: false, callees: [{ unit, role: 'lead', status: 'cancelled', calledAt: now, reportBy: now, feedbackBy: now, doneBy: now, ratings: [] }] };
      await written(stores, opening({ id: 'D1', to: { tier: 'community', unit }, place }));
      await written(stores, { ...calledOff, state: { ...calledOff.state, whistles: [whistle] } });
      await office().person(GONE);
      await doTasks();
      const letters = (await stores.outbox.due(now, 100)).filter(({ to }) => 'person' in to && colleagues.includes(to.person)).map(({ text }) => text);
      expect(letters).to.have.length(2);
      for (const text of letters) expect(text).to.include('D1').and.not.include('D2');
    });
  });
});
