import { expect } from 'chai';

import { birthsIn } from '../../../understanding/masking/births-in.ts';
import { contactsIn } from '../../../understanding/masking/contacts-in.ts';
import { numbersIn } from '../../../understanding/masking/numbers-in.ts';
import { platesIn } from '../../../understanding/masking/plates-in.ts';
import { roomsIn } from '../../../understanding/masking/rooms-in.ts';
import { plainText } from '../../../understanding/plain-text.ts';
import { isNumberOrDoor, measured, personalSet } from '../../support/personal-set.ts';

const recognisers = [numbersIn, platesIn, contactsIn, birthsIn, roomsIn];
const find = (text: string) => recognisers.flatMap((recogniser) => recogniser(plainText(text)));

describe('numbers and doors of people never met', () => {
  for (const [half, least] of [['held', 0.93], ['tune', 0.975]] as const) {
    describe(`on the half that is ${half}`, () => {
      const texts = personalSet(half);
      const { pieces, found, without, touched } = measured(texts, find, isNumberOrDoor);

      it('are over five hundred', () => expect(pieces).to.be.above(500));
      it(`are found whole in ${String(least * 100)} of a hundred`, () => expect(found / pieces).to.be.above(least));
      it('are seen without cause less than once in a hundred texts', () => expect(without / texts.length).to.be.below(0.01));
      it('touch hardly anything that must stay', () => expect(touched / texts.length).to.be.below(0.012));
    });
  }

  const endless = { figures: '1', gaps: '1 - ', lists: '1、', 'figures read out': '一三', counts: '三个8', dots: '1.1', letters: 'A1', plates: '京A1 ', doors: '1203 ', dashes: '1-', 'dashes read out': '一杠', days: '1月1', births: '在5月5日', ends: '后四位', 'papers with signs': '湘教退字', bicycles: '电动车A1', accounts: 'ab_', pairs: '602和', addresses: 'a@a.', papers: '户号A1-' };
  for (const [name, unit] of Object.entries(endless)) {
    it(`come to an end on a long run of ${name}`, () => expect(() => find(unit.repeat(Math.ceil(12_000 / unit.length)))).not.to.throw());
  }
});
