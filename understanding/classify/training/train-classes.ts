import { classWords } from '../../../locales/lexicon/classes.zh-CN.ts';
import { bareText } from '../bare-text.ts';
import { classPhrases } from '../class-phrases.ts';
import { packSparse } from '../sparse-model.ts';
import { trainModel, wholeLesson, type Lesson } from './train-model.ts';

/** What a resident wrote, with the class a person gave it. */
export interface LabelledUtterance {
  readonly id: string;
  readonly text: string;
  readonly category: string;
}

const PHRASE_COST = 1;
const PHRASE_FROM = 1;
const SETTINGS = { leastGroups: 4, rarityPower: 1.5, cost: 0.5, rounds: 20, topics: 0 };
/** Takes some 0.46 MB. All entries are kept, in few steps. */
const PACKING = { steps: 9 };

/** Learns the residents' classes from marked utterances and the lexicon's own phrases; gives the bytes of classes.bin. */
export function trainClasses(classes: readonly string[], utterances: readonly LabelledUtterance[]): Uint8Array {
  const marked = utterances.map(({ id, text, category }) => wholeLesson(bareText(text), category, id));
  return packSparse(trainModel([...marked, ...phraseLessons(classes)], { ...SETTINGS, labels: classes }), PACKING);
}

function phraseLessons(classes: readonly string[]): Lesson[] {
  return classPhrases(classWords, classes)
    .filter(({ weight }) => weight > PHRASE_FROM)
    .map(({ parts, label, weight }) => {
      const bare = parts.join('');
      return { bare, label: classes[label] ?? '', group: `phrase:${bare}`, cost: (PHRASE_COST * weight) / 3, whole: true };
    });
}
