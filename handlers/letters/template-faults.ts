import { REQUIRED_WORDS } from '../../locales/lexicon/required-words.ts';
import { originalOf } from '../../locales/original.ts';
import type { Language, TextKey } from '../../locales/text.ts';
import { LANGUAGES } from '../../locales/text.ts';

/** What is wrong with a changed sentence. */
export interface TemplateFault {
  readonly code: 'empty' | 'too-long' | 'unknown-placeholder' | 'missing-placeholder' | 'broken-braces' | 'strange-signs' | 'missing-words';
  readonly params: Readonly<Record<string, string | number>>;
}

/** What fits into one message of every channel, with what is filled in. */
const ALWAYS_ALLOWED = 500;
const BRACED = /\{\{([^{}]*)\}\}/g;
/** Signs that no messenger shows, a line feed excepted. */
const STRANGE = /[\u0000-\u0009\u000B-\u001F\u007F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

/** The names of what is filled into a sentence, each once, in their order. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(BRACED)].map(([, name = '']) => name))];
}

/** How long a sentence may be made. */
export function longestFor(original: string): number {
  return Math.max(ALWAYS_ALLOWED, original.length * 2);
}

/** Everything that is wrong with other words for a sentence; none when they may be said instead. What either language fills in may be used, what its own original fills in must be. */
export function templateFaults(language: Language, key: TextKey, text: string): readonly TemplateFault[] {
  const original = originalOf(language, key);
  const used = placeholdersIn(text);
  const known = new Set(LANGUAGES.flatMap((each) => placeholdersIn(originalOf(each, key))));
  const unknown = used.filter((name) => !known.has(name));
  const missing = placeholdersIn(original).filter((name) => !used.includes(name));
  const lacking = (REQUIRED_WORDS[key]?.[language] ?? []).filter((words) => !text.includes(words));
  const fault = (is: boolean, code: TemplateFault['code'], params: TemplateFault['params'] = {}): TemplateFault[] => (is ? [{ code, params }] : []);
  return [
    ...fault(text.trim() === '' && original.trim() !== '', 'empty'),
    ...fault(text.length > longestFor(original), 'too-long', { length: text.length, most: longestFor(original) }),
    ...fault(unknown.length > 0, 'unknown-placeholder', { names: braced(unknown), known: braced([...known]) }),
    ...fault(missing.length > 0, 'missing-placeholder', { names: braced(missing) }),
    ...fault(/\{\{|\}\}/.test(text.replace(BRACED, '')), 'broken-braces'),
    ...fault(STRANGE.test(text), 'strange-signs'),
    ...fault(lacking.length > 0, 'missing-words', { words: lacking.join(' / ') }),
  ];
}

function braced(names: readonly string[]): string {
  return names.map((name) => `{{${name}}}`).join(' ');
}
