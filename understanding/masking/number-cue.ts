import { dialledNumber, type NumberCue, numberCues, saysDirectly } from '../../locales/lexicon/personal-number-words.ts';
import { matches } from '../patterns/matches.ts';

const REACH = 30;
const FURTHEST: Readonly<Record<NumberCue, number>> = { phone: 18, where: 8, 'bank-card': 12, 'id-card': 16, passport: 16, record: 16, thing: 8, number: 6 };
const SENTENCE_END = /[\u3002!?;][^\u3002!?;]*$/;

const cueOf = new Map(Object.keys(numberCues).filter(isCue).flatMap((cue) => numberCues[cue].map((word) => [word, cue] as const)));
const cuePattern = new RegExp([...cueOf.keys()].sort((one, other) => other.length - one.length).map(apart).join('|'), 'gi');

/** What a number is said to be, and whether nothing but "is" or "number" stands between. */
export interface SaidOfNumber {
  readonly cue: NumberCue;
  readonly direct: boolean;
}

/** What the words before a number that begins at `at` say it is; undefined when they say nothing of it. A "number" is of what was named before it. */
export function numberCueBefore(text: string, at: number): SaidOfNumber | undefined {
  const before = sentenceBefore(text, at);
  let nearest: SaidOfNumber | undefined;
  let named: NumberCue | undefined;
  for (const match of matches(cuePattern, before)) {
    const cue = cueOf.get(match[0].toLowerCase()) ?? 'number';
    const between = before.slice(match.index + match[0].length);
    const own = cue === 'number' ? (named ?? bareNumber(match[0])) : cue;
    nearest = own !== undefined && isNear(match[0] === dialledNumber ? own : cue, between) ? { cue: own, direct: saysDirectly.test(between) } : undefined;
    if (cue !== 'number') named = cue;
  }
  return nearest;
}

/** A word in letters stands by itself. */
function apart(word: string): string {
  return `${/^[a-z]/.test(word) ? '\\b' : ''}${word}${/[a-z]$/.test(word) ? '\\b' : ''}`;
}

function bareNumber(word: string): NumberCue | undefined {
  return word === dialledNumber ? 'phone' : undefined;
}

function isNear(cue: NumberCue, between: string): boolean {
  return between.length <= FURTHEST[cue] && !/[0-9]/.test(between);
}

function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - REACH), at);
  return before.slice(before.search(SENTENCE_END) + 1);
}

function isCue(word: string): word is NumberCue {
  return word in numberCues;
}
