import { expect } from 'chai';

import { createGazetteer } from '../../../understanding/place/gazetteer.ts';
import { directory, linesOf, situationOf, type Verdict, verdictOn } from './place-verdict.ts';

const now = new Date('2026-07-06T10:00:00+08:00');

describe('the places of the place set', () => {
  const gazetteer = createGazetteer(directory);
  const verdicts = (half: 'held' | 'tune'): Verdict[] =>
    linesOf(half).map((line) => {
      const situation = situationOf(line, now);
      return verdictOn(line, gazetteer.find(line.text, situation), situation.home);
    });
  const share = (all: readonly Verdict[], ...wanted: readonly Verdict[]): number => all.filter((one) => wanted.includes(one)).length / all.length;

  it('are right, or rightly asked about, in 97 of 100 of the half that nobody looked at, and wrong in at most 2.5', () => {
    const held = verdicts('held');
    expect(share(held, 'right', 'asked', 'coarse', 'needlessly')).to.be.at.least(0.97);
    expect(share(held, 'wrong')).to.be.at.most(0.025);
  });

  it('are asked about there without need in one of twenty', () => {
    expect(share(verdicts('held'), 'asked', 'needlessly')).to.be.at.most(0.05);
  });

  it('are right, or rightly asked about, in 99 of 100 of the half that was looked at', () => {
    const tune = verdicts('tune');
    expect(share(tune, 'right', 'asked', 'coarse', 'needlessly')).to.be.at.least(0.99);
    expect(share(tune, 'asked', 'needlessly')).to.be.at.most(0.05);
  });

  it('are measured on texts of two hands, each in both halves', () => {
    for (const half of ['held', 'tune'] as const) {
      const lines = linesOf(half);
      for (const hand of ['pa', 'pb']) expect(lines.filter(({ id }) => id.startsWith(hand))).to.have.length(130);
    }
  });
});
