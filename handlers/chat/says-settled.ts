import { SETTLED } from '../../locales/lexicon/commands.ts';

/** Who writes more says something else too. */
export const LONGEST_SETTLING = 60;

/** Whether all that words say is that a matter is settled, or not wanted any more. */
export function saysSettled(words: string): boolean {
  return words.length <= LONGEST_SETTLING && SETTLED.some((one) => one.test(words));
}
