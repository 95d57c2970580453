/** Asks again and again what there is to do: at a steady pace, and at once when somebody kicks. Never twice at the same time. */
export interface Ticker {
  readonly kick: () => void;
  /** Settles when the work under way has ended. */
  readonly stop: () => Promise<void>;
}

/** Starts asking. Work that fails is reported and asked for again. */
export function createTicker({ everyMs, work, failed }: { everyMs: number; work: () => Promise<void>; failed: (error: unknown) => void }): Ticker {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const run = () => {
    if (stopped) return;
    if (running !== undefined) {
      again = true;
      return;
    }
    again = false;
    running = work().catch(failed).finally(() => {
      running = undefined;
      if (again) setImmediate(run);
    });
  };
  const timer = setInterval(run, everyMs);
  return {
    kick: () => setImmediate(run),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
