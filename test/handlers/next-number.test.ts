import { expect } from 'chai';
import { nextNumber } from '../../handlers/intake/register-matter.ts';

describe('the numbers that people write', () => {
  it('leave the hotline out: who writes 12345 means the telephone', async () => {
    let taken = 2343;
    const counters = { next: () => Promise.resolve(++taken) };
    expect([await nextNumber(counters), await nextNumber(counters), await nextNumber(counters)]).to.deep.equal(['12344', '12346', '12347']);
  });
});
