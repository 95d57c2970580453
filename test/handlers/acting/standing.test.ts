import { expect } from 'chai';
import { workReadOnce } from '../../../handlers/acting/standing.ts';
import type { DemandStore } from '../../../handlers/ports/demands.ts';
import { at } from '../../support/local-time.ts';

describe('the work of a unit', () => {
  it('is read once however often it is weighed, and anew for another unit, time or number', async () => {
    const read: string[] = [];
    const workOf: DemandStore['workOf'] = (unit) => {
      read.push(unit);
      return Promise.resolve([]);
    };
    const once = workReadOnce({ workOf });
    await Promise.all([once.workOf('street', at('2026-07-06 09:00'), 500), once.workOf('street', at('2026-07-06 09:00'), 500)]);
    await once.workOf('street', at('2026-07-06 09:01'), 500);
    expect(read).to.deep.equal(['street']);
    await once.workOf('other', at('2026-07-06 09:00'), 500);
    await once.workOf('street', at('2026-06-06 09:00'), 500);
    await once.workOf('street', at('2026-07-06 09:00'), 20);
    expect(read).to.deep.equal(['street', 'other', 'street', 'street']);
  });
});
