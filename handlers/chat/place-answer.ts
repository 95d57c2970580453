import { z } from 'zod';
import type { Demand } from '../../domain/demand.ts';
import { awaitsPlace } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { ADDS, ASKS_SOMETHING, AT_HOME, FLOOR_ALONE, LATIN_NAME, NAME_OF_PLACE, NO_PLACE_WORDS, SAYS_SOMETHING, SOMEWHERE } from '../../locales/lexicon/commands.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import type { Matter, PlaceFound, PlaceGuess, Understand } from '../../understanding/understanding.ts';
import { ownNumber } from '../acting/act.ts';
import type { Execute } from '../execute.ts';
import { isMatter, isSurelyOther, namesThing, saysWhere } from '../intake/is-matter.ts';
import { nearbyPlace, placeFrom, placeMeant, unlistedPlace } from '../intake/places.ts';
import { deskFor } from '../intake/route.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { AskDoubt } from './ask-doubt.ts';
import { isFewWords } from './follow-up.ts';
import { plain, simple, written } from './grammar.ts';
import { bare, picked, picksNone, saysYes } from './picked.ts';
import { revisitAnswer } from './revisit-answer.ts';
import { mattersMeant } from './revisit.ts';
import { saysSettled } from './settled.ts';
import { ownGrid } from './situation-of.ts';
import { isLocation } from './small-things.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface PlaceAnswering {
  readonly askDoubt: AskDoubt;
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly directory: () => Directory;
  readonly mechanismOf: (demand: Demand) => Mechanism;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly understand: Understand;
  readonly now: Now;
  /** Registers a matter that is told behind the answer. */
  readonly matter: ChatHandler;
}

const LOOKED_AT = 5;
const LONGEST = 60;
const SHORT = 20;
const MATTER = 6;
const LETTER = /\p{L}/u;
const TELEPHONE = /\d{7}/;

/** The answer to "where is it?": a number offered, or words; it completes the same demand. Words that nobody knows go to a person with it; who says that it is settled is asked whether to withdraw. */
export function placeAnswer(deps: PlaceAnswering): ChatHandler {
  return async (utterance) => {
    const { person, text, room } = utterance;
    const shown = isLocation(utterance);
    if (room !== undefined || (text === '' && !shown) || written(text) !== undefined) return 'pass';
    const about = mattersMeant(await deps.demands.raisedBy(person.id, { open: true, limit: LOOKED_AT }), person.id, text);
    const said = { ...utterance, text: about.text };
    const [demand, ...others] = askedTogether(deps, said, about.raised.filter(awaitsPlace));
    return demand === undefined ? 'pass' : answered(deps, said, [demand, ...others], shown);
  };
}

/** The matter that an answer is for, and those that are where it is. */
type Together = readonly [Demand, ...Demand[]];

/** The matter that an answer is for, and those told along with it, which the same question was asked of; what names the thing of one of them is for that one. */
function askedTogether({ understand, now }: PlaceAnswering, { text }: Utterance, waiting: readonly Demand[]): readonly Demand[] {
  const [last] = waiting;
  if (last === undefined || waiting.length === 1) return waiting;
  const [one] = understand(text, { now: now(), asked: true }).matters;
  const named = namesThing(one) ? waiting.find(({ category }) => category === one.category) : undefined;
  return named === undefined ? waiting.filter(({ origin }) => messageOf(origin) === messageOf(last.origin)) : [named];
}

