import { createInstance } from 'i18next';
import { en } from './en.ts';
import { zhCN } from './text.ts';
import type { Language, Params, TextKey } from './text.ts';

/** Puts a key and its parameters into words. */
export type Speak = (language: Language, key: TextKey, params?: Params) => string;

/** The one place that turns keys into sentences; a parameter that is missing is left empty. */
export function createSpeak(): Speak {
  const i18n = createInstance();
  void i18n.init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnEmptyString: true,
    missingInterpolationHandler: () => '',
  });
  return (language, key, params = {}) => i18n.t(key, { ...params, lng: language, nest: false });
}
