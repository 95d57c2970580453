import { chatRecord, forwardedHeading, speakerAbove, speakerBefore } from '../locales/lexicon/forwarded-words.ts';

const LEAST_SPEAKERS = 2;

/** What neighbours wrote in messages that somebody passes on, without who wrote it and when: neither is part of the matter. Any other text stays as it is. */
export function withoutSpeakers(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const headings = lines.filter((line) => forwardedHeading.test(line));
  const left = lines.filter((line) => !forwardedHeading.test(line));
  const above = left.filter((line) => speakerAbove.test(line)).length;
  if (above >= (headings.length > 0 ? 1 : LEAST_SPEAKERS) && left.every((line, at) => !speakerAbove.test(line) || isSaid(left[at + 1]))) return left.filter((line) => !speakerAbove.test(line)).join('\n');
  if (headings.some((line) => chatRecord.test(line)) && left.length > 0 && left.every((line) => speakerBefore.test(line))) return left.map((line) => line.replace(speakerBefore, '')).join('\n');
  return text;
}

/** Something stands below whoever is said to have written it. */
function isSaid(next: string | undefined): boolean {
  return next !== undefined && !speakerAbove.test(next);
}
