import type { DemandStore } from '../ports/demands.ts';
import type { ChatHandler } from './utterance.ts';

/**
 * An answer or correction that took effect before a sudden end is not taken for something else now that its question is
 * answered. Reports pass: they find what they made, and go on with what is missing.
 */
export function actedBefore(demands: Pick<DemandStore, 'causedBy' | 'load'>): ChatHandler {
  return async ({ id, again }) => {
    const acted = again ? await demands.causedBy(id) : [];
    if (acted.length === 0) return 'pass';
    const effects = (await Promise.all(acted.map((one) => demands.load(one)))).flatMap((stored) => stored?.timeline ?? []).filter(({ cause }) => cause === id || cause.startsWith(`${id}#`));
    return effects.some(({ type }) => REPORTS.includes(type)) ? 'pass' : [];
  };
}

/** What a report leads to: a demand of its own, or one of a neighbour's that it supports. */
const REPORTS: readonly string[] = ['registered', 'supported'];
