import traditional from 'opencc-js/dict/TSCharacters';
import { cantonese, mayBeCantonese } from '../locales/lexicon/cantonese.ts';
import { rememberLast } from './remember-last.ts';

const FULL_WIDTH_FROM = 0xff01;
const FULL_WIDTH_TO = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;
const IDEOGRAPHIC_SPACE = 0x3000;
const CHUNK = 4096;
const ENDING = /[\s\p{P}]/u;

const plainCode = plainCodes();

/** The text in simplified characters and half-width signs, of the same length, so that positions in it are positions in the original. Every part asks for it, so the last ones are kept. */
export const plainText = rememberLast(madePlain);

/** A text without such signs at its end, those that end a sentence if none are given. A pattern would look anew from each sign of a long run for the end of the text. */
export function withoutEnd(text: string, sign = ENDING): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The same in the words of standard Chinese where it is Cantonese; it must be in simplified characters. Several parts ask for it, so the last ones are kept. */
export const inStandardWords = rememberLast((said) => (mayBeCantonese.test(said) ? cantonese.reduce((words, [way, meaning]) => words.replace(way, meaning), said) : said));

function madePlain(text: string): string {
  if (firstToChange(text) < 0) return text;

  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = plainCode[text.charCodeAt(at)] ?? 0;
  let plain = '';
  for (let at = 0; at < codes.length; at += CHUNK) plain += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return plain;
}

function firstToChange(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (plainCode[code] !== code) return at;
  }
  return -1;
}

function plainCodes(): Uint16Array {
  const codes = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = FULL_WIDTH_FROM; code <= FULL_WIDTH_TO; code++) codes[code] = code - FULL_WIDTH_SHIFT;
  codes[IDEOGRAPHIC_SPACE] = 0x20;
  for (const pair of traditional.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1) codes[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return codes;
}
