import { expect } from 'chai';
import { caseFacts } from '../../domain/assessment/case-facts.ts';
import type { Score } from '../../domain/assessment/score.ts';
import type { DemandCase } from '../../handlers/ports/demands.ts';
import { gridWorker, units } from '../support/builders.ts';
import { escalate, take } from '../support/commands.ts';
import { at } from '../support/local-time.ts';
import { next, onKeptStores, opening, written } from './support/kept.ts';

async function all(cases: AsyncIterable<DemandCase>): Promise<DemandCase[]> {
  const found: DemandCase[] = [];
  for await (const one of cases) found.push(one);
  return found;
}

describe('what assessments are kept by', () => {
  onKeptStores((start, store) => {
    const july = [at('2026-07-01 00:00'), at('2026-08-01 00:00')] as const;

    it('keeps with each write of a demand what an assessment needs of it', async () => {
      const { stores } = start();
      const first = await written(stores, opening());
      const taken = await stores.demands.append(first, next(first, take(gridWorker()), '2026-07-06 11:00'));
      const after = await stores.demands.append(taken, next(taken, escalate(gridWorker()), '2026-07-06 12:00'));
      const [kept, ...others] = await all(stores.demands.casesBetween(...july));
      expect(others).to.deep.equal([]);
      expect(kept).to.deep.equal({ id: 'D1', facts: caseFacts(after.timeline, after.state.clocks) });
    });

    it('finds demands by when anything of them was due, and by who has to do with them', async () => {
      const { stores } = start();
      await written(stores, opening());
      await written(stores, opening({ id: 'D2' }, {}, at('2026-07-30 10:00')));
      await written(stores, opening({ id: 'D3' }, {}, at('2026-09-07 10:00')));
      const ids = async (from: string, to: string, of?: string[]) => (await all(stores.demands.casesBetween(at(from), at(to), of))).map(({ id }) => id);
      expect(await ids('2026-07-01 00:00', '2026-08-01 00:00')).to.deep.equal(['D1', 'D2']);
      expect(await ids('2026-08-02 00:00', '2026-08-03 00:00')).to.deep.equal(['D2']);
      expect(await ids('2026-07-01 00:00', '2026-10-01 00:00', [units.street.id])).to.deep.equal(['D1', 'D2', 'D3']);
      expect(await ids('2026-07-01 00:00', '2026-10-01 00:00', [units.willow.id])).to.deep.equal([]);
    });

    it('works it out for demands that an older program wrote', async () => {
      const { stores } = start();
      const first = await written(stores, opening());
      await stores.demands.append(first, next(first, take(gridWorker()), '2026-07-06 11:00'));
      const kept = await all(stores.demands.casesBetween(...july));
      await store().connection.collection('demands').updateMany({}, { $unset: { caseFacts: '', months: '' } });
      expect(await all(stores.demands.casesBetween(...july))).to.deep.equal([]);
      expect(await stores.demands.keepCases()).to.equal(1);
      expect(await stores.demands.keepCases()).to.equal(0);
      expect(await all(stores.demands.casesBetween(...july))).to.deep.equal(kept).and.to.have.length(1);
    });

    it('keeps scores as they were given, once, in their order', async () => {
      const { scores } = start().stores;
      const score = (id: string, about: string, when: string): Score => ({ id, relation: 'self', about, unit: 'water', by: 'p1', rater: 'water', at: at(when), marks: { score: 88 }, reason: 'sealed' });
      const given = [score('s1', '2026-07', '2026-08-01 10:00'), score('s2', '2026-07-20', '2026-07-20 18:00'), score('s3', '2026-08', '2026-09-01 10:00'), score('s4', '2026-07', '2026-08-01 11:00')];
      for (const one of [...given, { ...given[0]!, marks: { score: 1 } }]) await scores.add(one);
      expect(await scores.about('2026-07', '2026-08')).to.deep.equal([given[1], given[0], given[3]]);
    });

    it('seals a period once, however many try', async () => {
      const processes = [start(), start()];
      const sealed = (hash: string) => ({ id: '2026-07', at: at('2026-08-06 06:00'), mechanism: { id: 'm', version: 1 }, content: '{}', hash });
      const [one, other] = await Promise.all(processes.map(({ stores }, nth) => stores.sealedPeriods.seal(sealed(`hash-${nth}`))));
      expect(one).to.deep.equal(other);
      expect(await processes[0]!.stores.sealedPeriods.seal(sealed('later'))).to.deep.equal(one);
      expect(await processes[1]!.stores.sealedPeriods.get('2026-07')).to.deep.equal(one);
    });
  });
});
