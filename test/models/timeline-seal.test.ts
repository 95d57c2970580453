import { deserialize, serialize } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { checkTimeline, sealEntries, type Sealed } from '../../models/timeline-seal.ts';

interface Entry {
  seq: number;
  at: Date;
  by: string;
  type: string;
  data: unknown;
  cause: string;
}

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true }), fc.array(fc.string(), { maxLength: 3 }), fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), { maxKeys: 3 }));
const entries = (minLength: number): fc.Arbitrary<(Entry & Sealed)[]> =>
  fc
    .array(fc.record({ at: fc.date({ noInvalidDate: true }), by: fc.string(), type: fc.string(), data: value, cause: fc.string() }), { minLength, maxLength: 12 })
    .map((facts) => sealEntries(undefined, facts.map((fact, nth) => ({ seq: nth + 1, ...fact }))));
const place = fc.nat({ max: 1000 });

const unsealed = ({ seq, at, by, type, data, cause }: Entry): Entry => ({ seq, at, by, type, data, cause });
const holds = (timeline: readonly Sealed[], length?: number): boolean => checkTimeline(timeline, length).ok;

describe('a sealed timeline', () => {
  it('is found whole when nobody touched it', () => {
    fc.assert(fc.property(entries(0), (timeline) => holds(timeline, timeline.length)));
  });

  it('can be continued from the last hash', () => {
    fc.assert(fc.property(entries(2), (timeline) => {
      const bare = timeline.map(unsealed);
      const begun = sealEntries(undefined, bare.slice(0, 1));
      expect([...begun, ...sealEntries(begun[0]?.hash, bare.slice(1))]).to.deep.equal(timeline);
    }));
  });

  it('stays whole when it is stored and read again, whatever the order of its fields', () => {
    fc.assert(fc.property(entries(1), (timeline) => {
      const read = deserialize(serialize({ timeline: timeline.map((entry) => Object.fromEntries(Object.entries(entry).toReversed())) }));
      return holds(read['timeline'] as Sealed[]);
    }));
  });

  it('betrays every edit', () => {
    fc.assert(fc.property(entries(1), place, fc.constantFrom('at', 'by', 'type', 'data', 'cause', 'hash'), (timeline, at, field) => {
      const nth = at % timeline.length;
      const edited = timeline.map((entry, other) => (other === nth ? { ...entry, [field]: field === 'at' ? new Date(entry.at.getTime() + 1) : ['edited'] } : entry));
      expect(checkTimeline(edited)).to.deep.equal({ ok: false, seq: nth + 1, why: 'altered' });
    }));
  });

  it('betrays an edit that was sealed again without the rest', () => {
    fc.assert(fc.property(entries(2), place, (timeline, at) => {
      const nth = at % (timeline.length - 1);
      const entry = unsealed(timeline[nth]!);
      const [forged] = sealEntries(timeline[nth - 1]?.hash, [{ ...entry, by: `${entry.by}!` }]);
      expect(checkTimeline(timeline.with(nth, forged!))).to.deep.equal({ ok: false, seq: nth + 2, why: 'altered' });
    }));
  });

  it('betrays every entry dropped', () => {
    fc.assert(fc.property(entries(1), place, (timeline, at) => {
      const nth = at % timeline.length;
      expect(checkTimeline(timeline.toSpliced(nth, 1), timeline.length)).to.deep.equal({ ok: false, seq: nth + 1, why: 'dropped' });
    }));
  });

  it('betrays an entry dropped and the rest renumbered', () => {
    fc.assert(fc.property(entries(2), place, (timeline, at) => {
      const renumbered = timeline.toSpliced(at % (timeline.length - 1), 1).map((entry, nth) => ({ ...entry, seq: nth + 1 }));
      expect(holds(renumbered)).to.equal(false);
    }));
  });

  it('betrays every swap', () => {
    fc.assert(fc.property(entries(2), place, (timeline, at) => {
      const nth = at % (timeline.length - 1);
      const swapped = timeline.with(nth, timeline[nth + 1]!).with(nth + 1, timeline[nth]!);
      expect(checkTimeline(swapped)).to.deep.equal({ ok: false, seq: nth + 2, why: 'reordered' });
    }));
  });

  it('betrays every insertion', () => {
    fc.assert(fc.property(entries(1), place, (timeline, at) => {
      const nth = at % timeline.length;
      expect(checkTimeline(timeline.toSpliced(nth, 0, timeline[nth]!), timeline.length)).to.deep.include({ ok: false, why: 'inserted' });
      expect(holds(timeline.toSpliced(nth, 0, timeline[nth]!))).to.equal(false);
    }));
  });
});
