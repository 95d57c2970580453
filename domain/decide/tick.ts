import type { DemandCommand } from '../commands.ts';
import type { Demand, Reporter } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { THE_CLOCK } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Clock } from '../time/clocks.ts';
import { marksReached } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { stillOpen } from '../time/timekeeping.ts';
import { addLimit, afterQuiet, isQuiet, nextMidnight } from '../time/working-time.ts';
import { approvalPassed } from './approval.ts';
import { assignTo } from './assign.ts';
import { poolPassed } from './pool.ts';
import { closing, nobodyIsAsked } from './revisit.ts';

type Tick = Extract<DemandCommand, { type: 'tick' }>;

/**
 * What has fallen due by now. Late or twice is safe: every mark is said at most once, and a mark that has been
 * reached is gone.
 */
export function tick(rules: Rules, demand: Demand, { mayAsk }: Tick, now: Date): readonly DemandEvent[] {
  const marked = clocksReached(rules, demand, now);
  const asked = revisitsDue(rules, demand.reporters, mayAsk, now);
  const events = [...marked, ...asked];
  const after = events.reduce(evolve, demand);
  const over = after.phase.status === 'done' && events.some(({ type }) => type === 'revisit-expired') && nobodyIsAsked(after);
  return over ? [...events, closing(THE_CLOCK, now)] : events;
}

/** One clock after the other: what one leads to may end another. */
function clocksReached(rules: Rules, demand: Demand, now: Date): DemandEvent[] {
  let state = demand;
  return demand.clocks.flatMap(({ id }) => {
    const clock = state.clocks.find((one) => one.id === id);
    const events = clock === undefined ? [] : reached(rules, state, clock, now);
    state = events.reduce(evolve, state);
    return events;
  });
}

function reached(rules: Rules, demand: Demand, clock: Clock, now: Date): DemandEvent[] {
  const marks = marksReached(clock, now);
  if (marks.length === 0) return [];
  if (clock.kind === 'place' && marks.some(({ act }) => act === 'expire')) return [givenUp(rules, demand, now)];

  const expired = marks.some(({ act }) => act === 'expire');
  if (expired && (clock.kind === 'approval' || clock.kind === 'sound')) return [...approvalPassed(rules, demand, clock, now)];
  if (expired && clock.kind === 'pool') return [...poolPassed(demand, clock, now)];

  const last = marks.length === clock.marks.length;
  const then = last && clock.kind !== 'rate' ? stillOpen(rules, now) : undefined;
  return [{ type: 'reached', at: now, by: THE_CLOCK, data: { clock: clock.id, marks, then } }];
}

/** Nobody answered where it is: a person sorts it out, the reporter is not made to wait. */
function givenUp(rules: Rules, demand: Demand, now: Date): DemandEvent {
  const assignment = assignTo(rules, { tier: demand.tier, unit: demand.holder }, demand, now);
  return { type: 'place-given-up', at: now, by: THE_CLOCK, data: { assignment } };
}

/** Who reports under two numbers is asked about one of them today. */
function revisitsDue(rules: Rules, reporters: readonly Reporter[], mayAsk: readonly string[], now: Date): DemandEvent[] {
  const asked: string[] = [];
  return reporters.flatMap((reporter) => {
    const events = revisitDue(rules, reporter, mayAsk.filter((person) => !asked.includes(person)), now);
    if (events.some(({ type }) => type === 'revisit-asked')) asked.push(reporter.person);
    return events;
  });
}

function revisitDue(rules: Rules, reporter: Reporter, mayAsk: readonly string[], now: Date): DemandEvent[] {
  const { no, revisit, person } = reporter;
  if (reporter.left !== undefined || !('next' in revisit) || revisit.next > now) return [];
  if (revisit.state === 'asked' && now >= revisit.expiresAt) return [{ type: 'revisit-expired', at: now, by: THE_CLOCK, data: { no } }];
  if (isQuiet(rules.calendar, now)) return [postponed(rules, no, now, now)];
  // Nobody is asked more than once a day.
  if (revisit.state === 'planned' && !mayAsk.includes(person)) return [postponed(rules, no, nextMidnight(rules.calendar, now), now)];
  if (revisit.state === 'planned') return [ask(rules, no, now)];
  return [{ type: 'revisit-reminded', at: now, by: THE_CLOCK, data: { no } }];
}

function ask({ mechanism, calendar }: Rules, no: string, now: Date): DemandEvent {
  const { remindAfter, expireAfter } = mechanism.revisit;
  const next = afterQuiet(calendar, addLimit(calendar, now, remindAfter));
  return { type: 'revisit-asked', at: now, by: THE_CLOCK, data: { no, next, expiresAt: addLimit(calendar, now, expireAfter) } };
}

/** Until then, or until quiet time is over. */
function postponed({ calendar }: Rules, no: string, until: Date, now: Date): DemandEvent {
  return { type: 'revisit-postponed', at: now, by: THE_CLOCK, data: { no, next: afterQuiet(calendar, until) } };
}
