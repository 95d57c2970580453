/** The kinds of clock that run for what is settled, matched, built or corrected beside a demand. */
export type SideClockKind =
  | 'deliberation' | 'topics' | 'choice' | 'research' | 'options' | 'vote' | 'announcement' | 'application' | 'supervision'
  | 'match' | 'answer' | 'hand-over' | 'thanks' | 'review'
  | 'project' | 'design' | 'agreement' | 'take-on' | 'plan' | 'milestone' | 'supervise' | 'evaluate'
  | 'correction';

/** What a clock waits for. */
export type ClockKind =
  | SideClockKind
  | 'place'
  | 'take-up'
  | 'solve'
  | 'report-in'
  | 'feedback'
  | 'finish'
  | 'objection'
  | 'extension'
  | 'exclusion'
  | 'rate'
  | 'dispute'
  | 'approval'
  | 'sound'
  | 'pool';

/** What happens at a mark: somebody is told, or the wait ends. */
export type MarkAct = 'remind' | 'yellow' | 'red' | 'overdue' | 'tell-caller' | 'tell-head' | 'tell-above' | 'still-open' | 'expire';

/** A moment of a running clock, worked out when it started, so that a changed file never moves it. */
export interface Mark {
  readonly at: Date;
  readonly act: MarkAct;
  /** Share of the limit used, in percent, for a reminder. */
  readonly percent?: number | undefined;
  /** How many tiers above the unit, for `tell-above`. */
  readonly tiers?: number | undefined;
}

/** One limit running for one unit; `marks` are those still to come, in order. */
export interface Clock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly unit: string;
  readonly whistle?: string | undefined;
  readonly from: Date;
  readonly due: Date;
  /** Sounds at night and on rest days. */
  readonly urgent: boolean;
  readonly marks: readonly Mark[];
}

/** What a unit does with a demand. */
const HANDLING: ReadonlySet<ClockKind> = new Set(['take-up', 'solve', 'report-in', 'feedback', 'finish']);
/** What waits for somebody's decision on it. */
const DECIDING: ReadonlySet<ClockKind> = new Set(['objection', 'extension', 'exclusion', 'dispute', 'approval', 'sound']);

/** Whether a clock runs for a unit's own work. */
export function isHandling({ kind }: Clock): boolean {
  return HANDLING.has(kind);
}

/** Whether a clock runs until somebody decides. */
export function isDeciding({ kind }: Clock): boolean {
  return DECIDING.has(kind);
}

/** The clock whose limit comes first, kept or not, of those that make a matter late: what residents and callers are asked does not. */
export function firstLimit(clocks: readonly Clock[]): Clock | undefined {
  return clocks.filter((clock) => isHandling(clock) || isDeciding(clock)).reduce<Clock | undefined>((first, clock) => (first === undefined || clock.due < first.due ? clock : first), undefined);
}

/** The clock's id: one per kind, and per whistle and unit where it belongs to one. */
export function clockId(kind: ClockKind, whistle?: string, unit?: string): string {
  return [kind, whistle, unit].filter((part) => part !== undefined).join(':');
}

/** The marks of a clock that have come. */
export function marksReached(clock: Clock, now: Date): readonly Mark[] {
  return clock.marks.filter((mark) => mark.at <= now);
}

/** The clocks but those of these ids. */
export function without(clocks: readonly Clock[], ...ids: string[]): readonly Clock[] {
  return clocks.filter(({ id }) => !ids.includes(id));
}
