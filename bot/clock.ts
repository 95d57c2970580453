import type { Now } from '../handlers/ports/now.ts';

/** The program's one clock. In the sandbox it can be moved forward, and never back. */
export interface ProgramClock {
  readonly now: Now;
  readonly moveTo: (at: Date) => void;
  /** How far it is ahead of the real time, in milliseconds. */
  readonly ahead: () => number;
}

/** The real time, so many milliseconds ahead. */
export function createClock(aheadMs = 0, real: () => number = Date.now.bind(Date)): ProgramClock {
  let ahead = aheadMs;
  return {
    now: () => new Date(real() + ahead),
    moveTo: (at) => {
      ahead = Math.max(ahead, at.getTime() - real());
    },
    ahead: () => ahead,
  };
}
