import type { Now } from './ports/now.ts';

/** What keeps the program busy. */
export interface Busy {
  readonly reception: { readonly closeAll: () => void; readonly idle: () => Promise<void>; readonly waiting: () => number };
  /** Messages on their way through the channel. */
  readonly underWay: () => number;
  readonly due: () => Promise<number>;
  readonly deliver: () => Promise<number>;
  /** Gives others their turn. */
  readonly breathe: () => Promise<void>;
}

/** Ends joining windows and works until nothing is under way: inbox handled, nothing due, outbox drained. */
export function createSettle({ reception, underWay, due, deliver, breathe }: Busy): () => Promise<void> {
  return async () => {
    for (;;) {
      while (underWay() > 0) await breathe();
      reception.closeAll();
      await reception.idle();
      const done = (await due()) + (await deliver());
      if (done === 0 && underWay() === 0 && reception.waiting() === 0) return;
    }
  };
}

/** What moves with the clock. */
export interface Moving {
  readonly now: Now;
  readonly moveTo: (at: Date) => Promise<void>;
  readonly settle: () => Promise<void>;
  /** When something next falls due: a demand, or a letter. */
  readonly nextDue: () => Promise<Date | undefined>;
  readonly jobs: (from: Date, to: Date) => readonly { readonly at: Date; readonly run: () => Promise<unknown> }[];
}

const MOST_STEPS_AT_ONE_TIME = 100;

/** Moves the clock forward and lets everything happen on the way, in order; gives the time it then is. */
export function createAdvance({ now, moveTo, settle, nextDue, jobs }: Moving): (ms: number) => Promise<Date> {
  return async (ms) => {
    const target = new Date(now().getTime() + ms);
    const runs = [...jobs(now(), target)];
    await settle();
    for (let stuck = 0; stuck < MOST_STEPS_AT_ONE_TIME; ) {
      const before = now();
      const due = await nextDue();
      const next = [due, runs[0]?.at].filter((at) => at !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
      if (next === undefined || next > target) break;
      await moveTo(next);
      if (runs[0] !== undefined && runs[0].at <= now()) await runs.shift()?.run();
      await settle();
      stuck = next <= before ? stuck + 1 : 0;
    }
    await moveTo(target);
    await settle();
    return now();
  };
}

/** The earlier of two times, either of which may be missing. */
export function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
