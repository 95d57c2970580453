import { halfWord } from '../../locales/lexicon/number-words.ts';
import {
  agoAfter,
  countsOfShortUnit,
  countedWith,
  countsOfMonthName,
  countWord,
  lastingAfter,
  lastingBefore,
  lengthLead,
  lengthPattern,
  lengthUnits,
  monthUnit,
  notCountedBefore,
  notLengthAfter,
  notLengthBefore,
  nthDayPattern,
  rateAfter,
  runningBefore,
  shortUnit,
  vagueLengthPattern,
  vagueLengths,
} from '../../locales/lexicon/when-length-words.ts';
import { latelyPattern } from '../../locales/lexicon/when-since-words.ts';
import { countSaid } from '../number-said.ts';
import { type Piece, read } from './piece.ts';

const REACH_BEFORE = 4;
const REACH_AFTER = 14;
const MOST = 1000;
const AT_ONCE = 1.5;

/** Lengths of time: how long something has lasted, how long ago it was, how often it comes in so long, or merely how long. */
export function lengths(text: string): readonly Piece[] {
  return read(lengthPattern, text, (match, { start, end }) => {
    const lasts = hoursSaid(match);
    const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
    if (lasts === undefined || notCountedBefore.test(before)) return undefined;
    const lead = lengthLead.exec(before)?.[0] ?? '';
    return lengthOf({ kind: 'length', start: start - lead.length, end, lasts }, { lead, before: before.slice(0, before.length - lead.length), after: text.slice(end, end + REACH_AFTER) });
  });
}

interface Around {
  readonly lead: string;
  readonly before: string;
  readonly after: string;
}

function lengthOf(length: Piece, { lead, before, after }: Around): Piece | undefined {
  const ago = agoAfter.exec(after);
  if (ago !== null) return { ...length, kind: 'ago', end: length.end + ago[0].length };
  if (notLengthBefore.test(before) || notLengthAfter.test(after)) return undefined;
  const wasLasting = lastingBefore.test(before);
  if (rateAfter.test(after) && !wasLasting) return { ...length, kind: 'often' };
  const since = lastingAfter.exec(after)?.[0] ?? '';
  const isLasting = since !== '' || wasLasting || runningBefore.test(lead);
  return { ...length, kind: isLasting ? 'lasting' : 'length', end: length.end + since.length };
}

function hoursSaid(match: RegExpExecArray): number | undefined {
  const [whole, said, half, unit = '', , short, shortUnitSaid, halfAfter] = match;
  if (short !== undefined) return (short === halfWord ? AT_ONCE : 1) * (lengthUnits[shortUnitSaid ?? ''] ?? 0);
  if (said === undefined || isPartOfDate(whole, said, unit)) return undefined;
  const count = countSaid(said);
  const hours = lengthUnits[unit.replace(countWord, '')];
  if (count === undefined || hours === undefined || count === 0 || count > MOST) return undefined;
  const more = [half, halfAfter].includes(halfWord) ? 1 / 2 : 0;
  return (count + more) * hours;
}

/** 五月 is a month of the year, 五个月 is a length; 俩月 is one too. */
function isPartOfDate(whole: string, count: string, unit: string): boolean {
  if (!shortUnit.test(unit) || countedWith.test(whole)) return false;
  return !countsOfShortUnit.test(count) || (unit === monthUnit && countsOfMonthName.test(count));
}

/** Lengths nobody counts: 好些日子, 一宿, 整晚. */
export function vagueLengthsIn(text: string): readonly Piece[] {
  return read(vagueLengthPattern, text, (match, placed) => ({ kind: 'lasting', ...placed, lasts: vagueLengths[match[0]] }));
}

/** 第五天了: the length since it began. */
export function nthDays(text: string): readonly Piece[] {
  return read(nthDayPattern, text, (match, placed) => {
    const nth = countSaid(match[1] ?? '');
    const unit = lengthUnits[match[2] ?? ''];
    return nth === undefined || unit === undefined || nth < 2 ? undefined : { kind: 'lasting', ...placed, lasts: (nth - 1) * unit };
  });
}

/** These days: 这几天, 近两个月, 最近. */
export function lately(text: string): readonly Piece[] {
  return read(latelyPattern, text, (match, placed) => ({ kind: 'lately', ...placed, lasts: hoursOfLately(match[1] ?? match[3], match[2] ?? match[4]) }));
}

function hoursOfLately(count: string | undefined, unit: string | undefined): number | undefined {
  const hours = lengthUnits[unit ?? ''];
  const many = countSaid(count ?? '');
  return hours === undefined || many === undefined ? undefined : many * hours;
}
