import { packSparse } from '../../classify/sparse-model.ts';
import { trainModel, wholeLesson } from '../../classify/training/train-model.ts';
import { feelingText } from '../feeling-text.ts';
import { FEELINGS } from '../feelings.ts';

/** An utterance with what is felt around its matter. */
export interface FeelingLesson {
  readonly id: string;
  readonly text: string;
  readonly hidden: boolean;
  readonly upset: boolean;
}

const SETTINGS = { leastGroups: 2, rarityPower: 1, cost: 1, rounds: 20, topics: 0, leanings: true };
const PACKING = { steps: 31 };

/** Learns to tell a feeling from its absence; gives the bytes of hidden.bin or upset.bin, the same for the same lessons. */
export function trainFeeling(feeling: keyof typeof FEELINGS, lessons: readonly FeelingLesson[]): Uint8Array {
  const labels = FEELINGS[feeling];
  const marked = lessons.map((one) => wholeLesson(feelingText(one.text), labels[one[feeling] ? 0 : 1], one.id));
  return packSparse(trainModel(marked, { ...SETTINGS, labels }), PACKING);
}
