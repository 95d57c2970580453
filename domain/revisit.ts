import type { Words } from './words.ts';

/** Was the reporter contacted (联系)? */
export type Contacted = 'yes' | 'no';
/** Was it solved (解决)? */
export type Solved = 'solved' | 'partly' | 'unsolved';
/** Is the reporter satisfied (满意)? */
export type Satisfied = 'satisfied' | 'basically' | 'dissatisfied';

/** The three separate answers of a revisit; one that was not given stays open and counts as nothing. */
export interface Answers {
  readonly contacted?: Contacted | undefined;
  readonly solved?: Solved | undefined;
  readonly satisfied?: Satisfied | undefined;
}

/** The questions in the order they are asked. */
export const QUESTIONS = ['contacted', 'solved', 'satisfied'] as const;
/** One question of a survey. */
export type Question = (typeof QUESTIONS)[number];

/** The answers that each question takes, in the order of their numbers in chat. */
export const ANSWERS = {
  contacted: ['yes', 'no'],
  solved: ['solved', 'partly', 'unsolved'],
  satisfied: ['satisfied', 'basically', 'dissatisfied'],
} as const satisfies { [Q in Question]: readonly NonNullable<Answers[Q]>[] };

/** One reporter's revisit (回访): `next` is when it must be looked at again. */
export type Revisit =
  | { readonly state: 'none' }
  | { readonly state: 'planned'; readonly round: number; readonly next: Date }
  | {
      readonly state: 'asked';
      readonly round: number;
      readonly askedAt: Date;
      readonly reminded: boolean;
      readonly expiresAt: Date;
      readonly answers: Answers;
      /** What was said beside the answers so far. */
      readonly remark?: Words | undefined;
      readonly next: Date;
    }
  | { readonly state: 'answered'; readonly round: number; readonly at: Date; readonly answers: Answers; readonly wantsReason: boolean }
  | { readonly state: 'call-back'; readonly round: number; readonly since: Date; readonly answers: Answers; readonly remark?: Words | undefined };

/** The first question without an answer; undefined when all are answered. */
export function openQuestion(answers: Answers): Question | undefined {
  return QUESTIONS.find((question) => answers[question] === undefined);
}
