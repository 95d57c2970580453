import { ref, type Ref } from 'vue';
import { en } from './en.ts';
import { zhCN, type TextKey } from './zh-CN.ts';

const LOCALES = { 'zh-CN': zhCN, en } satisfies Record<string, Record<TextKey, string>>;
const REMEMBERED = 'shaozi.lang';

/** The languages the pages speak. */
export type Lang = keyof typeof LOCALES;

/** What fills the braces of a text. */
export type Params = Readonly<Record<string, string | number>>;

/** The page's language and the only way to say something in it. */
export interface Locale {
  readonly lang: Ref<Lang>;
  readonly say: (key: TextKey, params?: Params) => string;
  /** The text of `prefix.value` where there is one, and the value itself where there is none. */
  readonly known: (prefix: string, value: string) => string;
  readonly turn: () => void;
}

/** Speaks the remembered language, else the address's or the browser's; Chinese wherever it is among the browser's. */
export function createLocale(storage: Storage, preferred: readonly string[]): Locale {
  const lang = ref<Lang>(firstLanguage(storage.getItem(REMEMBERED), preferred));
  const say = (key: TextKey, params: Params = {}): string => filled(LOCALES[lang.value][key], params);
  return {
    lang,
    say,
    known: (prefix, value) => {
      const key = `${prefix}.${value}`;
      return isKey(key) ? say(key) : value;
    },
    turn: () => {
      lang.value = lang.value === 'en' ? 'zh-CN' : 'en';
      storage.setItem(REMEMBERED, lang.value);
    },
  };
}

function firstLanguage(remembered: string | null, preferred: readonly string[]): Lang {
  if (remembered === 'en' || remembered === 'zh-CN') return remembered;
  return preferred.some((language) => language.startsWith('zh')) ? 'zh-CN' : 'en';
}

function isKey(key: string): key is TextKey {
  return Object.hasOwn(zhCN, key);
}

function filled(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
