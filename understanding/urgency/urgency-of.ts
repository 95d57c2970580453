import {
  clauseEnd,
  dangerSigns,
  donePattern,
  negatedBefore,
  nowPattern,
  overPattern,
  sentenceEnd,
  standingReasons,
  supposedPattern,
  urgentSigns,
  type UrgencySign,
} from '../../locales/lexicon/urgency-words.ts';
import { plainText } from '../plain-text.ts';
import type { Urgency } from '../understanding.ts';

const REACH = 3000;
const BEFORE = 8;

/** How soon a matter must be looked at, and why: `danger:gas`, `urgent:no-water`. */
export interface UrgencySaid {
  readonly urgency: Urgency;
  readonly reasons: readonly string[];
}

/** The urgency of a text. What is only supposed, denied, long past or put right is no danger. */
export function urgencyOf(text: string): UrgencySaid {
  const plain = plainText(text.slice(0, REACH));
  const danger = signsIn(plain, dangerSigns);
  if (danger.length > 0) return { urgency: 'danger', reasons: danger.map((reason) => `danger:${reason}`) };

  const urgent = signsIn(plain, urgentSigns);
  if (urgent.length > 0) return { urgency: 'urgent', reasons: urgent.map((reason) => `urgent:${reason}`) };
  return { urgency: 'routine', reasons: [] };
}

function signsIn(text: string, signs: readonly UrgencySign[]): string[] {
  return signs.filter((sign) => happens(text, sign)).map(({ reason }) => reason);
}

function happens(text: string, sign: UrgencySign): boolean {
  const match = sign.pattern.exec(text);
  if (match === null) return false;

  const sentence = around(text, match.index, match.index + match[0].length, sentenceEnd);
  const clause = around(text, match.index, match.index + match[0].length, clauseEnd);
  if (sign.unless?.test(clause) === true) return false;
  if (negatedBefore.test(text.slice(Math.max(0, match.index - BEFORE), match.index))) return false;
  if (isOver(sentence)) return false;
  return standingReasons.has(sign.reason) || !supposedPattern.test(clause);
}

function isOver(sentence: string): boolean {
  if (nowPattern.test(sentence)) return false;
  return donePattern.test(sentence) || overPattern.test(sentence);
}

function around(text: string, start: number, end: number, ends: RegExp): string {
  let from = start;
  while (from > 0 && !ends.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && !ends.test(text.charAt(to))) to++;
  return text.slice(from, to);
}
