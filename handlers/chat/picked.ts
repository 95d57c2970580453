import { NEITHER_WORDS, PICKED } from '../../locales/lexicon/commands.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import { simple } from './grammar.ts';

/** The words, in simplified characters, without what ends a sentence. */
export function bare(text: string): string {
  return withoutEnd(simple(text));
}

/** Which of what was offered is picked, from 1: by its number, or in words. */
export function picked(text: string): number | undefined {
  const said = bare(text);
  if (/^[1-9]$/.test(said)) return Number(said);
  const at = PICKED.findIndex((one) => one.test(said));
  return at < 0 ? undefined : at + 1;
}

/** Whether the words say that none of what was offered is meant. */
export function picksNone(text: string): boolean {
  const said = bare(text);
  return NEITHER_WORDS.neither.test(said) || NEITHER_WORDS.different.test(said);
}

/** Whether all that is said is yes. */
export function saysYes(text: string): boolean {
  return NEITHER_WORDS.same.test(bare(text));
}
