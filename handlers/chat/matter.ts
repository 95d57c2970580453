import { isInHand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Port } from '../../domain/mechanism/mechanism.ts';
import { sourceFor } from '../../domain/mechanism/mechanism.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { callsOthers } from '../../domain/powers.ts';
import { ACKNOWLEDGED, ADDS, BY_THE_WAY, THANKS } from '../../locales/lexicon/commands.ts';
import { POINTS_TO } from '../../locales/lexicon/staff-words.ts';
import { ARRANGES, REGISTER_THIS } from '../../locales/lexicon/step-words.ts';
import { isTextKey } from '../../locales/text.ts';
import type { TextKey } from '../../locales/text.ts';
import type { Intent, Matter, Understand, Understanding } from '../../understanding/understanding.ts';
import { isStaff } from '../acting/actor.ts';
import { isMatter, isPlainReport, namesThing, saysWhere } from '../intake/is-matter.ts';
import { orNearby, placeMeant } from '../intake/places.ts';
import type { Registered, RegisterMatter } from '../intake/register-matter.ts';
import type { UnderstandWell } from '../intake/understand-well.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { AskDoubt } from './ask-doubt.ts';
import type { HandToPerson } from './consult.ts';
import { AFTERTHOUGHT_WITHIN_MS, isFewWords, isOutburst, isWithin, tellsCircumstance, toldAt } from './follow-up.ts';
import { saysSettled } from './says-settled.ts';
import type { AnswerService } from './services.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to understand free words and act on them. */
export interface Hearing {
  /** Offline and at once: for talk that is not meant for the program. */
  readonly understand: Understand;
  readonly understandWell: UnderstandWell;
  readonly maskPersonal: (text: string) => string;
  readonly registerMatter: RegisterMatter;
  readonly askDoubt: AskDoubt;
  readonly handToPerson: HandToPerson;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly now: Now;
}

/** What is needed where somebody speaks to the program alone. */
interface HearingAlone extends Hearing {
  readonly answerService: AnswerService;
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  /** How the person wishes to be reached, where that was said before. */
  readonly contactWished: (person: string) => Promise<string | undefined>;
}

/** Free words in a private chat: matters are registered, each as an own demand; a question goes to a person, one beside matters too; the rest gets a kind word. */
export function matter(deps: HearingAlone): ChatHandler {
  return async (given) => {
    if (given.room !== undefined || given.text === '') return 'pass';
    const order = portOf(given) === 'worker' ? REGISTER_THIS.exec(given.text)?.[0] : undefined;
    const utterance = { ...given, text: given.text.slice(order?.length) };
    const { intent, matters } = await heardOf(deps, utterance);
    const real = order === undefined ? reportedIn(deps, utterance, matters) : asOrdered(matters);
    if (real.length === 0) {
      const aside = MANNERS.has(intent) ? BY_THE_WAY.exec(utterance.text) : null;
      return aside === null ? answerTo(deps, utterance, intent, matters[0]) : matter(deps)({ ...given, text: utterance.text.slice(aside.index + aside[0].length) });
    }
    if (await isAfterthought(deps, utterance, real)) return 'pass';
    if (await isVague(deps, utterance, real)) return notUnderstood(utterance);
    const where = order === undefined ? placeAlone(utterance, matters) : undefined;
    if (where !== undefined) return reply('chat.what-there', { place: where });
    const registered: Registered[] = [];
    for (const [index, one] of real.entries()) registered.push(await registerOne(deps, utterance, one, index));
    return [...(await askedOnce(deps, utterance, registered)), ...(await handedOn(deps, utterance, matters))];
  };
}

/** Where nothing of the speaker's waits for an answer, what tells that something is wrong or names a thing is no answer: it is heard once more as what it can be then. */
async function heardOf(deps: HearingAlone, utterance: Utterance): Promise<Understanding> {
  const situation = situationOf(deps, utterance);
  const heard = await deps.understandWell(utterance.text, situation);
  const [one] = heard.matters;
  if (heard.intent !== 'answer' || portOf(utterance) === 'worker' || !mayReport(one, utterance.text) || saysSettled(utterance.text)) return heard;
  const open = await deps.demands.raisedBy(utterance.person.id, { open: true, limit: 1 });
  return open.length > 0 ? heard : deps.understandWell(utterance.text, { ...situation, asked: false });
}

const SURE = 0.7;

/** What is wrong, or a thing alone: whoever types word by word begins with it. */
function mayReport(one: Matter, text: string): boolean {
  if (!one.tellsWrong) return namesThing(one) && isFewWords(text);
  return namesThing(one) || one.confidence >= SURE || (one.intentConfidence ?? 1) < SURE;
}

