import { aheadAfter, clauseBegin, pastAfter, toldAfter } from '../../locales/lexicon/when-matter-words.ts';

const REACH = 14;

/** Whether the clause after a day speaks of something to come: it asks, plans or announces, and nothing done is told. */
export function isAhead(text: string, end: number): boolean {
  const after = text.slice(end, end + REACH);
  return aheadAfter.test(clauseBegin.exec(after)?.[0] ?? '') && !pastAfter.test(after);
}

/** Whether what follows a part of the day tells of something that happened on one day, and not of what is so every day. */
export function isTold(text: string, end: number): boolean {
  return toldAfter.test(text.slice(end, end + REACH));
}
