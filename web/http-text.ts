import { httpTexts } from '../locales/zh-CN/http.ts';

/** A sentence of HTTP's, from words that may be the key of one. */
export function textKey(words: string): keyof typeof httpTexts | undefined {
  return isKey(words) ? words : undefined;
}

function isKey(words: string): words is keyof typeof httpTexts {
  return Object.hasOwn(httpTexts, words);
}
