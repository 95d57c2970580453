import type { Actor, DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { isInHand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { THE_CLOCK } from '../events.ts';
import type { PoolCall } from '../pool-call.ts';
import { mayCallOn } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import { clockId } from '../time/clocks.ts';
import type { Clock } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** Persons are called (党员、志愿者): open until as many as wanted have reported in, or the time is up. The matter stays with whoever has it. */
export function callPeople(rules: Rules, demand: Demand, { by, chain: id, invited, wanted }: Command<'call-people'>, now: Date): Decision {
  if (!isInHand(demand)) return refuse(demand.phase.status === 'incomplete' ? 'place-missing' : 'not-in-hand');
  const chain = rules.mechanism.chains.find((one) => one.id === id);
  if (chain?.pool === undefined) return refuse('no-such-chain');
  if (by.unit === undefined || !mayCallOn(rules.mechanism, chain, by, demand)) return refuse('not-dispatcher');
  const caller = by.unit.id;
  if (demand.pools?.some((one) => one.status === 'open' && one.chain === id && one.caller === caller && one.invited.some((person) => invited.includes(person))) === true) return refuse('pool-open');
  const number = wanted ?? chain.pool.wanted;
  if (number > chain.pool.most) return refuse('too-many-people');
  if (invited.length === 0) return refuse('nobody-to-call');
  if (number > invited.length) return refuse('too-few-people');

  const pool = `p${(demand.pools?.length ?? 0) + 1}`;
  const clock = startClock(rules, { kind: 'pool', id: clockId('pool', pool), unit: caller, timed: chain.pool.gather, from: now, urgent: demand.urgency === 'danger' });
  const call: PoolCall = { id: pool, chain: id, caller, by: by.person, at: now, until: clock.due, wanted: number, invited, joined: [], status: 'open' };
  return accept([{ type: 'pool-called', at: now, by: by.person, data: { pool: call, clock } }]);
}

/** One of those called reports in; with the last one wanted, the call closes. */
export function joinPool(pool: PoolCall, { person }: Actor, now: Date): Decision {
  if (pool.joined.some((one) => one.person === person)) return refuse('joined-already');
  if (pool.status === 'full') return refuse('pool-full');
  if (pool.status !== 'open') return refuse('pool-over');

  const joined: DemandEvent = { type: 'pool-joined', at: now, by: person, data: { pool: pool.id } };
  const full: DemandEvent = { type: 'pool-closed', at: now, by: person, data: { pool: pool.id, why: 'full' } };
  return accept(pool.joined.length + 1 >= pool.wanted ? [joined, full] : [joined]);
}

/** Time is up and not enough have come. */
export function poolPassed(demand: Demand, clock: Clock, now: Date): readonly DemandEvent[] {
  const pool = demand.pools?.find(({ id }) => clockId('pool', id) === clock.id);
  return pool === undefined ? [] : [{ type: 'pool-closed', at: now, by: THE_CLOCK, data: { pool: pool.id, why: 'short' } }];
}
