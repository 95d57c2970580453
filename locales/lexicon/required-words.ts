import type { Language, TextKey } from '../text.ts';

/** Words that stay in a sentence however it is worded: what the law wants said, and the ways to a person, to the whole notice and to erasure. */
export const REQUIRED_WORDS: Readonly<Partial<Record<TextKey, Readonly<Record<Language, readonly string[]>>>>> = {
  'chat.privacy-notice': { 'zh-CN': ['程序', '隐私', '转人工'], en: ['program', 'privacy', 'human'] },
  'chat.privacy': { 'zh-CN': ['加密', '转人工', '删除我的信息'], en: ['sealed', 'human', 'erase me'] },
  'chat.erase-confirm': { 'zh-CN': ['无法恢复', '确认删除'], en: ['gone for good', 'confirm erase'] },
  'chat.blocked': { 'zh-CN': ['12345'], en: ['12345'] },
  'channel.greeting': { 'zh-CN': ['程序', '转人工'], en: ['program', 'person'] },
  'channel.greeting-at': { 'zh-CN': ['程序', '转人工'], en: ['program', 'person'] },
};
