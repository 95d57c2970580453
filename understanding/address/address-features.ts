import { addressEnds } from '../../locales/lexicon/address-words.ts';
import { digitWords } from '../../locales/lexicon/number-words.ts';
import { plainText } from '../plain-text.ts';

const LONGEST = 300;
const endSet = new Set(addressEnds);

/** What the tagger looks at around each character, each as a row of the weights; characters after the 300th look at nothing. */
export function addressFeatures(text: string, rows: number): number[][] {
  const read = plainText(text);
  const shapes = Array.from({ length: Math.min(read.length, LONGEST) }, (_, at) => shapeOf(read.charAt(at)));
  return Array.from({ length: text.length }, (_, at) => (at < LONGEST ? rowsAt(read, shapes, at, rows - 1) : []));
}

function rowsAt(text: string, shapes: readonly string[], at: number, mask: number): number[] {
  const c = (offset: number): string => text.charAt(at + offset) || '^';
  const s = (offset: number): string => shapes[at + offset] ?? '^';
  const run = runAround(shapes, at);
  return [
    `0${c(0)}`, `1${c(-1)}`, `2${c(1)}`, `3${c(-2)}`, `4${c(2)}`,
    `5${c(-1)}${c(0)}`, `6${c(0)}${c(1)}`, `7${c(-2)}${c(-1)}`, `8${c(1)}${c(2)}`, `9${c(-1)}${c(1)}`,
    `a${c(-1)}${c(0)}${c(1)}`, `b${c(0)}${c(1)}${c(2)}`, `c${c(-2)}${c(-1)}${c(0)}`,
    `d${s(-2)}${s(-1)}${s(0)}${s(1)}${s(2)}`, `e${s(-1)}${s(0)}${s(1)}`,
    `f${run.length}${s(0)}${text.charAt(run.end)}${text.charAt(run.end + 1)}`, `g${text.charAt(run.start - 1)}${s(0)}${text.charAt(run.end)}`,
    `h${endAhead(text, at)}`, `i${endBehind(text, at)}`, `j${endAhead(text, at)}${endBehind(text, at)}${s(0)}`,
    `k${Math.min(at, 12)}`, `l${Math.min(text.length - at, 8)}${s(0)}`,
  ].map((feature) => hashOf(feature) & mask);
}

function runAround(shapes: readonly string[], at: number): { start: number; end: number; length: number } {
  const shape = shapes[at];
  if (shape === 'H') return { start: at, end: at + 1, length: 1 };
  let start = at;
  let end = at + 1;
  while (start > 0 && shapes[start - 1] === shape) start--;
  while (end < shapes.length && shapes[end] === shape) end++;
  return { start, end, length: Math.min(end - start, 6) };
}

/** The first telling word at or after a place, and how far off it is. */
function endAhead(text: string, at: number): string {
  for (let ahead = 0; ahead < 6; ahead++) {
    const word = endAt(text, at + ahead);
    if (word !== undefined) return word + String(ahead);
  }
  return '';
}

function endBehind(text: string, at: number): string {
  for (let behind = 1; behind < 6; behind++) {
    const word = endAt(text, at - behind);
    if (word !== undefined) return word + String(Math.max(0, behind - word.length));
  }
  return '';
}

function endAt(text: string, at: number): string | undefined {
  const two = text.slice(at, at + 2);
  if (two.length === 2 && endSet.has(two)) return two;
  const one = text.charAt(at);
  return one !== '' && endSet.has(one) ? one : undefined;
}

function shapeOf(sign: string): string {
  if (/[0-9]/.test(sign)) return 'D';
  if (/[A-Za-z]/.test(sign)) return 'L';
  if (sign in digitWords) return 'N';
  return /[\u4e00-\u9fff]/.test(sign) ? 'H' : 'P';
}

function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