/** All matters of one message come from it, each after the first with a number of its own. */
function messageOf(origin: string): string {
  return origin.replace(/#\d+$/, '');
}

/** Whoever is not understood while a matter has no place yet is asked once more where it is. */
export function repeatsWhere(demands: Pick<DemandStore, 'raisedBy'>, next: ChatHandler): ChatHandler {
  return async (utterance) => {
    const replies = await next(utterance);
    if (replies === 'pass' || !replies.some(({ key }) => key === 'chat.not-understood')) return replies;
    const open = await demands.raisedBy(utterance.person.id, { open: true, limit: LOOKED_AT });
    const waiting = open.find((demand) => awaitsPlace(demand) && demand.facts.place === undefined);
    return waiting === undefined ? replies : reply('chat.place-where', { no: ownNumber(waiting, utterance.actor) }, waiting);
  };
}

async function answered(deps: PlaceAnswering, utterance: Utterance, together: Together, shown: boolean): Promise<readonly Reply[] | 'pass'> {
  const { text } = utterance;
  const [demand] = together;
  const chosen = await choice(deps, demand, text);
  if (chosen !== undefined) return locateAll(deps, utterance, together, chosen);
  if (isElsewhere(demand.choices, text)) return reply('chat.place-where', { no: ownNumber(demand, utterance.actor) }, demand);
  const runOn = runsOn(deps, utterance, demand);
  if (runOn !== undefined) return locatedAndHeard(deps, utterance, together, runOn);
  const found = placeIn(deps, utterance, text);
  if (shown) return locateAll(deps, utterance, together, found ?? nearbyOf(deps, utterance));
  if (found === undefined && saysSettled(text)) return reply('chat.settled', { no: ownNumber(demand, utterance.actor) }, demand);
  const isOther = found === undefined ? isAnotherMatter(deps, utterance) || replacesHome(deps, utterance, demand) : tellsAnother(deps, utterance, demand, found);
  return isOther ? 'pass' : locateAll(deps, utterance, together, found);
}

function placeIn({ findPlace, directory }: PlaceAnswering, utterance: Utterance, words: string): PlaceFound | undefined {
  // The number of a building beside a name that nobody lists is not the building of that number at home.
  return LATIN_NAME.test(plain(words)) ? undefined : placeMeant(findPlace(words, { grid: ownGrid(directory(), utterance) }));
}

/** An answer that runs on: the place, and what else is told behind it. */
interface RunOn {
  readonly where: string;
  readonly found: PlaceFound;
  readonly rest: string;
}

/** A place that answers and, behind it, another matter: surely of another class, or told as one more thing (3号楼，对了…). */
function runsOn(deps: PlaceAnswering, utterance: Utterance, demand: Demand): RunOn | undefined {
  for (const { index, 0: link } of utterance.text.matchAll(BETWEEN)) {
    if (index > LONGEST) return undefined;
    const where = utterance.text.slice(0, index);
    const found = placeIn(deps, utterance, where);
    if (found === undefined || beyond(where, found).length >= MATTER) continue;
    const behind = utterance.text.slice(index + link.length);
    const rest = behind.replace(ADDS, '');
    const [one] = deps.understand(rest, { now: deps.now() }).matters;
    const isOther = rest === behind ? isSurelyOther(one, demand) : (namesThing(one) && one.category !== demand.category) || placeIn(deps, utterance, rest) !== undefined;
    if (isMatter(one) && isOther) return { where, found, rest };
  }
  return undefined;
}

const BETWEEN = /[\s,.;!\u3001\u3002\uFF0C\uFF1B\uFF01]+/gu;

/** What is told behind the answer is heard by itself, at the same place where it tells none. */
async function locatedAndHeard(deps: PlaceAnswering, utterance: Utterance, together: Together, { where, found, rest }: RunOn): Promise<readonly Reply[] | 'pass'> {
  const located = await locateAll(deps, { ...utterance, text: where }, together, found);
  if (located === 'pass') return 'pass';
  const heard = await deps.matter({ ...utterance, id: `${utterance.id}#more`, text: placeIn(deps, utterance, rest) === undefined ? `${found.said}${rest}` : rest });
  return heard === 'pass' ? located : [...located, ...heard];
}

/** The grid that a location lies in. */
function nearbyOf({ directory, now }: PlaceAnswering, { person: { nearby } }: Utterance): PlaceFound | undefined {
  return nearby === undefined ? undefined : nearbyPlace(directory(), nearby, now());
}

const Found = z.looseObject({ said: z.string(), name: z.string(), confidence: z.number(), reasons: z.array(z.string()) });

async function choice({ sealer }: PlaceAnswering, demand: Demand, text: string): Promise<PlaceFound | undefined> {
  const offered = chosenFrom(demand.choices, text);
  const opened = offered === undefined ? undefined : await sealer.open(offered.found);
  return opened === undefined ? undefined : Found.parse(JSON.parse(opened));
}

/** What of the places offered is picked: by its number, as the home, or by a yes to the only one. */
function chosenFrom(choices: Demand['choices'], text: string): Demand['choices'][number] | undefined {
  const number = picked(text);
  if (number !== undefined) return choices[number - 1];
  if (AT_HOME.test(bare(text)) || FLOOR_ALONE.test(bare(text))) return choices.find(({ home }) => home);
  return choices.length === 1 && saysYes(text) ? choices[0] : undefined;
}

/** Whether it is none of the places offered, a number that was not, or one of several and not said which; who says that no place is known is not asked again. */
function isElsewhere(choices: Demand['choices'], text: string): boolean {
  return choices.length > 0 && !saysNoPlace(text) && (picksNone(text) || saysYes(text) || picked(text) !== undefined);
}

function isAnotherMatter({ understand, now }: PlaceAnswering, { text }: Utterance): boolean {
  if (text.length > LONGEST || !LETTER.test(text) || TELEPHONE.test(text)) return true;
  if (text.length <= SHORT && SOMEWHERE.test(withoutEnd(text))) return false;
  const { intent, matters: [one, ...others] } = understand(text, { now: now(), asked: true });
  if (saysNoPlace(text)) return intent !== 'answer' && (isMatter(one) || intent === 'question') && namesThing(one) && !NAME_OF_PLACE.test(text);
  return (intent !== 'answer' && !mayBeName(text, one)) || saysNothingOfPlace(text, one.when?.said) || isSentence(text, [one, ...others].some(({ place }) => saysWhere(place)));
}

const DOUBTFUL = 0.8;

/** A few words taken for a matter on a guess, which name no thing and nothing wrong: a name that nobody lists. */
function mayBeName(text: string, one: Matter): boolean {
  return isFewWords(text) && isMatter(one) && one.urgency === 'routine' && !one.upset && !one.tellsWrong && !namesThing(one) && (one.intentConfidence ?? 1) < DOUBTFUL;
}

/** Words that say or ask something are no name: they are not written down as the place, unless they tell one. */
function isSentence(text: string, tellsPlace: boolean): boolean {
  const said = simple(text);
  return ASKS_SOMETHING.test(said) || (!tellsPlace && SAYS_SOMETHING.some((one) => one.test(said)));
}

/** Nothing but yes or no, a time, or that it is not solved. */
function saysNothingOfPlace(text: string, when = ''): boolean {
  return !LETTER.test(bare(text).replace(when, '')) || saysYes(text) || picksNone(text) || revisitAnswer(text, {})?.answers.satisfied === 'dissatisfied';
}

/** Whoever sets out goes to the registered home until a place is said: words that tell none, such as 没事，我就说说, do not stand in for it. */
function replacesHome({ understand, now }: PlaceAnswering, { text }: Utterance, { facts }: Demand): boolean {
  if (facts.place?.assumed !== true || saysNoPlace(text) || SOMEWHERE.test(bare(text))) return false;
  return !understand(text, { now: now(), asked: true }).matters.some(({ place }) => saysWhere(place));
}

/** A place with a matter of its own: not where the first one is. */
function tellsAnother({ understand, now }: PlaceAnswering, { text }: Utterance, demand: Demand, found: PlaceFound): boolean {
  if (beyond(text, found).length < MATTER) return false;
  const [one] = understand(text, { now: now(), asked: true }).matters;
  return isMatter(one) && one.category !== demand.category && (one.tellsWrong || one.urgency === 'danger' || !SOMEWHERE.test(withoutEnd(text)));
}

/** What an answer says besides the place. */
function beyond(text: string, { said }: PlaceFound): string {
  return text.replace(said, '').replace(/[\s\p{P}]+/gu, '');
}

function saysNoPlace(text: string): boolean {
  return NO_PLACE_WORDS.some((word) => text.includes(word));
}

/** Places the matter that is meant, and where it was placed the others too; of what is to be said of those, the first is enough. */
async function locateAll(deps: PlaceAnswering, utterance: Utterance, [demand, ...others]: Together, found: PlaceFound | undefined): Promise<readonly Reply[] | 'pass'> {
  const { placed, replies } = await locate(deps, utterance, demand, found);
  if (!placed) return replies;
  const also: Reply[] = [];
  for (const [nth, other] of others.entries()) {
    const one = await locate(deps, { ...utterance, id: `${utterance.id}#also-${String(nth + 1)}` }, other, found);
    if (one.replies !== 'pass') also.push(...one.replies);
  }
  return [...replies, ...also.slice(0, 1)];
}

type Located = { readonly placed: true; readonly replies: readonly Reply[] } | { readonly placed: false; readonly replies: readonly Reply[] | 'pass' };

async function locate(deps: PlaceAnswering, { actor, text, id, person }: Utterance, demand: Demand, found: PlaceFound | undefined): Promise<Located> {
  const directory = deps.directory();
  const seal = (words: string) => deps.sealer.seal(person.id, words);
  const listed = found === undefined ? undefined : await placeFrom(directory, found, seal);
  const known = listed !== undefined && FLOOR_ALONE.test(bare(text)) ? { ...listed, detail: await seal(bare(text)) } : listed;
  if (known === undefined && demand.phase.status !== 'incomplete' && saysNoPlace(text)) return { placed: false, replies: reply('notice.place-given-up', { no: ownNumber(demand, actor) }, demand) };
  const place = known ?? unlistedPlace(directory, saysNoPlace(text) ? '' : await seal(text), demand.holder);
  const mechanism = deps.mechanismOf(demand);
  const to = known === undefined ? { tier: demand.tier, unit: demand.holder } : deskFor(directory, mechanism, demand, demand.category, known);
  const words = found !== undefined && beyond(text, found).length >= MATTER ? await seal(text) : undefined;
  const located = await deps.execute(demand.id, { type: 'locate', by: actor, place, to, words }, id);
  return located.ok ? { placed: true, replies: await deps.askDoubt(person.id, located.value.state) } : { placed: false, replies: 'pass' };
}
