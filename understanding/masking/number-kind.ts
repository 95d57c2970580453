import { countedAfter, dialAfter, type NumberCue, restUnknown } from '../../locales/lexicon/personal-number-words.ts';
import type { PersonalKind } from '../../locales/lexicon/personal-words.ts';
import type { SaidOfNumber } from './number-cue.ts';
import { beginsWithMobile, isBankCard, isFixedLine, isHalfMobile, isIdentityCard, isLocalLine, isMobile, isNearlyIdentityCard, isNearlyMobile, isPublicLine } from './number-shapes.ts';
import type { Stretch } from './number-stretches.ts';

const SHORTEST = 5;
const AFTER = 16;
const LETTER_FIRST = /^[A-Za-z]/;
const DATED = /^(?:19|20)\d{2}[-./]\d{1,2}[-./]/;
const MAY_END_IN_LETTERS: ReadonlySet<NumberCue> = new Set(['id-card', 'passport', 'record']);

/** What kind of personal number a stretch of figures is, by its shape, else by what was said before it; undefined when it is none. */
export function numberKind(text: string, stretch: Stretch, said: SaidOfNumber | undefined): PersonalKind | undefined {
  const { figures, lengths, listed } = stretch;
  if (figures.length < SHORTEST || isPublicLine(figures)) return undefined;
  if (listed && (said?.cue !== 'phone' || lengths[0] !== 3)) return undefined;
  return shapeKind(text, stretch, said) ?? (said === undefined || isOfAnotherSort(text, stretch, said) ? undefined : saidKind(stretch, said));
}

/** A number of a thing's own may look like a card, and nobody's number is followed by a measure. */
function shapeKind(text: string, stretch: Stretch, said: SaidOfNumber | undefined): PersonalKind | undefined {
  const { figures, lengths, end } = stretch;
  if (LETTER_FIRST.test(text.charAt(end))) return undefined;
  if (isIdentityCard(figures)) return 'id-card';
  if (isMobile(figures) || isFixedLine(figures, lengths) || isDialledAbroad(text, stretch)) return 'phone';
  if (said?.cue === 'thing') return undefined;
  if (isNearlyIdentityCard(figures)) return 'id-card';
  if (isBankCard(figures, lengths)) return 'bank-card';
  if (said !== undefined || isCounted(text, end)) return undefined;
  return isNearlyMobile(figures, lengths) || isToldOf(stretch, text.slice(end, end + AFTER)) ? 'phone' : undefined;
}

/** What follows may say that it is to be dialled, or that the rest of it is not known. */
function isToldOf({ figures, lengths }: Stretch, after: string): boolean {
  return (isLocalLine(figures) && dialAfter.test(after)) || (isHalfMobile(figures, lengths) && restUnknown.test(after));
}

function isOfAnotherSort(text: string, { start, end }: Stretch, { cue }: SaidOfNumber): boolean {
  if (LETTER_FIRST.test(text.charAt(end)) && !MAY_END_IN_LETTERS.has(cue)) return true;
  return isCounted(text, end) || DATED.test(text.slice(start, end));
}

function saidKind({ figures, letters, lengths }: Stretch, { cue, direct }: SaidOfNumber): PersonalKind | undefined {
  const length = figures.length;
  switch (cue) {
    case 'phone':
      return letters === '' && length >= (direct ? 6 : 7) && length <= 15 && !beginsWithMobile(figures, lengths) ? 'phone' : undefined;
    case 'where':
      return letters === '' && isLocalLine(figures) ? 'phone' : undefined;
    case 'bank-card':
      return length >= (direct && letters !== '' ? 5 : 8) ? 'bank-card' : undefined;
    case 'id-card':
      return length >= (letters === '' ? 8 : 6) ? 'id-card' : undefined;
    case 'passport':
      return length >= 6 ? 'passport' : undefined;
    case 'record':
      if (!direct && lengths.length > 1 && isLocalLine(figures)) return 'phone';
      return length >= (direct || letters !== '' ? 5 : 8) ? 'record' : undefined;
    default:
      return undefined;
  }
}

function isDialledAbroad(text: string, { figures, start }: Stretch): boolean {
  return text.charAt(start - 1) === '+' && figures.length >= 8 && figures.length <= 15;
}

function isCounted(text: string, end: number): boolean {
  return countedAfter.test(text.slice(end, end + AFTER));
}
