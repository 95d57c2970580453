import type { Matter } from '../understanding/understanding.ts';
import { isMatter } from './is-matter.ts';

/** Confidence, 0 to 1, below which the offline engine counts as in doubt. */
export const DOUBT_BELOW = { category: 0.8, intent: 0.75 } as const;

/** Whether it is in doubt what a matter is about; what is no matter has no class to doubt. */
export function doubtsClass(matter: Matter): boolean {
  return isMatter(matter) && matter.confidence < DOUBT_BELOW.category;
}

/** Whether it is in doubt what a person wants. */
export function doubtsIntent({ intentConfidence = 1 }: Matter): boolean {
  return intentConfidence < DOUBT_BELOW.intent;
}
