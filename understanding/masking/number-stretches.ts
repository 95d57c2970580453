import { listGap } from '../../locales/lexicon/personal-number-words.ts';
import type { FigureGroup } from './figure-runs.ts';

const LONGEST = 26;
const LEADING = 6;
const LETTERS = /(?<![A-Za-z0-9])(?:[A-Za-z]{1,4}-?|(?!QQ? )[A-Z]{1,3} )$/;

/** Groups of figures that may be one number, with the letters it begins with; `listed` where a comma is between written ones. */
export interface Stretch {
  readonly figures: string;
  readonly lengths: readonly number[];
  readonly listed: boolean;
  readonly letters: string;
  readonly start: number;
  readonly end: number;
}

/** The stretches that begin with one group of a run, the shortest first, none longer than any number is. */
export function stretchesFrom(text: string, run: readonly FigureGroup[], at: number): Stretch[] {
  const stretches: Stretch[] = [];
  const first = run[at];
  if (first === undefined) return stretches;
  const letters = at === 0 ? lettersBefore(text, first.start) : '';
  let figures = '';
  let listed = false;
  let last = first;
  const lengths: number[] = [];
  for (const group of run.slice(at, at + LONGEST)) {
    listed ||= !group.spoken && listGap.test(text.slice(last.end, group.start));
    last = group;
    figures += group.figures;
    lengths.push(group.figures.length);
    if (figures.length > LONGEST) break;
    stretches.push({ figures, lengths: [...lengths], listed, letters, start: first.start - letters.length, end: group.end });
  }
  return stretches;
}

function lettersBefore(text: string, at: number): string {
  return LETTERS.exec(text.slice(Math.max(0, at - LEADING), at))?.[0] ?? '';
}
