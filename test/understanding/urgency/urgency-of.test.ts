import { expect } from 'chai';

import { urgencyOf } from '../../../understanding/urgency/urgency-of.ts';
import { dangers, noDangers } from './cases.ts';

describe('the urgency of a text', () => {
  const isDanger = (text: string): boolean => urgencyOf(text).urgency === 'danger';

  it('is danger in at least 97 of 100 reports of danger', () => {
    const missed = dangers.filter((text) => !isDanger(text));
    expect(missed.length / dangers.length, missed.join('\n')).to.be.below(0.03);
  });

  it('is danger in at most 2 of 100 matters that only sound like it', () => {
    const raised = noDangers.filter(isDanger);
    expect(raised.length / noDangers.length, raised.join('\n')).to.be.below(0.02);
  });

  const told: readonly [text: string, urgency: string, reason: string][] = [
    ['楼道里一股煤气味', 'danger', 'danger:gas'],
    ['家里着火了怎么办', 'danger', 'danger:fire'],
    ['老人被困在电梯里', 'danger', 'danger:trapped'],
    ['井盖没了，怕孩子掉进去', 'danger', 'danger:manhole'],
    ['整栋楼停水两天了', 'urgent', 'urgent:no-water'],
    ['电梯坏了，我妈坐轮椅下不了楼，住18楼', 'urgent', 'urgent:lift-out'],
    ['厕所污水倒灌进屋', 'urgent', 'urgent:sewage'],
  ];
  for (const [text, urgency, reason] of told) {
    it(`is ${urgency} for ${text}, and says why`, () => {
      expect(urgencyOf(text).urgency).to.equal(urgency);
      expect(urgencyOf(text).reasons).to.include(reason);
    });
  }

  for (const text of ['要是着火了往哪里跑', '上次煤气味已经修好了', '没有闻到煤气味', '谢谢消防员昨天把火扑灭了', '担心楼道着火', '去年电梯困过人']) {
    it(`is no danger for ${text}`, () => expect(isDanger(text)).to.equal(false));
  }

  it('is danger when the intent says so, whatever the words', () => {
    expect(urgencyOf('那边不对劲', { alarm: true })).to.deep.equal({ urgency: 'danger', reasons: ['danger:reported'] });
  });
});
