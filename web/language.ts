import type { Request } from 'express';
import type { Language } from './outcome.ts';

/** The language that the caller prefers among ours. */
export function languageOf(req: Request, otherwise: Language): Language {
  if (req.headers['accept-language'] === undefined) return otherwise;
  const accepted = req.acceptsLanguages(otherwise, 'zh-CN', 'zh', 'en');
  if (accepted === false) return otherwise;
  return accepted === 'en' ? 'en' : 'zh-CN';
}
