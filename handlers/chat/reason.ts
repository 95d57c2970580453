import { present } from '../../domain/demand.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { written } from './grammar.ts';
import type { ChatHandler } from './utterance.ts';

const WITHIN_MS = 24 * 3600_000;

/** The next thing a dissatisfied person writes, when no reason was given, is the reason. */
export function reason({ demands, execute, sealer }: { demands: Pick<DemandStore, 'raisedBy'>; execute: Execute['execute']; sealer: Pick<Sealer, 'seal'> }): ChatHandler {
  return async ({ id, person, actor, text, room, at }) => {
    if (room !== undefined || text === '' || written(text) !== undefined) return 'pass';
    for (const demand of await demands.raisedBy(person.id, { open: true, limit: 10 })) {
      const wanted = present(demand).find((one) => one.person === person.id && one.revisit.state === 'answered' && one.revisit.wantsReason && at.getTime() - one.revisit.at.getTime() < WITHIN_MS);
      if (wanted === undefined) continue;
      const given = await execute(demand.id, { type: 'give-reason', by: actor, no: wanted.no, reason: await sealer.seal(person.id, text) }, id);
      if (given.ok) return [];
    }
    return 'pass';
  };
}
