/** Numbers that no two processes are given twice. */
export interface Counters {
  /** The next number of a series, from 1. */
  readonly next: (series: string) => Promise<number>;
}

/** Roles that one process has at a time. */
export interface Leases {
  /** True when this holder has it until `now + ttlMs`. */
  readonly take: (name: string, holder: string, now: Date, ttlMs: number) => Promise<boolean>;
  readonly release: (name: string, holder: string) => Promise<void>;
}

/** Small facts that must be there once: kept by key. */
export interface Ledger {
  /** True when the key is new or already holds this value. */
  readonly claim: (key: string, value: string, now: Date) => Promise<boolean>;
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string, now: Date) => Promise<void>;
  readonly purge: (prefix: string, before: Date) => Promise<number>;
}
