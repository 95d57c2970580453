import type { Now } from '../handlers/ports/now.ts';

/** The values used last, by key. */
export interface Recent<V> {
  readonly get: (key: string) => V | undefined;
  readonly set: (key: string, value: V) => void;
  readonly delete: (key: string) => void;
}

interface Limits {
  readonly size: number;
  /** Milliseconds after which a value is read anew; without it, values stay until they are changed here. */
  readonly ttlMs?: number | undefined;
  readonly now: Now;
}

/** Remembers at most so many values and forgets those not used for longest. */
export function createRecent<V>({ size, ttlMs = Infinity, now }: Limits): Recent<V> {
  const kept = new Map<string, { readonly value: V; readonly at: number }>();
  return {
    get: (key) => {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      if (Math.abs(now().getTime() - found.at) >= ttlMs) return undefined;
      kept.set(key, found);
      return found.value;
    },
    set: (key, value) => {
      kept.delete(key);
      const [oldest] = kept.keys();
      if (kept.size >= size && oldest !== undefined) kept.delete(oldest);
      kept.set(key, { value, at: now().getTime() });
    },
    delete: (key) => { kept.delete(key); },
  };
}
