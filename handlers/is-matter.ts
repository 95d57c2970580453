import type { Intent, Matter } from '../understanding/understanding.ts';

const MATTERS: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger', 'suggestion', 'enterprise']);

/** Whether a matter is one that somebody must handle. */
export function isMatter({ intent, urgency }: Pick<Matter, 'intent' | 'urgency'>): boolean {
  return MATTERS.has(intent) || urgency === 'danger';
}
