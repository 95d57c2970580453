import type { DemandCommand, Refusal } from '../commands.ts';
import type { Demand, Place } from '../demand.ts';
import { isOpen, present, reporterOf } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { directs, holds, isChangeable, raised } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Revisit } from '../revisit.ts';
import type { Rules } from '../time/start-clock.ts';
import { assignTo } from './assign.ts';
import { closing, nobodyLeft } from './revisit.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** A place, told by a reporter or by who handles it. It settles who gets the matter as long as nobody has taken it up. */
export function locate(rules: Rules, demand: Demand, command: Command<'locate'>, now: Date): Decision {
  if (!isChangeable(demand)) return refuse('not-open');
  if (!mayChange(rules, demand, command)) return refuse('not-yours');

  const { place, to, by, words } = command;
  if (!present(demand).some(({ person }) => person === by.person) && isThere(demand, place)) return accept([]);
  const settles = demand.phase.status === 'incomplete' || (demand.phase.status === 'waiting' && to.unit !== demand.holder);
  const assignment = settles ? assignTo(rules, to, demand, now) : undefined;
  return accept([{ type: 'located', at: now, by: by.person, data: { place, assignment, words } }]);
}

/** Whether the matter is known to be at just this place; what is only said of it may say more. */
function isThere({ facts: { place: known }, phase }: Demand, { id, name, grid, detail }: Place): boolean {
  return phase.status !== 'incomplete' && known !== undefined && known.assumed === undefined && known.id === id && known.name === name && known.grid === grid && known.detail === undefined && detail === undefined;
}

/** One of the five facts put right. */
export function correct(rules: Rules, demand: Demand, command: Command<'correct'>, now: Date): Decision {
  if (!isChangeable(demand)) return refuse('not-open');
  if (!mayChange(rules, demand, command)) return refuse('not-yours');

  const { fact, words, whenMeant, by } = command;
  return accept([{ type: 'corrected', at: now, by: by.person, data: { fact, words, whenMeant } }]);
}

/** Whether the name of whoever says so stays unknown to everybody but the bot. */
export function hide(demand: Demand, { by, hidden }: Command<'hide'>, now: Date): Decision {
  if (!isOpen(demand)) return refuse('not-open');
  if (!present(demand).some(({ person }) => person === by.person)) return refuse('not-yours');

  return accept([{ type: 'hidden', at: now, by: by.person, data: { hidden, person: by.person } }]);
}

/** The class put right by a person; as long as nobody has taken the matter up, it may settle who gets it. */
export function reclassify(rules: Rules, demand: Demand, command: Command<'reclassify'>, now: Date): Decision {
  if (!isChangeable(demand)) return refuse('not-open');
  if (!mayChange(rules, demand, command)) return refuse('not-yours');

  const { category, by, to } = command;
  const moves = to !== undefined && demand.phase.status === 'waiting' && to.unit !== demand.holder;
  const assignment = moves ? assignTo(rules, to, demand, now) : undefined;
  return accept([{ type: 'reclassified', at: now, by: by.person, data: { category, assignment } }]);
}

function mayChange({ mechanism }: Rules, demand: Demand, { by }: { by: DemandCommand['by'] }): boolean {
  return present(demand).some(({ person }) => person === by.person) || holds(by, demand) || directs(mechanism, by, demand);
}

/** More words or pictures from a reporter, at any time before the end. */
export function supplement(demand: Demand, { by, words, media }: Command<'supplement'>, now: Date): Decision {
  if (!isOpen(demand)) return refuse('not-open');
  const reporter = present(demand).find(({ person }) => person === by.person);
  if (reporter === undefined) return refuse('not-yours');

  return accept([{ type: 'supplemented', at: now, by: by.person, data: { no: reporter.no, words, media } }]);
}

/** Another person with the same matter: an own number, and an own rating later (附议). */
export function support(demand: Demand, { by, no, room, together, source, words, media, hidden }: Command<'support'>, now: Date): Decision {
  if (!isChangeable(demand)) return refuse('not-open');
  if (present(demand).some(({ person }) => person === by.person)) return refuse('already-supporting');

  return accept([{ type: 'supported', at: now, by: by.person, data: { no, person: by.person, room, ...(together === true && { together }), source, words, media, hidden } }]);
}

/** Somebody is to be asked how it went, or to be called. */
const ASKED: readonly Revisit['state'][] = ['planned', 'asked', 'call-back'];

/** A reporter takes the report back; the matter ends only when nobody else waits for it. Who is erased leaves what is done, too. */
export function withdraw(demand: Demand, { by, no, reason, erased }: Command<'withdraw'>, now: Date): Decision {
  const reporter = reporterOf(demand, no);
  if (reporter?.person !== by.person) return refuse('not-yours');
  const isOver = erased === true && !isChangeable(demand) && ASKED.includes(reporter.revisit.state);
  if (!raised(by, demand, no) || !(isChangeable(demand) || isOver)) return refuse('not-open');

  const left: DemandEvent = { type: 'left', at: now, by: by.person, data: { no, why: 'withdrawn' } };
  if (isOver) return accept(demand.phase.status === 'done' && nobodyLeft(demand, no) ? [left, closing(by.person, now)] : [left]);
  const others = present(demand).filter((reporter) => reporter.no !== no);
  return accept(others.length > 0 ? [left] : [left, { type: 'withdrawn', at: now, by: by.person, data: { reason } }]);
}

/** A supporter says that it is not the same matter after all, and goes an own way. */
export function part(demand: Demand, { by, no }: Command<'part'>, now: Date): Decision {
  if (!raised(by, demand, no)) return refuse('not-yours');
  if (!isChangeable(demand)) return refuse('not-open');
  if (present(demand).length === 1) return refuse('not-merged');

  return accept([{ type: 'left', at: now, by: by.person, data: { no, why: 'unmerged' } }]);
}
