import { present } from '../../domain/demand.ts';
import { ownNumber } from '../act.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore, Now } from '../ports.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

const BELONGS_WITHIN_MS = 30 * 60_000;

/** A picture without words belongs to what the person has just told; else it is asked what it shows. */
export function pictures({ demands, execute, now }: { demands: Pick<DemandStore, 'raisedBy'>; execute: Execute['execute']; now: Now }): ChatHandler {
  return async ({ id, person, actor, room, text, media, kinds }) => {
    if (text !== '' || media.length === 0) return 'pass';
    if (room !== undefined) return [];
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    const raised = last === undefined ? undefined : present(last).find((one) => one.person === person.id);
    if (last === undefined || raised === undefined || now().getTime() - raised.at.getTime() > BELONGS_WITHIN_MS) return reply(kinds.includes('audio') ? 'chat.voice' : 'chat.picture-alone');

    const added = await execute(last.id, { type: 'supplement', by: actor, media }, id);
    return added.ok ? [] : reply('refusal.not-open', { no: ownNumber(last, actor) }, last);
  };
}
