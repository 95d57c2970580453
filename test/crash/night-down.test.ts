import { expect } from 'chai';
import { nightRun } from '../support/night-run.ts';
import { stopAll } from '../support/product.ts';

describe('a night without the program', function () {
  this.timeout(240_000);
  afterEach(stopAll);

  it('handles each message that customer service kept once, however often it is killed while it fetches them', async () => {
    const { faults, pages } = await nightRun({ messages: 300, kills: 2 });
    expect(faults).to.deep.equal([]);
    expect(pages).to.be.above(3);
  });
});
