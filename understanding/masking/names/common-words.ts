import { isHan } from './sign-kinds.ts';

const FIRST = 0x4e00;
const CHARACTERS = 0xa000 - FIRST;
/** A power of two. Two pairs may share a place: then the rarer one passes for as common as the other. */
const PAIRS = 1 << 18;
const HALF = 15;
const STEPS_OF_PAIRS = [2, 5, 15, 60];
const STEPS_OF_CHARACTERS = [2, 8, 30, 100, 300, 1000, 3000];

/** How common characters and pairs of them are in ordinary text, in a few steps; two pairs to a byte. */
export interface CommonWords {
  readonly characters: Uint8Array;
  readonly pairs: Uint8Array;
}

/** How common a character is in ordinary text, from 0 to 7; what is no Chinese character counts as never seen. */
export function commonness(words: CommonWords, code: number): number {
  return isHan(code) ? (words.characters[code - FIRST] ?? 0) : 0;
}

/** How common a pair of characters is in ordinary text, from 0 to 4. */
export function pairCommonness(words: CommonWords, first: number, second: number): number {
  if (!isHan(first) || !isHan(second)) return 0;
  const slot = pairSlot(first, second);
  return ((words.pairs[slot >> 1] ?? 0) >> shiftOf(slot)) & HALF;
}

/** How many bytes the two lists have. */
export const commonWordsSize = { characters: CHARACTERS, pairs: PAIRS / 2 } as const;

/** A count of words that is kept while learning: a text's own words can be left out while it is read. */
export interface WordCount extends CommonWords {
  readonly add: (text: string, times: number) => void;
}

/** An empty count. */
export function createWordCount(): WordCount {
  const characters = new Uint8Array(commonWordsSize.characters);
  const pairs = new Uint8Array(commonWordsSize.pairs);
  const ofCharacters = new Int32Array(CHARACTERS);
  const ofPairs = new Int32Array(PAIRS);

  function addPair(slot: number, times: number): void {
    const step = stepOf((ofPairs[slot] = (ofPairs[slot] ?? 0) + times), STEPS_OF_PAIRS);
    const others = (pairs[slot >> 1] ?? 0) & ~(HALF << shiftOf(slot));
    pairs[slot >> 1] = others | (step << shiftOf(slot));
  }

  function add(text: string, times: number): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isHan(code)) continue;
      const place = code - FIRST;
      characters[place] = stepOf((ofCharacters[place] = (ofCharacters[place] ?? 0) + times), STEPS_OF_CHARACTERS);
      const next = text.charCodeAt(at + 1);
      if (isHan(next)) addPair(pairSlot(code, next), times);
    }
  }
  return { characters, pairs, add };
}

function stepOf(count: number, limits: readonly number[]): number {
  const step = limits.findIndex((limit) => count < limit);
  return step < 0 ? limits.length : step;
}

function shiftOf(slot: number): number {
  return (slot & 1) * 4;
}

function pairSlot(first: number, second: number): number {
  return (Math.imul(first * 0x9e3b + second, 0x9e3779b1) >>> 14) & (PAIRS - 1);
}
