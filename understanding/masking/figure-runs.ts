import { figureGroupPattern, hiddenFigures, looseGap, repeatedFigurePattern, spokenFigures, spokenGap, tenForOne, writtenGap } from '../../locales/lexicon/personal-number-words.ts';
import { matches } from '../patterns/matches.ts';
import type { Span } from '../span.ts';

const LONGEST_GAP = 14;
const LONGEST_BEGINNING = 7;
const MOBILE_BEGUN = /^1[3-9]\d(?:\d{4})?$/;

/** Figures written or read out without a break, as plain figures: `*` is one that is starred out, `X` the last sign of an identity card. */
export interface FigureGroup extends Span {
  readonly figures: string;
  readonly spoken: boolean;
}

/** The figures of a text, those that may be parts of one number (138 0000-1111, 一三八，零零零零) together. */
export function figureRuns(text: string): FigureGroup[][] {
  const runs: FigureGroup[][] = [];
  for (const match of matches(figureGroupPattern, text)) {
    const group = groupOf(match[0], match.index);
    const run = runs.at(-1);
    if (run !== undefined && isOneNumber(text, run, group)) run.push(group);
    else runs.push([group]);
  }
  return runs;
}

function groupOf(said: string, start: number): FigureGroup {
  const spoken = !/[0-9]/.test(said);
  return { figures: plainFigures(said), spoken, start, end: start + said.length };
}

/** What is written or read out, in plain figures; other signs stay. */
export function plainFigures(said: string): string {
  if (/^[0-9]+$/.test(said)) return said;
  return said
    .replace(repeatedFigurePattern, (_, times: string, figure: string) => figureOf(figure).repeat(Number(figureOf(times))))
    .replace(hiddenFigures, '*')
    .replace(tenForOne, '1')
    .replace(/./gu, figureOf);
}

function figureOf(sign: string): string {
  if (sign === 'O' || sign === 'o') return '0';
  if (sign === 'l' || sign === 'I') return '1';
  return spokenFigures[sign] ?? sign.toUpperCase();
}

function isOneNumber(text: string, run: readonly FigureGroup[], next: FigureGroup): boolean {
  const last = run.at(-1);
  if (last === undefined || last.end === next.start || next.start - last.end > LONGEST_GAP) return false;
  const between = text.slice(last.end, next.start);
  if ((last.spoken && next.spoken ? spokenGap : writtenGap).test(between)) return true;
  return run.length <= LONGEST_BEGINNING && looseGap.test(between) && MOBILE_BEGUN.test(run.map(({ figures }) => figures).join(''));
}
