import type { Demand, Reporter } from '../../domain/demand.ts';
import { isOpen, present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { openQuestion, QUESTIONS } from '../../domain/revisit.ts';
import type { Answers, Question } from '../../domain/revisit.ts';
import { ABOUT_NUMBER } from '../../locales/lexicon/commands.ts';
import { MISANSWERED, ONE_MORE } from '../../locales/lexicon/revisit-ways.ts';
import { NOT_KNOWN, OF_HANDLING, SAYS_GOOD } from '../../locales/lexicon/revisit-words.ts';
import type { Matter, Understand } from '../../understanding/understanding.ts';
import type { Execute } from '../execute.ts';
import { isMatter, namesThing, saysWhere } from '../intake/is-matter.ts';
import { placeMeant } from '../intake/places.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { isFewWords } from './follow-up.ts';
import { plain, written } from './grammar.ts';
import { NOT_SOLVED, revisitAnswer, unaskedAnswer } from './revisit-answer.ts';
import type { RevisitAnswer } from './revisit-answer.ts';
import { besideAnswer, signAnswer, toldBeside, type Beside } from './revisit-beside.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Revisiting {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly directory: () => Directory;
  readonly understand: Understand;
  /** Registers a matter that is told beside an answer. */
  readonly matter: ChatHandler;
}

/** One report whose reporter is, or will be, asked. */
interface Asked {
  readonly demand: Demand;
  readonly reporter: Reporter;
}

/** Answers to the open revisit: a number, the words of an answer or a rating with what is said beside it, or all three numbers at once. */
export function revisit(deps: Revisiting): ChatHandler {
  return async (utterance) => {
    const { person, room, at } = utterance;
    if (room !== undefined) return 'pass';
    const { raised, text } = mattersMeant(await deps.demands.raisedBy(person.id, { open: false, limit: 20 }), person.id, utterance.text);
    const open = asked(raised, person.id);
    if (open === undefined || open.reporter.revisit.state !== 'asked') return late(deps, { ...utterance, text }, raised);

    const { answers, askedAt } = open.reporter.revisit;
    const question = openQuestion(answers);
    const said = putRight(text, answers) ?? besideAnswer(text) ?? revisitAnswer(text, answers);
    if (said === undefined && question !== undefined && /^\d$/.test(plain(text))) return reply(`question.${question}`);
    if (at < askedAt || question === undefined) return 'pass';
    if (typeof said === 'string') return beside(deps, utterance, { open, question }, said);
    return said === undefined ? inOwnWay(deps, { ...utterance, text }, open, question) : taken(deps, utterance, open, said);
  };
}

type Signing = Pick<Revisiting, 'demands' | 'execute' | 'sealer'>;

/** A sign alone, such as a thumb, answers the open revisit where it can only mean one thing; otherwise the question is put again. Where nobody is asked it needs no answer. */
export function revisitSign(deps: Signing): ChatHandler {
  return async (utterance) => {
    if (utterance.room !== undefined || signAnswer(utterance.text, 'solved') === undefined) return 'pass';
    const waiting = await questionTo(deps.demands, utterance.person.id);
    const said = waiting === undefined ? undefined : signAnswer(utterance.text, waiting.question);
    if (waiting === undefined || said === undefined) return 'pass';
    if (typeof said === 'string') return beside(deps, utterance, waiting, said);
    return (await answered(deps, utterance, waiting.open, said)) ? [] : 'pass';
  };
}

/** A revisit that waits for its reporter, and which question of it. */
interface Waiting {
  readonly open: Asked;
  readonly question: Question;
}

async function questionTo(demands: Pick<DemandStore, 'raisedBy'>, person: string): Promise<Waiting | undefined> {
  const open = asked(await demands.raisedBy(person, { open: false, limit: 20 }), person);
  const question = open?.reporter.revisit.state === 'asked' ? openQuestion(open.reporter.revisit.answers) : undefined;
  return open === undefined || question === undefined ? undefined : { open, question };
}

async function beside({ execute }: Pick<Revisiting, 'execute'>, { id, actor }: Utterance, { open, question }: Waiting, said: Beside): Promise<readonly Reply[] | 'pass'> {
  if (said !== 'declines') return toldBeside(said, question);
  return (await execute(open.demand.id, { type: 'decline-revisit', by: actor, no: open.reporter.no }, id)).ok ? [] : 'pass';
}

