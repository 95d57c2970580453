import type { Demand, Reporter } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { openQuestion } from '../../domain/revisit.ts';
import type { Question } from '../../domain/revisit.ts';
import { ABOUT_NUMBER } from '../../locales/lexicon/commands.ts';
import type { Matter, Understand } from '../../understanding/understanding.ts';
import type { Execute } from '../execute.ts';
import { isMatter, namesThing, saysWhere } from '../intake/is-matter.ts';
import { placeMeant } from '../intake/places.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { plain, written } from './grammar.ts';
import { NOT_SOLVED, revisitAnswer, unaskedAnswer } from './revisit-answer.ts';
import type { RevisitAnswer } from './revisit-answer.ts';
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
    if (open === undefined || open.reporter.revisit.state !== 'asked') return early(deps, { ...utterance, text }, raised);

    const { answers, askedAt } = open.reporter.revisit;
    const question = openQuestion(answers);
    const said = revisitAnswer(text, answers);
    if (said === undefined && question !== undefined && /^\d$/.test(plain(text))) return reply(`question.${question}`);
    if (at < askedAt) return 'pass';
    return said === undefined ? inOwnWay(deps, { ...utterance, text }, open, question) : taken(deps, utterance, open, said);
  };
}

/** Said to words in which nothing was found. */
const TOLD_NOTHING: ReadonlySet<string> = new Set(['chat.not-understood', 'chat.greeting', 'chat.abuse']);

/** What is not understood while a question of a revisit is open is answered with that question. */
export function repeatsQuestion({ demands }: Pick<Revisiting, 'demands'>, next: ChatHandler): ChatHandler {
  return async (utterance) => {
    const replies = await next(utterance);
    if (replies === 'pass' || !replies.some(({ key }) => TOLD_NOTHING.has(key))) return replies;
    const open = asked(await demands.raisedBy(utterance.person.id, { open: false, limit: 20 }), utterance.person.id);
    const question = open?.reporter.revisit.state === 'asked' ? openQuestion(open.reporter.revisit.answers) : undefined;
    return question === undefined ? replies : reply(`question.${question}`);
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

/** What is told instead of an answer: a complaint that names nothing else says that it is not solved, and why; who is only upset is asked once more. */
async function inOwnWay(deps: Revisiting, utterance: Utterance, about: Asked, question: Question | undefined): Promise<readonly Reply[] | 'pass'> {
  const { text } = utterance;
  if (question === undefined || text.length > LONGEST || written(text) !== undefined) return 'pass';
  const [one, ...others] = deps.understand(text, { ...situationOf(deps, utterance), home: undefined }).matters;
  const isSame = one.category === about.demand.category ? !isElsewhere(one, about.demand) : !namesThing(one) && !saysWhere(one.place);
  if (others.length > 0 || one.urgency === 'danger' || !isSame) return 'pass';
  if (one.intent === 'complaint') return (await answered(deps, utterance, about, { answers: NOT_SOLVED, reason: text })) ? [] : 'pass';
  return one.upset && !isMatter(one) && !namesThing(one) ? reply(`question.${question}`) : 'pass';
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

async function answered({ execute, sealer }: Revisiting, { id, person, actor }: Utterance, { demand, reporter: { no } }: Asked, { answers, reason }: RevisitAnswer): Promise<boolean> {
  const sealed = reason === undefined ? undefined : await sealer.seal(person.id, reason);
  return (await execute(demand.id, { type: 'answer-revisit', by: actor, no, answers, reason: sealed }, id)).ok;
}

/** Whether words tell of a danger, of another place, or clearly of something else than the demand. */
function tellsOther(deps: Revisiting, utterance: Utterance, demand: Demand, words: string): boolean {
  return deps.understand(words, situationOf(deps, utterance)).matters.some((one) => isMatter(one) && (one.urgency === 'danger' || isElsewhere(one, demand) || isOfOtherClass(one, demand)));
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
