import { aboutSo, figureBefore } from '../../../locales/lexicon/words-like-names.ts';
import { createPhraseIndex } from '../../place/phrase-index.ts';
import { withoutOverlaps } from '../without-overlaps.ts';
import { createLearntNames, type FindSpans } from './learnt-names.ts';
import type { NameWeights } from './name-weights.ts';
import { writtenNames } from './written-names.ts';

/** Finds the full names of people in a text in plain characters, by weights and by how names are written; what lies within a name that everybody knows stays. */
export function createFindNames(weights: NameWeights, known: readonly string[]): FindSpans {
  const learntNames = createLearntNames(weights);
  const index = createPhraseIndex<true>();
  for (const name of known) index.add(name, true);
  return (plain) => {
    const names = withoutOverlaps([...learntNames(plain), ...writtenNames(plain)]).filter(({ start }) => !isAboutSo(plain, start));
    if (names.length === 0) return names;
    const seen = index.seenIn(plain);
    return names.filter(({ start, end }) => !seen.some((one) => one.start <= start && end <= one.end));
  };
}

function isAboutSo(plain: string, at: number): boolean {
  return plain.startsWith(aboutSo, at) && figureBefore.test(plain.slice(Math.max(0, at - 1), at));
}
