import type { Carrier, CarrierStart } from './carrier.ts';
import type { Place, PlaceChoice, ServiceTask, TimeMeant, Understood, Urgency } from './demand.ts';
import type { Role, UnitRef } from './mechanism/mechanism.ts';
import type { Answers } from './revisit.ts';
import type { Standing } from './standing.ts';
import type { Words } from './words.ts';

/** Who gives a command: a person, what they are, and the unit they act for. The clock is a person without roles. */
export interface Actor {
  readonly person: string;
  readonly roles: readonly Role[];
  readonly unit?: UnitRef | undefined;
  /** The grids a grid worker looks after. */
  readonly grids?: readonly string[] | undefined;
}

/** Where a demand is to go: a unit, and for which tier it acts. */
export interface Destination {
  readonly tier: string;
  readonly unit: string;
}

/** A report as it comes in; `place` is missing when it is not known. */
export interface Report {
  readonly id: string;
  readonly source: string;
  readonly externalId?: string | undefined;
  /** What it came from: the same origin never makes a second demand. */
  readonly origin: string;
  readonly person: string;
  /** The demand that it goes on from, long after that was closed. */
  readonly follows?: string | undefined;
  /** What is to be done on the person's behalf. */
  readonly service?: ServiceTask | undefined;
  /** The group it was said in. */
  readonly room?: string | undefined;
  /** Told along with others, of all of which there is one receipt: this one needs none of its own. */
  readonly together?: boolean | undefined;
  readonly words: Words;
  readonly media: readonly string[];
  readonly what: Words;
  readonly when?: Words | undefined;
  readonly whenMeant?: TimeMeant | undefined;
  readonly place?: Place | undefined;
  readonly placeSaid?: Words | undefined;
  /** Offered when the place is asked for. */
  readonly choices: readonly PlaceChoice[];
  readonly hidden: boolean;
  readonly understood: Understood;
  readonly urgency: Urgency;
}

/** Makes a report a demand. */
export interface Register extends Report {
  readonly type: 'register';
  readonly by: Actor;
  /** Who gets it; while the place is missing, who gets it if it stays missing. */
  readonly to: Destination;
  /** Whether the reporter is asked for the place: first, so that it waits for the answer, or while it is already on its way. */
  readonly askPlace?: 'first' | 'meanwhile' | undefined;
}

/** Every command on an existing demand; `by` is who gives it. */
export type DemandCommand =
  | { readonly type: 'locate'; readonly by: Actor; readonly place: Place; readonly to: Destination; readonly words?: Words | undefined }
  | { readonly type: 'correct'; readonly by: Actor; readonly fact: 'what' | 'when' | 'course'; readonly words: Words; readonly whenMeant?: TimeMeant | undefined }
  | { readonly type: 'hide'; readonly by: Actor; readonly hidden: boolean }
  /** `to` is who gets it by that class, as long as nobody has taken it up. */
  | { readonly type: 'reclassify'; readonly by: Actor; readonly category: string; readonly to?: Destination | undefined }
  | { readonly type: 'supplement'; readonly by: Actor; readonly words?: Words | undefined; readonly media: readonly string[] }
  | { readonly type: 'support'; readonly by: Actor; readonly no: string; readonly room?: string | undefined; readonly together?: boolean | undefined; readonly source: string; readonly words: Words; readonly media: readonly string[]; readonly hidden: boolean }
  /** `erased`: nobody of that name is left to be asked, also of what is done. */
  | { readonly type: 'withdraw'; readonly by: Actor; readonly no: string; readonly reason?: Words | undefined; readonly erased?: true | undefined }
  | { readonly type: 'part'; readonly by: Actor; readonly no: string }
  | { readonly type: 'take'; readonly by: Actor; readonly words?: Words | undefined }
  | { readonly type: 'finish'; readonly by: Actor; readonly result: Words; readonly media?: readonly string[] | undefined }
  /** `desk` is the unit of `to`, with what it is to such matters. */
  | { readonly type: 'escalate'; readonly by: Actor; readonly reason: Words; readonly to?: Destination | undefined; readonly request?: UnitRef | undefined; readonly desk?: UnitRef | undefined; readonly standing?: Standing | undefined }
  | { readonly type: 'propose'; readonly by: Actor; readonly lead: UnitRef; readonly assists: readonly UnitRef[]; readonly note?: Words | undefined }
  | { readonly type: 'dispatch'; readonly by: Actor; readonly to: UnitRef; readonly note?: Words | undefined; readonly standing?: Standing | undefined; readonly asProposed?: boolean | undefined }
  | CarrierCommand
  | Whistling
  | { readonly type: 'sound'; readonly by: Actor }
  | { readonly type: 'call-people'; readonly by: Actor; readonly chain: string; readonly invited: readonly string[]; readonly wanted?: number | undefined }
  | { readonly type: 'report-in'; readonly by: Actor; readonly words?: Words | undefined }
  | { readonly type: 'feed-back'; readonly by: Actor; readonly words: Words; readonly media?: readonly string[] | undefined }
  /** Pictures of the work that come by themselves, behind what was told of it. */
  | { readonly type: 'show'; readonly by: Actor; readonly media: readonly string[] }
  /** `unit` is whom to press; without it, all that owe something. */
  | { readonly type: 'press'; readonly by: Actor; readonly unit?: string | undefined }
  | { readonly type: 'extend'; readonly by: Actor; readonly reason: Words }
  | { readonly type: 'object'; readonly by: Actor; readonly basis: Words }
  | { readonly type: 'decide-objection'; readonly by: Actor; readonly upheld: boolean; readonly unit?: string | undefined; readonly reason?: Words | undefined }
  | { readonly type: 'rate-callee'; readonly by: Actor; readonly unit: string; readonly marks: readonly number[] }
  | { readonly type: 'exclude'; readonly by: Actor; readonly reason: Words }
  | { readonly type: 'approve'; readonly by: Actor; readonly agreed: boolean; readonly reason?: Words | undefined; readonly of?: string | undefined }
  | { readonly type: 'answer-revisit'; readonly by: Actor; readonly no: string; readonly answers: Answers; readonly reason?: Words | undefined }
  /** Whoever is asked will not answer. */
  | { readonly type: 'decline-revisit'; readonly by: Actor; readonly no: string }
  | { readonly type: 'give-reason'; readonly by: Actor; readonly no: string; readonly reason: Words }
  | { readonly type: 'reveal'; readonly by: Actor; readonly no: string; readonly reason: Words }
  | { readonly type: 'merge-into'; readonly by: Actor; readonly lead: string }
  | { readonly type: 'absorb'; readonly by: Actor; readonly from: string; readonly reporters: readonly Absorbed[] }
  | { readonly type: 'release'; readonly by: Actor; readonly from: string }
  | { readonly type: 'unmerge'; readonly by: Actor; readonly to: Destination }
  | { readonly type: 'tick'; readonly by: Actor; readonly mayAsk: readonly string[] };

