import { WARNING_ANSWERS } from '../../locales/lexicon/commands.ts';
import { isStaff } from '../acting/actor.ts';
import { warningText } from '../hotspots/warning-words.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Warning, WarningReply, Warnings } from '../ports/warnings.ts';
import type { Describing } from '../showing/describe.ts';
import { written } from './grammar.ts';
import type { Written } from './grammar.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to take answers to warnings. */
export interface AnsweringWarnings {
  readonly warnings: Pick<Warnings, 'numbered' | 'toldTo' | 'answer'>;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly describing: () => Describing;
  readonly now: Now;
}

const LOOKED_AT = 50;
const LISTED = 5;
const SPACE = /^[\s:,.;\uFF0C\u3002\uFF1A\uFF1B\u3001]+/;

/** 预警: those that wait for an answer; with a number, that one; with an answer too, keeps it. Only whoever was warned may answer; a resident's words that merely begin so are heard as any others. */
export function warningAnswer(deps: AnsweringWarnings): ChatHandler {
  return async (utterance) => {
    const command = written(utterance.text);
    if (command?.word !== 'warning') return 'pass';
    const { number, said } = parted(command);
    if (!isStaff(utterance.actor)) return number === undefined ? 'pass' : reply('refusal.unknown-demand', { no: number });
    if (number === undefined) return waiting(deps, utterance);

    const warning = await deps.warnings.numbered(number);
    if (!warning?.told.includes(utterance.person.id)) return reply('warning.not-yours', { number });
    if (said === '') return reply('warning.shown', { number, text: warningText(deps.describing(), warning, utterance.person.language) });
    return answered(deps, utterance, warning, said);
  };
}

function parted({ no = '', rest }: Written): { readonly number?: string; readonly said: string } {
  const [, number, said = ''] = /^[#\s]*(\d{5,12})(?!\d)(.*)$/s.exec(`${no} ${rest}`) ?? [];
  return number === undefined ? { said: rest } : { number, said: said.replace(SPACE, '').trim() };
}

async function waiting({ warnings, describing }: AnsweringWarnings, { person }: Utterance): Promise<readonly Reply[]> {
  const told = await warnings.toldTo(person.id, LOOKED_AT);
  const open = told.filter(({ answers }) => !answers.some((one) => one.person === person.id));
  const [first] = open;
  if (first === undefined) return reply('warning.none');
  const text = open.slice(0, LISTED).map((one) => warningText(describing(), one, person.language)).join('\n\n');
  return reply('warning.list', { count: open.length, number: first.no, text });
}

async function answered({ warnings, sealer, now }: AnsweringWarnings, { id, person, actor }: Utterance, { key, no }: Warning, said: string): Promise<readonly Reply[]> {
  const answer = answerIn(said);
  if (answer === undefined) return reply('warning.which-answer', { number: no });
  const words = answer.rest === '' ? undefined : await sealer.seal(person.id, answer.rest);
  await warnings.answer(key, { person: person.id, unit: actor.unit?.id, answer: answer.answer, words, at: now() }, id);
  return reply(`warning.answered.${answer.answer}`, { number: no });
}

/** Longer words first, because one may begin with another. */
const ANSWERS = Object.entries(WARNING_ANSWERS)
  .flatMap(([answer, words]) => words.map((word) => ({ answer: answer as WarningReply['answer'], word })))
  .sort((a, b) => b.word.length - a.word.length);

function answerIn(said: string): { readonly answer: WarningReply['answer']; readonly rest: string } | undefined {
  const found = ANSWERS.find(({ word }) => said.toLowerCase().startsWith(word));
  return found && { answer: found.answer, rest: said.slice(found.word.length).replace(SPACE, '').trim() };
}