/** What was answered just now and is said to be wrong: the right answer behind it is heard of every question, a number of the one answered last. */
function putRight(text: string, before: Answers): RevisitAnswer | 'misanswered' | undefined {
  const mark = MISANSWERED.exec(plain(text))?.[0] ?? '';
  if (mark === '') return undefined;
  const right = plain(text).slice(mark.length);
  const last = QUESTIONS.findLast((question) => before[question] !== undefined);
  return (last === undefined ? undefined : revisitAnswer(right, { ...before, [last]: undefined })) ?? revisitAnswer(right, {}) ?? 'misanswered';
}

/** Said to words in which nothing was found. */
const TOLD_NOTHING: ReadonlySet<string> = new Set(['chat.not-understood', 'chat.greeting', 'chat.abuse']);

/** What is not understood while a question of a revisit is open is answered with that question. */
export function repeatsQuestion({ demands }: Pick<Revisiting, 'demands'>, next: ChatHandler): ChatHandler {
  return async (utterance) => {
    const replies = await next(utterance);
    if (replies === 'pass' || !replies.some(({ key }) => TOLD_NOTHING.has(key))) return replies;
    const waiting = await questionTo(demands, utterance.person.id);
    return waiting === undefined ? replies : reply(`question.${waiting.question}`);
  };
}

/** Who names an own number speaks of that matter alone. */
export function mattersMeant(all: readonly Demand[], person: string, text: string): { readonly raised: readonly Demand[]; readonly text: string; readonly no?: string } {
  const about = aboutNumber(text);
  const raised = all.filter(({ reporters }) => reporters.some((one) => one.no === about?.no && one.person === person));
  return about === undefined || raised.length === 0 ? { raised: all, text } : { raised, text: about.said, no: about.no };
}

/** A number that words begin with, and what is said of it. */
export function aboutNumber(text: string): { readonly no: string; readonly said: string } | undefined {
  const [, no, said] = ABOUT_NUMBER.exec(plain(text)) ?? [];
  return no === undefined || said === undefined ? undefined : { no, said };
}

const LONGEST = 120;
/** Fewer characters than these tell nothing for sure: the first, where they say that something is wrong. */
const WORD = 4;
const TELLING = 12;

/** What is told instead of an answer: a complaint that names nothing else says that it is not solved, and why; who is only upset, or leaves it open, is asked once more. */
async function inOwnWay(deps: Revisiting, utterance: Utterance, about: Asked, question: Question): Promise<readonly Reply[] | 'pass'> {
  const { text } = utterance;
  if (text.length > LONGEST || written(text) !== undefined || ONE_MORE.test(text)) return 'pass';
  const [one, ...others] = deps.understand(text, { ...situationOf(deps, utterance), home: undefined }).matters;
  if (others.length > 0 || one.urgency === 'danger') return 'pass';
  if (OF_HANDLING.test(text) && isFewWords(text) && !saysWhere(one.place)) return reply(`question.${question}`);
  const isSame = one.category === about.demand.category ? !isElsewhere(one, about.demand) : !namesThing(one) && !saysWhere(one.place);
  if (!isSame) return 'pass';
  if (one.intent === 'complaint') return tellsUnsolved(one, text) ? answered(deps, utterance, about, { answers: NOT_SOLVED, reason: text }).then((ok) => (ok ? [] : 'pass')) : reply(`question.${question}`);
  return one.upset && !isMatter(one) && !namesThing(one) ? reply(`question.${question}`) : 'pass';
}

/** Whether a complaint surely says that it is not solved: neither a word alone, nor praise in it, nor that it is not known. */
function tellsUnsolved({ tellsWrong, upset }: Matter, text: string): boolean {
  return text.length >= (tellsWrong || upset ? WORD : TELLING) && !SAYS_GOOD.test(text) && !NOT_KNOWN.test(text);
}

/** How long after the question an answer may come that nobody waits for any more. */
const LATE_WITHIN_MS = 15 * 24 * 3600_000;
const WORDS = /\p{L}{2}/u;

