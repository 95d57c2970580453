import { dangerConcepts } from '../../locales/lexicon/danger-concepts.ts';
import { bareText } from '../classify/bare-text.ts';
import { createPhraseScores, type PhraseScores } from '../classify/phrase-scores.ts';
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

/** The ideas of the lexicon in a text. Danger and intent are told by them, so the last ones are kept. */
export function dangerIdeasIn(text: string): DangerIdeas {
  if (text !== last.text) last = { text, ideas: found(withoutWhere(bareText(text))) };
  return last.ideas;
}

let last: { readonly text: string; readonly ideas: DangerIdeas } = { text: '', ideas: { written: GAP, seen: [] } };
let lexicon: Lexicon | undefined;

interface Lexicon {
  readonly marks: readonly string[];
  readonly scores: PhraseScores;
}

function readLexicon(): Lexicon {
  const phrases = Object.values(dangerConcepts).flatMap((words, label) => words.split('|').map((word) => ({ parts: [word], label, weight: 1 })));
  const marks = Object.keys(dangerConcepts).map((_, idea) => String.fromCharCode(FIRST_IDEA + idea));
  return { marks, scores: createPhraseScores(phrases, marks.length) };
}

function found(bare: string): DangerIdeas {
  const { marks, scores } = (lexicon ??= readLexicon());
  const weights = scores.score(bare);
  const seen: string[] = [];
  for (const [idea, mark] of marks.entries()) if ((weights[idea] ?? 0) > 0) seen.push(mark);
  return { written: bare + GAP + seen.join(GAP + GAP) + pairsOf(seen), seen };
}

function pairsOf(seen: readonly string[]): string {
  let pairs = '';
  for (const [at, one] of seen.entries()) for (let other = at + 1; other < seen.length; other++) pairs += GAP + one + (seen[other] ?? '');
  return pairs;
}
