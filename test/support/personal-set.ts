import { z } from 'zod';

import { jsonLines } from '../../scripts/json-lines.ts';

const Marked = z.object({ id: z.string(), text: z.string(), personal: z.array(z.string()), keep: z.array(z.string()) });

/** A text with what outsiders must not see of it, and what looks like that and must stay. */
export type MarkedText = z.infer<typeof Marked>;

/** What of a set of marked texts was found, whole; found without cause; and touched though it must stay. */
export interface Measured {
  readonly pieces: number;
  readonly found: number;
  readonly without: number;
  readonly touched: number;
}

type Find = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** One half of the set: `held`, of odd number, is only measured on. */
export function personalSet(half: 'tune' | 'held'): MarkedText[] {
  const all = jsonLines('test/understanding/masking/personal-set.jsonl', Marked);
  return all.filter(({ id }) => (Number(id.replace(/\D/g, '')) % 2 === 1) === (half === 'held'));
}

/** Whether a marked piece tells by figures, letters or a unit, and not by a name. */
export function isNumberOrDoor(piece: string): boolean {
  return /[0-9０-９@]|[A-Za-z]_|[零〇一二三四五六七八九十幺正冬腊](?:单元|楼|月|室|座)|^[零〇一二三四五六七八九幺十 ，、-]{3,}$/.test(piece);
}

/** How well the pieces of one kind are found in marked texts; every other marked piece may be found too. */
export function measured(texts: readonly MarkedText[], find: Find, isOfKind: (piece: string) => boolean): Measured {
  const sums = { pieces: 0, found: 0, without: 0, touched: 0 };
  for (const marked of texts) {
    const found = find(marked.text);
    const covered = signsOf(marked.text, found);
    const mine = signsOf(marked.text, marked.personal.flatMap((piece) => placesOf(marked.text, piece)));
    const ofKind = marked.personal.filter(isOfKind);
    sums.pieces += ofKind.length;
    sums.found += ofKind.filter((piece) => placesOf(marked.text, piece).some((place) => isCovered(marked.text, place, covered))).length;
    sums.without += found.filter(({ start, end }) => !range(start, end).some((at) => mine.has(at))).length;
    sums.touched += marked.keep.filter((piece) => placesOf(marked.text, piece).slice(0, 1).some(({ start, end }) => range(start, end).some((at) => covered.has(at) && !mine.has(at)))).length;
  }
  return sums;
}

function placesOf(text: string, piece: string): { start: number; end: number }[] {
  const places = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) places.push({ start: at, end: at + piece.length });
  return places;
}

function isCovered(text: string, { start, end }: { start: number; end: number }, covered: ReadonlySet<number>): boolean {
  return range(start, end).every((at) => covered.has(at) || !/[\p{L}\p{N}]/u.test(text.charAt(at)));
}

function signsOf(text: string, places: readonly { start: number; end: number }[]): Set<number> {
  return new Set(places.flatMap(({ start, end }) => range(start, Math.min(end, text.length))));
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}
