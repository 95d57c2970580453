import { expect } from 'chai';
import fc from 'fast-check';
import { limitFrom, WrittenLimit, writtenLimit } from '../../../domain/time/limit.ts';

describe('a time limit', () => {
  const read = [
    ['30 minutes', { unit: 'minutes', amount: 30 }],
    ['1 minute', { unit: 'minutes', amount: 1 }],
    ['2 hours', { unit: 'minutes', amount: 120 }],
    ['1.5 hours', { unit: 'minutes', amount: 90 }],
    ['3 days', { unit: 'minutes', amount: 4320 }],
    ['1 workday', { unit: 'workdays', amount: 1 }],
    ['1.5 workdays', { unit: 'workdays', amount: 1.5 }],
    [' 7 Workdays ', { unit: 'workdays', amount: 7 }],
  ] as const;

  for (const [written, limit] of read) {
    it(`is read from "${written}"`, () => expect(limitFrom(written)).to.deep.equal(limit));
  }

  for (const wrong of ['', '30', 'minutes', '-1 hours', '0 workdays', '1 week', '1 workday and a bit', 'one hour', '1e3 minutes', '999999 hours']) {
    it(`is not read from "${wrong}"`, () => expect(limitFrom(wrong)).to.equal(undefined));
  }

  it('is refused by the schema, by name', () => {
    const parsed = WrittenLimit.safeParse('soon');
    expect(parsed.success).to.be.false;
    expect(parsed.error?.issues[0]?.message).to.equal('not-a-limit');
  });

  it('is taken as it is when it is parsed already', () => {
    expect(WrittenLimit.parse({ unit: 'workdays', amount: 1.5 })).to.deep.equal({ unit: 'workdays', amount: 1.5 });
    expect(WrittenLimit.safeParse({ unit: 'weeks', amount: 1 }).success).to.be.false;
    expect(WrittenLimit.safeParse({ unit: 'minutes', amount: 0 }).success).to.be.false;
  });

  it('is written as it is read', () => {
    expect(['2 hours', '1 day', '90 minutes', '1.5 workdays'].map((written) => writtenLimit(WrittenLimit.parse(written)))).to.deep.equal([
      '2 hours',
      '1 day',
      '90 minutes',
      '1.5 workdays',
    ]);
    fc.assert(
      fc.property(fc.constantFrom('minutes' as const, 'workdays' as const), fc.integer({ min: 1, max: 99_999 }), (unit, amount) => {
        expect(limitFrom(writtenLimit({ unit, amount }))).to.deep.equal({ unit, amount });
      }),
    );
  });
});
