import { expect } from 'chai';
import { z } from 'zod';
import { remembered } from '../../handlers/remembered.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { morning, onKeptStores } from '../models/support/kept.ts';

const HOUR_MS = 3600_000;
const homes = remembered('home', z.object({ offered: z.string() }), HOUR_MS);

describe('what is remembered of a person', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    beforeEach(() => void (stores = start().stores));
    const after = (ms: number) => ({ ledger: stores.ledger, now: () => new Date(morning.getTime() + ms) });

    it('is known for its time, with when it was said, and no longer', async () => {
      await homes.keep(after(0), 'wang', { offered: 'here' });
      expect(await homes.of(after(HOUR_MS - 1), 'wang')).to.deep.equal({ offered: 'here', at: morning });
      expect(await homes.of(after(HOUR_MS), 'wang')).to.equal(undefined);
      expect(await homes.of(after(0), 'li')).to.equal(undefined);
    });

    it('ends with what it began with when it is put in other words', async () => {
      await homes.keep(after(HOUR_MS / 2), 'wang', { offered: 'there' }, morning);
      expect(await homes.of(after(HOUR_MS - 1), 'wang')).to.deep.equal({ offered: 'there', at: morning });
      expect(await homes.of(after(HOUR_MS), 'wang')).to.equal(undefined);
    });

    it('is nothing once it is forgotten', async () => {
      await homes.keep(after(0), 'wang', { offered: 'here' });
      await homes.forget(after(1), 'wang');
      expect(await homes.of(after(2), 'wang')).to.equal(undefined);
    });

    it('is nothing when it is not to be read, as after an update that keeps it otherwise', async () => {
      for (const kept of ['2026-07-06T09:00:00.000Z', '{"offered":1,"at":"2026-07-06T09:00:00.000Z"}', '{"offered":"here"}']) {
        await stores.ledger.set('home:wang', kept, morning);
        expect(await homes.of(after(0), 'wang'), kept).to.equal(undefined);
      }
    });
  });
});
