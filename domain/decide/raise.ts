import type { Destination, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { transfers } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { gradeOf, mayBeCalled, tierOf } from '../mechanism/mechanism.ts';
import type { UnitRef } from '../mechanism/mechanism.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Rules } from '../time/start-clock.ts';
import type { Words } from '../words.ts';
import { above, assignTo } from './assign.ts';
import { requestWhistle } from './call-units.ts';

type Decision = Result<readonly DemandEvent[], Refusal>;

interface Raise {
  readonly by: string;
  readonly why: 'called' | 'brake';
  readonly reason?: Words | undefined;
  readonly to: Destination;
  readonly request?: UnitRef | undefined;
}

/** One tier up: given to its unit, or requested on a chain from a unit where that tier solves nothing itself. */
export function raise(rules: Rules, demand: Demand, { by, why, reason, to, request }: Raise, now: Date): Decision {
  const data = { from: demand.holder, why, reason };
  const tier = tierOf(rules.mechanism, to.tier);
  if (tier.requestOn === undefined) {
    return accept([{ type: 'escalated', at: now, by, data: { ...data, assignment: assignTo(rules, to, demand, now) } }]);
  }
  if (request === undefined) return refuse('no-unit-to-request');
  if (!mayBeCalled(rules.mechanism, tier.requestOn.chain, request)) return refuse('no-chain');

  const assignment = { tier: to.tier, holder: demand.holder, grade: gradeOf(rules.mechanism, to.tier), clocks: [] };
  return accept([
    { type: 'escalated', at: now, by, data: { ...data, assignment } },
    requestWhistle(rules, demand, { ...tier.requestOn, unit: request, by }, now),
  ]);
}

/** One transfer too many: the matter goes one tier up (提级办理) instead of to yet another unit; undefined while it may go on. */
export function brake(rules: Rules, demand: Demand, { by, next, reason }: { readonly by: string; readonly next: string; readonly reason?: Words | undefined }, now: Date): Decision | undefined {
  const moves = transfers(demand) + (demand.charged.length > 0 && demand.charged.at(-1) !== next ? 1 : 0);
  const to = above(rules, demand);
  if (moves < rules.mechanism.brake.transfers || to === undefined || tierOf(rules.mechanism, to.tier).requestOn !== undefined) return undefined;
  return raise(rules, demand, { by, why: 'brake', reason, to }, now);
}
