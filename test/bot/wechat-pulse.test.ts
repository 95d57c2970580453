import { expect } from 'chai';
import fc from 'fast-check';
import { createArrivals } from '../../bot/wechat-pulse.ts';

const noon = Date.parse('2025-03-03T04:00:00.000Z');

describe('the time of a message', () => {
  it('is its own when the messenger tells milliseconds', () => {
    const arrivals = createArrivals(() => new Date(noon));
    arrivals.note('a');
    expect(arrivals.timeOf('a', noon - 1234).getTime()).to.equal(noon - 1234);
  });

  it('is its own when it is an old one brought again', () => {
    const arrivals = createArrivals(() => new Date(noon));
    arrivals.note('a');
    expect(arrivals.timeOf('a', noon / 1000 - 86_400).getTime()).to.equal(noon - 86_400_000);
  });

  it('keeps the order of arrival when the messenger only tells seconds, in whatever order it is asked for', () => {
    const order = fc.shuffledSubarray([...Array(20).keys()], { minLength: 20 });
    fc.assert(
      fc.property(order, (asked) => {
        const arrivals = createArrivals(() => new Date(noon));
        for (let i = 0; i < 20; i++) arrivals.note(`m${i}`);
        const times = new Map(asked.map((i) => [i, arrivals.timeOf(`m${i}`, noon / 1000).getTime()]));
        for (let i = 1; i < 20; i++) expect(times.get(i)).to.be.above(times.get(i - 1)!);
      }),
    );
  });
});
