import type { Received } from '../ports/inbox.ts';

interface Burst {
  readonly messages: Received[];
  readonly openedAt: number;
  callOff: () => void;
}

/** How messages are joined. */
export interface Joining {
  /** Runs something after so many milliseconds of real time; gives the way to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly joining: { readonly windowMs: number; readonly longestMs: number };
}

/** Messages that come shortly after each other are one burst, until nothing more comes, or it has lasted long enough. */
export function createBursts({ after, joining }: Joining, ended: (key: string, messages: readonly Received[]) => void) {
  const bursts = new Map<string, Burst>();
  const close = (key: string) => {
    const burst = bursts.get(key);
    if (burst === undefined) return;
    bursts.delete(key);
    burst.callOff();
    ended(key, burst.messages);
  };
  return {
    join: (key: string, message: Received) => {
      const burst = bursts.get(key) ?? { messages: [], openedAt: performance.now(), callOff: () => undefined };
      burst.callOff();
      burst.messages.push(message);
      bursts.set(key, burst);
      const left = joining.longestMs - (performance.now() - burst.openedAt);
      burst.callOff = after(Math.max(0, Math.min(joining.windowMs, left)), () => close(key));
    },
    /** Ends a burst that is of such messages only, and gives them. */
    takeOut: (key: string, are: (message: Received) => boolean): readonly Received[] => {
      const burst = bursts.get(key);
      if (burst?.messages.every(are) !== true) return [];
      bursts.delete(key);
      burst.callOff();
      return burst.messages;
    },
    /** Takes one message out of its burst, and gives it; undefined when none that is open has it. */
    drop: (id: string | undefined) => dropped(bursts, id),
    close,
    closeAll: () => {
      for (const key of [...bursts.keys()]) close(key);
    },
    open: () => bursts.size,
  };
}

function dropped(bursts: Map<string, Burst>, id: string | undefined): Received | undefined {
  for (const [key, { messages, callOff }] of bursts) {
    const at = messages.findIndex((one) => one.id === id);
    if (at < 0) continue;
    if (messages.length === 1) {
      bursts.delete(key);
      callOff();
    }
    return messages.splice(at, 1)[0];
  }
  return undefined;
}
