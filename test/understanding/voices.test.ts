import { expect } from 'chai';

import { heldVoices, voicesToLearnFrom } from '../../scripts/marked-voices.ts';
import { wholeEngineFigures } from '../../scripts/report/whole-engine.ts';
import { createEngine } from '../../understanding/load.ts';

const now = new Date('2026-07-06T10:00:00+08:00');

/** Everybody says the same who says so little. */
const A_WORD = 4;

describe('the engine on what other hands wrote', () => {
  const understand = createEngine();
  const held = heldVoices().flatMap(({ said }) => said);
  const said = held.map((one) => ({ ...one, understood: understand(one.text, { now, group: one.group }) }));
  const isDanger = ({ urgency }: { urgency: string }): boolean => urgency === 'danger';
  const dangers = said.filter(isDanger);
  const raised = said.filter(({ understood }) => understood.matters.some(isDanger));

  it('knows what is wanted in nine of ten utterances that nobody looked at', () => {
    const right = said.filter(({ intent, understood }) => understood.intent === intent);
    expect(right.length / said.length).to.be.above(0.9);
  });

  it('knows what eight of ten of their matters are about, the rarest things among them', () => {
    const matters = said.filter((one) => one.class !== null);
    const right = matters.filter((one) => one.understood.matters[0].category === one.class);
    expect(right.length / matters.length).to.be.above(0.815);
  });

  it('finds ninety-seven of a hundred dangers there, and is right in four of five that it raises', () => {
    const found = raised.filter(isDanger).length;
    expect(found / dangers.length).to.be.above(0.97);
    expect(found / raised.length).to.be.above(0.8);
  });

  it('learns from none of those texts', () => {
    const texts = new Set(held.map(({ text }) => text).filter((text) => text.length > A_WORD));
    expect(voicesToLearnFrom().filter(({ text }) => texts.has(text))).to.deep.equal([]);
  });

  it('tells in a report what its false alarms rest on', () => {
    const [, causes] = wholeEngineFigures(understand, [{ text: '着火了！快来人', intent: 'praise', urgency: 'routine' }], now);
    expect(causes).to.equal('  false alarms by sign 1, intent 0, model 0; 0 of them urgent');
  });
});
