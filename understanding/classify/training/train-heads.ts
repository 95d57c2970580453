import { surnameOfOfficial } from '../../../locales/lexicon/letter-frames.ts';
import { bareText, withoutSalutation } from '../bare-text.ts';
import type { ModelNumbers } from '../linear-model.ts';
import { trainModel, type Lesson } from './train-model.ts';

/** A letter with its head in the petition tree, as a district's export or a public collection gives it. */
export interface LabelledLetter {
  /** Copies of one letter share it. */
  readonly group: string;
  readonly title?: string | undefined;
  readonly text: string;
  readonly head: string;
}

const FIRST = 40;
const EXCERPT_COST = 0.5;
const SETTINGS = { longest: 2, leastGroups: 5, mostRuns: 45_000, rarityPower: 2, cost: 0.3, rounds: 10 };

/** Learns the heads of the petition tree from letters, each read whole, by its title and by its first words. `hidden` are words that stand for hidden names. */
export function trainHeads(letters: readonly LabelledLetter[], hidden: readonly string[] = []): ModelNumbers {
  const labels = [...new Set(letters.map(({ head }) => head))].sort();
  return trainModel(letters.flatMap((letter) => lessonsOf(letter, hidden)), { ...SETTINGS, labels });
}

/** The first words of a letter after its salutation, about as long as a chat message. */
export function firstWords(text: string): string {
  return withoutSalutation(text).slice(0, FIRST);
}

function lessonsOf({ group, title, text, head }: LabelledLetter, hidden: readonly string[]): Lesson[] {
  const bare = (words: string): string => bareText(nameless(words, hidden));
  const lesson = (words: string, cost: number, whole: boolean): Lesson => ({ bare: bare(words), label: head, group, cost, whole });
  return [
    lesson(withoutSalutation(text), 1, true),
    lesson(firstWords(text), EXCERPT_COST, false),
    ...(title === undefined ? [] : [lesson(title, EXCERPT_COST, false), lesson(`${title}\n${text}`, 1, false)]),
  ];
}

function nameless(words: string, hidden: readonly string[]): string {
  return hidden.reduce((left, name) => left.replaceAll(name, ''), words.replace(surnameOfOfficial, ''));
}
