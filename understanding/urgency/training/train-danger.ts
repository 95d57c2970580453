import type { ModelNumbers } from '../../classify/linear-model.ts';
import { trainModel, type Lesson } from '../../classify/training/train-model.ts';
import { dangerIdeasIn } from '../danger-ideas.ts';

/** A marked utterance; any urgency but `danger` counts as calm. */
export interface DangerLesson {
  readonly id: string;
  readonly text: string;
  readonly urgency: string;
  /** Written to sound like danger, more often than people do. */
  readonly contrived?: boolean | undefined;
}

const SETTINGS = { labels: ['danger', 'calm'], longest: 2, leastGroups: 2, mostRuns: 8_000, rarityPower: 2, cost: 1, rounds: 30, topics: 0 };

/** What is urgent is most like danger, so a mistake on it teaches more. */
const COST_OF_URGENT = 2;
const COST_OF_CONTRIVED = 0.5;

/** Learns to tell danger from what only sounds like it; the same lessons give the same numbers. */
export function trainDanger(lessons: readonly DangerLesson[]): ModelNumbers {
  const lesson = ({ id, text, urgency, contrived }: DangerLesson): Lesson => ({
    bare: dangerIdeasIn(text).written,
    label: urgency === 'danger' ? 'danger' : 'calm',
    group: id,
    cost: (urgency === 'urgent' ? COST_OF_URGENT : 1) * (contrived === true ? COST_OF_CONTRIVED : 1),
    whole: true,
  });
  return trainModel(lessons.map(lesson), SETTINGS);
}
