import { assessmentTexts } from './en/assessment.ts';
import { channelTexts } from './en/channels.ts';
import { chat } from './en/chat.ts';
import { consoleTexts } from './en/console.ts';
import { deliberationTexts } from './en/deliberation.ts';
import { deskTexts } from './en/desk.ts';
import { digestTexts } from './en/digest.ts';
import { directoryTexts } from './en/directory.ts';
import { districtTexts } from './en/district.ts';
import { httpTexts } from './en/http.ts';
import { listTexts } from './en/lists.ts';
import { notices } from './en/notices.ts';
import { parts } from './en/parts.ts';
import { recordTexts } from './en/records.ts';
import { refusals } from './en/refusals.ts';
import { sayTexts } from './en/say.ts';
import { serviceTexts } from './en/services.ts';
import { settingsTexts } from './en/settings.ts';
import { sideTexts } from './en/side.ts';
import { sourceTexts } from './en/sources.ts';
import { toolTexts } from './en/tools.ts';
import { warningTexts } from './en/warnings.ts';
import type { Sentences } from './text.ts';

/** English. */
export const en: Sentences = { ...assessmentTexts, ...channelTexts, ...notices, ...parts, ...refusals, ...chat, ...consoleTexts, ...deskTexts, ...digestTexts, ...directoryTexts, ...districtTexts, ...httpTexts, ...recordTexts, ...sayTexts, ...serviceTexts, ...settingsTexts, ...toolTexts, ...warningTexts, ...sideTexts, ...deliberationTexts, ...listTexts, ...sourceTexts };
