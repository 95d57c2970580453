import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';

import { voicesIn } from '../../../scripts/marked-voices.ts';
import { lexiconPatterns, needsList } from '../../../scripts/needs-list.ts';
import { needsOf } from '../../../scripts/needs-of.ts';
import { isIn, matches, without } from '../../../understanding/patterns/matches.ts';
import { mayShow } from '../../../understanding/patterns/may-show.ts';

const SHARES: Readonly<Record<string, number>> = { 的: 0.6, 不: 0.4, 水: 0.1, 电: 0.1, 停: 0.05 };
const needed = (pattern: RegExp): string | undefined => {
  const needs = needsOf(pattern, (character) => SHARES[character] ?? 0.01);
  return needs === undefined ? undefined : [...needs].sort().join('');
};

describe('what a pattern needs', () => {
  for (const [pattern, needs] of [
    [/停水/, '停'],
    [/停水|停电/, '停'],
    [/的(?:水|电)/, '水电'],
    [/(?:的|不).{0,4}停?水+/, '水'],
    [/不(?=停)/, '停'],
    [/(?<=水)不/, '水'],
    [/不(?!停)/, '不'],
    [/[1-3]\d/, '123'],
    [/\d+号/, '号'],
    [/gas/i, 'Gg'],
    [/[ks]/iu, 'KSks\u017f\u212a'],
    [/停*/, undefined],
    [/停|.不?/, undefined],
    [/[^停]/, undefined],
    [/[\u4e00-\u9fff]{2}/, undefined],
    [/\p{L}/u, undefined],
    [new RegExp('[停--[水]]', 'v'), undefined],
  ] as const) {
    it(`is ${needs ?? 'nothing'} for ${String(pattern)}`, () => expect(needed(pattern)).to.equal(needs));
  }

  it('stands in the list for every pattern of the lexicon as it is now', async () => {
    expect(readFileSync('understanding/weights/needs.json', 'utf8'), 'run npx tsx scripts/pattern-needs.ts').to.equal(await needsList());
  }).timeout(60_000);
});

describe('a pattern that is only tried where it may show', () => {
  it('finds what it would find anyhow', async () => {
    const patterns = await lexiconPatterns();
    const texts = voicesIn('voices-h.jsonl').map(({ text }) => text);
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.constantFrom(...texts), (pattern, text) => {
        expect(mayShow(pattern, text) || text.search(pattern) < 0, `${String(pattern)} in ${text}`).to.equal(true);
      }),
      { numRuns: 20_000 },
    );
  }).timeout(60_000);

  it('is left aside in most texts', async () => {
    const patterns = await lexiconPatterns();
    const texts = voicesIn('voices-h.jsonl').map(({ text }) => text);
    const tried = texts.reduce((sum, text) => sum + patterns.filter((pattern) => mayShow(pattern, text)).length, 0);
    expect(tried / texts.length / patterns.length).to.be.below(0.4);
  });

  it('is tried everywhere when the list does not know it', () => {
    expect(mayShow(/这个样子谁也没列过/, '水')).to.equal(true);
    expect(isIn(/没列过/, '谁也没列过')).to.equal(true);
    expect(without(/没/g, '没列没过')).to.equal('列过');
    expect(matches(/没?/g, '没列没').map(({ index }) => index)).to.deep.equal([0, 2]);
  });
});
