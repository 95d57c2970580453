import type { Actor, DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { isHidden, isOpen, present } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { directs, holds, isChangeable } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Rules } from '../time/start-clock.ts';
import { isSounding } from '../whistle.ts';
import { assignTo } from './assign.ts';
import { closing, nobodyIsAsked } from './revisit.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** The command by which another demand takes over the reporters of this one. */
export function takingOver(by: Actor, from: Demand): Command<'absorb'> {
  const reporters = present(from).map(({ no, person, source, at, words }) => ({ no, person, source, at, words, hidden: isHidden(from, no) }));
  return { type: 'absorb', by, from: from.id, reporters };
}

/** The lead demand takes over another's reporters, each with the own number (重复诉求并单); anybody may join with the own report. Taking them over twice changes nothing. */
export function absorb(rules: Rules, demand: Demand, { by, from, reporters }: Command<'absorb'>, now: Date): Decision {
  if (from === demand.id) return refuse('same-demand');
  if (!isChangeable(demand)) return refuse('not-open');
  const joins = reporters.every(({ person }) => person === by.person);
  if (!joins && !holds(by, demand) && !directs(rules.mechanism, by, demand)) return refuse('not-your-unit');

  const known = new Set(demand.reporters.filter(({ left }) => left !== 'unmerged').map(({ no }) => no));
  const fresh = reporters.filter(({ no }) => !known.has(no));
  return accept(fresh.length === 0 ? [] : [{ type: 'absorbed', at: now, by: by.person, data: { from, reporters: fresh } }]);
}

/** This demand goes on as part of another; its only reporter may say so, too. */
export function mergeInto(rules: Rules, demand: Demand, { by, lead }: Command<'merge-into'>, now: Date): Decision {
  if (lead === demand.id) return refuse('same-demand');
  if (demand.phase.status === 'merged') return refuse('already-merged');
  if (!isChangeable(demand)) return refuse('not-open');
  const isOwn = present(demand).every(({ person }) => person === by.person);
  if (!isOwn && !holds(by, demand) && !directs(rules.mechanism, by, demand)) return refuse('not-your-unit');
  if (isSounding(demand.whistles)) return refuse('whistle-sounding');

  return accept([{ type: 'merged', at: now, by: by.person, data: { into: lead } }]);
}

/** The lead lets go of the reporters that came from another demand; it ends when nobody else waits for it. */
export function release(demand: Demand, { by, from }: Command<'release'>, now: Date): Decision {
  const nos = demand.reporters.filter((one) => one.from === from && one.left === undefined).map(({ no }) => no);
  if (nos.length === 0) return accept([]);

  const released: DemandEvent = { type: 'released', at: now, by: by.person, data: { from, nos } };
  return accept([released, ...afterLeaving(evolve(demand, released), by.person, now)]);
}

function afterLeaving(demand: Demand, by: string, now: Date): DemandEvent[] {
  const isAlone = present(demand).length === 0;
  if (isChangeable(demand)) return isAlone ? [{ type: 'withdrawn', at: now, by, data: {} }] : [];
  const isOver = demand.phase.status === 'done' ? nobodyIsAsked(demand) : demand.phase.status === 'disputed' && isAlone;
  return isOver ? [closing(by, now)] : [];
}

/** A merged demand goes its own way again, with fresh limits. */
export function unmerge(rules: Rules, demand: Demand, { by, to }: Command<'unmerge'>, now: Date): Decision {
  if (demand.phase.status !== 'merged') return refuse(isOpen(demand) ? 'not-merged' : 'not-open');
  if (!holds(by, demand) && !directs(rules.mechanism, by, demand)) return refuse('not-your-unit');

  return accept([{ type: 'unmerged', at: now, by: by.person, data: { assignment: assignTo(rules, to, demand, now) } }]);
}
