import { type CommonWords, commonness, pairCommonness } from './common-words.ts';
import { isTranscribing, spanKinds } from './name-spans.ts';
import { numberAfter, wordAfter, wordBefore } from './name-surroundings.ts';
import { isHan, signKind } from './sign-kinds.ts';

const PRIME = 0x01000193;
const SEED = 0x811c9dc5;
const FAR = 4;

/** Takes the rows of the weights that speak on a span, one call each. */
export type TakeRow = (row: number) => void;

/** What stands to the left of a place; the same for all spans that begin there. */
export function leftRows(text: string, words: CommonWords, start: number, take: TakeRow): void {
  const [one, two] = [text.charCodeAt(start - 1), text.charCodeAt(start - 2)];
  const own = text.charCodeAt(start);
  take(row(1, one));
  take(row(2, two, one));
  take(row(4, one, own));
  take(row(5, one, own, text.charCodeAt(start + 1)));
  take(row(6, pairCommonness(words, one, own), pairCommonness(words, own, text.charCodeAt(start + 1))));
  take(row(7, wordBefore(text, start), runLeft(text, start)));
}

/** What stands to the right of a place; the same for all spans that end there. */
export function rightRows(text: string, words: CommonWords, end: number, take: TakeRow): void {
  const [one, two] = [text.charCodeAt(end), text.charCodeAt(end + 1)];
  const own = text.charCodeAt(end - 1);
  take(row(11, one));
  take(row(12, one, two));
  take(row(14, own, one));
  take(row(15, own, one, two));
  take(row(16, pairCommonness(words, own, one), pairCommonness(words, one, two)));
  take(row(17, wordAfter(text, end), runRight(text, end)));
  take(row(18, Number(numberAfter(text, end)), signKind(one)));
}

/** What the span itself is, and how that goes with what stands beside it. */
export function ownRows(text: string, words: CommonWords, span: { readonly start: number; readonly end: number; readonly kind: number }, take: TakeRow): void {
  const { start, end, kind } = span;
  const form = kind * 8 + end - start;
  const [left, right] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  const edges = pairCommonness(words, left, text.charCodeAt(start)) * 8 + pairCommonness(words, text.charCodeAt(end - 1), right);
  take(row(21, form));
  take(row(22, form, signKind(left), signKind(right)));
  take(row(23, form, wordBefore(text, start), wordAfter(text, end)));
  take(row(24, form, left));
  take(row(25, form, right));
  take(row(26, left, right));
  take(row(27, form, runLeft(text, start), runRight(text, end)));
  if (kind === spanKinds.run) runRows(text, words, span, edges, take);
  else givenRows(text, words, span, edges, take);
}

function givenRows(text: string, words: CommonWords, { start, end, kind }: { readonly start: number; readonly end: number; readonly kind: number }, edges: number, take: TakeRow): void {
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

function runRows(text: string, words: CommonWords, { start, end }: { readonly start: number; readonly end: number }, edges: number, take: TakeRow): void {
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
  take(row(56, end - start, pairs, wordBefore(text, start)));
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
