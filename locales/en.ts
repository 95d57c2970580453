import { zhCN } from './text.ts';
import type { Sentences } from './text.ts';

/** English. */
export const en: Sentences = { ...zhCN };
