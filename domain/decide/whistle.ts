import type { DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import { isInHand } from '../demand.ts';
import type { DemandEvent, EventOf } from '../events.ts';
import { callTo } from '../pool-call.ts';
import { actsFor } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import { clockId } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { activeCallee } from '../whistle.ts';
import type { Callee, Whistle } from '../whistle.ts';
import type { Words } from '../words.ts';
import { doneEvent, shown } from './done-event.ts';
import { joinPool } from './pool.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;
type Outcome = { readonly by: string; readonly unit: string; readonly result: string; readonly media?: readonly string[] | undefined };
type Active = { readonly whistle: Whistle; readonly callee: Callee };

/** A called unit, or one of the persons called, says that it is there (报到). */
export function reportIn(demand: Demand, { by, words }: Command<'report-in'>, now: Date): Decision {
  const active = by.unit && activeCallee(demand.whistles, by.unit.id);
  const pool = active?.callee.status === 'called' ? undefined : callTo(demand.pools ?? [], by.person);
  if (pool !== undefined) return joinPool(pool, by, now);
  if (active === undefined) return refuse('not-called');
  if (active.callee.status === 'objecting') return refuse('objected-already');
  if (active.callee.status === 'reported') return refuse('already-reported');

  return accept([reported(active, by.person, now, words)]);
}

function reported({ whistle, callee }: Active, by: string, now: Date, words?: Words): EventOf<'reported-in'> {
  return { type: 'reported-in', at: now, by, data: { whistle: whistle.id, unit: callee.unit, words } };
}

/** Progress in words (反馈), from a called unit or from the holder; whoever feeds back has reported in. */
export function feedBack(demand: Demand, { by, words, media }: Command<'feed-back'>, now: Date): Decision {
  const active = by.unit && activeCallee(demand.whistles, by.unit.id);
  if (active === undefined) return feedBackAsHolder(demand, by, { words, ...shown(media) }, now);
  if (active.callee.status === 'objecting') return refuse('objected-already');

  const { whistle, callee } = active;
  const first = callee.status === 'called' ? [reported(active, by.person, now)] : [];
  return accept([...first, { type: 'fed-back', at: now, by: by.person, data: { whistle: whistle.id, unit: callee.unit, words, ...shown(media) } }]);
}

function feedBackAsHolder(demand: Demand, by: DemandCommand['by'], told: Pick<EventOf<'fed-back'>['data'], 'words' | 'media'>, now: Date): Decision {
  if (!isInHand(demand)) return refuse('not-in-hand');
  if (!actsFor(by, demand.holder)) return refuse('not-called');
  const taken: DemandEvent[] = demand.phase.status === 'waiting' ? [{ type: 'taken-up', at: now, by: by.person, data: { unit: demand.holder } }] : [];
  return accept([...taken, { type: 'fed-back', at: now, by: by.person, data: { unit: demand.holder, ...told } }]);
}

/** Pictures of the work, from a unit that has or had a part in it; they belong to what it told last. */
export function show(demand: Demand, { by, media }: Command<'show'>, now: Date): Decision {
  const { status } = demand.phase;
  if (status === 'closed' || status === 'withdrawn' || status === 'merged' || media.length === 0) return refuse('not-in-hand');
  const whistle = demand.whistles.findLast(({ callees }) => callees.some((callee) => callee.unit === by.unit?.id && (callee.status === 'reported' || callee.status === 'done')));
  const unit = whistle === undefined ? demand.holder : (by.unit?.id ?? demand.holder);
  if (whistle === undefined && !actsFor(by, demand.holder)) return refuse('not-called');
  return accept([{ type: 'evidence', at: now, by: by.person, data: { ...(whistle !== undefined && { whistle: whistle.id }), unit, media } }]);
}

/** A called unit's part is done; the last one ends the whistle, and with the last whistle the matter is done. */
export function finishCallee(rules: Rules, demand: Demand, active: Active, { by, result, media }: Command<'finish'>, now: Date): Decision {
  const { whistle: sounding, callee } = active;
  if (callee.status === 'objecting') return refuse('objected-already');

  const first = callee.status === 'called' ? [reported(active, by.person, now)] : [];
  const finished: DemandEvent = { type: 'finished', at: now, by: by.person, data: { whistle: sounding.id, unit: callee.unit, result, ...shown(media) } };
  const others = sounding.callees.filter((one) => one !== callee && ['called', 'reported', 'objecting'].includes(one.status));
  if (others.length > 0) return accept([...first, finished]);

  const outcome = { by: by.person, unit: leadOf(sounding, callee), result: resultOf(sounding, callee, result), media };
  return accept([...first, finished, ...over(rules, demand, sounding, outcome, now)]);
}

/** Everybody called is through: the whistle ends, and the matter is done unless another whistle sounds. */
export function over(rules: Rules, demand: Demand, whistle: Whistle, { by, unit, result, media = [] }: Outcome, now: Date): DemandEvent[] {
  const ended = endedEvent(rules, whistle, by, false, now);
  const others = demand.whistles.some(({ id, status }) => id !== whistle.id && status === 'sounding');
  return others ? [ended] : [ended, doneEvent(rules, demand, by, unit, { result, media: [...whistle.callees.flatMap((callee) => callee.media ?? []), ...media] }, now)];
}

function leadOf(whistle: Whistle, last: Callee): string {
  return whistle.callees.find(({ role, status }) => role === 'lead' && status !== 'released')?.unit ?? last.unit;
}

function resultOf(whistle: Whistle, last: Callee, result: string): string {
  const lead = whistle.callees.find(({ role }) => role === 'lead');
  return lead === undefined || lead === last ? result : (lead.result ?? result);
}

/** The whistle is over; its caller is asked to rate those called, unless it was called off. */
export function endedEvent(rules: Rules, { id, caller }: Whistle, by: string, cancelled: boolean, now: Date): DemandEvent {
  const timed = rules.mechanism.rateCallees.limit;
  const clock = cancelled ? undefined : startClock(rules, { kind: 'rate', id: clockId('rate', id), unit: caller, timed, from: now, urgent: false });
  return { type: 'whistle-ended', at: now, by, data: { whistle: id, cancelled, clock } };
}

/** The caller's marks for a called unit (评), one per dimension of the mechanism, or one for all. */
export function rateCallee(rules: Rules, demand: Demand, { by, unit, marks }: Command<'rate-callee'>, now: Date): Decision {
  const { dimensions, scale } = rules.mechanism.rateCallees;
  const rated = demand.whistles.filter(({ callees }) => callees.some((callee) => callee.unit === unit && callee.status === 'done')).at(-1);
  if (rated === undefined) return refuse(activeCallee(demand.whistles, unit) ? 'whistle-not-ended' : 'not-called');
  if (!actsFor(by, rated.caller)) return refuse('not-your-unit');
  if (rated.callees.some((callee) => callee.unit === unit && callee.ratings.length > 0)) return refuse('rated-already');
  const given = marks.length === 1 ? dimensions.map(() => marks[0] ?? 0) : marks;
  if (given.length !== dimensions.length || given.some((mark) => !Number.isInteger(mark) || mark < 1 || mark > scale)) return refuse('wrong-marks');

  const named = Object.fromEntries(dimensions.map(({ id }, index) => [id, given[index] ?? 0]));
  return accept([
    { type: 'callee-rated', at: now, by: by.person, data: { whistle: rated.id, callee: unit, rating: { by: by.person, unit: rated.caller, at: now, marks: named } } },
  ]);
}
