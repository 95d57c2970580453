import { createInstance } from 'i18next';
import { en } from './en.ts';
import { originalOf } from './original.ts';
import { zhCN } from './text.ts';
import type { Language, Params, TextKey } from './text.ts';

/** Puts a key and its parameters into words. */
export type Speak = (language: Language, key: TextKey, params?: Params) => string;

/** Other words for a sentence than those it comes with. */
export interface Reworded {
  readonly key: TextKey;
  readonly language: Language;
  readonly text: string;
}

/** Says sentences, some of them in other words. */
export interface Wording {
  readonly speak: Speak;
  /** From now on these are said in other words, and all others as they come with the program. */
  readonly use: (reworded: readonly Reworded[]) => void;
}

/** The one place that turns keys into sentences; a parameter that is missing is left empty. */
export function createWording(): Wording {
  const i18n = createInstance();
  void i18n.init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: { ...zhCN } }, en: { translation: { ...en } } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnEmptyString: true,
    missingInterpolationHandler: () => '',
  });
  const set = ({ key, language, text }: Reworded) => void i18n.addResource(language, 'translation', key, text, { silent: true });
  let held: readonly Reworded[] = [];
  return {
    speak: (language, key, params = {}) => i18n.t(key, { ...listed(params, i18n.t('part.list-join', { lng: language })), lng: language, nest: false }),
    use: (reworded) => {
      for (const { key, language } of held) set({ key, language, text: originalOf(language, key) });
      for (const one of reworded) set(one);
      held = reworded;
    },
  };
}

function listed(params: Params, join: string): Readonly<Record<string, string | number | undefined>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value.join(join) : value]));
}

/** Says sentences as they come with the program. */
export function createSpeak(): Speak {
  return createWording().speak;
}
