import type { CarrierFacts } from './carrier.ts';
import type { Absorbed, Report } from './commands.ts';
import type { Place, TimeMeant } from './demand.ts';
import type { PoolCall } from './pool-call.ts';
import type { Answers } from './revisit.ts';
import type { Clock, ClockKind, Mark } from './time/clocks.ts';
import type { WhistleRequest } from './whistle-request.ts';
import type { CalleeRating, Whistle } from './whistle.ts';
import type { Words } from './words.ts';

/** Who answers for a demand from now on, and the clocks that start with it. */
export interface Assignment {
  readonly tier: string;
  readonly holder: string;
  readonly grade: string;
  readonly clocks: readonly Clock[];
}

interface Registered extends Report {
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly incomplete: boolean;
  readonly placeAsked?: true | undefined;
  readonly assignment: Assignment;
}

/** An event that says all by its name. */
type Nothing = Readonly<Record<string, never>>;

/** Everything that can have happened to a demand: facts, never judged again. */
interface Facts extends CarrierFacts {
  registered: Registered;
  /** `words` are what was said with the place, when it was more than the place. */
  located: { readonly place: Place; readonly assignment?: Assignment | undefined; readonly words?: Words | undefined };
  'place-given-up': { readonly assignment: Assignment };
  /** `whenMeant` is what the new words for the time mean. */
  corrected: { readonly fact: 'what' | 'when' | 'course'; readonly words: Words; readonly whenMeant?: TimeMeant | undefined };
  /** `person` is whose wish it is; the first reporter's where it is not noted. */
  hidden: { readonly hidden: boolean; readonly person?: string | undefined };
  reclassified: { readonly category: string; readonly assignment?: Assignment | undefined };
  supplemented: { readonly no?: string | undefined; readonly words?: Words | undefined; readonly media: readonly string[] };
  supported: { readonly no: string; readonly person: string; readonly room?: string | undefined; readonly together?: boolean | undefined; readonly source: string; readonly words: Words; readonly media: readonly string[]; readonly hidden?: boolean | undefined };
  left: { readonly no: string; readonly why: 'withdrawn' | 'unmerged' };
  withdrawn: { readonly reason?: Words | undefined };
  'taken-up': { readonly unit: string; readonly words?: Words | undefined };
  escalated: { readonly from: string; readonly why: 'called' | 'brake'; readonly reason?: Words | undefined; readonly assignment: Assignment };
  proposed: { readonly unit: string; readonly lead: string; readonly assists: readonly string[]; readonly note?: Words | undefined };
  dispatched: { readonly from: string; readonly note?: Words | undefined; readonly assignment: Assignment };
  whistled: { readonly whistle: Whistle; readonly clocks: readonly Clock[] };
  'whistle-prepared': { readonly request: WhistleRequest; readonly clock?: Clock | undefined };
  'approval-decided': { readonly request: string; readonly unit: string; readonly agreed: boolean; readonly reason?: Words | undefined; readonly clock?: Clock | undefined };
  'approval-passed': { readonly request: string; readonly outcome: 'lapses' | 'sounds' | 'above'; readonly unit?: string | undefined; readonly clock?: Clock | undefined };
  'proposal-accepted': Nothing;
  'pool-called': { readonly pool: PoolCall; readonly clock: Clock };
  'pool-joined': { readonly pool: string };
  'pool-closed': { readonly pool: string; readonly why: 'full' | 'short' };
  'reported-in': { readonly whistle: string; readonly unit: string; readonly words?: Words | undefined };
  'fed-back': { readonly whistle?: string | undefined; readonly unit: string; readonly words: Words; readonly media?: readonly string[] | undefined };
  finished: { readonly whistle: string; readonly unit: string; readonly result: Words; readonly media?: readonly string[] | undefined };
  /** Pictures of the work that a unit sent behind its words. */
  evidence: { readonly whistle?: string | undefined; readonly unit: string; readonly media: readonly string[] };
  /** Reminded by a person of the unit `from` of the first step that it owes. */
  pressed: { readonly unit: string; readonly from: string; readonly step?: ClockKind | undefined; readonly due?: Date | undefined };
  'whistle-ended': { readonly whistle: string; readonly cancelled: boolean; readonly clock?: Clock | undefined };
  'extension-asked': { readonly unit: string; readonly whistle?: string | undefined; readonly clock: string; readonly reason: Words; readonly decide: Clock };
  'extension-decided': { readonly unit: string; readonly granted: boolean; readonly reason?: Words | undefined; readonly clock?: Clock | undefined };
  objected: { readonly unit: string; readonly whistle?: string | undefined; readonly basis: Words; readonly decide: Clock };
  'objection-decided': { readonly unit: string; readonly whistle?: string | undefined; readonly upheld: boolean; readonly reason?: Words | undefined; readonly clocks: readonly Clock[] };
  'given-back': { readonly from: string; readonly assignment: Assignment };
  'callee-rated': { readonly whistle: string; readonly callee: string; readonly rating: CalleeRating };
  done: { readonly unit: string; readonly result: Words; readonly media?: readonly string[] | undefined; readonly revisits: readonly { readonly no: string; readonly next: Date }[] };
  'exclusion-asked': { readonly reason: Words; readonly decide: Clock };
  'exclusion-decided': { readonly agreed: boolean; readonly reason?: Words | undefined };
  'revisit-asked': { readonly no: string; readonly next: Date; readonly expiresAt: Date };
  'revisit-postponed': { readonly no: string; readonly next: Date };
  'revisit-reminded': { readonly no: string };
  'revisit-answered': { readonly no: string; readonly answers: Answers; readonly reason?: Words | undefined };
  'revisit-expired': { readonly no: string };
  'revisit-declined': { readonly no: string };
  rated: { readonly no: string; readonly by: 'reporter' | 'call-back'; readonly answers: Answers; readonly reason?: Words | undefined };
  revealed: { readonly no: string; readonly reason: Words };
  'reason-given': { readonly no: string; readonly reason: Words };
  reopened: { readonly no?: string | undefined; readonly reason?: Words | undefined; readonly assignment: Assignment };
  disputed: { readonly no: string; readonly reason?: Words | undefined; readonly decide: Clock };
  /** `reason` is why a person ended what was disputed. */
  closed: { readonly reason?: Words | undefined };
  merged: { readonly into: string };
  absorbed: { readonly from: string; readonly reporters: readonly Absorbed[] };
  released: { readonly from: string; readonly nos: readonly string[] };
  unmerged: { readonly assignment: Assignment };
  reached: { readonly clock: string; readonly marks: readonly Mark[]; readonly then?: Mark | undefined };
}

export type EventType = keyof Facts;

/** One entry of the timeline, before it is sealed: when, by whom, what. `by` is a person's id, or the clock. */
export type DemandEvent = { [T in EventType]: { readonly type: T; readonly at: Date; readonly by: string; readonly data: Facts[T] } }[EventType];

/** The events of one type. */
export type EventOf<T extends EventType> = Extract<DemandEvent, { type: T }>;

/** The `by` of what the clock did. */
export const THE_CLOCK = 'clock';
