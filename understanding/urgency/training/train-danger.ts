import { packSparse } from '../../classify/sparse-model.ts';
import { trainModel, wholeLesson } from '../../classify/training/train-model.ts';
import { dangerIdeasIn } from '../danger-ideas.ts';

/** A marked utterance; any urgency but `danger` counts as calm. */
export interface DangerLesson {
  readonly id: string;
  readonly text: string;
  readonly urgency: string;
}

const SETTINGS = { labels: ['danger', 'calm'], leastGroups: 2, rarityPower: 2, cost: 4, rounds: 30, topics: 0 };

/** Takes some 0.24 MB. All entries are kept, and finely: less of either costs false alarms. */
const PACKING = { steps: 127 };

/** Learns to tell danger from what only sounds like it; gives the bytes of danger.bin, the same for the same lessons. */
export function trainDanger(lessons: readonly DangerLesson[]): Uint8Array {
  const marked = lessons.map(({ id, text, urgency }) => wholeLesson(dangerIdeasIn(text).written, urgency === 'danger' ? 'danger' : 'calm', id));
  return packSparse(trainModel(marked, SETTINGS), PACKING);
}
