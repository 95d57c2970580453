import { expect } from 'chai';
import { understandOnce } from '../../../handlers/intake/understand-once.ts';
import { aDirectory, aMorning, atHome, understandWith } from '../../understanding/stand-ins.ts';

describe('understanding once', () => {
  const later = (ms: number) => new Date(aMorning.getTime() + ms);
  let worked: string[];
  let understand: ReturnType<typeof understandOnce>;

  beforeEach(() => {
    worked = [];
    understand = understandOnce(understandWith(aDirectory, (text) => worked.push(text)));
  });

  it('works a text out once for the handlers that look at it one after the other', () => {
    const first = understand('路灯坏了', atHome);
    expect(understand('路灯坏了', { ...atHome, now: later(900) })).to.deep.equal(first);
    expect(worked).to.have.length(1);
  });

  for (const [what, situation] of [
    ['somebody else, who lives elsewhere', { now: aMorning }],
    ['a group', { ...atHome, group: true }],
    ['a later time', { ...atHome, now: later(60_000) }],
  ] as const) {
    it(`works it out anew for ${what}`, () => {
      understand('我家楼下路灯坏了', atHome);
      const fresh = understandWith()('我家楼下路灯坏了', situation);
      expect(understand('我家楼下路灯坏了', situation)).to.deep.equal(fresh);
      expect(worked).to.have.length(2);
    });
  }

  it('does not remember every text there ever was', () => {
    for (let nth = 0; nth < 1000; nth++) understand(`路灯坏了${nth}`, atHome);
    understand('路灯坏了0', atHome);
    expect(worked).to.have.length(1001);
  });
});
