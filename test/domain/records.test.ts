import { expect } from 'chai';
import { serviceFaults } from '../../domain/mechanism/service-faults.ts';
import { isKnown, maySeeField, nextField, progressOf, withValues } from '../../domain/records.ts';
import type { GridRecord } from '../../domain/records.ts';
import { at } from '../support/local-time.ts';
import { wuchang } from '../support/rules.ts';

const records = wuchang.mechanism.records!;
const [houses, people] = records.sections;
const now = at('2026-11-23 10:00');
const record = (over: Partial<GridRecord> = {}): GridRecord => ({ id: 'r1', grid: 'g1', section: 'houses', name: '203', owner: 'r1', fields: {}, trace: [], version: 1, ...over });
const value = (of: string) => ({ value: of, at: now, by: 'zhou' });
const field = (section: typeof houses, id: string) => section!.fields.find((one) => one.id === id)!;

describe('what was collected once', () => {
  it('is asked in the order of the template, and never again', () => {
    expect(nextField(houses!, record(), {})?.id).to.equal('tenure');
    expect(nextField(houses!, record({ fields: { tenure: value('own') } }), {})?.id).to.equal('area');
    expect(nextField(houses!, record(), {}, ['tenure', 'area'])?.id).to.equal('persons');
    const all = Object.fromEntries(houses!.fields.map(({ id }) => [id, value('x')]));
    expect(nextField(houses!, record({ fields: all }), {})).to.equal(undefined);
  });

  it('is known of whatever it belongs to, and of the directory', () => {
    const person = record({ section: 'people' });
    expect(isKnown(field(people, 'tenure'), person, {})).to.equal(false);
    expect(isKnown(field(people, 'tenure'), person, { within: { fields: { tenure: value('own') } } })).to.equal(true);
    expect(isKnown(field(people, 'phone'), person, { listed: { phone: '19900000001' } })).to.equal(true);
    expect(isKnown(field(people, 'phone'), person, { listed: {} })).to.equal(false);
  });

  it('keeps the former value when one is put right, and nothing when it is the same', () => {
    const how = { by: 'he', at: now, same: (_field: string, before: string, after: string) => before === after };
    const before = record({ fields: { tenure: value('rented') } });
    const after = withValues(before, { tenure: 'own', area: '89' }, how);
    expect(after.fields).to.deep.equal({ tenure: { value: 'own', at: now, by: 'he' }, area: { value: '89', at: now, by: 'he' } });
    expect(after.trace).to.deep.equal([{ field: 'tenure', value: 'rented', at: now, by: 'zhou', until: now, correctedBy: 'he' }]);
    expect(after.version).to.equal(2);
    expect(withValues(after, { tenure: 'own' }, how)).to.equal(after);
  });

  it('is counted by section, against the households where each has one', () => {
    const whole = Object.fromEntries(houses!.fields.map(({ id }) => [id, value('x')]));
    const progress = progressOf(records, [record(), record({ id: 'r2', fields: whole })], 486);
    expect(progress[0]).to.deep.equal({ section: 'houses', count: 2, whole: 1, expected: 486 });
    expect(progress[1]).to.deep.equal({ section: 'people', count: 0, whole: 0, expected: undefined });
  });

  it('shows what is personal only to those whom the district names', () => {
    expect(maySeeField(records, field(houses, 'area'), [])).to.equal(true);
    expect(maySeeField(records, field(houses, 'owner'), [])).to.equal(false);
    expect(maySeeField(records, field(houses, 'owner'), ['secretary'])).to.equal(true);
    expect(maySeeField(records, field(houses, 'phone'), ['secretary'])).to.equal(false);
    expect(maySeeField(records, field(houses, 'phone'), ['grid-worker'])).to.equal(true);
  });
});

describe('a district\'s file, in what it says of services and records', () => {
  const codes = (book: Parameters<typeof serviceFaults>[0]) => serviceFaults(book).map(({ code, path }) => `${path.join('.')} ${code}`);

  it('has no faults as it is', () => expect(codes(wuchang.mechanism)).to.deep.equal([]));

  it('names what contradicts itself', () => {
    const [section] = records.sections.slice(1);
    const wrong = { ...section!, within: 'moons', fields: [...section!.fields, { ...field(people, 'register'), id: 'kind', choices: [] }, field(people, 'phone')] };
    expect(codes({ records: { ...records, sections: [houses!, wrong] } })).to.deep.equal(['records.sections.1.fields.6.id listed-twice', 'records.sections.1.within unknown-section', 'records.sections.1.fields.5 nothing-to-choose']);
    const apart = { ...section!, within: undefined };
    expect(codes({ records: { ...records, sections: [houses!, apart] } })).to.deep.equal(['records.sections.1.fields.0.same nothing-to-belong-to']);
    const other = { ...section!, fields: [{ ...field(people, 'tenure'), same: 'colour' }] };
    expect(codes({ records: { ...records, sections: [houses!, other] } })).to.deep.equal(['records.sections.1.fields.0.same unknown-record-field']);
    const { services } = wuchang.mechanism;
    const slow = { ...services!.onBehalf!, takeUp: { limit: { unit: 'workdays' as const, amount: 20 }, ladder: 'daily' } };
    expect(codes({ services: { ...services!, onBehalf: slow } })).to.deep.equal(['services.onBehalf.solve limits-out-of-order']);
  });
});
