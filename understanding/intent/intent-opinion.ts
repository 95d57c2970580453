import { readSparse } from '../classify/sparse-model.ts';
import type { Intent } from '../understanding.ts';

/** What an utterance may want, as the trained table knows it. */
export const INTENTS = ['complaint', 'help', 'danger', 'question', 'suggestion', 'praise', 'answer', 'command', 'small-talk', 'abuse', 'not-for-us', 'enterprise'] as const satisfies readonly Intent[];

/** How much speaks for each intent, in the order of `INTENTS`, of an utterance written as `intentText` does; above 0 it is likely. */
export type GiveIntentOpinion = (written: string) => readonly number[];

/** The trained opinion on what is wanted; throws where the bytes are no model of intents. */
export function createIntentOpinion(bytes: Uint8Array): GiveIntentOpinion {
  const model = readSparse(bytes);
  if (model.labels.join() !== INTENTS.join()) throw new Error('The model of intents lacks one');
  if (model.leanings.length !== INTENTS.length) throw new Error('The model of intents says not what is usual');
  return (written) => {
    const scores = model.score(written);
    return model.leanings.map((leaning, at) => leaning + (scores[at] ?? 0));
  };
}
