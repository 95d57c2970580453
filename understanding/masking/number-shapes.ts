import { publicLine } from '../../locales/lexicon/personal-number-words.ts';

const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
const MOBILE_LENGTH = 11;
const NEARLY_MOBILE = /^1[3-9]\d{8}(?:\d{2})?$/;
const FIXED_LINE = /^(?:(?:00)?86)?0(?:10|2\d|[3-9]\d{2})[1-9]\d{5,7}$/;
const LOCAL_LINE = /^[2-8]\d{6,7}$/;
const ABROAD = /^(?:00)?(?:85[23][2-9]\d{7}|8860?[2-9]\d{7,8})$/;
const DAY_BORN = '(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const IDENTITY = new RegExp(`^[1-8]\\d{5}${DAY_BORN}\\d{3}[\\dX]$`);
const NEARLY_IDENTITY = new RegExp(`^[1-8]\\d{4,6}${DAY_BORN}\\d{2,4}X?$`);
const OLD_IDENTITY = /^[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const STARRED_IDENTITY = /^[1-8]\d{5}[\d*]{8,11}[\dX*]$/;
const HALF_MOBILE = /^1[3-9]\d{5,7}$/;
const HOME_CARD = /^62\d{14,17}$/;
const BANK_CARD = /^(?:6[02]|4|5[1-5])\d{14,17}$/;

/** Whether these figures are a mobile number. */
export function isMobile(figures: string): boolean {
  return MOBILE.test(figures);
}

/** Whether they are a mobile number with a figure missing or one too many, in one, beginning with three, or each apart. */
export function isNearlyMobile(figures: string, lengths: readonly number[]): boolean {
  return NEARLY_MOBILE.test(figures) && (isInOneOrByThree(lengths) || lengths.every((length) => length === 1));
}

/** Whether they are the beginning of a mobile number, in one or beginning with three or four. */
export function isHalfMobile(figures: string, lengths: readonly number[]): boolean {
  return HALF_MOBILE.test(figures) && (isInOneOrByThree(lengths) || lengths[0] === 4);
}

/** Whether their first groups are a mobile number, and more groups follow. */
export function beginsWithMobile(figures: string, lengths: readonly number[]): boolean {
  const first = figures.slice(0, MOBILE_LENGTH);
  let sum = 0;
  return figures.length > MOBILE_LENGTH && isMobile(first) && lengths.some((length) => (sum += length) === MOBILE_LENGTH);
}

/** Whether they are a telephone with the code of its town, or one of Hong Kong, Macau or Taiwan, written as such. */
export function isFixedLine(figures: string, lengths: readonly number[]): boolean {
  const codeApart = lengths.length === 1 || (lengths[0] ?? 0) >= 3 || lengths.every((length) => length === 1);
  if (!codeApart) return false;
  if (ABROAD.test(figures)) return lengths.length > 1 || figures.startsWith('00');
  return FIXED_LINE.test(figures) && (lengths.length > 1 || figures.length >= 11 || /^0(?:10|2)/.test(figures));
}

/** Whether they are a telephone without the code of its town. */
export function isLocalLine(figures: string): boolean {
  return LOCAL_LINE.test(figures);
}

/** Whether they are an identity card's, with a birthday at its place. */
export function isIdentityCard(figures: string): boolean {
  return IDENTITY.test(figures);
}

/** Whether they are one of the old cards with 15 figures, or one with a figure missing or too many, or partly starred out. */
export function isNearlyIdentityCard(figures: string): boolean {
  return OLD_IDENTITY.test(figures) || NEARLY_IDENTITY.test(figures) || isStarredIdentity(figures);
}

/** Whether they are a bank card's, written in one or in fours; one of this country's in other groups too. */
export function isBankCard(figures: string, lengths: readonly number[]): boolean {
  if (HOME_CARD.test(figures) && lengths.every((length) => length >= 3)) return true;
  return BANK_CARD.test(figures) && (lengths.length === 1 || lengths.slice(0, -1).every((length) => length === 4 || length === 6));
}

/** Whether anybody may call it: an office's short number, a 400 number. */
export function isPublicLine(figures: string): boolean {
  return publicLine.test(figures);
}

function isInOneOrByThree(lengths: readonly number[]): boolean {
  return lengths.length === 1 || lengths[0] === 3;
}

function isStarredIdentity(figures: string): boolean {
  return figures.includes('*') && STARRED_IDENTITY.test(figures) && figures.replaceAll('*', '').length >= 10;
}
