import type { Demand } from '../../domain/demand.ts';
import { ASKS_SOMETHING, NAME_OF_PLACE, NO_PLACE_WORDS, SAYS_SOMETHING, SOMEWHERE } from '../../locales/lexicon/commands.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import type { Matter, PlaceFound, Understand } from '../../understanding/understanding.ts';
import { isMatter, namesThing, saysWhere } from '../intake/is-matter.ts';
import type { Now } from '../ports/now.ts';
import { isFewWords } from './follow-up.ts';
import { simple } from './grammar.ts';
import { bare, picksNone, saysYes } from './picked.ts';
import { revisitAnswer } from './revisit-answer.ts';
import type { Utterance } from './utterance.ts';

/** What is needed to understand what stands where a place was asked for. */
export interface Understanding {
  readonly understand: Understand;
  readonly now: Now;
}

/** Longer words are no answer to where. */
export const LONGEST_PLACE = 60;
const SHORT = 20;
const MATTER = 6;
const LETTER = /\p{L}/u;
const TELEPHONE = /\d{7}/;

/** Whether an answer in which no place is known tells of something else: it is too long, names a thing, says or asks something, or nothing of a place. */
export function isAnotherMatter({ understand, now }: Understanding, { text }: Utterance): boolean {
  if (text.length > LONGEST_PLACE || !LETTER.test(text) || TELEPHONE.test(text)) return true;
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
export function replacesHome({ understand, now }: Understanding, { text }: Utterance, { facts }: Demand): boolean {
  if (facts.place?.assumed !== true || saysNoPlace(text) || SOMEWHERE.test(bare(text))) return false;
  return !understand(text, { now: now(), asked: true }).matters.some(({ place }) => saysWhere(place));
}

/** A place with a matter of its own: not where the first one is. */
export function tellsAnother({ understand, now }: Understanding, { text }: Utterance, demand: Demand, found: PlaceFound): boolean {
  if (!saysMore(text, found)) return false;
  const [one] = understand(text, { now: now(), asked: true }).matters;
  return isMatter(one) && one.category !== demand.category && (one.tellsWrong || one.urgency === 'danger' || !SOMEWHERE.test(withoutEnd(text)));
}

/** Whether an answer says more than the place: what it says besides is kept as well. */
export function saysMore(text: string, found: PlaceFound): boolean {
  return beyond(text, found).length >= MATTER;
}

function beyond(text: string, { said }: PlaceFound): string {
  return text.replace(said, '').replace(/[\s\p{P}]+/gu, '');
}

/** Whether somebody says that no place is known. */
export function saysNoPlace(text: string): boolean {
  return NO_PLACE_WORDS.some((word) => text.includes(word));
}
