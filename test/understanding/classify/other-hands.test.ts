import { expect } from 'chai';
import { z } from 'zod';

import { jsonLines } from '../../../scripts/json-lines.ts';
import { HALVED, heldHalfOf } from '../../../scripts/marked-voices.ts';
import { createClassifier } from '../../../understanding/classify/classifier.ts';
import { readClassifierFiles } from '../../../understanding/load.ts';

const Marked = z.object({ id: z.string(), text: z.string(), class: z.string().nullable() });
type Marked = z.infer<typeof Marked>;
const SURE_FROM = 0.65;

describe('the class of what other hands wrote', () => {
  const classify = createClassifier(readClassifierFiles('.'));
  const unseen = HALVED.flatMap(heldHalfOf);

  it('is right in three of four utterances of the halves that nobody looked at, and among the first two in seven of eight', () => {
    const judged = judge(unseen);
    expect(share(judged, ({ right }) => right)).to.be.above(0.75);
    expect(share(judged, ({ right, second }) => right || second)).to.be.above(0.875);
  });

  it('is no surer there than it has cause to be', () => {
    const judged = judge(unseen);
    const sure = judged.filter(({ confidence }) => confidence >= SURE_FROM);
    const unsure = judged.filter(({ confidence }) => confidence < SURE_FROM);
    expect(share(sure, ({ right }) => right)).to.be.above(0.85);
    expect(share(unsure, ({ right }) => right)).to.be.below(0.6);
    expect(sure.length / judged.length).to.be.above(0.65);
  });

  it('is still right in nine of ten of the chat set', () => {
    expect(share(judge(jsonLines('test/understanding/chat-held.jsonl', Marked)), ({ right }) => right)).to.be.above(0.9);
  });

  interface Judged {
    readonly right: boolean;
    readonly second: boolean;
    readonly confidence: number;
  }

  function judge(utterances: readonly Marked[]): Judged[] {
    return utterances.filter((one) => one.class !== null).map(({ text, class: marked }) => {
      const { category, alternatives, confidence } = classify(text);
      return { right: category === marked, second: alternatives[0]?.category === marked, confidence };
    });
  }

  function share(judged: readonly Judged[], is: (one: Judged) => boolean): number {
    return judged.filter(is).length / judged.length;
  }
});
