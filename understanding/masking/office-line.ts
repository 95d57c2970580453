import { officeAfter, officeBefore } from '../../locales/lexicon/personal-office-words.ts';
import type { Span } from '../span.ts';
import { isMobile, isNearlyMobile } from './number-shapes.ts';

const REACH = 20;

/** Whether a telephone in a plain text is said to be an office's, whom everybody may call; a mobile number is always somebody's. */
export function isOfficeLine(text: string, { figures, lengths, start, end }: Span & { readonly figures: string; readonly lengths: readonly number[] }): boolean {
  if (isMobile(figures) || isNearlyMobile(figures, lengths)) return false;
  return officeBefore.test(text.slice(Math.max(0, start - REACH), start)) || officeAfter.test(text.slice(end, end + REACH));
}
