import { surnameOfOfficial } from '../../../locales/lexicon/letter-frames.ts';
import { bareText, withoutSalutation } from '../bare-text.ts';
import { packSparse } from '../sparse-model.ts';
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
const OPENING = 80;
const EXCERPT_COST = 0.5;
const SETTINGS = { leastGroups: 5, mostRuns: 45_000, rarityPower: 2, cost: 0.3, rounds: 10, topics: 200, leanings: true };
/** Takes some 0.3 MB, a good half of what it would be unpacked; of 4,646 letters five get another head by it. */
const PACKING = { entries: 400_000, steps: 63 };

/** What else is known for learning the heads. */
export interface HeadsContext {
  /** Words that stand for hidden names. */
  readonly hidden: readonly string[];
  /** Texts without a mark: they teach which words go together. */
  readonly unmarked: readonly string[];
}

/** Learns the heads of the petition tree from letters, each read whole, by its title and by its first words; gives the bytes of heads.bin. */
export function trainHeads(letters: readonly LabelledLetter[], { hidden, unmarked }: HeadsContext): Uint8Array {
  const labels = [...new Set(letters.map(({ head }) => head))].sort();
  const lessons = letters.flatMap((letter) => lessonsOf(letter, hidden));
  return packSparse(trainModel(lessons, { ...SETTINGS, labels }, unmarked.map((text) => bareText(nameless(text, hidden)))), PACKING);
}

/** The first words of a letter after its salutation, about as long as a chat message. */
export function firstWords(text: string): string {
  return withoutSalutation(text).slice(0, FIRST);
}

function lessonsOf({ group, title, text, head }: LabelledLetter, hidden: readonly string[]): Lesson[] {
  const bare = (words: string): string => bareText(nameless(words, hidden));
  const lesson = (words: string, cost: number, whole: boolean): Lesson => ({ bare: bare(words), label: head, group, cost, whole });
  return [
    lesson(text, 1, true),
    lesson(firstWords(text), EXCERPT_COST, false),
    lesson(withoutSalutation(text).slice(0, OPENING), EXCERPT_COST, false),
    ...(title === undefined ? [] : [lesson(title, EXCERPT_COST, false), lesson(`${title}\n${text}`, 1, false)]),
  ];
}

/** The words without hidden names and the names of officials. */
export function nameless(words: string, hidden: readonly string[]): string {
  return hidden.reduce((left, name) => left.replaceAll(name, ''), words.replace(surnameOfOfficial, ''));
}
