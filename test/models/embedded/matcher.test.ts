import { expect } from 'chai';
import fc from 'fast-check';
import { Query } from 'mingo';
import { matcher } from '../../../models/embedded/matcher.ts';
import type { Stored } from '../../../models/embedded/stored.ts';

const plainly = { noNullPrototype: true };
const scalar = fc.oneof(fc.constantFrom('a', 'b', 'b c', ''), fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.constantFrom(new Date(1), new Date(2)));
const own = fc.oneof(scalar, fc.constant(null), fc.array(scalar, { maxLength: 3 }), fc.record({ inner: scalar }, plainly));
const ordered = fc.constantFrom<string | number | Date>('a', 'b', 1, 2, new Date(1), new Date(2));
const bounds = fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), ordered, { minKeys: 1, maxKeys: 2, ...plainly });
const condition = fc.oneof(scalar, bounds, fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }, plainly), fc.record({ $elemMatch: bounds }, plainly), fc.record({ $ne: scalar }, plainly), fc.record({ $exists: fc.boolean() }, plainly));
const documents = fc.record({ _id: fc.constant('x'), one: own, other: own }, { requiredKeys: ['_id'], ...plainly });
const filters = fc.dictionary(fc.constantFrom('one', 'other', 'one.inner'), condition, { maxKeys: 2, ...plainly });

describe('a filter of the embedded store', () => {
  it('finds the same whether it takes the quick way or not', () => {
    fc.assert(fc.property(documents, filters, (document, filter) => {
      expect(matcher(filter)(document)).to.equal(new Query<Stored>(filter).test(document));
    }), { numRuns: 3000 });
  });
});
