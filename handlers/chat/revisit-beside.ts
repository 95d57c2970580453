import type { Question } from '../../domain/revisit.ts';
import { ASKS_HOW, COAXED, DECLINES, LATER, SIGNS, UNSURE_RATING } from '../../locales/lexicon/revisit-ways.ts';
import { inStandardWords } from '../../understanding/plain-text.ts';
import { simple } from './grammar.ts';
import type { RevisitAnswer } from './revisit-answer.ts';
import { NOT_SOLVED } from './revisit-answer.ts';
import type { Reply } from './utterance.ts';
import { reply } from './utterance.ts';

/** What somebody does about the question of a revisit instead of answering it. */
export type Beside = 'unsure' | 'later' | 'declines' | 'coaxed' | 'asks-how' | 'misanswered';

const WAYS: readonly (readonly [Beside, readonly RegExp[]])[] = [['coaxed', COAXED], ['declines', DECLINES], ['later', LATER], ['asks-how', ASKS_HOW], ['unsure', UNSURE_RATING]];

/** Longer words tell something. */
const LONGEST = 40;

/** A rating that is none of those there are, not now, not at all, as somebody else wishes, or how it is answered; undefined where words are something else. */
export function besideAnswer(text: string): Beside | undefined {
  const said = inStandardWords(simple(text));
  return said.length > LONGEST ? undefined : WAYS.find(([, patterns]) => patterns.some((one) => one.test(said)))?.[0];
}

/** What is said to it: nobody is pressed, nothing is guessed, and whoever is unsure is shown the question again. */
export function toldBeside(beside: Exclude<Beside, 'declines'>, question: Question): readonly Reply[] {
  const asked = { question: { key: `question.${question}` as const } };
  switch (beside) {
    case 'later':
      return reply('chat.revisit-later');
    case 'coaxed':
      return reply('chat.revisit-own-word', asked);
    case 'asks-how':
      return reply('chat.revisit-how', asked);
    case 'misanswered':
      return reply('chat.revisit-put-right');
    case 'unsure':
      return question === 'satisfied' ? reply('question.satisfied') : reply('chat.revisit-which-rating', asked);
  }
}

/** What a sign alone says: yes or no to a question that takes them, and which rating is not to be guessed; undefined where it is no such sign. */
export function signAnswer(text: string, question: Question): RevisitAnswer | Beside | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  if (SIGNS.upset.test(said)) return 'unsure';
  const [up, down] = [SIGNS.up.test(said), SIGNS.down.test(said)];
  if (!up && !down) return undefined;
  if (question === 'contacted') return 'unsure';
  if (question === 'solved') return { answers: up ? { solved: 'solved' } : NOT_SOLVED };
  return { answers: { satisfied: up ? 'satisfied' : 'dissatisfied' } };
}
