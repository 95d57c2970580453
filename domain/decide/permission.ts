import type { Actor, DemandCommand, Refusal } from '../commands.ts';
import type { Demand, Extension } from '../demand.ts';
import { isInHand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { kindOf, tierOf } from '../mechanism/mechanism.ts';
import type { Timed } from '../mechanism/mechanism.ts';
import { directs, holds } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import { clockId } from '../time/clocks.ts';
import type { Clock } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { addLimit } from '../time/working-time.ts';
import { activeCallee } from '../whistle.ts';
import { decideApproval } from './approval.ts';
import { above } from './assign.ts';
import { waitingFor } from './pending.ts';
import { reopen } from './reopen.ts';
import { closing } from './revisit.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** The unit that decides for the holder: the one whose office it is, else the one a tier up. */
export function superior(rules: Rules, demand: Demand): string {
  const own = demand.facts.place?.path[demand.tier];
  if (own !== undefined && own !== demand.holder) return own;
  return above(rules, demand)?.unit ?? demand.holder;
}

/** More time asked for the work (延期), once per clock, by a called unit from its caller or by the holder from the unit above. */
export function extend(rules: Rules, demand: Demand, { by, reason }: Command<'extend'>, now: Date): Decision {
  const active = by.unit && activeCallee(demand.whistles, by.unit.id);
  if (active === undefined && !holds(by, demand)) return refuse('not-your-unit');
  if (active?.callee.status === 'objecting') return refuse('objected-already');
  const unit = active?.callee.unit ?? demand.holder;
  const clock = active === undefined ? clockId('solve') : clockId('finish', active.whistle.id, unit);
  const running = demand.clocks.find(({ id }) => id === clock);
  if (!isInHand(demand) || running === undefined) return refuse('not-in-hand');
  if (askedFor(demand, running).length >= rules.mechanism.extension.perClock) return refuse('extension-asked-already');

  const whistle = active?.whistle.id;
  const decider = active?.whistle.caller ?? superior(rules, demand);
  const decide = startClock(rules, { kind: 'extension', id: clockId('extension', whistle, unit), unit: decider, whistle, timed: rules.mechanism.extension.decide, from: now, urgent: false });
  return accept([{ type: 'extension-asked', at: now, by: by.person, data: { unit, whistle, clock, reason, decide } }]);
}

/** The extensions asked for a clock since it started; one of the same id may have run before for another round or unit. */
function askedFor(demand: Demand, { id, unit, from }: Clock): readonly Extension[] {
  return demand.extensions.filter((one) => one.clock === id && one.unit === unit && one.at >= from);
}

/** Asks that the demand be left out of the rates (剔除): it stays visible, and a second person must agree. */
export function exclude(rules: Rules, demand: Demand, { by, reason }: Command<'exclude'>, now: Date): Decision {
  if (!directs(rules.mechanism, by, demand)) return refuse('not-dispatcher');
  if (demand.exclusion !== undefined && demand.exclusion.decided !== 'refused') return refuse('excluded-already');

  const decide = startClock(rules, { kind: 'exclusion', unit: by.unit?.id ?? demand.holder, timed: rules.mechanism.exclusion.decide, from: now, urgent: false });
  return accept([{ type: 'exclusion-asked', at: now, by: by.person, data: { reason, decide } }]);
}

/** Yes or no to what waits for the actor's word: an exclusion, an extension, a whistle, or a matter disputed for the third time. Where several wait it must be said which. */
export function approve(rules: Rules, demand: Demand, command: Command<'approve'>, now: Date): Decision {
  const { by, agreed, reason, of } = command;
  const waiting = waitingFor(rules, demand, by);
  const meant = of === undefined ? waiting : waiting.filter(({ id }) => id === of);
  const [pending, ...others] = meant;
  if (pending === undefined) return refuse(isOwnExclusion(rules, demand, by) ? 'own-request' : 'nothing-to-approve');
  if (others.length > 0) return refuse('which-approval');
  switch (pending.kind) {
    case 'exclusion':
      return accept([{ type: 'exclusion-decided', at: now, by: by.person, data: { agreed, reason } }]);
    case 'extension':
      return decideExtension(rules, demand, pending.extension, command, now);
    case 'approval':
      return decideApproval(rules, demand, pending.request, command, now);
    case 'dispute':
      return decideDispute(rules, demand, command, now);
  }
}

function isOwnExclusion({ mechanism }: Rules, demand: Demand, by: Actor): boolean {
  const { exclusion } = demand;
  return exclusion !== undefined && exclusion.decided === undefined && exclusion.by === by.person && directs(mechanism, by, demand);
}

function decideExtension(rules: Rules, demand: Demand, extension: Extension, { by, agreed, reason }: Command<'approve'>, now: Date): Decision {
  const running = demand.clocks.find(({ id }) => id === extension.clock);
  const clock = agreed && running !== undefined ? extended(rules, demand, running, now) : undefined;
  return accept([{ type: 'extension-decided', at: now, by: by.person, data: { unit: extension.unit, granted: agreed, reason, clock } }]);
}

/** More time counts from when the limit ends; where all of it would be over by now, from now. */
function extended(rules: Rules, demand: Demand, clock: Clock, now: Date): Clock {
  const kind = demand.whistles.find(({ id }) => id === clock.whistle)?.kind;
  const called = kind === undefined ? undefined : kindOf(rules.mechanism, kind);
  const more = called?.extension ?? rules.mechanism.extension.holder;
  const timed: Timed = called?.finish ?? tierOf(rules.mechanism, demand.tier).solve;
  const from = addLimit(rules.calendar, clock.due, more) > now ? clock.due : now;
  const fresh = startClock(rules, { ...clock, timed: { limit: more, ladder: timed.ladder }, from, due: addLimit(rules.calendar, from, more) });
  return { ...fresh, from: clock.from };
}

function decideDispute(rules: Rules, demand: Demand, { by, agreed, reason }: Command<'approve'>, now: Date): Decision {
  if (!agreed) return accept([closing(by.person, now, reason)]);
  return accept([reopen(rules, demand, { by: by.person, reason, no: undefined }, now)]);
}
