import { packSparse } from '../../classify/sparse-model.ts';
import { trainModel, wholeLesson } from '../../classify/training/train-model.ts';
import { createReadIntent } from '../detect-intent.ts';
import { INTENTS } from '../intent-opinion.ts';

/** A marked utterance. */
export interface IntentLesson {
  readonly id: string;
  readonly text: string;
  readonly group?: boolean | undefined;
  readonly intent: string;
}

const SETTINGS = { labels: INTENTS, leastGroups: 4, rarityPower: 1.5, cost: 1, rounds: 30, topics: 0, leanings: true };
/** Takes some 0.37 MB. All entries are kept: without the least of them intents are told worse. */
const PACKING = { steps: 31 };

/** Learns to tell what an utterance wants, beside its signs, from those on which it would be asked; gives the bytes of intents.bin, the same for the same lessons. */
export function trainIntents(lessons: readonly IntentLesson[]): Uint8Array {
  const read = createReadIntent();
  const marked = lessons.flatMap(({ id, text, group, intent }) => {
    const { settled, written } = read(text, { group });
    return settled ? [] : [wholeLesson(written(), intent, id)];
  });
  return packSparse(trainModel(marked, SETTINGS), PACKING);
}
