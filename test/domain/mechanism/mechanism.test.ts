import { expect } from 'chai';
import { contradictions } from '../../../domain/mechanism/faults.ts';
import type { Chain, UnitRef } from '../../../domain/mechanism/mechanism.ts';
import { isHigher, leadsTo, Mechanism, mayBeCalled, soundsAtNight, tierAbove, tierOf, usualKind, wholeParts } from '../../../domain/mechanism/mechanism.ts';
import { units } from '../../support/builders.ts';
import { wuchang } from '../../support/rules.ts';

const { mechanism } = wuchang;

/** What is wrong with the file when parts of it are replaced: where, what, and the names concerned. */
function complaints(over: Partial<Record<keyof Mechanism, unknown>>): string[] {
  const parsed = Mechanism.safeParse({ ...mechanism, ...over });
  return parsed.success ? [] : parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message, ...(issue.code === 'custom' ? Object.values<string>(issue.params ?? {}) : [])].join(' '));
}

/** The same list with one of its entries changed. */
function changed<T extends { readonly id: string }>(list: readonly T[], id: string, over: Partial<T>): T[] {
  return list.map((one) => (one.id === id ? { ...one, ...over } : one));
}

describe('a district\'s file', () => {
  it('is accepted as it is, and read again once it is parsed', () => expect(complaints({})).to.deep.equal([]));

  it('names nothing that it does not have', () => {
    expect(complaints({ grades: [...mechanism.grades, { id: 'E', tier: 'moon', name: mechanism.name }] })).to.deep.equal(['grades.4.tier unknown-tier moon']);
    expect(complaints({ grades: mechanism.grades.slice(1) })).to.deep.equal(['tiers.0 tier-without-grade community']);
    expect(complaints({ chains: mechanism.chains.filter(({ id }) => id !== 'district-to-city') })).to.deep.equal(['tiers.3.requestOn.chain unknown-chain district-to-city']);
    expect(complaints({ tiers: changed(mechanism.tiers, 'city', { requestOn: { chain: 'district-to-city', kind: 'loud' } }) })).to.deep.equal(['tiers.3.requestOn.kind unknown-kind loud']);
    expect(complaints({ placeAnswer: { limit: '24 hours', ladder: 'loud' } })).to.deep.equal(['placeAnswer.ladder unknown-ladder loud']);
    expect(complaints({ kinds: changed(mechanism.kinds, 'tough', { finish: { limit: { unit: 'workdays', amount: 15 }, ladder: 'loud' } }) })).to.deep.equal(['kinds.1.finish.ladder unknown-ladder loud']);
    expect(complaints({ revisit: { ...mechanism.revisit, decideTier: 'moon' } })).to.deep.equal(['revisit.decideTier unknown-tier moon']);
  });

  it('says nothing twice', () => {
    expect(complaints({ kinds: [...mechanism.kinds, ...mechanism.kinds.slice(0, 1)] })).to.deep.equal(['kinds.3.id listed-twice daily']);
  });

  it('leads nowhere that has no way on', () => {
    const [chain] = mechanism.chains.filter(({ id }) => id === 'district-to-city');
    const requestOn = { chain: 'street-to-departments', kind: 'tough' };
    expect(complaints({ unitClasses: mechanism.unitClasses.filter(({ id }) => id !== 'city-department') })).to.deep.equal(['chains.2.callee.classes.0 unknown-class city-department', 'chains.2.callee chain-to-nobody district-to-city']);
    expect(complaints({ tiers: changed(mechanism.tiers, 'city', { requestOn }) })).to.deep.equal(['tiers.3.requestOn request-from-elsewhere city street-to-departments district']);
    expect(complaints({ tiers: changed(mechanism.tiers, 'community', { requestOn: { chain: chain?.id ?? '', kind: 'tough' } }) })).to.deep.equal(['tiers.0.requestOn request-at-bottom community']);
    expect(complaints({ revisit: { ...mechanism.revisit, decideTier: 'city' } })).to.deep.equal(['revisit.decideTier decided-by-nobody city']);
    expect(complaints({ stages: mechanism.stages.filter(({ id }) => id !== 'judged') })).to.deep.equal(['stages status-without-stage done']);
  });

  it('lets nothing be due before what comes first', () => {
    const daily = { ...mechanism.urgent.solve, limit: { unit: 'workdays' as const, amount: 1 } };
    expect(complaints({ kinds: changed(mechanism.kinds, 'daily', { feedback: daily }) })).to.deep.equal(['kinds.0.feedback limits-out-of-order reportIn feedback']);
    expect(complaints({ tiers: changed(mechanism.tiers, 'street', { takeUp: { ...daily, limit: { unit: 'workdays', amount: 6 } } }) })).to.deep.equal(['tiers.1.solve limits-out-of-order takeUp solve']);
    expect(complaints({ revisit: { ...mechanism.revisit, expireAfter: '1 hour' } })).to.deep.equal(['revisit.expireAfter limits-out-of-order remindAfter expireAfter']);
  });

  it('writes limits that are limits', () => {
    expect(complaints({ reopenWithin: 'a week' })).to.deep.equal(['reopenWithin not-a-limit']);
  });

  it('has no words that mean nothing', () => expect(complaints({ ['colour' as 'id']: 'red' })).to.have.length(1));
});

