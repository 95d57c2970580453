import type { ClassWords } from '../../locales/lexicon/classes.zh-CN.ts';
import type { Phrase } from './phrase-scores.ts';

const STRONG = 3;
const MEDIUM = 1.2;
const WEAK = 0.3;
const TWO_PARTS = 1.4;
const LONG = 1.2;
const LONG_FROM = 3;

/** The lexicon as weighted phrases; words for classes that the list does not have are left out. */
export function classPhrases(words: Readonly<Record<string, ClassWords>>, classes: readonly string[]): Phrase[] {
  return classes.flatMap((id, label) => {
    const entry = words[id];
    if (entry === undefined) return [];
    return [
      ...phrasesOf(entry.strong, label, STRONG),
      ...phrasesOf(entry.medium, label, MEDIUM),
      ...phrasesOf(entry.weak, label, WEAK),
    ];
  });
}

function phrasesOf(list: string, label: number, weight: number): Phrase[] {
  return list
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const parts = word.split('+');
      return { parts, label, weight: weight * (parts.length > 1 ? TWO_PARTS : 1) * (word.length >= LONG_FROM ? LONG : 1) };
    });
}
