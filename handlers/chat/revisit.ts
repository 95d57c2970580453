import { POLITE_AFTER_RATING, REVISIT_WORDS, UNSOLVED } from '../../locales/lexicon/commands.ts';
import type { Demand, Reporter } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import { ANSWERS, QUESTIONS, openQuestion } from '../../domain/revisit.ts';
import type { Answers, Question } from '../../domain/revisit.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore, Sealer } from '../ports.ts';
import { plain } from './grammar.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

const SHORT = 30;

interface Revisiting {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal'>;
}

/** A revisit answer as written: what it says, and the reason behind it. */
export interface RevisitAnswer {
  readonly answers: Answers;
  readonly reason?: string | undefined;
}

/** Answers to the open revisit: a number, 满意 / 基本满意 / 不满意 with a reason, or all three numbers at once. */
export function revisit({ demands, execute, sealer }: Revisiting): ChatHandler {
  return async ({ id, person, actor, text, room, at }) => {
    if (room !== undefined) return 'pass';
    const raised = await demands.raisedBy(person.id, { open: false, limit: 20 });
    const open = asked(raised, person.id);
    if (open === undefined || open.reporter.revisit.state !== 'asked') return early({ execute, sealer }, raised, { id, person, actor, text });

    const question = openQuestion(open.reporter.revisit.answers);
    const said = revisitAnswer(text, open.reporter.revisit.answers);
    if (said === undefined && question !== undefined && /^\d$/.test(plain(text))) return reply(`question.${question}`);
    if (said === undefined || at < open.reporter.revisit.askedAt) return 'pass';
    const reason = said.reason === undefined ? undefined : await sealer.seal(person.id, said.reason);
    await execute(open.demand.id, { type: 'answer-revisit', by: actor, no: open.reporter.no, answers: said.answers, reason }, id);
    return [];
  };
}

/** Somebody who has just heard that it is done, and says so without waiting to be asked. */
async function early({ execute, sealer }: Pick<Revisiting, 'execute' | 'sealer'>, raised: readonly Demand[], { id, person, actor, text }: Pick<Utterance, 'id' | 'person' | 'actor' | 'text'>): Promise<readonly [] | 'pass'> {
  const waiting = raised.flatMap((demand) => present(demand).filter((one) => one.person === person.id && one.revisit.state === 'planned').map(({ no }) => ({ demand, no })));
  const [only, ...others] = waiting;
  const said = inWords(plain(text));
  if (only === undefined || others.length > 0 || said === undefined) return 'pass';
  const reason = said.reason === undefined ? undefined : await sealer.seal(person.id, said.reason);
  const answered = await execute(only.demand.id, { type: 'answer-revisit', by: actor, no: only.no, answers: said.answers, reason }, id);
  return answered.ok ? [] : 'pass';
}

/** The revisit that was put to a person last and is not answered. */
function asked(raised: readonly Demand[], person: string): { demand: Demand; reporter: Reporter } | undefined {
  const open = raised.flatMap((demand) => present(demand).filter((one) => one.person === person && one.revisit.state === 'asked').map((reporter) => ({ demand, reporter })));
  const askedAt = ({ reporter: { revisit: state } }: { reporter: Reporter }) => (state.state === 'asked' ? state.askedAt.getTime() : 0);
  return open.sort((a, b) => askedAt(b) - askedAt(a))[0];
}

/** What a text answers, given what was answered before; undefined when it answers nothing. */
export function revisitAnswer(text: string, before: Answers): RevisitAnswer | undefined {
  const said = plain(text);
  const question = openQuestion(before);
  if (question === undefined) return undefined;
  const allThree = /^([1-3])[\s,\u3001\uFF0C]*([1-3])[\s,\u3001\uFF0C]*([1-3])$/.exec(said);
  if (allThree !== null) return several(allThree.slice(1).map(Number));
  const numbered = /^([1-3])(?:$|[\s,.:;\u3001\u3002\uFF0C\uFF1A]+([\s\S]*)$)/.exec(said);
  if (numbered !== null) return one(question, Number(numbered[1]), numbered[2]);
  return inWords(said);
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

function inWords(said: string): RevisitAnswer | undefined {
  if (said.length <= SHORT && UNSOLVED.test(said)) return { answers: { solved: 'unsolved', satisfied: 'dissatisfied' }, reason: said };
  const lower = said.toLowerCase();
  const all = Object.entries(REVISIT_WORDS).flatMap(([satisfied, words]) => words.map((word) => ({ satisfied: satisfied as keyof typeof REVISIT_WORDS, word })));
  const found = all.sort((a, b) => b.word.length - a.word.length).find(({ word }) => lower.startsWith(word));
  if (found === undefined) return undefined;
  const behind = said.slice(found.word.length);
  if (found.satisfied !== 'dissatisfied' && !POLITE_AFTER_RATING.test(behind)) return undefined;
  return { answers: { satisfied: found.satisfied }, reason: given(behind) };
}

function given(reason: string | undefined): string | undefined {
  const bare = (reason ?? '').replace(/^[\s,.:;!\u3001\u3002\uFF0C\uFF1A\uFF01]+/, '').trim();
  return bare === '' ? undefined : bare;
}
