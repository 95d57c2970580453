import { expect } from 'chai';
import { durationMs } from '../../web/duration.ts';

describe('a duration', () => {
  for (const [written, ms] of [
    ['PT24H', 86_400_000],
    ['P1D', 86_400_000],
    ['P1DT2H3M', 93_780_000],
    ['PT90M', 5_400_000],
    ['P2W', 1_209_600_000],
    ['PT0S', 0],
  ] as const) {
    it(`reads ${written}`, () => expect(durationMs(written)).to.equal(ms));
  }

  for (const written of ['', 'P', 'PT', 'P1DT', '-P1D', 'PT-1H', 'P1Y', 'P1M', 'PT1.5H', 'pt1h', ' PT1H', 'PT1H ', '24H', 'PT1M1H', 'PT99999999999H']) {
    it(`does not read ${JSON.stringify(written)}`, () => expect(durationMs(written)).to.equal(undefined));
  }
});
