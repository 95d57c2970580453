import type { Now } from './ports/now.ts';

/** How often something may fail in a row, and for how long it is then left alone. */
export interface CircuitSettings {
  readonly failures: number;
  readonly restMs: number;
  readonly now: Now;
}

/** Leaves something alone that keeps failing. */
export interface Circuit {
  /** Whether it may be tried now; after a rest one trial is let through, and its failure begins the next rest. */
  readonly mayTry: () => boolean;
  readonly succeeded: () => void;
  readonly failed: () => void;
}

/** Makes one that lets everything through until so much has failed in a row. */
export function createCircuit({ failures, restMs, now }: CircuitSettings): Circuit {
  let inARow = 0;
  let restsUntil = 0;
  const rest = () => void (restsUntil = now().getTime() + restMs);
  return {
    mayTry: () => {
      if (inARow < failures) return true;
      if (now().getTime() < restsUntil) return false;
      rest();
      return true;
    },
    succeeded: () => void (inARow = 0),
    failed: () => {
      inARow += 1;
      if (inARow >= failures) rest();
    },
  };
}
