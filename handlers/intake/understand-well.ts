import { NUMBER_MASK, SPEAKS_TO_A_MODEL } from '../../locales/lexicon/prompts.ts';
import type { Intent, Matter, Situation, Understanding } from '../../understanding/understanding.ts';
import { doubtsClass, doubtsIntent } from './doubt.ts';
import type { AskModel } from './draft.ts';
import { mergeDraft } from './merge-draft.ts';
import type { Merging } from './merge-draft.ts';

/** Understands with everything there is. Never rejects, and takes no longer than the model is given. */
export type UnderstandWell = (text: string, situation: Situation) => Promise<Understanding>;

/** When a language model is asked, if there is one. */
export type ModelUse = 'off' | 'doubt' | 'always';

export interface UnderstandingWell extends Merging {
  readonly use: ModelUse;
  /** Undefined when there is no model. */
  readonly ask?: AskModel | undefined;
  /** Whether a text speaks to a model rather than to people. */
  readonly speaksToModel?: ((text: string) => boolean) | undefined;
}

const LONGEST = 4000;
const LONG_NUMBER = /\p{Nd}(?:[\s\-–—.·_]?\p{Nd}){6,}/gu;

/** Offline first; then, where it is wanted, a language model drafts, and what is good of its draft is taken over. */
export function createUnderstandWell({ use, ask, speaksToModel = speaksToAModel, ...merging }: UnderstandingWell): UnderstandWell {
  const { understand, maskPersonal } = merging;
  if (use === 'off' || ask === undefined) return (text, situation) => Promise.resolve(understand(text, situation));

  return async (text, situation) => {
    const offline = understand(text, situation);
    if (text.trim() === '' || !offline.matters.every(canWait) || speaksToModel(text)) return offline;
    if (use === 'doubt' && !offline.matters.some((one) => doubtsClass(one) || doubtsIntent(one))) return offline;

    const draft = await ask(fitToLeave(text, maskPersonal));
    return draft === undefined ? offline : mergeDraft(merging, { text, situation, offline }, draft);
  };
}

const AT_ONCE: ReadonlySet<Intent> = new Set(['danger', 'command', 'answer', 'not-for-us']);

/** Nobody waits for a model with a danger, nor with what is not for it to judge. */
function canWait({ intent, urgency }: Matter): boolean {
  return urgency !== 'danger' && !AT_ONCE.has(intent);
}

/** Masked first and cut afterwards, so that no number is cut in two and slips through. */
function fitToLeave(text: string, maskPersonal: (text: string) => string): string {
  return maskPersonal(text).replace(LONG_NUMBER, NUMBER_MASK).slice(0, LONGEST);
}

/** Whether a text holds words that are usual where somebody tries to steer a model. */
export function speaksToAModel(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return SPEAKS_TO_A_MODEL.some((pattern) => pattern.test(plain));
}
