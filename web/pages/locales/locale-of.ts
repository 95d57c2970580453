import { ref, type Ref } from 'vue';

const REMEMBERED = 'shaozi.lang';

/** The languages the pages speak. */
export type Lang = 'zh-CN' | 'en';

/** What fills the braces of a text; a list is said as the language says lists. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

const LIST_JOIN: Readonly<Record<Lang, string>> = { 'zh-CN': '、', en: ', ' };

/** A page's language and the only way to say something in it. */
export interface LocaleOf<K extends string> {
  readonly lang: Ref<Lang>;
  readonly say: (key: K, params?: Params) => string;
  /** Several words in one line. */
  readonly listed: (words: readonly string[]) => string;
  /** The text of `prefix.value` where there is one, and the value itself where there is none. */
  readonly known: (prefix: string, value: string) => string;
  readonly turn: () => void;
}

/** Speaks the remembered language, else the browser's; Chinese wherever it is among the browser's. */
export function createLocaleOf<K extends string>(texts: Readonly<Record<Lang, Readonly<Record<K, string>>>>, storage: Storage, preferred: readonly string[]): LocaleOf<K> {
  const lang = ref<Lang>(firstLanguage(storage.getItem(REMEMBERED), preferred));
  const isKey = (key: string): key is K => Object.hasOwn(texts['zh-CN'], key);
  const listed = (words: readonly string[]): string => words.join(LIST_JOIN[lang.value]);
  const say = (key: K, params: Params = {}): string => filled(texts[lang.value][key], params, listed);
  return {
    lang,
    say,
    listed,
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

function filled(text: string, params: Params, listed: (words: readonly string[]) => string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'object' ? listed(value) : String(value);
  });
}
