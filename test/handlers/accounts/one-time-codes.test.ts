import { expect } from 'chai';
import { createOneTimeCodes, shownCode } from '../../../handlers/accounts/one-time-codes.ts';
import type { Ledger } from '../../../handlers/ports/coordination.ts';
import { morning, onKeptStores } from '../../models/support/kept.ts';

const DAY_MS = 24 * 3600_000;

describe('a one-time code', () => {
  onKeptStores((start) => {
    let ledger: Ledger;
    let now: Date;
    let serial: number;
    beforeEach(() => {
      ledger = start().stores.ledger;
      [now, serial] = [morning, 0];
    });
    const codes = (kind: string) => createOneTimeCodes({ ledger, now: () => now, newCode: () => `CODE000${++serial}`, digest: (code) => `d-${code.toUpperCase()}` }, { code: kind, used: `${kind}-used`, tries: `${kind}-tries` });

    it('stands for what it was given for until its last moment, among codes of its kind only', async () => {
      const code = await codes('bind').issue('wang fang', DAY_MS);
      expect(await codes('bind').meantBy(code.toLowerCase())).to.equal('wang fang');
      expect(await codes('bind-room').meantBy(code)).to.equal(undefined);
      expect(await codes('bind').meantBy('CODE0009')).to.equal(undefined);
      now = new Date(morning.getTime() + DAY_MS);
      expect(await codes('bind').meantBy(code)).to.equal('wang fang');
      now = new Date(now.getTime() + 1);
      expect(await codes('bind').meantBy(code)).to.equal(undefined);
    });

    it('is used up by one of many who use it at once', async () => {
      const code = await codes('bind').issue('wang', DAY_MS);
      const used = await Promise.all(['a', 'b', 'c'].map((by) => codes('bind').use(code, by)));
      expect(used.filter(Boolean)).to.have.length(1);
    });

    it('cannot be tried out: five tries an hour, each person and kind by itself', async () => {
      const tries = (kind: string, person: string) => codes(kind).mayTry(person);
      for (let nth = 0; nth < 5; nth++) expect(await tries('bind', 'wang')).to.equal(true);
      expect([await tries('bind', 'wang'), await tries('bind', 'zhao'), await tries('bind-room', 'wang')]).to.deep.equal([false, true, true]);
      now = new Date(morning.getTime() + 3600_000);
      expect(await tries('bind', 'wang')).to.equal(true);
    });
  });

  it('is shown in two halves', () => expect(shownCode('ABCD2345')).to.equal('ABCD-2345'));
});
