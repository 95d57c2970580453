import { dangerConcepts } from '../../locales/lexicon/danger-concepts.ts';
import { bareText } from '../classify/bare-text.ts';
import { createPhraseScores } from '../classify/phrase-scores.ts';
import { withoutWhere } from '../without-where.ts';

const FIRST_IDEA = 0xe000;
const GAP = '\uf8ff';

/** What a text says of danger. */
export interface DangerIdeas {
  /** The text as the danger model reads it: its bare characters, then a sign for each idea in it and for each two together. */
  readonly written: string;
  /** A sign for each idea in it. */
  readonly seen: readonly string[];
}

/** Makes the function that finds the ideas of the lexicon in a text. */
export function createDangerIdeas(): (text: string) => DangerIdeas {
  const names = Object.keys(dangerConcepts);
  const phrases = Object.values(dangerConcepts).flatMap((words, label) => words.split('|').map((word) => ({ parts: [word], label, weight: 1 })));
  const scores = createPhraseScores(phrases, names.length);

  return (text) => {
    const bare = withoutWhere(bareText(text));
    const found = scores.score(bare);
    const seen = names.flatMap((_, idea) => ((found[idea] ?? 0) > 0 ? [String.fromCharCode(FIRST_IDEA + idea)] : []));
    return { written: bare + GAP + seen.join(GAP + GAP) + pairsOf(seen), seen };
  };
}

function pairsOf(seen: readonly string[]): string {
  return seen.map((one, at) => seen.slice(at + 1).map((other) => GAP + one + other).join('')).join('');
}
