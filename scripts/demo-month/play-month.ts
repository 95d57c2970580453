import { ZONE_AHEAD_MS } from '../../domain/zone.ts';
import { TodayView } from '../../web/schemas/console.ts';
import { callBack } from './call-back.ts';
import { isUrgentSoon, lookAtAll } from './look.ts';
import { planMonth, type PlannedMatter } from './plan.ts';
import { HOUR_MS, openPlay, type Play, type PlayOptions } from './play.ts';
import { raiseMatters } from './raise-matters.ts';
import { chat, tellStories } from './tell-stories.ts';

/** How much is played; `told` hears of each day that is over. */
export interface MonthOptions extends Omit<PlayOptions, 'residents'> {
  readonly demands: number;
  readonly days: number;
  readonly told: (day: number) => void;
}

/** What was played. */
export interface MonthPlayed {
  readonly demands: number;
  readonly said: number;
  readonly open: number;
}

const DAY_MS = 24 * HOUR_MS;
/** When people are looked after in a day. */
const ROUNDS = [6.8, 8.6, 9.5, 10.6, 11.7, 13.2, 14.4, 15.5, 16.6, 17.8, 19.2, 20.6, 22.3];
/** The last day ends while people work, so that there is something to be seen. */
const ENDS_AT = 10.6;
const CALLS_AT = 10.6;
/** Steps of twelve minutes between two rounds. */
const RUSH_STEPS = 3;
const RUSH_HOURS = 0.21;
/** A period is closed some workdays after the month. */
const CLOSING_DAYS = 8;
const RESIDENTS_PER_DEMAND = 0.5;

/** Plays a month through the sandbox and HTTP: everything that is raised, done, said and forgotten in it. */
export async function playMonth({ demands, days: least, told, ...options }: MonthOptions): Promise<MonthPlayed> {
  const play = await openPlay({ ...options, residents: Math.max(40, Math.ceil(demands * RESIDENTS_PER_DEMAND)) });
  const midnight = Math.floor((play.now() + ZONE_AHEAD_MS) / DAY_MS) * DAY_MS - ZONE_AHEAD_MS;
  const days = lengthOf(midnight, least);
  const month = planMonth(play.texts, { seed: options.seed, demands, days, weekday: weekdayOf(midnight) });
  const kept: Record<string, string> = {};
  let [said, at, waiting]: [number, number, PlannedMatter[]] = [0, 0, []];

  for (let day = 0; day <= days; day++) {
    const stories = day === 0 ? [] : (play.texts.stories[await districtOf(play)] ?? []);
    for (const [nth, hour] of ROUNDS.entries()) {
      const now = midnight + day * DAY_MS + hour * HOUR_MS;
      if (now <= play.now() && day === 0) continue;
      if (day === days && hour > ENDS_AT) break;
      await play.moveTo(now);
      const until = month.findIndex((matter) => midnight + matter.at * DAY_MS > now);
      const next = until < 0 ? month.length : until;
      waiting = await raiseMatters(play, [...waiting, ...month.slice(at, next)]);
      at = next;
      await chat(play, day * ROUNDS.length + nth);
      await tellStories(play, stories.filter((line) => line.day === day && line.at <= hour && line.at > (ROUNDS[nth - 1] ?? 0)), kept);
      said += (await lookAtAll(play)) + (await rush(play));
      if (hour === CALLS_AT) await callBack(play);
    }
    told(day);
  }
  return { demands: month.length, said: said + month.length, open: (await play.admin.get('/api/today', TodayView)).open };
}

/** What is urgent goes on between the rounds. */
async function rush(play: Play): Promise<number> {
  let said = 0;
  for (let step = 0; step < RUSH_STEPS && isUrgentSoon(play, RUSH_HOURS); step++) {
    await play.moveTo(play.now() + RUSH_HOURS * HOUR_MS);
    said += await lookAtAll(play, 'urgent');
  }
  return said;
}

/** At least so many days, on until the month that was begun has been closed, and to a weekday. */
function lengthOf(midnight: number, least: number): number {
  const begin = new Date(midnight + ZONE_AHEAD_MS);
  const nextMonth = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 1) - begin.getTime();
  const enough = least < CLOSING_DAYS ? least : Math.max(least, Math.ceil(nextMonth / DAY_MS) + CLOSING_DAYS);
  const end = weekdayOf(midnight + enough * DAY_MS);
  return end < 5 ? enough : enough + 7 - end;
}

/** Monday is 0. */
function weekdayOf(midnight: number): number {
  return (Math.floor((midnight + ZONE_AHEAD_MS) / DAY_MS) + 3) % 7;
}

async function districtOf({ http }: Play): Promise<string> {
  return (await http.demands(1)).items[0]?.mechanism.id ?? '';
}
