import type { ModelNumbers } from '../../classify/linear-model.ts';
import { trainModel } from '../../classify/training/train-model.ts';
import { createReadIntent } from '../detect-intent.ts';
import { INTENTS } from '../intent-opinion.ts';

/** A marked utterance. */
export interface IntentLesson {
  readonly id: string;
  readonly text: string;
  readonly group?: boolean | undefined;
  readonly intent: string;
  /** Written by the hand that the signs were made for, which would teach to believe them too much. */
  readonly knowsSigns?: boolean | undefined;
}

const SETTINGS = { labels: INTENTS, longest: 2, leastGroups: 2, mostRuns: 10_000, rarityPower: 2, cost: 2, rounds: 30, topics: 0, leanings: true };
const COST_WHERE_SIGNS_ARE_KNOWN = 0.3;

/** Learns to tell what an utterance wants, beside its signs; the same lessons give the same numbers. */
export function trainIntents(lessons: readonly IntentLesson[]): ModelNumbers {
  const read = createReadIntent();
  return trainModel(
    lessons.map(({ id, text, group, intent, knowsSigns }) => ({
      bare: read(text, { group }).written(),
      label: intent,
      group: id,
      cost: knowsSigns === true ? COST_WHERE_SIGNS_ARE_KNOWN : 1,
      whole: true,
    })),
    SETTINGS,
  );
}
