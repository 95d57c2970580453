import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { rememberLast } from '../remember-last.ts';
import { idOf } from './pattern-id.ts';

const BITS = 32;

/** The patterns whose needs are known, by what stands for each, with the characters of which every match has one. */
const Needs = z.record(z.string(), z.string());

const needs = readNeeds(join(import.meta.dirname, '../weights/needs.json'));
const placeOfId = new Map(Object.keys(needs).map((id, place) => [id, place]));
const placeOfPattern = new WeakMap<RegExp, number>();
const rowSize = Math.ceil(placeOfId.size / BITS);
const { rowOf, rows } = rowsByCharacter(Object.values(needs));
const possible = rememberLast(possibleIn);

/**
 * Whether a text has a character without which the pattern cannot match: most patterns find nothing in most texts, and to see that takes less than to try them.
 * A pattern that the list of needs does not know may show in every text.
 */
export function mayShow(pattern: RegExp, text: string): boolean {
  const place = placeOfPattern.get(pattern) ?? placed(pattern);
  return place < 0 || (((possible(text)[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

function placed(pattern: RegExp): number {
  const place = placeOfId.get(idOf(pattern)) ?? -1;
  placeOfPattern.set(pattern, place);
  return place;
}

/** For each known pattern a bit, set where the text has a character that it needs. */
function possibleIn(text: string): Int32Array {
  const bits = new Int32Array(rowSize);
  for (let at = 0; at < text.length; at++) {
    const from = (rowOf[text.charCodeAt(at)] ?? 0) * rowSize;
    if (from > 0) for (let word = 0; word < rowSize; word++) bits[word] = (bits[word] ?? 0) | (rows[from + word] ?? 0);
  }
  return bits;
}

interface Rows {
  /** Which row is of a character; none is of 0. */
  readonly rowOf: Uint16Array;
  /** A bit for each known pattern, row after row: this takes a third of the time that a list for each character takes at the start. */
  readonly rows: Int32Array;
}

function rowsByCharacter(lists: readonly string[]): Rows {
  const rowOf = new Uint16Array(0x10000);
  let count = 1;
  for (const characters of lists) for (let at = 0; at < characters.length; at++) if (rowOf[characters.charCodeAt(at)] === 0) rowOf[characters.charCodeAt(at)] = count++;
  const rows = new Int32Array(count * rowSize);
  for (const [place, characters] of lists.entries()) {
    for (let at = 0; at < characters.length; at++) {
      const word = (rowOf[characters.charCodeAt(at)] ?? 0) * rowSize + (place >>> 5);
      rows[word] = (rows[word] ?? 0) | (1 << (place & 31));
    }
  }
  return { rowOf, rows };
}

/** Without the list every pattern is tried. */
function readNeeds(path: string): z.infer<typeof Needs> {
  return existsSync(path) ? Needs.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}
