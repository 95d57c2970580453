import { afterNames, beforeNames } from '../../../locales/lexicon/name-words.ts';
import { signKind, signKinds } from './sign-kinds.ts';

const NOTHING = 0;
const LONGEST_WORD = 3;
const LEAST_PHONE = 6;
const PHONE_REACH = 24;

const before = numbered(beforeNames.naming, beforeNames.family, beforeNames.role);
const after = numbered(afterNames.title, afterNames.place);

/** What kind of word introduces a place in a text, 0 when none does: naming, family, role, each right before it or one sign apart. */
export function wordBefore(text: string, start: number): number {
  const direct = endingAt(before, text, start);
  if (direct !== NOTHING || start < 2) return direct;
  const between = text.charAt(start - 1);
  const isBetween = beforeNames.copulas.includes(between) || (signKind(between.charCodeAt(0)) >= signKinds.space && signKind(between.charCodeAt(0)) <= signKinds.list);
  const apart = isBetween ? endingAt(before, text, start - 1) : NOTHING;
  return apart === NOTHING ? NOTHING : apart + before.kinds;
}

/** Whether a place stands right after a word that names somebody. */
export function isIntroduced(text: string, start: number): boolean {
  return endingAt(before, text, start) === 1;
}

/** What kind of word follows a place, 0 when none does: a title, or the tail of a place's name so many characters on. */
export function wordAfter(text: string, end: number): number {
  for (let ahead = 0; ahead < 3; ahead++) {
    const kind = beginningAt(after, text, end + ahead);
    if (kind !== NOTHING && (ahead === 0 || kind > 1)) return kind + ahead * after.kinds;
  }
  return NOTHING;
}

/** Whether a telephone number or the like comes soon after a place. */
export function numberAfter(text: string, end: number): boolean {
  let digits = 0;
  for (let at = end; at < Math.min(text.length, end + PHONE_REACH); at++) {
    if (signKind(text.charCodeAt(at)) === signKinds.digit) digits++;
    else if (digits === 0 && at - end > LEAST_PHONE) return false;
  }
  return digits >= LEAST_PHONE;
}

interface WordKinds {
  readonly kinds: number;
  readonly of: ReadonlyMap<string, number>;
}

function numbered(...lists: readonly (readonly string[])[]): WordKinds {
  return { kinds: lists.length, of: new Map(lists.flatMap((words, at) => words.map((word) => [word, at + 1] as const)).reverse()) };
}

function endingAt({ of }: WordKinds, text: string, end: number): number {
  for (let length = Math.min(LONGEST_WORD, end); length > 0; length--) {
    const kind = of.get(text.slice(end - length, end));
    if (kind !== undefined) return kind;
  }
  return NOTHING;
}

function beginningAt({ of }: WordKinds, text: string, start: number): number {
  for (let length = Math.min(LONGEST_WORD, text.length - start); length > 0; length--) {
    const kind = of.get(text.slice(start, start + length));
    if (kind !== undefined) return kind;
  }
  return NOTHING;
}