const LOOKED_AT = 3;
/** What is longer than this and no greeting that is known tells something. */
const GREETING = 6;
const A_SENTENCE = { han: 24, letters: 60 };
const MANNERS: ReadonlySet<Intent> = new Set(['praise', 'small-talk']);

/** A few words that name nothing and no place, right behind a report, are about that: 现在就在吵; so is why it is hard for the speaker. An outburst is about the matter in hand. */
async function isAfterthought(deps: HearingAlone, utterance: Utterance, real: readonly Matter[]): Promise<boolean> {
  const { person, text } = utterance;
  if (isOutburst(real) && (await deps.demands.raisedBy(person.id, { open: true, limit: 1 })).length > 0) return true;
  if (real.some(({ urgency }) => urgency === 'danger')) return false;
  if (tellsCircumstance(text)) return isJustTold(deps, utterance);
  return !real.some((one) => namesThing(one) || saysWhere(one.place)) && isRightBehind(deps, utterance);
}

async function isRightBehind(deps: HearingAlone, utterance: Utterance): Promise<boolean> {
  return isFewWords(utterance.text) && isJustTold(deps, utterance);
}

/** A few words with no place and no danger, that name nothing or only what a matter in hand is about, rather speak of that. */
async function isVague({ demands }: HearingAlone, { person, text, media }: Utterance, real: readonly Matter[]): Promise<boolean> {
  if (media.length > 0 || !isWithin(text, A_SENTENCE) || ADDS.test(text) || real.some((one) => one.urgency === 'danger' || saysWhere(one.place))) return false;
  const inHand = (await demands.raisedBy(person.id, { open: true, limit: LOOKED_AT })).filter(isInHand);
  return inHand.length > 0 && real.every((one) => (namesThing(one) ? inHand.some(({ category }) => category === one.category) : isFewWords(text)));
}

async function isJustTold({ demands, now }: HearingAlone, { person }: Utterance): Promise<boolean> {
  const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
  return last !== undefined && now().getTime() - toldAt(last, person.id).getTime() <= AFTERTHOUGHT_WITHIN_MS;
}

/** A place of the directory with nothing said of it, but perhaps a number before it, and nothing shown: undefined where more is. */
function placeAlone({ text, media }: Utterance, [{ place }, ...others]: readonly [Matter, ...Matter[]]): string | undefined {
  const found = placeMeant(place);
  const isAll = found !== undefined && !/\p{L}/u.test(text.replace(found.said, ''));
  return isAll && found.said !== '' && media.length === 0 && others.length === 0 ? found.said : undefined;
}

/** Whoever works for a unit talks of work too: of that only a danger, or what is plainly a report and arranges nothing, is registered unasked. */
function reportedIn({ mechanism }: Pick<HearingAlone, 'mechanism'>, utterance: Utterance, matters: readonly Matter[]): readonly Matter[] {
  const real = matters.filter(isMatter);
  if (portOf(utterance) !== 'worker') return real;
  return real.filter((one) => one.urgency === 'danger' || (isPlainReport(one) && !ARRANGES.test(utterance.text) && saysEnoughOfPlace(mechanism, utterance, one)));
}

/** Who points to a matter speaks of one there is, unless a place of the directory is named; who is called only, and has no grid of their own, must say where. */
function saysEnoughOfPlace(mechanism: Mechanism, { text, actor }: Utterance, { place }: Matter): boolean {
  if (text.search(POINTS_TO) !== -1) return saysWhere(place) && (place.kind === 'unsure' || placeMeant(place) !== undefined);
  return (actor.grids ?? []).length > 0 || callsOthers(mechanism, actor) || saysWhere(place);
}

/** Somebody says that it is to be registered: so it is, whatever it looks like. */
export function asOrdered(matters: readonly Matter[]): readonly Matter[] {
  const real = matters.filter(isMatter);
  return real.length > 0 ? real : matters.slice(0, 1);
}

/** At most one question, however much is in doubt. */
async function askedOnce({ askDoubt }: Hearing, { person }: Utterance, registered: readonly Registered[]): Promise<readonly Reply[]> {
  for (const { how, demand, perhaps } of registered) {
    const asked = how === 'supporting' ? [] : await askDoubt(person.id, demand, perhaps);
    if (asked.length > 0) return asked;
  }
  return [];
}

/** What was asked beside the matters is answered from the catalogue of services or goes to a person: a demand is not an answer. */
async function handedOn({ answerService, handToPerson }: HearingAlone, utterance: Utterance, matters: readonly Matter[]): Promise<readonly Reply[]> {
  const asked = matters.filter((one) => one.intent === 'question' && !isMatter(one)).flatMap(({ words }) => words ?? []);
  const words = asked.join('\n');
  if (words === '') return [];
  return (await answerService(utterance, words)) ?? handToPerson(utterance, 'question', words);
}

