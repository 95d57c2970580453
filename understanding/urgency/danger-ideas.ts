import { dangerConcepts, hazards } from '../../locales/lexicon/danger-concepts.ts';
import { bareText } from '../classify/bare-text.ts';
import { createPhraseScores } from '../classify/phrase-scores.ts';

const FIRST_IDEA = 0xe000;
const GAP = '\uf8ff';

/** What a text says of danger. */
export interface DangerIdeas {
  /** The text as the danger model reads it: its bare characters, then a sign for each idea in it and for each two together. */
  readonly written: string;
  /** It names a hazard. */
  readonly hazard: boolean;
}

/** Makes the function that finds the ideas of the lexicon in a text. */
export function createDangerIdeas(): (text: string) => DangerIdeas {
  const names = Object.keys(dangerConcepts);
  const phrases = Object.values(dangerConcepts).flatMap((words, label) => words.split('|').map((word) => ({ parts: [word], label, weight: 1 })));
  const scores = createPhraseScores(phrases, names.length);
  const together = hazards.map((hazard) => hazard.split('+').map((name) => names.indexOf(name)));

  return (text) => {
    const bare = bareText(text);
    const found = scores.score(bare);
    const seen = names.flatMap((_, idea) => ((found[idea] ?? 0) > 0 ? [String.fromCharCode(FIRST_IDEA + idea)] : []));
    const hazard = together.some((ideas) => ideas.every((idea) => (found[idea] ?? 0) > 0));
    return { written: bare + GAP + seen.join(GAP + GAP) + pairsOf(seen), hazard };
  };
}

function pairsOf(seen: readonly string[]): string {
  return seen.map((one, at) => seen.slice(at + 1).map((other) => GAP + one + other).join('')).join('');
}
