import { ANSWERS, QUESTIONS, openQuestion } from '../../domain/revisit.ts';
import type { Answers, Question } from '../../domain/revisit.ts';
import { BEFORE_ANSWER, NAMES_RATING, NEXT_CLAUSE, NOT_A_NUMBER, NOT_KNOWN, POLITE_AFTER_RATING, REFERS_BACK, REVISIT_WORDS, STILL_BROKEN, UNSOLVED, YES_NO } from '../../locales/lexicon/revisit-words.ts';
import { inStandardWords } from '../../understanding/plain-text.ts';
import { plain, simple } from './grammar.ts';
import { picked } from './picked.ts';

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
  const open = QUESTIONS.filter((each) => before[each] === undefined);
  const numbers = /^(?:[1-3][\s,\u3001\uFF0C]*){2,3}$/.test(said) ? (said.match(/[1-3]/g) ?? []).map(Number) : [];
  if (numbers.length > 1) return several(numbers.length === QUESTIONS.length ? QUESTIONS : open, numbers);
  const listed = listedIn(said);
  if (listed !== undefined) return inList(listed);
  const numbered = /^([1-3])(?:[\s,.:;\u3001\u3002\uFF0C\uFF1A]+(?:([^\s,.:;\u3001\u3002\uFF0C\uFF1A][\s\S]*))?)?$/.exec(said);
  if (numbered !== null && !NOT_A_NUMBER.test(said)) return one(question, Number(numbered[1]), numbered[2], open);
  const choice = picked(text);
  return choice === undefined ? inWords(said, { open, question }) : one(question, choice, undefined, open);
}

/** What stands behind 1, 2 and 3, each written once and in this order. */
function listedIn(said: string): readonly string[] | undefined {
  const [before, ...parts] = said.split(/[123]/);
  const isList = before === '' && parts.length === QUESTIONS.length && said.replace(/[^123]/g, '') === '123';
  return isList && parts.every((part) => /\p{L}/u.test(part)) ? parts : undefined;
}

/** Whether words that nobody asked for surely rate what was done: they name the rating, or that it is not solved. */
export function saysSurely(text: string): boolean {
  return NAMES_RATING.test(text) || saysUnsolved(plain(text), { open: [] });
}

function inList(parts: readonly string[]): RevisitAnswer | undefined {
  const answers = QUESTIONS.map((question, index) => beginning((parts[index] ?? '').replace(BEFORE_ANSWER, ''), { open: [question], question }).answers);
  return answers.some((answer, index) => answer[QUESTIONS[index] ?? 'contacted'] === undefined) ? undefined : { answers: Object.assign({}, ...answers) as Answers };
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
  const { satisfied } = said?.answers ?? {};
  return satisfied === undefined || (satisfied === 'dissatisfied' && !saysSurely(text)) ? undefined : said;
}

function several(questions: readonly Question[], numbers: readonly number[]): RevisitAnswer | undefined {
  const answers = numbers.map((number, index) => (questions[index] === undefined ? undefined : chosen(questions[index], number)));
  return answers.some((answer) => answer === undefined) ? undefined : { answers: Object.assign({}, ...answers) as Answers };
}

/** A number, and the words behind it: they answer other questions, or are the reason; who says two things of one question says nothing. */
function one(question: Question, number: number, words: string | undefined, open: readonly Question[]): RevisitAnswer | undefined {
  const answers = chosen(question, number);
  const behind = words === undefined ? undefined : inOwnWords(words, open)?.answers;
  if (answers === undefined || (behind?.[question] !== undefined && behind[question] !== answers[question])) return undefined;
  return { answers: { ...behind, ...answers }, reason: given(words) };
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

/** The words begin with answers, and clauses behind them may answer too; what is said besides is the reason. */
function inWords(text: string, questions: Questions): RevisitAnswer | undefined {
  const said = inStandardWords(simple(text));
  const first = beginning(said, questions);
  const { behind } = first;
  const answers = { ...further(behind, questions.open.filter((each) => first.answers[each] === undefined)), ...first.answers };
  const whole = plain(text);
  const words = given(whole.endsWith(behind) ? behind : whole);
  if (answers.satisfied === 'dissatisfied') return { answers, reason: first.answers.satisfied === undefined ? whole : words };
  const isRated = answers.satisfied !== undefined;
  if (isRated && STILL_BROKEN.test(behind) && !NAMES_RATING.test(said)) return { answers: { ...answers, ...NOT_SOLVED }, reason: whole };
  const told = Object.keys(answers).length === 0 ? undefined : answers;
  const aside = words === undefined ? undefined : { words, answers: told };
  if (!isRated && said.length <= SHORT && !NOT_KNOWN.test(said) && saysUnsolved(behind.replace(BEFORE_ANSWER, ''), questions)) return { answers: { ...answers, ...NOT_SOLVED }, reason: whole, aside };
  return told === undefined ? undefined : { answers, reason: isRated || tells(words) ? words : undefined, aside };
}

/** What clauses behind the first words that were not heard answer. */
function further(behind: string, open: readonly Question[]): Answers {
  const [, ...clauses] = behind.length > SHORT ? [] : behind.split(NEXT_CLAUSE);
  return clauses.reduce<Answers>((answers, clause) => ({ ...inOwnWords(clause.replace(BEFORE_ANSWER, ''), open)?.answers, ...answers }), {});
}

/** Behind half an answer a word such as “me” tells nothing. */
function tells(words = ''): boolean {
  return words.replace(/\P{L}/gu, '').length > 2;
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
