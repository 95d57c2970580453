/** Whether anything is still heard of a channel, and what went wrong. */
export interface Pulse {
  /** A message or a heartbeat came. */
  readonly beat: () => void;
  /** A message could not be stored. */
  readonly lose: () => void;
  readonly health: (running: boolean) => { readonly up: boolean; readonly lastHeardAt?: Date | undefined; readonly detail?: string | undefined };
}

/** Takes silence longer than `silenceMs` for an outage. `elapsed` must only go forward; `now` is what is shown. */
export function createPulse({ now, elapsed, silenceMs }: { now: () => Date; elapsed: () => number; silenceMs: number }): Pulse {
  let lastHeardAt: Date | undefined;
  let last = elapsed();
  let lost = 0;

  function beat(): void {
    last = elapsed();
    lastHeardAt = now();
  }

  function health(running: boolean): ReturnType<Pulse['health']> {
    const silent = elapsed() - last;
    const complaints = [
      ...(running ? [] : ['not logged in']),
      ...(running && silent > silenceMs ? [`nothing heard for ${Math.round(silent / 1000)} s`] : []),
      ...(lost > 0 ? [`${lost} messages could not be stored`] : []),
    ];
    return { up: running && silent <= silenceMs, lastHeardAt, detail: complaints.length > 0 ? complaints.join('; ') : undefined };
  }

  function lose(): void {
    lost++;
  }

  return { beat, lose, health };
}

const REMEMBERED = 10_000;
const LIVE_MS = 300_000;

/** Gives messages the time they are put in order by. */
export interface Arrivals {
  /** Must be called in the order in which messages arrive, before anything is waited for. */
  readonly note: (messageId: string) => void;
  /** The message's own time when it is exact; a messenger that only tells seconds is put in order by arrival. */
  readonly timeOf: (messageId: string, timestamp: number) => Date;
}

/** Remembers the order of arrival of the last messages. */
export function createArrivals(now: () => Date): Arrivals {
  const arrivals = new Map<string, number>();
  let last = 0;

  function note(messageId: string): void {
    last = Math.max(last + 1, now().getTime());
    arrivals.set(messageId, last);
    const oldest = arrivals.keys().next();
    if (arrivals.size > REMEMBERED && oldest.done !== true) arrivals.delete(oldest.value);
  }

  function timeOf(messageId: string, timestamp: number): Date {
    const inSeconds = timestamp < 1e11;
    const own = inSeconds ? timestamp * 1000 : timestamp;
    const arrived = arrivals.get(messageId);
    const isLive = arrived !== undefined && Math.abs(arrived - own) < LIVE_MS;
    return new Date(inSeconds && isLive ? arrived : own);
  }

  return { note, timeOf };
}
