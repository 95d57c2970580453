import type { Actor } from '../commands.ts';
import type { Clock } from '../time/clocks.ts';
import type { Reached } from '../time/timekeeping.ts';
import { nextMark } from '../time/timekeeping.ts';
import type { Words } from '../words.ts';

/** The steps in which residents settle something, and the three ends: executed and checked, come to nothing, called off. */
export type Step = 'topics' | 'choice' | 'research' | 'options' | 'vote' | 'chair' | 'announcement' | 'application' | 'supervision' | 'ended' | 'failed' | 'called-off';

/** Something said to be talked about, or to be voted on: words of a person, never anything else. */
export interface Proposed {
  readonly words: Words;
  readonly by: string;
  readonly at: Date;
}

/** One person's vote, the last one counts. */
export interface Vote {
  readonly person: string;
  readonly option: number;
  readonly at: Date;
}

/** A vote that runs. Options are numbered from 1 among all options; `eligible` is 0 when nobody knows how many may vote. */
export interface Ballot {
  readonly round: number;
  readonly options: readonly number[];
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly eligible: number;
  readonly votes: readonly Vote[];
}

/** How a vote ended. */
export interface BallotResult {
  readonly round: number;
  readonly turnout: number;
  readonly eligible: number;
  readonly needed: number;
  readonly tally: readonly { readonly option: number; readonly votes: number }[];
  readonly outcome: 'decided' | 'tie' | 'no-majority' | 'no-quorum';
}

/** Where one is held, and who runs and checks it. */
export interface Setting {
  readonly level: string;
  readonly unit: string;
  readonly supervisor: string;
  readonly rooms: readonly string[];
}

/** A matter of residents' own that they settle in their group: the fold of its timeline. */
export interface Deliberation extends Setting {
  readonly id: string;
  /** The demand it is about, by whose number people speak of it. */
  readonly no: string;
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly origin: string;
  readonly begunAt: Date;
  /** Who began it, and is told what comes next. */
  readonly runner: string;
  readonly step: Step;
  readonly since: Date;
  readonly title: Words;
  readonly topics: readonly Proposed[];
  readonly topic?: number | undefined;
  readonly research?: Words | undefined;
  readonly options: readonly Proposed[];
  readonly ballot?: Ballot | undefined;
  readonly results: readonly BallotResult[];
  readonly decision?: { readonly option: number; readonly by: 'vote' | 'chair'; readonly at: Date } | undefined;
  readonly applied?: { readonly words: Words; readonly at: Date; readonly checkAt: Date } | undefined;
  readonly checks: readonly { readonly kept: boolean; readonly mark: number; readonly words?: Words | undefined; readonly by: string; readonly at: Date }[];
  readonly reason?: Words | undefined;
  readonly clocks: readonly Clock[];
}

interface Facts {
  begun: Setting & { readonly id: string; readonly no: string; readonly mechanism: Deliberation['mechanism']; readonly origin: string; readonly title: Words; readonly clock: Clock };
  'topic-added': { readonly words: Words };
  'topics-closed': { readonly clock: Clock };
  'topic-chosen': { readonly topic: number; readonly clock: Clock };
  researched: { readonly words: Words; readonly clock: Clock };
  'option-added': { readonly words: Words };
  'ballot-opened': { readonly round: number; readonly options: readonly number[]; readonly eligible: number; readonly clock: Clock };
  voted: { readonly option: number };
  'ballot-closed': { readonly result: BallotResult; readonly next: 'decided' | 'again' | 'chair' | 'fail'; readonly option?: number | undefined; readonly clock?: Clock | undefined };
  'chair-decided': { readonly option: number; readonly clock: Clock };
  announced: { readonly clock: Clock };
  applied: { readonly words: Words; readonly checkAt: Date; readonly clock: Clock };
  checked: { readonly kept: boolean; readonly mark: number; readonly words?: Words | undefined; readonly clock?: Clock | undefined };
  failed: { readonly why: 'vote' | 'given-up'; readonly reason?: Words | undefined };
  'called-off': { readonly why: 'withdrawn' | 'moved' };
  reached: Reached;
}

/** Everything that can have happened in a deliberation. */
export type DeliberationEvent = { [T in keyof Facts]: { readonly type: T; readonly at: Date; readonly by: string; readonly data: Facts[T] } }[keyof Facts];

/** What begins one. */
export interface BeginDeliberation extends Setting {
  readonly id: string;
  readonly no: string;
  readonly origin: string;
  readonly title: Words;
  readonly by: Actor;
}

/** Every command on one that is there. `member`: in a group where it is held. */
export type DeliberationCommand =
  | { readonly type: 'add-topic'; readonly by: Actor; readonly words: Words; readonly member: boolean }
  | { readonly type: 'choose-topic'; readonly by: Actor; readonly topic: number }
  | { readonly type: 'research'; readonly by: Actor; readonly words: Words }
  | { readonly type: 'add-option'; readonly by: Actor; readonly words: Words; readonly member: boolean }
  | { readonly type: 'open-vote'; readonly by: Actor; readonly eligible: number }
  | { readonly type: 'vote'; readonly by: Actor; readonly option: number; readonly member: boolean }
  | { readonly type: 'decide-as-chair'; readonly by: Actor; readonly option: number }
  | { readonly type: 'apply'; readonly by: Actor; readonly words: Words }
  | { readonly type: 'check'; readonly by: Actor; readonly kept: boolean; readonly mark: number; readonly words?: Words | undefined }
  | { readonly type: 'give-up'; readonly by: Actor; readonly reason: Words }
  | { readonly type: 'call-off'; readonly by: Actor; readonly why: 'withdrawn' | 'moved' }
  | { readonly type: 'tick'; readonly by: Actor };

/** Every reason for which one is refused; each has a sentence that says what can be done instead. */
export const DELIBERATION_REFUSALS = [
  'over', 'not-yours-to-run', 'not-yours-to-check', 'not-in-group', 'no-vote-of-yours', 'other-step', 'no-such-topic', 'no-such-option', 'topics-full', 'options-full', 'too-few-options', 'vote-not-open', 'wrong-mark',
] as const;
/** Why a command on a deliberation is not carried out. */
export type DeliberationRefusal = (typeof DELIBERATION_REFUSALS)[number];

const ENDS: readonly Step[] = ['ended', 'failed', 'called-off'];

/** Whether something is still to be done in it. */
export function isRunning({ step }: Pick<Deliberation, 'step'>): boolean {
  return !ENDS.includes(step);
}

/** When it must next be looked at; undefined only when it is over. */
export function deliberationDueAt(deliberation: Deliberation): Date | undefined {
  return isRunning(deliberation) ? nextMark(deliberation.clocks) : undefined;
}
