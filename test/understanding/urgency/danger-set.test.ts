import { readFileSync } from 'node:fs';
import { expect } from 'chai';

import { voicesToLearnFrom } from '../../../scripts/marked-voices.ts';
import { createEngine } from '../../../understanding/load.ts';
import { halfOf } from '../../../understanding/urgency/training/half-of.ts';
import { trainDanger } from '../../../understanding/urgency/training/train-danger.ts';
import { markedIn } from './marked.ts';

const now = new Date('2025-03-05T10:00:00+08:00');

/** Learning takes seconds, on a busy machine tens of them. */
const LEARNING_MS = 180_000;

describe('the engine on the danger set', () => {
  const set = markedIn('danger-set.jsonl');
  const held = set.filter(({ id }) => halfOf(id) === 'held');
  const understand = createEngine();
  const raised = new Set(held.filter(({ text }) => understand(text, { now }).matters.some(({ urgency }) => urgency === 'danger')).map(({ id }) => id));
  const dangers = held.filter(({ urgency }) => urgency === 'danger');
  const found = dangers.filter(({ id }) => raised.has(id)).length;

  it('finds more than 92 of 100 dangers of the half that nobody tuned on', () => {
    expect(found / dangers.length).to.be.above(0.92);
  });

  it('is right in more than 80 of 100 of the dangers it raises there, all the others sounding like danger', () => {
    expect(found / raised.size).to.be.above(0.8);
  });

  it('is measured on a set as wide as it says', () => {
    const count = (wanted: boolean): number => set.filter(({ urgency }) => (urgency === 'danger') === wanted).length;
    expect(count(true)).to.be.at.least(350);
    expect(count(false)).to.be.at.least(450);
    expect(new Set(set.map(({ text }) => text)).size).to.equal(set.length);
  });

  it('learns from no text of that half', () => {
    const texts = new Set(held.map(({ text }) => text));
    expect(markedIn('danger-lessons.jsonl').filter(({ text }) => texts.has(text))).to.deep.equal([]);
  });

  it('has the numbers that its lessons give, in at most 250 kB', function () {
    this.timeout(LEARNING_MS);
    const tuned = set.filter(({ id }) => halfOf(id) === 'tune');
    const bytes = trainDanger([...tuned, ...markedIn('danger-lessons.jsonl'), ...markedIn('../chat-train.jsonl'), ...voicesToLearnFrom()]);
    const kept = readFileSync('understanding/weights/danger.bin');
    expect(Buffer.compare(kept, bytes), 'run npx tsx scripts/train-danger.ts').to.equal(0);
    expect(kept.length).to.be.at.most(250_000);
  });
});
