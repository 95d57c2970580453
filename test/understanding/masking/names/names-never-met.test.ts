import { expect } from 'chai';

import { isNumberOrDoor, measured, personalSet } from '../../../support/personal-set.ts';
import { personalIn } from '../../../support/masking.ts';
import { heldVoices } from '../../../../scripts/marked-voices.ts';

const namesIn = (text: string) => personalIn(text).filter(({ kind }) => kind === 'name');

describe('names of people never met', () => {
  for (const [half, least, most] of [['held', 0.91, 0.08], ['tune', 0.95, 0.03]] as const) {
    describe(`on the half that is ${half}`, () => {
      const texts = personalSet(half);
      const { pieces, found, without } = measured(texts, namesIn, (piece) => !isNumberOrDoor(piece));

      it('are over three hundred', () => expect(pieces).to.be.above(300));
      it(`are found whole in ${String(least * 100)} of a hundred`, () => expect(found / pieces).to.be.above(least));
      it('are seen where nobody is named in few texts', () => expect(without / texts.length).to.be.below(most));
    });
  }

  it('are hardly ever seen in ordinary utterances, which name nobody', () => {
    const texts = heldVoices().flatMap(({ said }) => said);
    expect(texts.flatMap(({ text }) => namesIn(text)).length / texts.length).to.be.below(0.015);
  });
});
