import { isoDate, isoTime } from '../../handlers/iso-time.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { dayTrends } from '../../handlers/showing/day-trends.ts';
import type { HeatView, TrendsView } from '../../web/schemas/console.ts';

const DAY_MS = 24 * 3600_000;
/** What is done in the days shown may have been raised so long before. */
const RAISED_BEFORE_DAYS = 60;

interface Counting {
  readonly stores: Pick<Stores, 'demands'>;
  readonly now: Now;
}

/** How many demands were raised in each grid and on each day of the last `days`; without a scope, of all units. */
export async function heat({ stores, now }: Counting, category: string | undefined, days: number, scope: ReadonlySet<string> | undefined): Promise<HeatView> {
  const to = now();
  const from = new Date(to.getTime() - days * DAY_MS);
  const grids = new Map<string, { count: number; open: number }>();
  const byDay = new Map<string, number>();
  for await (const fact of stores.demands.factsSince(from, scope === undefined ? undefined : [...scope])) {
    if (category !== undefined && fact.category !== category) continue;
    const day = isoDate(fact.raisedAt);
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
    if (fact.grid === undefined) continue;
    const kept = grids.get(fact.grid) ?? { count: 0, open: 0 };
    grids.set(fact.grid, { count: kept.count + 1, open: kept.open + (fact.doneAt === undefined ? 1 : 0) });
  }
  return { from: isoTime(from), to: isoTime(to), grids: [...grids].map(([grid, counts]) => ({ grid, ...counts })), days: [...byDay].map(([day, count]) => ({ day, count })) };
}

/** What was raised, done and answered on each of the last `count` days; without a scope, of all units. */
export async function trends({ stores, now }: Counting, count: number, scope: ReadonlySet<string> | undefined): Promise<TrendsView> {
  const to = now();
  const from = new Date(to.getTime() - count * DAY_MS);
  const units = scope === undefined ? undefined : [...scope];
  const days = await dayTrends(stores.demands.factsSince(new Date(from.getTime() - RAISED_BEFORE_DAYS * DAY_MS), units), stores.demands.casesBetween(from, new Date(to.getTime() + DAY_MS), units), to, count);
  return { from: isoTime(from), to: isoTime(to), days: days.map(({ responded, completed, satisfied, ...day }) => ({ ...day, ...(responded === undefined ? {} : { responded }), ...(completed === undefined ? {} : { completed }), ...(satisfied === undefined ? {} : { satisfied }) })) };
}
