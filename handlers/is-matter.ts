import type { Intent, Matter } from '../understanding/understanding.ts';

const MATTERS: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger', 'suggestion', 'enterprise']);

/** Whether a matter is one that somebody must handle. */
export function isMatter({ intent, urgency }: Pick<Matter, 'intent' | 'urgency'>): boolean {
  return MATTERS.has(intent) || urgency === 'danger';
}

const WRONG: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger']);
const SURE_ENOUGH = 0.6;
/** Why a class was found where not a word was understood. */
const NOTHING_SAID = 'class:nothing-said';

/** Whether the words plainly report something: they name a thing, and that something is the matter with it. */
export function isPlainReport({ intent, intentConfidence = 1, urgency, reasons }: Matter): boolean {
  const namesThing = reasons.some((reason) => reason.startsWith('class:') && reason !== NOTHING_SAID);
  return namesThing && (urgency === 'danger' || (WRONG.has(intent) && intentConfidence >= SURE_ENOUGH));
}
