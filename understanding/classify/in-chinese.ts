import { english } from '../../locales/lexicon/english.ts';

const ENGLISH = /[a-z]{2,}[^\p{Script=Han}]*[a-z]{2,}/iu;
const HAN = /\p{Script=Han}/u;

/** An English text as the Chinese words it stands for, for the engine's eyes only; any other text as it is. */
export function inChinese(text: string): string {
  if (HAN.test(text) || !ENGLISH.test(text)) return text;
  return english.reduce((left, [pattern, meaning]) => left.replace(pattern, meaning), text.toLowerCase());
}
