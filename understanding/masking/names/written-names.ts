import { latinNames, notLatinNames, surnamesInLatin } from '../../../locales/lexicon/latin-names.ts';
import { namedForCertain } from '../../../locales/lexicon/name-words.ts';
import { matches } from '../../patterns/matches.ts';
import type { Span } from '../../span.ts';
import { matchesOf } from '../matches-of.ts';
import { isTranscribing } from './name-spans.ts';

const POINT = /[\u00b7\u2022\u30fb\u2027\u2219]/g;
const LONGEST_PART = 8;
const LEAST_SIGNS = 4;
const words = '[A-Z][a-z]{1,15}(?:[-\'][A-Z]?[a-z]+)?';
const INITIAL = '(?: [A-Z]\\.)?';
const SEVERAL = new RegExp(`(?<![A-Za-z@._-])${words}${INITIAL}(?: ${words}){1,3}(?![A-Za-z@_]|\\.[a-z])`, 'g');
const CHINESE = /[\u4e00-\u9fff]/;

/** Names that are told by how they are written or introduced: after words that say so, with a point between their parts, or in Latin letters. */
export function writtenNames(plain: string): Span[] {
  return [...matchesOf(plain, namedForCertain), ...withPoint(plain), ...inLatin(plain)];
}

function withPoint(text: string): Span[] {
  const names: Span[] = [];
  for (const match of matches(POINT, text)) {
    const last = names.at(-1);
    const start = last?.end === match.index ? last.start : partBefore(text, match.index);
    const end = partAfter(text, match.index + 1);
    if (start === match.index || end === match.index + 1 || end - start <= LEAST_SIGNS) continue;
    if (last?.end === match.index) names.pop();
    names.push({ start, end });
  }
  return names;
}

function partBefore(text: string, end: number): number {
  let start = end;
  while (end - start < LONGEST_PART && isTranscribing(text.charCodeAt(start - 1))) start--;
  return start;
}

function partAfter(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_PART && isTranscribing(text.charCodeAt(end))) end++;
  return end;
}

function inLatin(text: string): Span[] {
  if (!/[A-Z][a-z]/.test(text)) return [];
  return [...introducedInLatin(text), ...severalWords(text)];
}

/** Whoever is introduced is named, however the name is made. */
function introducedInLatin(text: string): Span[] {
  return matches(latinNames.introduced, text).flatMap((match) => {
    const name = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - name.length;
    return notLatinNames.test(name) ? [] : [{ start, end: start + name.length }];
  });
}

/** Words with capitals side by side: in Chinese mostly somebody, in English only with a surname or first name that is known. */
function severalWords(text: string): Span[] {
  const isChinese = CHINESE.test(text);
  return matches(SEVERAL, text).flatMap((match) => {
    const [name] = match;
    if (notLatinNames.test(name)) return [];
    const isKnown = name.split(/[ -]/).some((word) => surnamesInLatin.has(word) || latinNames.first.has(word));
    return isChinese || isKnown ? [{ start: match.index, end: match.index + name.length }] : [];
  });
}
