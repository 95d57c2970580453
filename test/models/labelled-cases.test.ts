import { expect } from 'chai';
import type { LabelledCase } from '../../handlers/ports/labelled-cases.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { morning, onKeptStores } from './support/kept.ts';

const labelled = (id: string, over: Partial<LabelledCase> = {}): LabelledCase => ({ id, about: 'class', person: 'wang', words: 'sealed', category: 'parking', was: 'noise', by: 'reporter', at: morning, ...over });

describe('the labelled cases', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    beforeEach(() => {
      stores = start().stores;
    });
    const kept = async () => {
      const found: LabelledCase[] = [];
      for await (const one of stores.labelledCases.each()) found.push(one);
      return found;
    };

    it('come in the order of their ids, the last word on each alone', async () => {
      await stores.labelledCases.put(labelled('b'));
      await stores.labelledCases.put(labelled('a', { about: 'place', category: undefined, place: { name: '东门' } }));
      await stores.labelledCases.put(labelled('b', { category: 'refuse', by: 'staff' }));
      const { category: _, ...placed } = labelled('a', { about: 'place', place: { name: '东门' } });
      expect(await kept()).to.deep.equal([placed, labelled('b', { category: 'refuse', by: 'staff' })]);
    });

    it('go with the person whose words they are, and when they are old', async () => {
      await stores.labelledCases.put(labelled('a'));
      await stores.labelledCases.put(labelled('b', { person: 'li' }));
      await stores.labelledCases.put(labelled('c', { person: 'li', at: new Date(morning.getTime() + 1) }));
      await stores.labelledCases.forget('wang');
      expect((await kept()).map(({ id }) => id)).to.deep.equal(['b', 'c']);
      expect(await stores.labelledCases.purge(new Date(morning.getTime() + 1))).to.equal(1);
      expect((await kept()).map(({ id }) => id)).to.deep.equal(['c']);
    });
  });
});
