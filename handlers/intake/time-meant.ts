import type { TimeMeant } from '../../domain/demand.ts';
import { dateWords, lunarWords, uncountedWords } from '../../locales/lexicon/when-meant-words.ts';
import type { WhenSaid } from '../../understanding/understanding.ts';

/** The time that is meant by what was said at that moment, in these words; undefined where nobody can tell, or where it would be a guess. */
export function timeMeant(when: WhenSaid | undefined, saidAt: Date, words = when?.said ?? ''): TimeMeant | undefined {
  if (when?.from === undefined || uncountedWords.test(when.said)) return undefined;
  const { from, to } = when;
  const dated = !lunarWords.test(words) && dateWords.some((date) => date.test(words));
  return goesOn(when, saidAt) ? { from, dated } : { from, to: to ?? from, dated };
}

/** Whoever looked at the same words a moment earlier may have told them from then. */
const MOMENT_MS = 1000;

/** What lasts or comes again has no end but the moment at which it is told. */
function goesOn({ pattern, to }: WhenSaid, saidAt: Date): boolean {
  return (pattern === 'continuing' || pattern === 'repeated') && (to === undefined || Math.abs(to.getTime() - saidAt.getTime()) < MOMENT_MS);
}
