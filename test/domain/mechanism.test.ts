import { expect } from 'chai';
import { chainFor, isHigher, Mechanism, mayBeCalled, tierAbove, tierOf } from '../../domain/mechanism.ts';
import { units } from '../support/builders.ts';
import { wuchang } from '../support/rules.ts';

const { mechanism } = wuchang;

function complaints(over: Partial<Record<keyof Mechanism, unknown>>): string[] {
  const parsed = Mechanism.safeParse({ ...mechanism, ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe('a district\'s file', () => {
  it('is accepted as it is, and read again once it is parsed', () => expect(complaints({})).to.deep.equal([]));

  it('names nothing that it does not have', () => {
    expect(complaints({ grades: [...mechanism.grades, { id: 'E', tier: 'moon', name: mechanism.name }] })).to.deep.equal(['grade "E" belongs to unknown tier "moon"']);
    expect(complaints({ grades: mechanism.grades.slice(1) })).to.deep.equal(['tier "community" has no grade']);
    expect(complaints({ chains: mechanism.chains.filter(({ id }) => id !== 'district-to-city') })).to.deep.equal(['tier "city" is requested on unknown chain "district-to-city"']);
    expect(complaints({ unitClasses: mechanism.unitClasses.filter(({ id }) => id !== 'city-department') })).to.deep.equal(['chain "district-to-city" names unknown unit class "city-department"']);
    expect(complaints({ placeAnswer: { limit: '24 hours', ladder: 'loud' } })).to.deep.equal(['placeAnswer uses unknown ladder "loud"']);
  });

  it('says nothing twice', () => {
    expect(complaints({ kinds: [...mechanism.kinds, ...mechanism.kinds.slice(0, 1)] })).to.deep.equal(['kind "daily" is listed twice']);
  });

  it('writes limits that are limits', () => {
    expect(complaints({ reopenWithin: 'a week' })).to.deep.equal(['"a week" is no time limit; write for example "30 minutes", "2 hours" or "1.5 workdays"']);
  });

  it('has no words that mean nothing', () => expect(complaints({ ['colour' as 'id']: 'red' })).to.have.length(1));
});

describe('the tiers', () => {
  it('follow one another to the top', () => {
    expect(['community', 'street', 'district', 'city'].map((tier) => tierAbove(mechanism, tier)?.id)).to.deep.equal(['street', 'district', 'city', undefined]);
    expect(() => tierOf(mechanism, 'moon')).to.throw('has no tier moon');
  });

  it('are above and below one another', () => {
    expect([isHigher(mechanism, 'street', 'community'), isHigher(mechanism, 'street', 'street'), isHigher(mechanism, 'street', 'city')]).to.deep.equal([true, false, false]);
  });
});

describe('a chain', () => {
  const chain = (...[caller, ...callees]: [keyof typeof units, ...(keyof typeof units)[]]) => chainFor(mechanism, units[caller], callees.map((one) => units[one]))?.id;

  it('joins who calls and who is called', () => {
    expect(chain('street', 'water', 'urban')).to.equal('street-to-departments');
    expect(chain('district', 'water')).to.equal('district-to-departments');
    expect(chain('district', 'cityWater')).to.equal('district-to-city');
  });

  it('joins nobody else', () => {
    expect([chain('ginkgo', 'water'), chain('street', 'cityWater'), chain('urban', 'water'), chain('district', 'cityWater', 'water'), chain('water', 'parks')]).to.deep.equal(Array(5).fill(undefined));
  });

  it('may lead to units of the caller\'s own only', () => {
    const own = { ...mechanism, chains: mechanism.chains.map((one) => ({ ...one, callee: { ...one.callee, own: true } })) };
    expect(chainFor(own, units.street, [units.urban])?.id).to.equal('street-to-departments');
    expect(chainFor(own, units.street, [units.water])).to.be.undefined;
  });

  it('leads to units of its classes', () => {
    expect([mayBeCalled(mechanism, 'district-to-city', units.cityWater), mayBeCalled(mechanism, 'district-to-city', units.water)]).to.deep.equal([true, false]);
  });
});
