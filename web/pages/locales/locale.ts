import { en } from './en.ts';
import { createLocaleOf, type Lang, type LocaleOf, type Params } from './locale-of.ts';
import { zhCN, type TextKey } from './zh-CN.ts';

export type { Lang, Params };

/** The sandbox page's language and the only way to say something in it. */
export type Locale = LocaleOf<TextKey>;

/** Speaks the remembered language, else the browser's; Chinese wherever it is among the browser's. */
export function createLocale(storage: Storage, preferred: readonly string[]): Locale {
  return createLocaleOf<TextKey>({ 'zh-CN': zhCN, en }, storage, preferred);
}
