import { plainText } from '../../understanding/plain-text.ts';

type Find = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** A text in which 【】 mark what is to be found, and the same text with what a recogniser finds marked so. */
export function markedBy(find: Find, marked: string): string {
  const text = marked.replace(/[【】]/g, '');
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const { start, end } of withoutOverlaps(find(plainText(text)))) {
    starts.add(start);
    ends.add(end);
  }
  let shown = '';
  for (let at = 0; at <= text.length; at++) shown += (ends.has(at) ? '】' : '') + (starts.has(at) ? '【' : '') + text.charAt(at);
  return shown;
}

function withoutOverlaps(found: ReturnType<Find>): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = [];
  for (const { start, end } of [...found].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (last === undefined || start >= last.end) kept.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return kept;
}
