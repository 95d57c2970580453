import type { Actor } from './commands.ts';
import { THE_CLOCK } from './events.ts';
import type { ListSettings } from './mechanism/lists.ts';
import type { Result } from './result.ts';
import { accept, refuse } from './result.ts';
import type { Clock } from './time/clocks.ts';
import type { Rules } from './time/start-clock.ts';
import { startClock } from './time/start-clock.ts';
import type { Reached } from './time/timekeeping.ts';
import { markOff, marksDue, nextMark } from './time/timekeeping.ts';
import type { Words } from './words.ts';

/** Why something must be corrected. */
export type CorrectionCause = NonNullable<ListSettings['corrections']>['from'][number];

/** Something that a unit must put right, and say how: the fold of its timeline. */
export interface Correction {
  readonly id: string;
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly origin: string;
  readonly unit: string;
  /** The number of what it arose from: a demand, a project. */
  readonly about: string;
  readonly why: CorrectionCause;
  readonly reason?: Words | undefined;
  readonly openedAt: Date;
  readonly corrected?: { readonly words: Words; readonly by: string; readonly at: Date } | undefined;
  readonly clocks: readonly Clock[];
}

/** What opens one. */
export type OpenCorrection = Pick<Correction, 'id' | 'origin' | 'unit' | 'about' | 'why' | 'reason'>;

/** Everything that can have happened to it. */
export type CorrectionEvent =
  | { readonly type: 'opened'; readonly at: Date; readonly by: string; readonly data: OpenCorrection & { readonly mechanism: Correction['mechanism']; readonly clock: Clock } }
  | { readonly type: 'corrected'; readonly at: Date; readonly by: string; readonly data: { readonly words: Words } }
  | { readonly type: 'reached'; readonly at: Date; readonly by: string; readonly data: Reached };

/** Every command on a correction. */
export type CorrectionCommand = { readonly type: 'correct'; readonly by: Actor; readonly words: Words } | { readonly type: 'tick'; readonly by: Actor };

/** Why a command on a correction is not carried out. */
export type CorrectionRefusal = 'not-your-correction' | 'corrected-already';

/** The first fact of a correction. Throws when the district has no such list. */
export function openCorrection(rules: Rules, open: OpenCorrection, now: Date): readonly CorrectionEvent[] {
  const { id, version, lists } = rules.mechanism;
  if (lists?.corrections === undefined) throw new Error(`Mechanism ${id} has no list of corrections`);
  const clock = startClock(rules, { kind: 'correction', unit: open.unit, timed: lists.corrections.limit, from: now, urgent: false });
  return [{ type: 'opened', at: now, by: THE_CLOCK, data: { ...open, mechanism: { id, version }, clock } }];
}

/** Decides a command on a correction. */
export function decideCorrection(rules: Rules, correction: Correction, command: CorrectionCommand, now: Date): Result<readonly CorrectionEvent[], CorrectionRefusal> {
  if (command.type === 'tick') return accept(marksDue(rules, correction.clocks, now).map((data) => ({ type: 'reached', at: now, by: THE_CLOCK, data })));
  if (command.by.unit?.id !== correction.unit) return refuse('not-your-correction');
  if (correction.corrected !== undefined) return refuse('corrected-already');
  return accept([{ type: 'corrected', at: now, by: command.by.person, data: { words: command.words } }]);
}

/** The state after a timeline. Throws when it does not begin with its opening. */
export function foldCorrection(events: readonly CorrectionEvent[]): Correction {
  const [first, ...rest] = events;
  if (first?.type !== 'opened') throw new Error('A correction begins with its opening');
  const { clock, ...data } = first.data;
  return rest.reduce(evolveCorrection, { ...data, openedAt: first.at, clocks: [clock] });
}

/** The state after one more event. */
export function evolveCorrection(correction: Correction, event: CorrectionEvent): Correction {
  if (event.type === 'reached') return { ...correction, clocks: markOff(correction.clocks, event.data) };
  if (event.type === 'corrected') return { ...correction, corrected: { words: event.data.words, by: event.by, at: event.at }, clocks: [] };
  return correction;
}

/** When it must next be looked at; undefined only when it is corrected. */
export function correctionDueAt({ clocks }: Correction): Date | undefined {
  return nextMark(clocks);
}