async function registerOne({ registerMatter, mechanism, directory, now, contactWished }: HearingAlone, utterance: Utterance, one: Matter, index: number): Promise<Registered> {
  const { actor, id, media, text, at, again } = utterance;
  const wished = await contactWished(utterance.person.id);
  return registerMatter({
    actor,
    source: sourceFor(mechanism, portOf(utterance), 'private'),
    origin: index === 0 ? id : `${id}#${index + 1}`,
    first: !again,
    text: [one.words ?? text, ...(wished === undefined ? [] : [wished])].join('\n'),
    media: index === 0 ? media : [],
    saidAt: at,
    matter: { ...one, place: orNearby(directory(), one.place, utterance.person.nearby, now()) },
    mayAsk: true,
  });
}

/** A short question that names nothing and no place, while a matter is in hand, rather asks of that. */
async function asksOfOwn({ demands }: HearingAlone, { text, person }: Utterance, { reasons, place }: Pick<Matter, 'reasons' | 'place'>): Promise<boolean> {
  if (!isWithin(text, A_SENTENCE) || namesThing({ reasons }) || saysWhere(place)) return false;
  return (await demands.raisedBy(person.id, { open: true, limit: LOOKED_AT })).some(isInHand);
}

function isManners(text: string): boolean {
  return ACKNOWLEDGED.test(text) || THANKS.test(text);
}

function greeted(utterance: Utterance): readonly Reply[] {
  return reply(portOf(utterance) === 'worker' ? 'chat.greeting-staff' : 'chat.greeting');
}

function notUnderstood(utterance: Utterance): readonly Reply[] {
  return reply(portOf(utterance) === 'worker' ? 'chat.not-understood-staff' : 'chat.not-understood');
}

/** When nothing else was meant. */
export const nothingMeant: ChatHandler = (utterance) => Promise.resolve(utterance.room === undefined ? notUnderstood(utterance) : []);

/** Enterprises and workers have ports of their own. */
export function portOf({ actor }: Pick<Utterance, 'actor'>): Port {
  if (actor.roles.includes('enterprise')) return 'enterprise';
  return isStaff(actor) && !actor.roles.includes('resident') ? 'worker' : 'resident';
}

const ANSWERS: Partial<Record<Intent, 'chat.praise' | 'chat.abuse'>> = { praise: 'chat.praise', abuse: 'chat.abuse' };

/** From so many characters on, words in which nothing was found are not greeted but asked about, and longer ones read by a person. */
const TELLING = 20;
const LONG = 60;

/** No matter in the words, or not a word understood, as in a language that nobody taught the engine. */
const NOTHING_FOUND = ['no-matter', 'class:nothing-said'];

async function answerTo(deps: HearingAlone, utterance: Utterance, intent: Intent, { reasons, place, category }: Matter): Promise<readonly Reply[] | 'pass'> {
  const { handToPerson, demands } = deps;
  const said = ANSWERS[intent];
  if (said !== undefined) return reply(said);
  if (intent === 'question' && (await asksOfOwn(deps, utterance, { reasons, place }))) return notUnderstood(utterance);
  if (intent === 'question') return handToPerson(utterance, 'question', utterance.text);
  if (intent === 'small-talk' && NOTHING_FOUND.some((reason) => reasons.includes(reason))) {
    if (utterance.text.length >= LONG) return handToPerson(utterance, 'question', utterance.text);
    if (!isManners(utterance.text) && (await isRightBehind(deps, utterance))) return 'pass';
    if (utterance.text.length >= TELLING || saysWhere(place)) return notUnderstood(utterance);
  }
  if (ACKNOWLEDGED.test(utterance.text) && portOf(utterance) !== 'worker' && (await demands.raisedBy(utterance.person.id, { open: true, limit: 1 })).length > 0) return reply('chat.acknowledged');
  if (intent === 'small-talk' && utterance.text.length > GREETING && !isManners(utterance.text) && (await asksOfOwn(deps, utterance, { reasons, place }))) return notUnderstood(utterance);
  if (intent === 'small-talk') return THANKS.test(utterance.text) ? reply('chat.you-are-welcome') : greeted(utterance);
  if (intent !== 'not-for-us') return 'pass';
  return reply(whoElse(reasons.find((reason) => reason.startsWith('route:'))?.slice('route:'.length) ?? '', category));
}

/** Who helps with what is not for the district; some classes have a sentence of their own. */
function whoElse(route: string, category: string): TextKey {
  const keys = [`chat.not-for-us.${category}`, `chat.not-for-us.${route}`];
  return keys.find(isTextKey) ?? 'chat.not-for-us';
}
