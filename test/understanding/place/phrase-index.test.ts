import { expect } from 'chai';
import fc from 'fast-check';

import { createPhraseIndex } from '../../../understanding/place/phrase-index.ts';

describe('an index of phrases', () => {
  const indexed = (phrases: readonly string[]) => {
    const index = createPhraseIndex<string>();
    for (const phrase of phrases) index.add(phrase, phrase);
    return index;
  };

  it('sees the longest phrase at each place', () => {
    const seen = indexed(['东湖', '东湖路', '湖路', '路口']).seenIn('在东湖路口');
    expect(seen.map(({ phrase, start }) => [phrase, start])).to.deep.equal([['东湖路', 1]]);
  });

  it('gives everything that goes by the same phrase', () => {
    const index = createPhraseIndex<number>();
    index.add('东湖', 1);
    index.add('东湖', 2);
    expect(index.seenIn('东湖')[0]?.values).to.deep.equal([1, 2]);
  });

  it('sees phrases of any length, whatever lies around them', () => {
    const name = fc.string({ unit: fc.constantFrom('东', '湖', '路', '一', '二'), minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 20 }), (wanted, others) => {
        const seen = indexed([wanted, ...others]).seenIn(`？${wanted}！`);
        return seen.some(({ phrase, start, end }) => start === 1 && phrase.length >= 2 && end - start === phrase.length && (phrase === wanted || others.includes(phrase)));
      }),
    );
  });
});
