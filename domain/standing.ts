import type { Duty } from './directory/duty.ts';
import type { Words } from './words.ts';

/** What is known elsewhere of units and other demands when somebody wants to dispatch or whistle. */
export interface Standing {
  /** What each unit concerned is to such a matter at this place; a unit that no line names is left out. */
  readonly duties: Readonly<Record<string, Duty>>;
  /** Open demands of the same class at the same place that are whistled already. */
  readonly duplicates?: readonly string[] | undefined;
  /** How often the caller whistled lately, and with how many demands it had to do. */
  readonly rate?: WhistleRate | undefined;
}

/** How many of its matters a unit has whistled for. */
export interface WhistleRate {
  readonly whistles: number;
  readonly demands: number;
}

/** Where a caller's whistles lie: too few demands to say, or below, within or above the band. */
export type RateBand = 'too-few' | 'low' | 'within' | 'high';

/** What speaks against a whistle: the caller can do it alone, it is whistled already, or hardly anybody minds. */
export type Against = 'alone' | 'duplicate' | 'weak';

/** On what ground a whistle sounded; what was overridden stays visible. */
export interface Admitted {
  readonly outcome: 'admitted' | 'urgent' | 'overridden';
  /** The case of the mechanism that it falls under. */
  readonly case?: string | undefined;
  readonly against: readonly Against[];
  readonly duplicates: readonly string[];
  readonly reason?: Words | undefined;
  readonly rate?: (WhistleRate & { readonly band: RateBand }) | undefined;
}
