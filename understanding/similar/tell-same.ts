import { plainText } from '../plain-text.ts';

const ENOUGH = { exact: 0.12, wide: 0.3 };
const LONG_NUMBER = /\d{5,}/g;

/**
 * Whether two reports of one class at one place tell of the same thing: they share enough of the shorter one's character pairs,
 * fewer when the place is a single building. For chat texts; class and place must have been compared before.
 */
export function tellSame(a: string, b: string, place: 'exact' | 'wide'): boolean {
  const [first, second] = [pairs(a), pairs(b)];
  const smaller = Math.min(first.size, second.size);
  if (smaller === 0) return false;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return shared >= 2 && shared / smaller >= ENOUGH[place];
}

function pairs(text: string): Set<string> {
  const bare = plainText(text).replace(LONG_NUMBER, '').replace(/[\p{P}\p{S}\s]/gu, '').slice(0, 300);
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)));
}
