import { en } from './en.ts';
import { zhCN } from './text.ts';
import type { Language, TextKey } from './text.ts';

const ORIGINALS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { 'zh-CN': zhCN, en };

/** The sentence as it comes with the program. */
export function originalOf(language: Language, key: TextKey): string {
  return ORIGINALS[language][key];
}
