import { directoryTexts } from './en/directory.ts';
import { httpTexts } from './en/http.ts';
import { settingsTexts } from './en/settings.ts';
import { toolTexts } from './en/tools.ts';
import { zhCN } from './text.ts';
import type { Sentences } from './text.ts';

/** English. */
export const en: Sentences = { ...zhCN, ...directoryTexts, ...httpTexts, ...settingsTexts, ...toolTexts };
