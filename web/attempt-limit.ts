import { createBoundedMap } from '../handlers/bounded-map.ts';

/** Lets so many attempts fail within a time, for each key; older ones are forgotten. Kept in memory: a restart forgives. */
export interface AttemptLimit {
  /** Milliseconds until another attempt may be made; 0 when it may now. */
  readonly wait: (key: string) => number;
  readonly failed: (key: string) => void;
  /** The last one did not fail after all. */
  readonly undo: (key: string) => void;
  readonly forgive: (key: string) => void;
}

const MOST_KEYS = 10_000;

/** Makes a limit of `most` failures within `withinMs`. */
export function createAttemptLimit({ most, withinMs, now }: { most: number; withinMs: number; now: () => Date }): AttemptLimit {
  const failures = createBoundedMap<string, readonly number[]>(MOST_KEYS);
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => at > now().getTime() - withinMs);

  function failed(key: string): void {
    failures.set(key, [...recent(key), now().getTime()]);
  }

  function wait(key: string): number {
    const kept = recent(key);
    const first = kept.at(-most);
    return first === undefined ? 0 : first + withinMs - now().getTime();
  }

  function undo(key: string): void {
    failures.set(key, (failures.get(key) ?? []).slice(0, -1));
  }

  return { wait, failed, undo, forgive: failures.delete };
}
