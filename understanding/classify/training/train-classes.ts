import { classWords } from '../../../locales/lexicon/classes.zh-CN.ts';
import { bareText, withoutSalutation } from '../bare-text.ts';
import { classPhrases } from '../class-phrases.ts';
import type { ModelNumbers } from '../linear-model.ts';
import { createPhraseScores } from '../phrase-scores.ts';
import { trainModel, type Lesson } from './train-model.ts';

/** What a resident wrote, with the class a person gave it. */
export interface LabelledUtterance {
  readonly id: string;
  readonly text: string;
  readonly category: string;
}

/** A text without a mark: it teaches which words go with the lexicon's. */
export interface UnmarkedText {
  readonly id: string;
  readonly text: string;
}

const PHRASE_COST = 0.5;
const LETTER_COST = 0.3;
const PHRASE_FROM = 1;
const CLEAR = 6;
const CLEAR_LEAD = 2;
const MOST_OF_A_CLASS = 80;
const OPENING = 60;
const SETTINGS = { longest: 3, leastGroups: 1, mostRuns: 6_000, rarityPower: 1.5, cost: 3, rounds: 20, topics: 0 };

/** Learns the residents' classes from marked utterances, the lexicon's own phrases, and unmarked texts that the lexicon is sure of. */
export function trainClasses(classes: readonly string[], utterances: readonly LabelledUtterance[], unmarked: readonly UnmarkedText[]): ModelNumbers {
  const marked = utterances.map(({ id, text, category }) => ({ bare: bareText(text), label: category, group: id, cost: 1, whole: true }));
  return trainModel([...marked, ...phraseLessons(classes), ...sureLessons(classes, unmarked)], { ...SETTINGS, labels: classes });
}

function phraseLessons(classes: readonly string[]): Lesson[] {
  return classPhrases(classWords, classes)
    .filter(({ weight }) => weight > PHRASE_FROM)
    .map(({ parts, label, weight }) => {
      const bare = parts.join('');
      return { bare, label: classes[label] ?? '', group: `phrase:${bare}`, cost: (PHRASE_COST * weight) / 3, whole: true };
    });
}

function sureLessons(classes: readonly string[], unmarked: readonly UnmarkedText[]): Lesson[] {
  const phrases = createPhraseScores(classPhrases(classWords, classes), classes.length);
  const taken = new Int32Array(classes.length);
  const lessons: Lesson[] = [];
  for (const { id, text } of unmarked) {
    const bare = bareText(withoutSalutation(text).slice(0, OPENING));
    const label = sureLabel(phrases.score(bare));
    if (label === undefined || (taken[label] ?? 0) >= MOST_OF_A_CLASS) continue;
    taken[label] = (taken[label] ?? 0) + 1;
    lessons.push({ bare, label: classes[label] ?? '', group: id, cost: LETTER_COST, whole: true });
  }
  return lessons;
}

function sureLabel(scores: Float64Array): number | undefined {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const [first = 0, second = 0] = order;
  const lead = scores[first] ?? 0;
  return lead >= CLEAR && lead > CLEAR_LEAD * (scores[second] ?? 0) ? first : undefined;
}
