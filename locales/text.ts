import { assessmentTexts } from './zh-CN/assessment.ts';
import { channelTexts } from './zh-CN/channels.ts';
import { chat } from './zh-CN/chat.ts';
import { consoleTexts } from './zh-CN/console.ts';
import { deliberationTexts } from './zh-CN/deliberation.ts';
import { deskTexts } from './zh-CN/desk.ts';
import { digestTexts } from './zh-CN/digest.ts';
import { directoryTexts } from './zh-CN/directory.ts';
import { districtTexts } from './zh-CN/district.ts';
import { httpTexts } from './zh-CN/http.ts';
import { listTexts } from './zh-CN/lists.ts';
import { notices } from './zh-CN/notices.ts';
import { parts } from './zh-CN/parts.ts';
import { recordTexts } from './zh-CN/records.ts';
import { refusals } from './zh-CN/refusals.ts';
import { sayTexts } from './zh-CN/say.ts';
import { serviceTexts } from './zh-CN/services.ts';
import { settingsTexts } from './zh-CN/settings.ts';
import { sideTexts } from './zh-CN/side.ts';
import { sourceTexts } from './zh-CN/sources.ts';
import { toolTexts } from './zh-CN/tools.ts';
import { warningTexts } from './zh-CN/warnings.ts';

/** Everything the program says, in Chinese; the other languages must have the same keys. */
export const zhCN = { ...assessmentTexts, ...channelTexts, ...notices, ...parts, ...refusals, ...chat, ...consoleTexts, ...deskTexts, ...digestTexts, ...directoryTexts, ...districtTexts, ...httpTexts, ...recordTexts, ...sayTexts, ...serviceTexts, ...settingsTexts, ...toolTexts, ...warningTexts, ...sideTexts, ...deliberationTexts, ...listTexts, ...sourceTexts } as const;

/** The key of a sentence. */
export type TextKey = keyof typeof zhCN;

/** Whether there is a sentence of this key. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(zhCN, key);
}

/** A language: a sentence for every key. */
export type Sentences = Readonly<Record<TextKey, string>>;

/** The languages that people are spoken to in. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that a text is plainly written in; undefined when it could be any. */
export function languageOf(text: string): Language | undefined {
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /[a-z]{2,}.*\s.*[a-z]{2,}/i.test(text) ? 'en' : undefined;
}

/** What goes into a sentence; a list is said as its language says lists. */
export type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A sentence by key, with what goes into it. */
export interface Text {
  readonly key: TextKey;
  readonly params?: Params | undefined;
}
