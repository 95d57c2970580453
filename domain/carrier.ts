import type { Clock } from './time/clocks.ts';
import type { Words } from './words.ts';

/** What carries a demand instead of its holder's own work: its residents' deliberation, or a project. */
export interface Carrier {
  readonly kind: 'deliberation' | 'project';
  readonly id: string;
  readonly since: Date;
}

/** What a carrier is begun with, besides the demand itself. */
export interface CarrierStart {
  /** Of a deliberation: the level it is held at. */
  readonly level?: string | undefined;
  /** Of a project: its name and its budget in yuan. */
  readonly title?: Words | undefined;
  readonly budget?: number | undefined;
}

/** What happened between a demand and its carrier. */
export interface CarrierFacts {
  carried: { readonly kind: Carrier['kind']; readonly id: string; readonly start: CarrierStart; readonly clock: Clock };
  'carrier-ended': { readonly kind: Carrier['kind']; readonly id: string; readonly outcome: 'done' | 'failed' | 'over'; readonly words?: Words | undefined; readonly clocks: readonly Clock[] };
}
