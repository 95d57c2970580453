import { emptyTerms, framePhrases, salutation } from '../../locales/lexicon/similar-words.ts';
import { plainText } from '../plain-text.ts';

const REACH = 300;
const WORD = /[\u4e00-\u9fff]+|[A-Za-z0-9]{2,}/g;
const CHARACTERS = /[\u4e00-\u9fff]/;

/** How often each term (a pair of characters, a figure, a foreign word) stands in a message: its title twice, then its first 300 characters. */
export function termsOf(text: string, title = ''): Map<string, number> {
  const counts = new Map<string, number>();
  countTerms(counts, title, 2);
  countTerms(counts, plainText(text.slice(0, REACH * 2)).replace(salutation, '').slice(0, REACH), 1);
  return counts;
}

function countTerms(counts: Map<string, number>, text: string, times: number): void {
  const bare = plainText(text).replace(framePhrases, ' ');
  for (const [word] of bare.matchAll(WORD)) {
    if (!CHARACTERS.test(word)) add(counts, word.toLowerCase(), times);
    else for (let at = 0; at + 2 <= word.length; at++) addPair(counts, word.slice(at, at + 2), times);
  }
}

function addPair(counts: Map<string, number>, pair: string, times: number): void {
  if (!emptyTerms.test(pair)) add(counts, pair, times);
}

function add(counts: Map<string, number>, term: string, times: number): void {
  counts.set(term, (counts.get(term) ?? 0) + times);
}
