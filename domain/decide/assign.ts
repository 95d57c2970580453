import type { Destination } from '../commands.ts';
import type { Demand } from '../demand.ts';
import type { Assignment } from '../events.ts';
import { gradeOf, tierAbove, tierOf } from '../mechanism/mechanism.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';

/** Puts a unit in charge for a tier, with its limits to take the matter up and to solve it. What is done on somebody's behalf has limits of its own. */
export function assignTo(rules: Rules, { tier, unit }: Destination, { urgency, service }: Pick<Demand, 'urgency' | 'service'>, now: Date): Assignment {
  const urgent = urgency === 'danger';
  const own = service === undefined ? undefined : rules.mechanism.services?.onBehalf;
  const limits = urgent ? rules.mechanism.urgent : (own ?? tierOf(rules.mechanism, tier));
  const start = { unit, from: now, urgent };
  return {
    tier,
    holder: unit,
    grade: gradeOf(rules.mechanism, tier),
    clocks: [startClock(rules, { ...start, kind: 'take-up', timed: limits.takeUp }), startClock(rules, { ...start, kind: 'solve', timed: limits.solve })],
  };
}

/** The unit that answers for the demand's place one tier further up; undefined at the top or where nobody does. */
export function above({ mechanism }: Rules, demand: Demand): Destination | undefined {
  const tier = tierAbove(mechanism, demand.tier);
  const unit = tier === undefined ? undefined : demand.facts.place?.path[tier.id];
  return tier === undefined || unit === undefined ? undefined : { tier: tier.id, unit };
}
