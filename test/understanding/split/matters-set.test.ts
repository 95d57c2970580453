import { readFileSync } from 'node:fs';
import { expect } from 'chai';

import { readMattersIn, readClassScores } from '../../../understanding/load.ts';
import { trainSplit } from '../../../understanding/split/training/train-split.ts';
import { heldVoices } from '../../../scripts/marked-voices.ts';
import { markedMatters, singleByHand } from '../../../scripts/marked-matters.ts';

/** Learning takes seconds, on a busy machine tens of them. */
const LEARNING_MS = 180_000;

describe('the engine on utterances of one and of several matters', () => {
  const mattersIn = readMattersIn('.');
  const held = markedMatters('test/understanding/split/matters-held.jsonl');
  const several = held.filter(({ matters }) => matters.length > 1);
  const isSplit = ({ text }: { text: string }): boolean => mattersIn(text).length > 1;

  it('sees in three of five that there are several, by hands that it never met', () => {
    expect(several.filter(isSplit).length / several.length).to.be.above(0.6);
  });

  it('takes one in ten for several where a long story misleads, and one in fifty of what is said in an ordinary week', () => {
    const single = held.filter(({ matters }) => matters.length === 1);
    expect(single.filter(isSplit).length / single.length).to.be.below(0.1);
    const week = heldVoices().flatMap(({ said }) => said).filter(({ matters = 1, class: category, text }) => matters === 1 && category !== null && text.length <= 120);
    expect(week.filter(isSplit).length / week.length).to.be.below(0.02);
  });

  it('learns from none of them', () => {
    const texts = new Set(held.map(({ text }) => text));
    expect(markedMatters().filter(({ text }) => texts.has(text))).to.deep.equal([]);
  });

  it('has the numbers that its lessons give, in at most 60 kB', function () {
    this.timeout(LEARNING_MS);
    const bytes = trainSplit({ marked: markedMatters(), single: singleByHand() }, readClassScores('.'));
    const kept = readFileSync('understanding/weights/split.bin');
    expect(Buffer.compare(kept, bytes), 'run npx tsx scripts/train-split.ts').to.equal(0);
    expect(kept.length).to.be.at.most(60_000);
  });
});
