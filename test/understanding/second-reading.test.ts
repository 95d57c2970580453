import { expect } from 'chai';

import { voicesIn } from '../../scripts/marked-voices.ts';
import { agreement, asReviewed, classAgreement, readAgain, type ReadAgain } from '../../scripts/report/second-reading.ts';

describe('marks that were read again', () => {
  const one = (mark: string, ...readers: [string, string]): ReadAgain => ({
    voice: { id: 'x', text: '路灯不亮', intent: mark, class: null, urgency: 'routine' },
    reading: { set: 'x', id: 'x', intent: readers, urgency: ['routine', 'routine'] },
  });

  it('hold unless both further readers agree on another', () => {
    expect(asReviewed(one('question', 'complaint', 'complaint')).intent).to.equal('complaint');
    expect(asReviewed(one('question', 'complaint', 'help')).intent).to.equal('question');
    expect(asReviewed(one('question', 'question', 'help')).intent).to.equal('question');
  });

  it('are read for the class where the readers were asked for it', () => {
    const { voice, reading } = one('complaint', 'complaint', 'complaint');
    const asked: ReadAgain = { voice: { ...voice, class: 'lifts' }, reading: { ...reading, class: ['leaks', 'leaks'] } };
    expect(asReviewed(asked).class).to.equal('leaks');
    expect(classAgreement([asked, { ...asked, reading: { ...reading, class: ['lifts', 'leaks'] } }])).to.deep.equal({ withMark: [50, 0], withEachOther: 50 });
    expect(classAgreement([{ voice, reading }])).to.equal(undefined);
  });

  it('are compared with each reader, and the readers with one another', () => {
    expect(agreement([one('question', 'question', 'help'), one('help', 'question', 'question')])).to.deep.equal({ withMark: [50, 0], withEachOther: 50 });
  });

  it('cover the whole of what is only measured on in the chat set, in H and in BM', () => {
    for (const file of ['chat-held.jsonl', 'voices-h.jsonl', 'voices-bm.jsonl']) expect(readAgain(file, voicesIn(file))).to.have.length(voicesIn(file).length);
  });
});