/** Gives a demand into the hands of a carrier, or takes it back from it. */
export type CarrierCommand =
  | { readonly type: 'carry'; readonly by: Actor; readonly kind: Carrier['kind']; readonly id: string; readonly start: CarrierStart }
  | { readonly type: 'carrier-ends'; readonly by: Actor; readonly id: string; readonly outcome: 'done' | 'failed' | 'over'; readonly words?: Words | undefined };

/** Calls units that must report in. */
interface Whistling {
  readonly type: 'whistle';
  readonly by: Actor;
  readonly kind?: string | undefined;
  /** The chain it is to go on; without it, the first that fits. */
  readonly chain?: string | undefined;
  readonly lead: UnitRef;
  readonly assists: readonly UnitRef[];
  /** What is told to the units. */
  readonly note?: Words | undefined;
  readonly standing?: Standing | undefined;
  /** Why it is to sound although something speaks against it. */
  readonly override?: Words | undefined;
  /** As the last proposal says. */
  readonly asProposed?: boolean | undefined;
}

/** A reporter taken over from another demand. */
export interface Absorbed {
  readonly no: string;
  readonly person: string;
  readonly source: string;
  readonly at: Date;
  readonly words: Words;
  readonly hidden?: boolean | undefined;
}

/** Every reason for which a command is refused. Each has a sentence that says what can be done instead. */
export const REFUSALS = [
  'not-open',
  'not-in-hand',
  'not-yours',
  'not-your-unit',
  'not-dispatcher',
  'not-called',
  'already-taken',
  'already-reported',
  'already-done',
  'long-closed',
  'already-supporting',
  'already-merged',
  'not-merged',
  'same-demand',
  'place-missing',
  'whistle-sounding',
  'no-chain',
  'one-at-a-time',
  'no-such-kind',
  'no-such-category',
  'no-such-chain',
  'not-on-list',
  'admission-alone',
  'admission-duplicate',
  'admission-weak',
  'request-waiting',
  'nothing-to-sound',
  'not-your-act',
  'which-approval',
  'no-proposal',
  'pool-open',
  'pool-full',
  'pool-over',
  'nobody-to-call',
  'too-few-people',
  'too-many-people',
  'joined-already',
  'unit-twice',
  'unit-already-called',
  'top-tier',
  'no-unit-above',
  'no-unit-to-request',
  'same-unit',
  'not-below-you',
  'extension-asked-already',
  'objected-already',
  'nothing-to-object',
  'no-objection',
  'nothing-to-approve',
  'own-request',
  'excluded-already',
  'whistle-not-ended',
  'rated-already',
  'wrong-marks',
  'no-revisit',
  'not-asked-reason',
  'not-yours-to-press',
  'nothing-to-press',
  'pressed-today',
  'carried-away',
] as const;
export type Refusal = (typeof REFUSALS)[number];
