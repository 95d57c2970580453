import type { Demand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { tierOf } from '../mechanism/mechanism.ts';
import type { Rules } from '../time/start-clock.ts';
import type { Words } from '../words.ts';
import { above, assignTo } from './assign.ts';

/** Back to whoever held it, or one tier up when it has been redone too often (提级办理). */
export function reopen(rules: Rules, demand: Demand, why: { by: string; no?: string | undefined; reason?: Words | undefined }, now: Date): DemandEvent {
  const here = { tier: demand.tier, unit: demand.holder };
  const up = above(rules, demand);
  const goesUp = demand.redos + 1 >= rules.mechanism.brake.redos && up !== undefined && tierOf(rules.mechanism, up.tier).requestOn === undefined;
  const assignment = assignTo(rules, goesUp ? up : here, demand, now);
  return { type: 'reopened', at: now, by: why.by, data: { no: why.no, reason: why.reason, assignment } };
}
