import { toldAgain } from '../../locales/lexicon/similar-words.ts';
import { type ClassScores, howFarApart, pieceOf } from '../classify/piece.ts';
import { plainText } from '../plain-text.ts';
import { rememberLast } from '../remember-last.ts';
import type { TellSame, TwoReports } from '../understanding.ts';

/** Of the shorter report's pairs of characters both must have so many to be joined unasked. */
const SURE_FROM = { building: 0.2, place: 0.3, within: 1.01 };
const LONG_NUMBER = /\d{5,}/g;
const READ = 300;
const MOST_SHARED = 6;
/** What speaks for one matter: learnt by regression on streams of messages in which a clerk joined what belongs together (docs/decisions/0016-same-matter.md). */
const WEIGHTS = { always: 1.94, within: -0.49, building: 0.23, sameClass: -0.13, shared: 0.37, apart: -2.29, hours: -0.4, again: 1.28 };

/** Makes the judge over what speaks for each class: people tell one thing in words of which no two are the same. */
export function createTellSame(classScores: ClassScores): TellSame {
  // One report is compared with many.
  const read = rememberLast((text) => pieceOf(text, classScores));
  return (reports) => {
    const shared = sharedPairs(reports.earlier, reports.later);
    if (shared.least === 0) return { sure: false, likely: 0 };
    const share = shared.both < 2 ? 0 : shared.both / shared.least;
    return { sure: reports.sameClass && share >= SURE_FROM[reports.where], likely: likelihood(reports, shared.both, howFarApart(read(reports.earlier), read(reports.later))) };
  };
}

function likelihood({ later, hours, sameClass, where }: TwoReports, shared: number, apart: number): number {
  const sum =
    WEIGHTS.always +
    (where === 'within' ? WEIGHTS.within : 0) +
    (where === 'building' ? WEIGHTS.building : 0) +
    (sameClass ? WEIGHTS.sameClass : 0) +
    WEIGHTS.shared * Math.min(shared, MOST_SHARED) +
    WEIGHTS.apart * apart +
    WEIGHTS.hours * Math.log1p(hours) +
    (toldAgain.test(plainText(later)) ? WEIGHTS.again : 0);
  return 1 / (1 + Math.exp(-sum));
}

/** How many pairs of characters both have, and how many the shorter one has. */
function sharedPairs(earlier: string, later: string): { readonly both: number; readonly least: number } {
  const [first, second] = [pairs(earlier), pairs(later)];
  return { both: [...first].filter((pair) => second.has(pair)).length, least: Math.min(first.size, second.size) };
}

function pairs(text: string): Set<string> {
  const bare = plainText(text).replace(LONG_NUMBER, '').replace(/[\p{P}\p{S}\s]/gu, '').slice(0, READ);
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)));
}
