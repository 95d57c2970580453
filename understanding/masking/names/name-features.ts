import { type CommonWords, commonness, pairCommonness } from './common-words.ts';
import { isTranscribing, spanKinds } from './name-spans.ts';
import { numberAfter, wordAfter, wordBefore } from './name-surroundings.ts';
import { isHan, signKind } from './sign-kinds.ts';

const PRIME = 0x01000193;
const SEED = 0x811c9dc5;
const FAR = 4;

/** Takes the rows of the weights that speak on a span, one call each. */
export type TakeRow = (row: number) => void;

/** What stands on one side of a span: the sign there, its kind, the telling word, and the run of Chinese characters. */
export interface Side {
  readonly at: number;
  readonly code: number;
  readonly sign: number;
  readonly word: number;
  readonly run: number;
}

/** What stands to the left of a place. */
export function leftSide(text: string, at: number): Side {
  const code = text.charCodeAt(at - 1);
  return { at, code, sign: signKind(code), word: wordBefore(text, at), run: runLeft(text, at) };
}

/** What stands to the right of a place. */
export function rightSide(text: string, at: number): Side {
  const code = text.charCodeAt(at);
  return { at, code, sign: signKind(code), word: wordAfter(text, at), run: runRight(text, at) };
}

/** What a left side says of all spans that begin there. */
export function leftRows(text: string, words: CommonWords, { at, code, word, run }: Side, take: TakeRow): void {
  const own = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  take(row(1, code));
  take(row(2, text.charCodeAt(at - 2), code));
  take(row(4, code, own));
  take(row(5, code, own, next));
  take(row(6, pairCommonness(words, code, own), pairCommonness(words, own, next)));
  take(row(7, word, run));
}

/** What a right side says of all spans that end there. */
export function rightRows(text: string, words: CommonWords, { at, code, sign, word, run }: Side, take: TakeRow): void {
  const own = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at + 1);
  take(row(11, code));
  take(row(12, code, next));
  take(row(14, own, code));
  take(row(15, own, code, next));
  take(row(16, pairCommonness(words, own, code), pairCommonness(words, code, next)));
  take(row(17, word, run));
  take(row(18, Number(numberAfter(text, at)), sign));
}

/** A span with what stands beside it. */
export interface SpanSeen {
  readonly kind: number;
  readonly left: Side;
  readonly right: Side;
}

/** What the span itself says, and how that goes with what stands beside it. */
export function ownRows(text: string, words: CommonWords, span: SpanSeen, take: TakeRow): void {
  const { kind, left, right } = span;
  const form = kind * 8 + right.at - left.at;
  const edges = pairCommonness(words, left.code, text.charCodeAt(left.at)) * 8 + pairCommonness(words, text.charCodeAt(right.at - 1), right.code);
  take(row(21, form));
  take(row(22, form, left.sign, right.sign));
  take(row(23, form, left.word, right.word));
  take(row(24, form, left.code));
  take(row(25, form, right.code));
  take(row(26, left.code, right.code));
  take(row(27, form, left.run, right.run));
  if (kind === spanKinds.run) runRows(text, words, span, edges, take);
  else givenRows(text, words, span, edges, take);
}

function givenRows(text: string, words: CommonWords, { kind, left: { at: start }, right: { at: end } }: SpanSeen, edges: number, take: TakeRow): void {
  const from = start + (kind === spanKinds.double ? 2 : 1);
  const surname = text.charCodeAt(start);
  const last = text.charCodeAt(from - 1);
  const first = text.charCodeAt(from);
  const second = end - from > 1 ? text.charCodeAt(from + 1) : 0;
  const form = kind * 2 + Number(second !== 0);
  const inner = pairCommonness(words, last, first) * 8 + pairCommonness(words, first, second);
  take(row(31, form, surname, last));
  take(row(32, form, first));
  take(row(33, form, second));
  take(row(34, first, second));
  take(row(35, surname, first));
  take(row(36, surname, first, second));
  take(row(37, form, inner, edges));
  take(row(38, form, inner));
  take(row(39, form, commonness(words, first), commonness(words, second)));
  take(row(40, form, commonness(words, surname), inner));
}

function runRows(text: string, words: CommonWords, { left, right: { at: end } }: SpanSeen, edges: number, take: TakeRow): void {
  const start = left.at;
  let bySound = 0;
  let pairs = 0;
  let rare = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    bySound += Number(isTranscribing(code));
    rare += Number(commonness(words, code) < FAR);
    if (at + 1 < end) pairs += Math.min(3, pairCommonness(words, code, text.charCodeAt(at + 1)));
    take(row(51, code));
    take(row(52, code, at + 1 < end ? text.charCodeAt(at + 1) : 0));
  }
  take(row(53, text.charCodeAt(start)));
  take(row(54, end - start, bySound, pairs));
  take(row(55, end - start, pairs, edges));
  take(row(56, end - start, pairs, left.word));
  take(row(57, rare, pairs));
}

function runLeft(text: string, start: number): number {
  let length = 0;
  while (length < FAR && isHan(text.charCodeAt(start - 1 - length))) length++;
  return length * 16 + signKind(text.charCodeAt(start - 1 - length));
}

function runRight(text: string, end: number): number {
  let length = 0;
  while (length < FAR && isHan(text.charCodeAt(end + length))) length++;
  return length * 16 + signKind(text.charCodeAt(end + length));
}

function row(feature: number, one: number, two = 0, three = 0): number {
  let hash = Math.imul(SEED ^ feature, PRIME);
  hash = mixed(hash, one);
  hash = mixed(hash, two);
  return mixed(hash, three) >>> 0;
}

function mixed(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x85ebca6b);
  return next ^ (next >>> 15);
}
