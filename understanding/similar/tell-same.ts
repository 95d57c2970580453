import { plainText } from '../plain-text.ts';
import type { Sameness } from '../understanding.ts';

const SAME_FROM = { exact: 0.2, wide: 0.3 };
/** In one building, whatever is of one class may be one matter, however differently it is told. */
const PERHAPS_FROM = { exact: 0, wide: 0.1 };
const LONG_NUMBER = /\d{5,}/g;

/**
 * How surely two reports of one class at one place tell of the same thing, by the share of the shorter one's character pairs
 * that both have; less is needed where the place is a single building. For chat texts; class and place must have been compared before, and the place's name taken out.
 */
export function tellSame(a: string, b: string, place: 'exact' | 'wide'): Sameness {
  const [first, second] = [pairs(a), pairs(b)];
  const smaller = Math.min(first.size, second.size);
  if (smaller === 0) return 'other';
  const shared = [...first].filter((pair) => second.has(pair)).length;
  const share = shared < 2 ? 0 : shared / smaller;
  if (share >= SAME_FROM[place]) return 'same';
  return share >= PERHAPS_FROM[place] ? 'perhaps' : 'other';
}

function pairs(text: string): Set<string> {
  const bare = plainText(text).replace(LONG_NUMBER, '').replace(/[\p{P}\p{S}\s]/gu, '').slice(0, 300);
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)));
}
