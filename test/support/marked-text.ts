import { withoutOverlaps } from '../../understanding/masking/without-overlaps.ts';
import { plainText } from '../../understanding/plain-text.ts';
import type { Span } from '../../understanding/span.ts';

type Find = (text: string) => readonly Span[];

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
