import type { ModelNumbers } from '../../classify/linear-model.ts';
import { trainModel } from '../../classify/training/train-model.ts';
import { WISHES, wishText } from '../wish-opinion.ts';

/** A marked utterance; intents that are no wish are left out. */
export interface IntentLesson {
  readonly id: string;
  readonly text: string;
  readonly intent: string;
}

const SETTINGS = { labels: WISHES, longest: 3, leastGroups: 2, mostRuns: 6_000, rarityPower: 1, cost: 1, rounds: 30, topics: 0 };

/** Learns to tell a complaint from a question, a suggestion, a plea and a firm's matter; the same lessons give the same numbers. */
export function trainWishes(lessons: readonly IntentLesson[]): ModelNumbers {
  const wishes: readonly string[] = WISHES;
  return trainModel(
    lessons.filter(({ intent }) => wishes.includes(intent)).map(({ id, text, intent }) => ({ bare: wishText(text), label: intent, group: id, cost: 1, whole: true })),
    SETTINGS,
  );
}
