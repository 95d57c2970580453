import { present } from '../../domain/demand.ts';
import { ownNumber } from '../acting/act.ts';
import type { DemandStore } from '../ports/demands.ts';
import { reply, type ChatHandler } from './utterance.ts';

/** Who takes a message back hears what it does not undo: what is registered, or was done by it. */
export function takenBack(demands: Pick<DemandStore, 'causedBy' | 'load'>): ChatHandler {
  return async ({ kinds, quoteOf, actor }) => {
    if (!kinds.includes('recall')) return 'pass';
    const [id] = quoteOf === undefined ? [] : await demands.causedBy(quoteOf);
    const stored = id === undefined ? undefined : await demands.load(id);
    if (stored === undefined) return [];
    const { state } = stored;
    if (!present(state).some(({ person }) => person === actor.person)) return reply('chat.step-stays', { no: state.id }, state);
    return state.phase.status === 'closed' || state.phase.status === 'withdrawn' ? [] : reply('chat.matter-stays', { no: ownNumber(state, actor) }, state);
  };
}
