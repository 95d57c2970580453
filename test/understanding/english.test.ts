import { expect } from 'chai';
import { z } from 'zod';

import { jsonLines } from '../../scripts/json-lines.ts';
import { inChinese } from '../../understanding/classify/in-chinese.ts';
import { createEngine } from '../../understanding/load.ts';
import { halfOf } from '../../understanding/urgency/training/half-of.ts';

const now = new Date('2026-07-06T10:00:00+08:00');
const Marked = z.object({ id: z.string(), text: z.string(), intent: z.string(), class: z.string().nullable(), urgency: z.enum(['danger', 'urgent', 'routine']) });

describe('what residents write in English', () => {
  const understand = createEngine();
  const first = (text: string) => understand(text, { now }).matters[0];

  const marked = jsonLines('test/understanding/english-set.jsonl', Marked);
  const held = marked.filter(({ id }) => halfOf(id) === 'held').map((one) => ({ ...one, intentSaid: understand(one.text, { now }).intent, matter: first(one.text) }));
  const ofAClass = held.filter((one) => one.class !== null);
  const dangers = held.filter(({ urgency }) => urgency === 'danger');
  const calm = held.filter(({ urgency }) => urgency !== 'danger');
  const raised = (all: typeof held): number => all.filter(({ matter }) => matter.urgency === 'danger').length / all.length;

  describe('on the half that nobody looked at', () => {
    it('is over a hundred sentences, each once', () => {
      expect(held.length).to.be.above(100);
      expect(new Set(marked.map(({ text }) => text.toLowerCase())).size).to.equal(marked.length);
    });

    it('knows what is wanted in four of five', () => {
      expect(held.filter(({ intent, intentSaid }) => intent === intentSaid).length / held.length).to.be.above(0.8);
    });

    it('knows the class in four of five, and names it among the first two in seven of eight', () => {
      const amongTwo = ofAClass.filter(({ matter, ...one }) => one.class === matter.category || one.class === matter.alternatives[0]?.category);
      expect(ofAClass.filter(({ matter, ...one }) => one.class === matter.category).length / ofAClass.length).to.be.above(0.8);
      expect(amongTwo.length / ofAClass.length).to.be.above(0.875);
    });

    it('finds nine dangers of ten and raises one where there is none less often than once in ten', () => {
      expect(raised(dangers)).to.be.above(0.9);
      expect(raised(calm)).to.be.below(0.1);
    });
  });

  for (const [text, category, urgency] of [
    ['The street lamp in front of building 5 is broken', 'street-lighting', 'routine'],
    ['I can smell gas in the stairwell of unit 2', 'gas-supply', 'danger'],
    ['My employer has not paid my salary for three months', 'wages', 'routine'],
    ['A dog bit my daughter at the gate and it is still running around', 'dogs-and-animals', 'danger'],
    ['Somebody is burning leaves behind the market', 'dust-and-pollution', 'routine'],
  ] as const) {
    it(`is a matter of ${category}, ${urgency}: ${text}`, () => expect(first(text)).to.include({ category, urgency }));
  }

  for (const text of ['There is no water in building 3', 'There is no heating in building 5', 'There is garbage in building 7', 'The lift is broken in building 3']) {
    it(`is no answer to where it is: ${text}`, () => expect(first(text).intent).to.equal('complaint'));
  }

  it('is an answer where it only says where', () => expect(first('It is in building 3').intent).to.equal('answer'));

  describe('of which not a word is known', () => {
    for (const text of ['The quarterly shareholder vote was postponed indefinitely', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit', 'Apple Huawei Xiaomi Oppo Vivo', 'Kulttuuritalon remontti alkaa kesällä', 'https://example.com/fire/bar']) {
      it(`is asked about and not guessed at: ${text}`, () => {
        const { intent, category, confidence, urgency, reasons } = first(text);
        expect({ intent, category, confidence, urgency }).to.deep.equal({ intent: 'small-talk', category: 'other', confidence: 0, urgency: 'routine' });
        expect(reasons).to.include('class:nothing-said');
      });
    }
  });

  describe('in the words of Chinese residents', () => {
    for (const [said, read] of [
      ['The street lamps on gate 3 are broken', '路灯3号门坏了'],
      ['The water has been very brown since Monday', '水发黄'],
      ['Blorp! My lift zindles, frumious lift', '!我电梯,电梯'],
      ["the e-bikes don't work at B2-301", '电动车坏了'],
    ] as const) {
      it(`is ${read}: ${said}`, () => expect(inChinese(said)).to.equal(read));
    }

    it('stays as it is with a single Chinese character, without a word and without text', () => {
      for (const text of ['KTV downstairs 太吵', 'WIFI 又 broken', 'B2-301', '13912345678', '']) expect(inChinese(text)).to.equal(text);
    });
  });
});
