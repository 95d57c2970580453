import type { CaseItem } from '../../domain/assessment/case-facts.ts';
import { isoDate } from '../iso-time.ts';
import type { DemandCase, DemandFact } from '../ports/demands.ts';

/** One day in counts and shares; a share is missing while there was nothing to count. */
export interface DayTrend {
  /** As 2026-03-18. */
  readonly day: string;
  readonly raised: number;
  readonly done: number;
  /** Of what had to be taken up or reported in to by that day, what was in time. */
  readonly responded?: number | undefined;
  /** Of what had to be solved or finished by that day, what was in time. */
  readonly completed?: number | undefined;
  /** Of those who answered on that day, those who were not dissatisfied. */
  readonly satisfied?: number | undefined;
}

interface Tally {
  raised: number;
  done: number;
  readonly responded: Share;
  readonly completed: Share;
  readonly satisfied: Share;
}

interface Share {
  good: number;
  all: number;
}

const DAY_MS = 24 * 3600_000;

/** The days that end with the one of `to`, the oldest first, whatever happened in them; what was left out of the rates is left out here. */
export async function dayTrends(facts: AsyncIterable<DemandFact>, cases: AsyncIterable<DemandCase>, to: Date, days: number): Promise<DayTrend[]> {
  const tallies = new Map(Array.from({ length: days }, (_, nth) => [isoDate(new Date(to.getTime() - (days - 1 - nth) * DAY_MS)), emptyTally()]));
  const on = (at: Date | undefined) => (at === undefined || at > to ? undefined : tallies.get(isoDate(at)));
  for await (const { raisedAt, doneAt } of facts) {
    const [raised, done] = [on(raisedAt), on(doneAt)];
    if (raised !== undefined) raised.raised++;
    if (done !== undefined) done.done++;
  }
  for await (const { facts: { items, excluded } } of cases) {
    if (excluded === undefined) for (const item of items) count(on(item.at), item);
  }
  return [...tallies].map(([day, { raised, done, responded, completed, satisfied }]) => ({ day, raised, done, responded: shareOf(responded), completed: shareOf(completed), satisfied: shareOf(satisfied) }));
}

function emptyTally(): Tally {
  return { raised: 0, done: 0, responded: { good: 0, all: 0 }, completed: { good: 0, all: 0 }, satisfied: { good: 0, all: 0 } };
}

function count(day: Tally | undefined, item: CaseItem): void {
  if (day === undefined || item.kind === 'marks') return;
  if (item.kind === 'answer') {
    if (item.answers?.satisfied !== undefined) add(day.satisfied, item.answers.satisfied !== 'dissatisfied');
  } else if (item.ended === undefined) add(item.kind === 'take-up' || item.kind === 'report-in' ? day.responded : day.completed, item.doneAt !== undefined && item.doneAt <= item.at);
}

function add(share: Share, good: boolean): void {
  share.all++;
  if (good) share.good++;
}

function shareOf({ good, all }: Share): number | undefined {
  return all === 0 ? undefined : good / all;
}
