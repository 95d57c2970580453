import { casePattern, extensionPattern, letteredNumberPattern, letterNumberPattern, paperNear, passportPattern, sealedNumberPattern } from '../../locales/lexicon/personal-number-words.ts';
import type { PersonalKind } from '../../locales/lexicon/personal-words.ts';
import { type FigureGroup, figureRuns } from './figure-runs.ts';
import { matchesOf } from './matches-of.ts';
import { numberCueBefore } from './number-cue.ts';
import { numberEndsIn } from './number-ends-in.ts';
import { numberKind } from './number-kind.ts';
import { isPublicLine } from './number-shapes.ts';
import { type Stretch, stretchesFrom } from './number-stretches.ts';
import { isOfficeLine } from './office-line.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const SHORTEST = 5;
const LONG_PUBLIC_LINE = 10;
const RIGHT_AFTER = 3;
const LATIN = /[A-Za-z]/;
const CHECKED = 3;
const PAPER_REACH = 30;
const CHECK_SIGN = /^(?:\([0-9A]\)|[A-Za-z]{1,2}(?![A-Za-z0-9]))/;

/** The numbers in a plain text that lead to a person: telephones, cards and certificates, by their shape and by what introduces them. */
export function numbersIn(text: string): PersonalPiece[] {
  const numbers: PersonalPiece[] = [];
  for (const run of figureRuns(text)) if (lengthOf(run) >= SHORTEST) numbers.push(...numbersOf(text, run, numbers.at(-1)));
  numbers.push(...sealedIn(text), ...numberEndsIn(text));
  return LATIN.test(text) ? [...numbers, ...letteredIn(text)] : numbers;
}

function sealedIn(text: string): PersonalPiece[] {
  const sealed = matchesOf(text, sealedNumberPattern).filter(({ start }) => paperNear.test(text.slice(Math.max(0, start - PAPER_REACH), start)));
  return [...sealed, ...matchesOf(text, casePattern)].map(({ start, end }) => pieceOf('record', text, start, end));
}

function letteredIn(text: string): PersonalPiece[] {
  const lettered = matchesOf(text, letteredNumberPattern).filter(({ said }) => LATIN.test(said));
  lettered.push(...matchesOf(text, letterNumberPattern).filter(({ start }) => numberCueBefore(text, start)?.cue !== 'thing'));
  return [...lettered.map(({ start, end }) => pieceOf('record', text, start, end)), ...matchesOf(text, passportPattern).map(({ start, end }) => pieceOf('passport', text, start, end))];
}

function numbersOf(text: string, run: readonly FigureGroup[], before: PersonalPiece | undefined): PersonalPiece[] {
  const pieces: PersonalPiece[] = [];
  for (let at = 0; at < run.length; ) {
    const stretches = stretchesFrom(text, run, at);
    const found = numberAmong(text, stretches, pieces.at(-1) ?? before);
    if (found?.piece !== undefined) pieces.push(found.piece);
    at += found?.groups ?? stretches.find(({ figures }) => isPublicLine(figures))?.lengths.length ?? 1;
  }
  return pieces;
}

/** The longest of the stretches that is a number of somebody's, or of an office, with no piece; one said right after another telephone is a telephone. */
function numberAmong(text: string, stretches: readonly Stretch[], before: PersonalPiece | undefined): { piece: PersonalPiece | undefined; groups: number } | undefined {
  const first = stretches[0];
  if (first === undefined || stretches.some(({ figures }) => isPublicLine(figures) && figures.length >= LONG_PUBLIC_LINE)) return undefined;

  const said = numberCueBefore(text, first.start) ?? (before?.kind === 'phone' && first.start - before.end <= RIGHT_AFTER ? { cue: 'phone', direct: true } : undefined);
  for (const stretch of stretches.toReversed()) {
    const kind = numberKind(text, stretch, said);
    if (kind === undefined) continue;

    const isOpen = kind === 'phone' && isOfficeLine(text, stretch);
    return { piece: isOpen ? undefined : pieceOf(kind, text, wholeStart(text, stretch), wholeEnd(text, stretch, kind)), groups: stretch.lengths.length };
  }
  return undefined;
}

function wholeStart(text: string, { start, end }: Stretch): number {
  const before = text.charAt(start - 1);
  return before === '+' || (before === '(' && text.slice(start, end).includes(')')) ? start - 1 : start;
}

function wholeEnd(text: string, { end }: Stretch, kind: PersonalKind): number {
  if (kind !== 'phone') return end + (CHECK_SIGN.exec(text.slice(end, end + CHECKED))?.[0].length ?? 0);
  extensionPattern.lastIndex = end;
  return end + (extensionPattern.exec(text)?.[0].length ?? 0);
}

function lengthOf(run: readonly FigureGroup[]): number {
  return run.reduce((length, { figures }) => length + figures.length, 0);
}