/** Who answers in words after all, when the matter is on the list of those to be called, need not be called. A number, or that something is done, may be meant for another matter while there is one. */
async function late(deps: Revisiting, utterance: Utterance, raised: readonly Demand[]): Promise<readonly Reply[] | 'pass'> {
  const [last] = withRevisit(raised, utterance.person.id, 'call-back').sort((a, b) => sinceOf(b) - sinceOf(a));
  if (last === undefined || utterance.at.getTime() - sinceOf(last) > LATE_WITHIN_MS) return early(deps, utterance, raised);
  const { revisit: state } = last.reporter;
  const before = state.state === 'call-back' ? state.answers : {};
  const isAlone = !raised.some(isOpen);
  const isBegun = isAlone && openQuestion(before) !== 'contacted';
  const said = isBegun || WORDS.test(utterance.text) ? revisitAnswer(utterance.text, isBegun ? before : {}) : undefined;
  const answers = said?.answers.satisfied !== undefined || (isAlone && said !== undefined && (isBegun || said.answers.solved !== undefined));
  return said !== undefined && answers ? taken(deps, utterance, last, said) : early(deps, utterance, raised);
}

function sinceOf({ reporter: { revisit: state } }: Asked): number {
  return state.state === 'call-back' ? state.since.getTime() : 0;
}

/** Somebody who has just heard that it is done, and says so without waiting to be asked. */
async function early(deps: Revisiting, utterance: Utterance, raised: readonly Demand[]): Promise<readonly Reply[] | 'pass'> {
  const [only, ...others] = withRevisit(raised, utterance.person.id, 'planned');
  const said = unaskedAnswer(utterance.text);
  return only === undefined || others.length > 0 || said === undefined ? 'pass' : taken(deps, utterance, only, said);
}

/** The revisit that was put to a person last and is not answered. */
function asked(raised: readonly Demand[], person: string): Asked | undefined {
  const askedAt = ({ reporter: { revisit: state } }: Asked) => (state.state === 'asked' ? state.askedAt.getTime() : 0);
  return withRevisit(raised, person, 'asked').sort((a, b) => askedAt(b) - askedAt(a))[0];
}

function withRevisit(raised: readonly Demand[], person: string, state: Reporter['revisit']['state']): Asked[] {
  return raised.flatMap((demand) => present(demand).filter((one) => one.person === person && one.revisit.state === state).map((reporter) => ({ demand, reporter })));
}

/** What is answered is written down; what tells of another matter is registered as one. */
async function taken(deps: Revisiting, utterance: Utterance, about: Asked, said: RevisitAnswer): Promise<readonly Reply[] | 'pass'> {
  const { aside } = said;
  if (aside === undefined || !tellsOther(deps, utterance, about.demand, aside.words)) return (await answered(deps, utterance, about, said)) ? [] : 'pass';
  if (aside.answers === undefined) return 'pass';
  const replies = await deps.matter({ ...utterance, text: aside.words });
  await answered(deps, utterance, about, { answers: aside.answers });
  return replies;
}

async function answered({ execute, sealer }: Signing, { id, person, actor }: Utterance, { demand, reporter: { no } }: Asked, { answers, reason }: RevisitAnswer): Promise<boolean> {
  const sealed = reason === undefined ? undefined : await sealer.seal(person.id, reason);
  return (await execute(demand.id, { type: 'answer-revisit', by: actor, no, answers, reason: sealed }, id)).ok;
}

/** Whether words tell of a danger, of another place, or clearly of something else than the demand. */
function tellsOther(deps: Revisiting, utterance: Utterance, demand: Demand, words: string): boolean {
  return deps.understand(words, situationOf(deps, utterance)).matters.some((one) => isMatter(one) && (namesThing(one) || saysWhere(one.place)) && (one.urgency === 'danger' || isElsewhere(one, demand) || ONE_MORE.test(words) || (isOfOtherClass(one, demand) && !OF_HANDLING.test(words))));
}

function isElsewhere({ place }: Matter, { facts }: Demand): boolean {
  const there = placeMeant(place)?.name;
  const here = facts.place?.name;
  return there !== undefined && here !== undefined && !there.includes(here) && !here.includes(there);
}

const SURE = 0.7;

function isOfOtherClass({ category, confidence, place }: Matter, demand: Demand): boolean {
  return category !== demand.category && (confidence >= SURE || placeMeant(place) !== undefined);
}
