/** What hot spots need to know of a demand; nothing of what anybody wrote. Times are milliseconds since 1970. */
export interface HotspotFact {
  readonly id: string;
  readonly category: string;
  readonly urgency: 'danger' | 'urgent' | 'routine';
  readonly at: number;
  readonly doneAt?: number | undefined;
  readonly grid?: string | undefined;
  /** The place, then those it is part of; empty when only the grid is known, or not even that. */
  readonly places: readonly string[];
  /** The unit likely to answer for what is behind it. */
  readonly unit?: string | undefined;
  /** Who reported it, one entry for each report. */
  readonly persons: readonly string[];
}

/** Now and the moment from which demands count; `recordedSince` is when the record begins, because before it nothing was no sign of quiet. */
export interface HotspotSpan {
  readonly since: number;
  readonly now: number;
  readonly recordedSince: number;
}

/** In which way something piles up: in one place in a short time, again and again, more than usual, or in many places with one cause. */
export type HotspotKind = 'cluster' | 'repeat' | 'rising' | 'root';

/** One reason, for programs: what it is about, and the figure. */
export type Why =
  | { readonly name: 'danger'; readonly demands: number }
  | { readonly name: 'people'; readonly people: number; readonly days: number }
  | { readonly name: 'again'; readonly demand: string; readonly after: string; readonly days: number }
  | { readonly name: 'expected'; readonly demands: number; readonly expected: number; readonly chance: number; readonly days: number; readonly weeks: number; readonly season: number }
  | { readonly name: 'places'; readonly places: number; readonly weeks: number; readonly unit: string };

/** How it compares with the time before. */
export type Trend = 'new' | 'rising' | 'steady' | 'falling';

/** Something that piles up. Its demands are listed newest first. */
export interface Hotspot {
  readonly kind: HotspotKind;
  readonly category: string;
  /** The most precise place that all have in common, else the grid; of a root, the place with most demands. */
  readonly place: string;
  /** Every place concerned, for what is at several. */
  readonly places: readonly string[];
  /** Only when all are in one grid. */
  readonly grid?: string | undefined;
  readonly unit?: string | undefined;
  readonly danger: boolean;
  /** Reports; several people may have reported one demand. */
  readonly count: number;
  /** Distinct people. */
  readonly people: number;
  /** Reports in an equally long time before. */
  readonly before: number;
  readonly trend: Trend;
  readonly why: readonly Why[];
  readonly demandIds: readonly string[];
  readonly from: number;
  readonly to: number;
}

export const DAY_MS = 24 * 3600_000;
export const WEEK_MS = 7 * DAY_MS;
