import { ANSWERS, QUESTIONS, openQuestion } from '../../domain/revisit.ts';
import type { Answers, Question } from '../../domain/revisit.ts';
import { BEFORE_ANSWER, NAMES_RATING, POLITE_AFTER_RATING, REFERS_BACK, REVISIT_WORDS, STILL_BROKEN, UNSOLVED, YES_NO } from '../../locales/lexicon/revisit-words.ts';
import { plain } from './grammar.ts';

/** A revisit answer as written: what it says, and the reason behind it. */
export interface RevisitAnswer {
  readonly answers: Answers;
  readonly reason?: string | undefined;
  /** Words beside the answers that may tell of something else, and what is answered without them. */
  readonly aside?: { readonly words: string; readonly answers: Answers | undefined } | undefined;
}

const SHORT = 60;

/** What a text answers, given what was answered before; undefined when it answers nothing. */
export function revisitAnswer(text: string, before: Answers): RevisitAnswer | undefined {
  const said = plain(text);
  const question = openQuestion(before);
  if (question === undefined) return undefined;
  const allThree = /^([1-3])[\s,\u3001\uFF0C]*([1-3])[\s,\u3001\uFF0C]*([1-3])$/.exec(said);
  if (allThree !== null) return several(allThree.slice(1).map(Number));
  const numbered = /^([1-3])(?:[\s,.:;\u3001\u3002\uFF0C\uFF1A]+(?:([^\s,.:;\u3001\u3002\uFF0C\uFF1A][\s\S]*))?)?$/.exec(said);
  if (numbered !== null) return one(question, Number(numbered[1]), numbered[2]);
  return inWords(said, { open: QUESTIONS.filter((each) => before[each] === undefined), question });
}

/** Whether a text speaks of what was done before, and says that it is broken again. */
export function saysBrokenAgain(text: string): boolean {
  const said = plain(text);
  return said.length <= SHORT && REFERS_BACK.some((one) => one.test(said)) && (STILL_BROKEN.test(said) || UNSOLVED.test(said));
}

/** What a text answers of somebody whom nobody has asked yet. */
export function unaskedAnswer(text: string): RevisitAnswer | undefined {
  if (saysBrokenAgain(text)) return { answers: NOT_SOLVED, reason: plain(text) };
  const said = inWords(plain(text), { open: ['satisfied'] });
  return said?.answers.satisfied === undefined ? undefined : said;
}

function several(numbers: readonly number[]): RevisitAnswer | undefined {
  const answers = QUESTIONS.map((question, index) => chosen(question, numbers[index] ?? 0));
  return answers.some((answer) => answer === undefined) ? undefined : { answers: Object.assign({}, ...answers) as Answers };
}

function one(question: Question, number: number, reason: string | undefined): RevisitAnswer | undefined {
  const answers = chosen(question, number);
  return answers === undefined ? undefined : { answers, reason: given(reason) };
}

function chosen(question: Question, number: number): Answers | undefined {
  const answer = ANSWERS[question][number - 1];
  return answer === undefined ? undefined : { [question]: answer };
}

/** What can be answered: the questions that are not, and the one that was asked. */
interface Questions {
  readonly open: readonly Question[];
  readonly question?: Question | undefined;
}

/** The words begin with answers; what is behind a rating is the reason for it. */
function inWords(said: string, questions: Questions): RevisitAnswer | undefined {
  const { answers, behind } = beginning(said, questions);
  const words = given(behind);
  if (answers.satisfied === 'dissatisfied') return { answers, reason: words };
  const isRated = answers.satisfied !== undefined;
  if (isRated && STILL_BROKEN.test(behind) && !NAMES_RATING.test(said)) return { answers: { ...answers, ...NOT_SOLVED }, reason: said };
  const told = Object.keys(answers).length === 0 ? undefined : answers;
  const aside = words === undefined ? undefined : { words, answers: told };
  if (!isRated && said.length <= SHORT && saysUnsolved(behind.replace(BEFORE_ANSWER, ''), questions)) return { answers: { ...answers, ...NOT_SOLVED }, reason: said, aside };
  return told === undefined ? undefined : { answers, reason: isRated ? words : undefined, aside };
}

function saysUnsolved(words: string, { question }: Questions): boolean {
  return UNSOLVED.test(words) || (question !== undefined && STILL_BROKEN.test(words));
}

/** Neither solved nor satisfied with. */
export const NOT_SOLVED = { solved: 'unsolved', satisfied: 'dissatisfied' } as const satisfies Answers;

interface Beginning {
  readonly answers: Answers;
  readonly behind: string;
}

function beginning(said: string, { open, question }: Questions): Beginning {
  const found = inOwnWords(said.replace(BEFORE_ANSWER, ''), open) ?? (question === undefined ? undefined : yesOrNo(said, question));
  if (found === undefined) return { answers: {}, behind: said };
  if (found.answers.satisfied !== undefined) return found;
  const next = beginning(found.behind, { open: open.filter((each) => found.answers[each] === undefined) });
  return { answers: { ...found.answers, ...next.answers }, behind: next.behind };
}

function inOwnWords(said: string, open: readonly Question[]): Beginning | undefined {
  for (const question of open) {
    for (const [answer, words] of Object.entries(REVISIT_WORDS[question])) {
      const found = words.exec(said)?.[0];
      if (found !== undefined) return { answers: { [question]: answer }, behind: said.slice(found.length) };
    }
  }
  return undefined;
}

function yesOrNo(said: string, question: Question): Beginning | undefined {
  const yes = YES_NO.yes.exec(said)?.[0];
  const found = yes ?? YES_NO.no.exec(said)?.[0];
  return found === undefined ? undefined : { answers: { [question]: yes === undefined ? ANSWERS[question].at(-1) : ANSWERS[question][0] }, behind: said.slice(found.length) };
}

function given(reason = ''): string | undefined {
  const bare = reason.replace(/^[\s,.:;!\u3001\u3002\uFF0C\uFF1A\uFF1B\uFF01]+/, '').trim();
  return POLITE_AFTER_RATING.test(bare) ? undefined : bare;
}