describe('a file of which some parts cannot be read', () => {
  const parts = wholeParts({ ...mechanism, tiers: 'many', grades: [{ id: 'A', tier: 'moon', name: mechanism.name }], chains: mechanism.chains.map((one) => ({ ...one, callee: { classes: ['nobody'] } })) });

  it('is still asked about the others', () => {
    expect(parts.tiers).to.be.undefined;
    expect(contradictions(parts).map(({ code }) => code)).to.include('unknown-class');
  });

  it('is not blamed for what only those parts could tell', () => expect(contradictions(parts).map(({ code }) => code)).to.not.include('unknown-tier'));

  it('may be no file at all', () => expect(contradictions(wholeParts('hello'))).to.deep.equal([]));
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
  const matter = { category: 'street-lighting', source: 'resident-chat' };
  const chainFor = ({ chains }: Pick<Mechanism, 'chains'>, caller: UnitRef, callees: readonly UnitRef[]) => chains.find((one) => leadsTo(one, caller, callees, matter));
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

  it('may lead to the offices of the caller\'s superior, to its member units, or of a class to those linked to it', () => {
    const [first] = mechanism.chains;
    const leads = (caller: UnitRef, callee: UnitRef, over: Partial<Chain['callee']>) =>
      first !== undefined && leadsTo({ ...first, caller: { tiers: [caller.tier], classes: [caller.class] }, callee: { classes: [callee.class], own: false, ...over } }, caller, [callee], matter);
    const elsewhere = { ...units.urban, above: ['street-2', 'district', 'city'] };
    expect([leads(units.ginkgo, units.urban, { among: 'superior' }), leads(units.ginkgo, elsewhere, { among: 'superior' })]).to.deep.equal([true, false]);
    expect([leads({ ...units.ginkgo, members: ['water'] }, units.water, { among: 'members' }), leads(units.ginkgo, units.water, { among: 'members' })]).to.deep.equal([true, false]);
    const linked = { linked: ['department'] };
    expect([leads(units.ginkgo, { ...units.water, members: ['street'] }, linked), leads(units.ginkgo, { ...units.water, members: ['street-2'] }, linked), leads(units.ginkgo, units.water, {})]).to.deep.equal([true, false, true]);
  });

  it('may be for some matters only', () => {
    const [first] = mechanism.chains;
    const leads = (matters: Chain['matters']) => first !== undefined && leadsTo({ ...first, matters }, units.street, [units.water], matter);
    expect([leads({ classes: ['street-lighting'] }), leads({ classes: ['noise'] }), leads({ sources: ['resident-chat'] }), leads({ sources: ['patrol'] })]).to.deep.equal([true, false, true, false]);
  });

  it('leads to units of its classes', () => {
    expect([mayBeCalled(mechanism, 'district-to-city', units.cityWater), mayBeCalled(mechanism, 'district-to-city', units.water)]).to.deep.equal([true, false]);
  });
});

describe('a kind of whistle', () => {
  const meant = { ...mechanism, kinds: mechanism.kinds.map((one) => (one.id === 'tough' ? { ...one, classes: ['illegal-building'] } : one)) };

  it('is proposed for the classes it is meant for, and an urgent one for danger', () => {
    expect([usualKind(meant, false, 'illegal-building').id, usualKind(meant, false, 'noise').id, usualKind(meant, true, 'illegal-building').id]).to.deep.equal(['tough', 'daily', 'urgent']);
  });

  it('sounds at night when it is urgent, unless the file says otherwise', () => {
    const nights = mechanism.kinds.map((kind) => [kind.id, soundsAtNight(kind), soundsAtNight({ ...kind, night: !kind.urgent })]);
    expect(nights).to.deep.equal([['daily', false, true], ['tough', false, true], ['urgent', true, false]]);
  });
});
