import type { Score } from '../../domain/assessment/score.ts';

/** Scores given apart from any demand. None is ever changed: a correction is a further one. */
export interface Scores {
  /** Keeps a score; the same id is kept once. */
  readonly add: (score: Score) => Promise<void>;
  /** Those for a period or a day within these bounds, `to` not included, in the order they were given. */
  readonly about: (from: string, to: string) => Promise<readonly Score[]>;
}

/** A closed period: its figures with the formula they were made by, sealed by a hash over all of it. */
export interface SealedPeriod {
  readonly id: string;
  readonly at: Date;
  readonly mechanism: { readonly id: string; readonly version: number };
  /** Formula and figures as JSON, exactly as they were hashed. */
  readonly content: string;
  readonly hash: string;
}

/** Periods that are closed, each written once. */
export interface SealedPeriods {
  readonly get: (id: string) => Promise<SealedPeriod | undefined>;
  /** Seals a period once: gives what is sealed, which may be what another process was faster with. */
  readonly seal: (period: SealedPeriod) => Promise<SealedPeriod>;
}
