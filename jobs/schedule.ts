import cron from 'node-cron';
import { ZONE } from '../domain/zone.ts';

/** A job: what it is called, when it runs, and what it does. Every job may run late, twice, and in several processes. */
export interface Job {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<unknown>;
}

/** The work that jobs do. */
export interface Works {
  readonly postOwing: () => Promise<unknown>;
  readonly purge: () => Promise<unknown>;
  readonly purgeMedia: () => Promise<unknown>;
  readonly writeWeekly: () => Promise<unknown>;
  readonly closePeriods: () => Promise<unknown>;
  readonly takeSettings: () => Promise<unknown>;
}

/** The whole timetable, in the zone of the districts. What a demand is owed by the clock is asked for by the ticker, never timed here. */
export function timetable(works: Works): readonly Job[] {
  return [
    { name: 'post-owing', cron: '*/5 * * * *', run: works.postOwing },
    // What administrators have set in another process.
    { name: 'take-settings', cron: '* * * * *', run: works.takeSettings },
    { name: 'purge', cron: '17 3 * * *', run: works.purge },
    { name: 'purge-media', cron: '37 3 * * *', run: works.purgeMedia },
    // Every day, because the day a period closes depends on workdays, and may be missed.
    { name: 'close-periods', cron: '20 8,18 * * *', run: works.closePeriods },
    // Again later in the day and on the days after, for a week whose first workday morning was missed.
    { name: 'weekly-warnings', cron: '30 8,10,14 * * *', run: works.writeWeekly },
  ];
}

/** The same job, which also tells how many seconds it took and whether it went well. */
export function timed({ run, ...job }: Job, ran: (name: string, seconds: number, ok: boolean) => void): Job {
  const told = async () => {
    const began = performance.now();
    const tell = (ok: boolean) => ran(job.name, (performance.now() - began) / 1000, ok);
    const done = await run().catch((error: unknown) => {
      tell(false);
      throw error;
    });
    tell(true);
    return done;
  };
  return { ...job, run: told };
}

/** The jobs, running. */
export interface Schedule {
  readonly stop: () => Promise<void>;
}

const MINUTE = 60_000;

/** Starts the jobs; a job that fails is reported and runs again at its next time. */
export function startSchedule(jobs: readonly Job[], failed: (error: unknown, job: string) => void): Schedule {
  const tasks = jobs.map(({ name, cron: when, run }) => cron.schedule(when, () => run().catch((error: unknown) => failed(error, name)), { name, timezone: ZONE, noOverlap: true }));
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
}

/** The jobs that fall between two moments, in order: for a clock that is moved by hand. `to` counts, `from` does not. */
export function runsBetween(jobs: readonly Job[], from: Date, to: Date): readonly { readonly at: Date; readonly job: Job }[] {
  const tasks = jobs.map((job) => ({ job, task: cron.createTask(job.cron, () => undefined, { timezone: ZONE }) }));
  const runs: { at: Date; job: Job }[] = [];
  for (let at = Math.floor(from.getTime() / MINUTE) * MINUTE + MINUTE; at <= to.getTime(); at += MINUTE) {
    for (const { job, task } of tasks) if (task.match(new Date(at))) runs.push({ at: new Date(at), job });
  }
  for (const { task } of tasks) void task.destroy();
  return runs;
}
