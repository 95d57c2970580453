import { isOpen } from '../../domain/demand.ts';
import type { Demand } from '../../domain/demand.ts';
import { firstLimit, isDeciding } from '../../domain/time/clocks.ts';
import type { Clock } from '../../domain/time/clocks.ts';
import { owes } from '../../domain/whistle.ts';
import type { Callee, Whistle } from '../../domain/whistle.ts';
import { isoDate, startOfDay } from '../iso-time.ts';

/** A demand with the clock that makes it stand where it stands. */
export interface Pressing {
  readonly demand: Demand;
  readonly clock?: Clock | undefined;
}

/** A whistle that sounds, with the moment each called unit is waited for. */
export interface Sounding {
  readonly demand: Demand;
  readonly whistle: Whistle;
  readonly callees: readonly { readonly callee: Callee; readonly waitsFor?: { readonly kind: 'report-in' | 'feedback' | 'finish'; readonly due: Date } | undefined }[];
}

/** The day in shares; each is missing while there is nothing to count. */
export interface DayRates {
  readonly raised: number;
  readonly done: number;
  readonly onTime?: number | undefined;
  readonly answered: number;
  readonly solved?: number | undefined;
  readonly satisfied?: number | undefined;
}

/** What a command centre needs to know at a glance. */
export interface Today {
  readonly open: number;
  readonly urgent: readonly Demand[];
  readonly overdue: readonly Pressing[];
  readonly due: readonly Pressing[];
  readonly soundings: readonly Sounding[];
  /** New ones that nobody has taken up, then what waits for a decision. */
  readonly toDecide: readonly Pressing[];
  readonly rates: DayRates;
  /** Reports of the last 24 hours, the oldest hour first. */
  readonly hours: readonly number[];
}

const HOUR_MS = 3600_000;
const SOON_MS = 4 * HOUR_MS;

/** Sorts what is under way by what must be seen first. `own` are the units whose decisions wait here; undefined for all. */
export function todayOf(demands: readonly Demand[], own: ReadonlySet<string> | undefined, now: Date): Today {
  const open = demands.filter(isOpen);
  const pressing = open.flatMap((demand) => firstClock(demand));
  const at = now.getTime();
  const byDue = (one: Pressing, other: Pressing) => dueOf(one) - dueOf(other);
  return {
    open: open.length,
    urgent: open.filter((demand) => demand.urgency !== 'routine' && isUnfinished(demand)).sort(dangerFirst),
    overdue: pressing.filter((one) => dueOf(one) < at).sort(byDue),
    due: pressing.filter((one) => dueOf(one) >= at && dueOf(one) <= at + SOON_MS).sort(byDue),
    soundings: open.flatMap(soundingsOf).sort((one, other) => waitOf(one) - waitOf(other)),
    toDecide: open.flatMap((demand) => decisionsOn(demand, own)).sort((one, other) => Number(other.demand.urgency === 'danger') - Number(one.demand.urgency === 'danger') || byDue(one, other)),
    rates: ratesOf(demands, now),
    hours: hoursOf(demands, at),
  };
}

function isUnfinished({ phase }: Demand): boolean {
  return phase.status === 'incomplete' || phase.status === 'waiting' || phase.status === 'handling' || phase.status === 'disputed';
}

function dangerFirst(one: Demand, other: Demand): number {
  return Number(other.urgency === 'danger') - Number(one.urgency === 'danger') || other.raisedAt.getTime() - one.raisedAt.getTime();
}

/** The clock of somebody's work that ends first. */
function firstClock(demand: Demand): Pressing[] {
  const first = firstLimit(demand.clocks);
  return first === undefined ? [] : [{ demand, clock: first }];
}

function dueOf({ clock }: Pressing): number {
  return clock?.due.getTime() ?? Infinity;
}

function soundingsOf(demand: Demand): Sounding[] {
  return demand.whistles.filter(({ status }) => status === 'sounding').map((whistle) => ({ demand, whistle, callees: whistle.callees.map((callee) => ({ callee, waitsFor: waitedFor(callee) })) }));
}

function waitedFor(callee: Callee) {
  if (!owes(callee)) return undefined;
  if (callee.reportedAt === undefined) return { kind: 'report-in', due: callee.reportBy } as const;
  return callee.feedbackAt === undefined ? ({ kind: 'feedback', due: callee.feedbackBy } as const) : ({ kind: 'finish', due: callee.doneBy } as const);
}

function waitOf({ callees }: Sounding): number {
  return Math.min(...callees.map(({ waitsFor }) => waitsFor?.due.getTime() ?? Infinity));
}

function decisionsOn(demand: Demand, own: ReadonlySet<string> | undefined): Pressing[] {
  const isOwn = (unit: string) => own === undefined || own.has(unit);
  const taking = demand.phase.status === 'waiting' && isOwn(demand.holder) ? demand.clocks.find(({ kind }) => kind === 'take-up') : undefined;
  const asked = demand.clocks.filter((clock) => isDeciding(clock) && isOwn(clock.unit));
  const isNew = (demand.phase.status === 'waiting' || demand.phase.status === 'incomplete') && isOwn(demand.holder);
  return [...(isNew ? [{ demand, clock: taking }] : []), ...asked.map((clock) => ({ demand, clock }))];
}

function ratesOf(demands: readonly Demand[], now: Date): DayRates {
  const from = Date.parse(startOfDay(isoDate(now)));
  const finished = demands.flatMap((demand) => doneToday(demand, from));
  const answers = demands.flatMap(({ ratings }) => ratings.filter(({ at }) => at.getTime() >= from).map((rating) => rating.answers));
  const share = (some: number, all: number) => (all === 0 ? undefined : some / all);
  const solved = answers.flatMap((one) => one.solved ?? []);
  const satisfied = answers.flatMap((one) => one.satisfied ?? []);
  return {
    raised: demands.filter(({ raisedAt }) => raisedAt.getTime() >= from).length,
    done: finished.length,
    onTime: share(finished.filter((late) => !late).length, finished.length),
    answered: answers.length,
    solved: share(solved.filter((one) => one === 'solved').length, solved.length),
    satisfied: share(satisfied.filter((one) => one !== 'dissatisfied').length, satisfied.length),
  };
}

/** Of a demand that was done today: whether a called unit was late. */
function doneToday({ phase, whistles }: Demand, from: number): boolean[] {
  const at = 'doneAt' in phase ? phase.doneAt : phase.status === 'done' ? phase.at : undefined;
  if (at === undefined || at.getTime() < from) return [];
  return [whistles.some(({ callees }) => callees.some(({ doneAt, doneBy }) => doneAt !== undefined && doneAt > doneBy))];
}

function hoursOf(demands: readonly Demand[], now: number): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { raisedAt } of demands) {
    const ago = Math.floor((now - raisedAt.getTime()) / HOUR_MS);
    if (ago >= 0 && ago < 24) hours[23 - ago] = (hours[23 - ago] ?? 0) + 1;
  }
  return hours;
}
