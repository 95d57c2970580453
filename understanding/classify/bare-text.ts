import { besidePlace, greeting, hiddenPlace, salutation } from '../../locales/lexicon/letter-frames.ts';
import { without } from '../patterns/matches.ts';
import { plainText } from '../plain-text.ts';
import { rememberLast } from '../remember-last.ts';
import { inChinese } from './in-chinese.ts';

/** Nobody writes so of a matter in Chinese: machine language, addresses on the net, words of another language. */
const FOREIGN = /[a-z]{5,}/g;

/** The text as the classifier reads it: simplified, lower case, no blanks, every number a single 0, without long Latin words and the school of "beside the school". Every table asks for it, so the last ones are kept. */
export const bareText = rememberLast(madeBare);

function madeBare(text: string): string {
  return without(besidePlace, without(hiddenPlace, inChinese(plainText(text))).replace(/[\d*]+/g, '0').replace(/\s+/g, '').toLowerCase().replace(FOREIGN, ''));
}

/** The text without "respected leaders, good day". */
export function withoutSalutation(text: string): string {
  let rest = text.trim();
  for (let round = 0; round < 2; round++) rest = rest.replace(salutation, '').trim().replace(greeting, '').trim();
  return rest.length < 8 ? text.trim() : rest;
}
