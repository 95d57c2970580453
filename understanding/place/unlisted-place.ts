import { genericPattern, genericTail, nameBeginnings, nameStops, notInNames, notPlaces, placeEnds } from '../../locales/lexicon/place-words.ts';
import { partsAfter, roadNumberAfter } from './place-parts.ts';

const LONGEST_NAME = 8;
const endsByFirst = byFirstCharacter();

/** A place said by its own name that no directory lists (金桂路12号), as said; undefined when none. */
export function unlistedPlace(text: string): string | undefined {
  for (let at = 0; at < text.length; at++) {
    const end = endAt(text, at);
    if (end === undefined) continue;
    const start = nameStart(text, at);
    const name = text.slice(start, end);
    if (at - start >= 1 && isName(name, text.slice(at, end))) return name + followedBy(text, end);
    at = end - 1;
  }
  return undefined;
}

/** A kind of place without a name (楼上, 小区门口那条路), as said; undefined when none. */
export function genericPlace(text: string): string | undefined {
  return genericPattern.exec(text)?.[0];
}

function isName(name: string, end: string): boolean {
  if (notInNames.test(name) || notPlaces.has(name) || genericTail.test(name)) return false;
  return end.length > 1 ? name.length >= end.length + 2 : name.length >= 3;
}

function nameStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && !nameStops.has(text.charAt(start - 1))) start--;
  return start > 0 && nameBeginnings.has(text.slice(start - 1, start + 1)) ? start - 1 : start;
}

function followedBy(text: string, end: number): string {
  const number = roadNumberAfter(text, end);
  if (number !== undefined) return number;
  const parts = partsAfter(text, end);
  return parts === undefined ? '' : text.slice(end, parts.end);
}

function endAt(text: string, at: number): number | undefined {
  const end = endsByFirst.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
  return end === undefined ? undefined : at + end.length;
}

function byFirstCharacter(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const end of [...placeEnds].sort((one, other) => other.length - one.length)) {
    const known = index.get(end.charAt(0));
    if (known === undefined) index.set(end.charAt(0), [end]);
    else known.push(end);
  }
  return index;
}
