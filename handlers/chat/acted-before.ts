import type { DemandStore } from '../ports.ts';
import type { ChatHandler } from './utterance.ts';

/**
 * An answer or correction that took effect before a sudden end is not taken for something else now that its question is
 * answered. Reports pass: they find what they made, and go on with what is missing.
 */
export function actedBefore(demands: Pick<DemandStore, 'causedBy' | 'madeFrom'>): ChatHandler {
  return async ({ id, again }) => {
    if (!again || (await demands.causedBy(id)).length === 0) return 'pass';
    const report = (await demands.madeFrom(id)) ?? (await demands.causedBy(`${id}#1`))[0];
    return report === undefined ? [] : 'pass';
  };
}
