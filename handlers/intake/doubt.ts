import type { Demand } from '../../domain/demand.ts';
import type { Matter } from '../../understanding/understanding.ts';
import { isMatter } from './is-matter.ts';

/** Confidence, 0 to 1, below which the offline engine counts as in doubt. */
export const DOUBT_BELOW = { category: 0.8, intent: 0.75 } as const;

/**
 * Confidence, 0 to 1, below which the reporter is asked which class it is. Measured on utterances of hands that were not learnt from: nine in ten above it are right,
 * half of those below it (three in ten) are, and for half of the others the second class is.
 */
const ASK_BELOW = 0.65;

/** Below this nothing speaks for any class, and a person had better read it. */
const ASK_FROM = 0.35;

/** Whether the class of a registered matter is worth a question: as the engine understood it, and nobody has said otherwise. */
export function isWorthAsking(demand: Pick<Demand, 'category' | 'understood' | 'service'>): boolean {
  return isClassInDoubt(demand) && demand.understood.confidence >= ASK_FROM;
}

/** Whether a person should look at the class of a registered matter, because nobody has said yet what it is. */
export function isClassInDoubt({ category, understood, service }: Pick<Demand, 'category' | 'understood' | 'service'>): boolean {
  return service === undefined && category === understood.category && understood.confidence < ASK_BELOW;
}

/** Whether it is in doubt what a matter is about; what is no matter has no class to doubt. */
export function doubtsClass(matter: Matter): boolean {
  return isMatter(matter) && matter.confidence < DOUBT_BELOW.category;
}

/** Whether it is in doubt what a person wants. */
export function doubtsIntent({ intentConfidence = 1 }: Matter): boolean {
  return intentConfidence < DOUBT_BELOW.intent;
}
