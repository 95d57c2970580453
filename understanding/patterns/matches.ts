import { mayShow } from './may-show.ts';

const NONE: readonly never[] = [];

/** Whether a text shows a pattern, which must not be global. */
export function isIn(pattern: RegExp, text: string): boolean {
  return mayShow(pattern, text) && pattern.test(text);
}

/** The first match of a pattern, which must not be global. */
export function firstIn(pattern: RegExp, text: string): RegExpExecArray | undefined {
  return mayShow(pattern, text) ? (pattern.exec(text) ?? undefined) : undefined;
}

/** A text without what a pattern matches. */
export function without(pattern: RegExp, text: string): string {
  return mayShow(pattern, text) ? text.replace(pattern, '') : text;
}

/** All matches of a global pattern that are not empty. It runs the pattern itself: matchAll would make a copy of it for each text, which costs more than the search. */
export function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  if (!mayShow(pattern, text)) return NONE;
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else found.push(match);
  }
  return found;
}
