import type { DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';

/** Who raised it is uncovered for somebody, for a reason: possible at any time of a demand's life, and never without a trace. */
export function reveal(demand: Demand, { by, no, reason }: Extract<DemandCommand, { type: 'reveal' }>, now: Date): Result<readonly DemandEvent[], Refusal> {
  if (!demand.reporters.some((reporter) => reporter.no === no)) return refuse('not-yours');
  return accept([{ type: 'revealed', at: now, by: by.person, data: { no, reason } }]);
}
