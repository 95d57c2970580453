import { plainText } from '../plain-text.ts';

const SHORT_OVERLAP = 0.3;

/**
 * Whether two reports of one class at one place tell of the same thing: they share enough of the shorter one's character pairs.
 * For chat texts; class and place must have been compared before.
 */
export function tellSame(a: string, b: string): boolean {
  const [first, second] = [pairs(a), pairs(b)];
  const smaller = Math.min(first.size, second.size);
  if (smaller === 0) return false;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return shared / smaller >= SHORT_OVERLAP;
}

function pairs(text: string): Set<string> {
  const bare = plainText(text).replace(/[\p{P}\p{S}\s]/gu, '').slice(0, 300);
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)));
}
