import * as signs from '../../locales/lexicon/intents.zh-CN.ts';
import { sum } from './sign-weights.ts';

/** From this weight on, the words of a class speak of it. */
export const SUBJECT_FROM = 1.2;

/** Who says so much of a trouble tells of it, also when asking. */
const TOLD_FROM = 45;

/** What an utterance that is no command, answer, alarm, thanks or small talk may want. */
export type Wish = 'complaint' | 'question' | 'suggestion' | 'help' | 'enterprise';

/** What an utterance shows before its wish is weighed. */
export interface Shown {
  readonly text: string;
  readonly letter: boolean;
  readonly group: boolean;
  /** The weight of the class that the words speak for most. */
  readonly subject: number;
  readonly trouble: boolean;
}

/** How much speaks for each demand and for a question. */
export function wishWeights({ text, letter, subject, trouble }: Shown): [Wish, number][] {
  const reproach = sum(signs.reproach, text);
  const told = text.length >= TOLD_FROM && trouble && subject >= SUBJECT_FROM;
  return [
    ['complaint', (subject >= SUBJECT_FROM ? 1 : 0) + (trouble ? 0.8 : 0) + reproach * 0.8 + (letter ? 2 : 0) + (told ? 1 : 0)],
    ['question', letter ? 0 : sum(signs.question, text) - reproach * 0.7],
    ['suggestion', letter ? 0 : sum(signs.suggestion, text)],
    ['help', letter ? 0 : sum(signs.help, text)],
    ['enterprise', sum(signs.enterprise, text) * 1.2],
  ];
}
