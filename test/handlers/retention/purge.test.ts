import { expect } from 'chai';
import { createPurge } from '../../../handlers/retention/purge.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { morning, onKeptStores } from '../../models/support/kept.ts';

const DAY_MS = 24 * 3600_000;

describe('the night\'s purge', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    beforeEach(() => void (stores = start().stores));
    const purgedAfter = (days: number) => createPurge({ ...stores, now: () => new Date(morning.getTime() + days * DAY_MS) })();
    const left = async (keys: readonly string[]) => (await Promise.all(keys.map(async (key) => ((await stores.ledger.get(key)) === undefined ? [] : [key])))).flat();

    it('drops what somebody was asked and did not answer, after two days', async () => {
      const asked = ['erase:wang', 'service:wang', 'doubt:wang', 'which-approval:wang', 'offered:wang', 'picture:wang', 'collect:wang'];
      for (const key of asked) await stores.ledger.set(key, 'x', morning);
      await purgedAfter(1);
      expect(await left(asked)).to.deep.equal(asked);
      await purgedAfter(3);
      expect(await left(asked)).to.deep.equal([]);
    });

    it('never drops what must be known for good', async () => {
      const kept = ['cursor:kf1', 'subscribed:4f', 'console-admin:zhou', 'clock-ahead', 'begun-with', 'assessment-report:2026-06', 'weekly-warnings:2026-07-06'];
      for (const key of kept) await stores.ledger.set(key, 'x', morning);
      await purgedAfter(3650);
      expect(await left(kept)).to.deep.equal(kept);
    });
  });
});
