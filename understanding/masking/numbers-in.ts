import { countedAfter, extensionPattern, letteredNumberPattern, listGap, type NumberCue, passportPattern } from '../../locales/lexicon/personal-number-words.ts';
import type { PersonalKind } from '../../locales/lexicon/personal-words.ts';
import { type FigureGroup, figureRuns } from './figure-runs.ts';
import { matchesOf } from './matches-of.ts';
import { numberCueBefore, type SaidOfNumber } from './number-cue.ts';
import { isBankCard, isFixedLine, isIdentityCard, isMobile, isNearlyIdentityCard, isNearlyMobile, isPublicLine } from './number-shapes.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const SHORTEST = 5;
const LONGEST = 26;
const LEADING = 6;
const LONG_PUBLIC_LINE = 10;
const LETTERS = /(?<![A-Za-z0-9])(?:[A-Za-z]{1,4}-?|[A-Z]{1,3} )$/;
const LOCAL = /^[2-8][0-9]{6,7}$/;
const LATIN = /[A-Za-z]/;
const CHECK_SIGN = /^(?:\([0-9A]\)|[A-Za-z]{1,2}(?![A-Za-z0-9]))/;
const TRAILING = /^[A-Za-z]/;
const LETTERED: ReadonlySet<NumberCue> = new Set(['id-card', 'passport', 'record']);
const DATED = /^(?:19|20)\d{2}[-./]\d{1,2}[-./]/;

/** A stretch of figures that may be one number, with the letters it begins with. */
interface Stretch {
  readonly figures: string;
  readonly lengths: readonly number[];
  readonly listed: boolean;
  readonly letters: string;
  readonly start: number;
  readonly end: number;
}

/** The numbers in a plain text that lead to a person: telephones, cards and certificates, by their shape and by what introduces them. */
export function numbersIn(text: string): PersonalPiece[] {
  const numbers: PersonalPiece[] = [];
  for (const run of figureRuns(text)) if (lengthOf(run) >= SHORTEST) numbers.push(...numbersOf(text, run, numbers.at(-1)));
  return LATIN.test(text) ? [...numbers, ...letteredIn(text)] : numbers;
}

function letteredIn(text: string): PersonalPiece[] {
  const lettered = matchesOf(text, letteredNumberPattern).filter(({ said }) => LATIN.test(said));
  return [...lettered.map(({ start, end }) => pieceOf('record', text, start, end)), ...matchesOf(text, passportPattern).map(({ start, end }) => pieceOf('passport', text, start, end))];
}

function numbersOf(text: string, run: readonly FigureGroup[], before: PersonalPiece | undefined): PersonalPiece[] {
  const pieces: PersonalPiece[] = [];
  for (let at = 0; at < run.length; ) {
    const stretches = stretchesFrom(text, run, at);
    const found = numberAmong(text, stretches, pieces.at(-1) ?? before);
    if (found !== undefined) pieces.push(found.piece);
    at += found?.groups ?? stretches.find(({ figures }) => isPublicLine(figures))?.lengths.length ?? 1;
  }
  return pieces;
}

/** The longest of the stretches that is a number of somebody's; one said right after another telephone is a telephone. */
function numberAmong(text: string, stretches: readonly Stretch[], before: PersonalPiece | undefined): { piece: PersonalPiece; groups: number } | undefined {
  const first = stretches[0];
  if (first === undefined || stretches.some(({ figures }) => isPublicLine(figures) && figures.length >= LONG_PUBLIC_LINE)) return undefined;

  const said = numberCueBefore(text, first.start) ?? (before?.kind === 'phone' && first.start - before.end <= 3 ? { cue: 'phone', direct: true } : undefined);
  for (const stretch of stretches.toReversed()) {
    const kind = kindOf(text, stretch, said);
    if (kind !== undefined) return { piece: pieceOf(kind, text, wholeStart(text, stretch), wholeEnd(text, stretch, kind)), groups: stretch.lengths.length };
  }
  return undefined;
}

function stretchesFrom(text: string, run: readonly FigureGroup[], at: number): Stretch[] {
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

function kindOf(text: string, stretch: Stretch, said: SaidOfNumber | undefined): PersonalKind | undefined {
  const { figures, end } = stretch;
  if (figures.length < SHORTEST || isPublicLine(figures)) return undefined;
  if (stretch.listed && (said?.cue !== 'phone' || stretch.lengths[0] !== 3)) return undefined;
  const shown = shapeKind(text, stretch, said);
  if (shown !== undefined) return shown;
  if (said === undefined || said.cue === 'thing' || (TRAILING.test(text.slice(end, end + 3)) && !LETTERED.has(said.cue)) || countedAfter.test(text.slice(end, end + 6)) || DATED.test(text.slice(stretch.start, end))) return undefined;
  return saidKind(stretch, said);
}

/** What a number is by its shape alone; a number of a thing's own may look like a card. */
function shapeKind(text: string, stretch: Stretch, said: SaidOfNumber | undefined): PersonalKind | undefined {
  const { figures, lengths, end } = stretch;
  if (LATIN.test(text.charAt(end))) return undefined;
  if (isIdentityCard(figures)) return 'id-card';
  if (isMobile(figures) || isFixedLine(figures, lengths) || isDialledAbroad(text, stretch)) return 'phone';
  if (said?.cue === 'thing') return undefined;
  if (isNearlyIdentityCard(figures)) return 'id-card';
  if (isBankCard(figures, lengths)) return 'bank-card';
  return said === undefined && isNearlyMobile(figures, lengths) && !countedAfter.test(text.slice(end, end + 6)) ? 'phone' : undefined;
}

function saidKind({ figures, letters, lengths }: Stretch, { cue, direct }: SaidOfNumber): PersonalKind | undefined {
  const length = figures.length;
  switch (cue) {
    case 'phone':
      return letters === '' && length >= (direct ? 6 : 7) && length <= 15 ? 'phone' : undefined;
    case 'where':
      return letters === '' && LOCAL.test(figures) ? 'phone' : undefined;
    case 'bank-card':
      return length >= (direct && letters !== '' ? 5 : 8) ? 'bank-card' : undefined;
    case 'id-card':
      return length >= (letters === '' ? 8 : 6) ? 'id-card' : undefined;
    case 'passport':
      return length >= 6 ? 'passport' : undefined;
    case 'record':
      if (!direct && lengths.length > 1 && LOCAL.test(figures)) return 'phone';
      return length >= (direct || letters !== '' ? 5 : 8) ? 'record' : undefined;
    default:
      return undefined;
  }
}

function isDialledAbroad(text: string, { figures, start }: Stretch): boolean {
  return text.charAt(start - 1) === '+' && figures.length >= 8 && figures.length <= 15;
}

function wholeStart(text: string, { start, end }: Stretch): number {
  const before = text.charAt(start - 1);
  return before === '+' || (before === '(' && text.slice(start, end).includes(')')) ? start - 1 : start;
}

function wholeEnd(text: string, { end }: Stretch, kind: PersonalKind): number {
  if (kind !== 'phone') return end + (CHECK_SIGN.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  extensionPattern.lastIndex = end;
  return end + (extensionPattern.exec(text)?.[0].length ?? 0);
}

function lettersBefore(text: string, at: number): string {
  return LETTERS.exec(text.slice(Math.max(0, at - LEADING), at))?.[0] ?? '';
}

function lengthOf(run: readonly FigureGroup[]): number {
  return run.reduce((length, { figures }) => length + figures.length, 0);
}
