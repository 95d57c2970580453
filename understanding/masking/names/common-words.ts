import { isHan } from './sign-kinds.ts';

const FIRST = 0x4e00;
const CHARACTERS = 0xa000 - FIRST;
/** A power of two. Two pairs may share a place: then the rarer one passes for as common as the other. */
const PAIRS = 1 << 18;
const STEPS_OF_PAIRS = [2, 5, 15, 60];
const STEPS_OF_CHARACTERS = [2, 8, 30, 100, 300, 1000, 3000];

/** How common characters and pairs of them are in ordinary text, in a few steps. */
export interface CommonWords {
  readonly characters: Uint8Array;
  readonly pairs: Uint8Array;
}

/** How common a character is in ordinary text, from 0 to 7; what is no Chinese character counts as never seen. */
export function commonness(words: CommonWords, code: number): number {
  return isHan(code) ? (words.characters[code - FIRST] ?? 0) : 0;
}

/** How common a pair of characters is in ordinary text, from 0 to 7. */
export function pairCommonness(words: CommonWords, first: number, second: number): number {
  return isHan(first) && isHan(second) ? (words.pairs[pairSlot(first, second)] ?? 0) : 0;
}

/** How many places the two lists have. */
export const commonWordsSize = { characters: CHARACTERS, pairs: PAIRS } as const;

/** A count of words that is kept while learning: a text's own words can be left out while it is read. */
export interface WordCount extends CommonWords {
  readonly add: (text: string, times: number) => void;
}

/** An empty count. */
export function createWordCount(): WordCount {
  const characters = new Uint8Array(CHARACTERS);
  const pairs = new Uint8Array(PAIRS);
  const ofCharacters = new Int32Array(CHARACTERS);
  const ofPairs = new Int32Array(PAIRS);

  function add(text: string, times: number): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isHan(code)) continue;
      raise(ofCharacters, characters, code - FIRST, times, STEPS_OF_CHARACTERS);
      const next = text.charCodeAt(at + 1);
      if (isHan(next)) raise(ofPairs, pairs, pairSlot(code, next), times, STEPS_OF_PAIRS);
    }
  }
  return { characters, pairs, add };
}

function raise(counts: Int32Array, steps: Uint8Array, slot: number, times: number, limits: readonly number[]): void {
  const count = (counts[slot] ?? 0) + times;
  counts[slot] = count;
  const step = limits.findIndex((limit) => count < limit);
  steps[slot] = step < 0 ? limits.length : step;
}

function pairSlot(first: number, second: number): number {
  return (Math.imul(first * 0x9e3b + second, 0x9e3779b1) >>> 14) & (PAIRS - 1);
}
