import type { Carrier } from './carrier.ts';
import type { PoolCall } from './pool-call.ts';
import type { Answers, Revisit } from './revisit.ts';
import type { Clock } from './time/clocks.ts';
import { clockId } from './time/clocks.ts';
import type { WhistleRequest } from './whistle-request.ts';
import type { Whistle } from './whistle.ts';
import type { Words } from './words.ts';

/** How soon a matter must be looked at. */
export type Urgency = 'danger' | 'urgent' | 'routine';

/** Where a matter is, as the directory knows it, or only as it was said. */
export interface Place {
  /** The directory's id of the named place, where there is one. */
  readonly id?: string | undefined;
  /** The place without anything that identifies a household. */
  readonly name: string;
  /** The place as said, with building, unit and room. */
  readonly detail?: Words | undefined;
  readonly grid?: string | undefined;
  /** The reporter's registered home, which nobody has confirmed to be the place. */
  readonly assumed?: true | undefined;
  /** For each tier, the unit that answers for this place. */
  readonly path: Readonly<Record<string, string>>;
}

/** The time that the words for it mean, as far as it can be told. */
export interface TimeMeant {
  readonly from: Date;
  /** Where it ends, no part of it; missing while it goes on. */
  readonly to?: Date | undefined;
  /** The words name the date themselves. */
  readonly dated: boolean;
}

/** The five facts of a demand (五要素): who may stay hidden; each is what was understood until somebody corrects it. */
export interface Facts {
  readonly what: Words;
  readonly place?: Place | undefined;
  /** Where it is said to be, when the directory does not know it. */
  readonly placeSaid?: Words | undefined;
  readonly when?: Words | undefined;
  /** Absent where the words tell no day, and in demands of before it was kept. */
  readonly whenMeant?: TimeMeant | undefined;
  readonly course: Words;
  /** The wish of the first reporter; each later one has an own. */
  readonly hidden: boolean;
}

/** One who raised the matter, with an own number, answers and rating. The first is whose words opened it. */
export interface Reporter {
  readonly no: string;
  readonly person: string;
  readonly source: string;
  readonly at: Date;
  readonly words: Words;
  readonly left?: 'withdrawn' | 'unmerged' | undefined;
  readonly revisit: Revisit;
  /** Whether a later reporter wants to stay hidden; the first one's wish is among the facts. */
  readonly hidden?: boolean | undefined;
  /** The demand this reporter's number was opened for, when merged from another. */
  readonly from?: string | undefined;
}

/** A place offered as an answer to where it is. */
export interface PlaceChoice {
  readonly label: Words;
  /** The reporter's own home. */
  readonly home: boolean;
  /** What the directory knows of it, sealed as a whole. */
  readonly found: Words;
}

/** Why the program decided a class, place or route: machine-readable, for the person who checks it. */
export interface Understood {
  readonly category: string;
  readonly confidence: number;
  readonly alternatives: readonly string[];
  readonly reasons: readonly string[];
}

/** What the reporters, callers or others said of how it was handled; every one stays on record. */
export interface Rating {
  readonly by: 'reporter' | 'call-back';
  readonly no: string;
  readonly round: number;
  readonly at: Date;
  readonly answers: Answers;
  readonly reason?: Words | undefined;
}

/** What a grid worker thinks should be done (统筹协调意见建议权), kept for the dispatcher. */
export interface Proposal {
  readonly by: string;
  readonly unit: string;
  readonly at: Date;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly note?: Words | undefined;
  /** Who did as it says. */
  readonly accepted?: { readonly by: string; readonly at: Date } | undefined;
}

/** A dispatched unit's one objection, to be decided by whoever dispatched. */
export interface Objection {
  readonly unit: string;
  readonly whistle?: string | undefined;
  readonly basis: Words;
  readonly at: Date;
  readonly decided?: 'upheld' | 'rejected' | undefined;
}

/** More time, asked once per clock and granted by whoever called. */
export interface Extension {
  readonly unit: string;
  readonly whistle?: string | undefined;
  readonly clock: string;
  readonly reason: Words;
  readonly at: Date;
  readonly decided?: 'granted' | 'refused' | undefined;
}

/** A unit reminded by a person of what it owes. */
export interface Press {
  readonly unit: string;
  readonly at: Date;
}

/** Left out of the rates: with a reason, and only when a second person agrees. */
export interface Exclusion {
  readonly by: string;
  readonly reason: Words;
  readonly at: Date;
  readonly decided?: 'agreed' | 'refused' | undefined;
  readonly decidedBy?: string | undefined;
}

/** Where a demand is in its life. */
export type Phase =
  | { readonly status: 'incomplete' }
  | { readonly status: 'waiting'; readonly since: Date }
  | { readonly status: 'handling'; readonly since: Date; readonly by: string }
  | { readonly status: 'done'; readonly at: Date; readonly by: string; readonly unit: string; readonly result: Words }
  | {
      readonly status: 'disputed';
      readonly since: Date;
      readonly no: string;
      readonly reason?: Words | undefined;
      readonly doneAt: Date;
      readonly by: string;
      readonly unit: string;
      readonly result: Words;
    }
  | { readonly status: 'closed'; readonly at: Date; readonly doneAt: Date; readonly by: string; readonly unit: string; readonly result: Words }
  | { readonly status: 'withdrawn'; readonly at: Date }
  | { readonly status: 'merged'; readonly at: Date; readonly into: string };

/** A service of the catalogue that is done on the reporter's behalf (代办), and the units that may take it over and whistle about it. */
export interface ServiceTask {
  readonly id: string;
  readonly units: readonly string[];
}

/** A matter raised by somebody, and everything that has become of it: the fold of its timeline. */
export interface Demand {
  readonly id: string;
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly source: string;
  readonly externalId?: string | undefined;
  readonly origin: string;
  readonly service?: ServiceTask | undefined;
  /** The demand that it goes on from, long after that was closed. */
  readonly follows?: string | undefined;
  readonly raisedAt: Date;
  readonly phase: Phase;
  readonly tier: string;
  readonly holder: string;
  readonly grade: string;
  readonly category: string;
  readonly understood: Understood;
  readonly urgency: Urgency;
  readonly facts: Facts;
  /** The reporter is asked where it is, and nothing waits for the answer; absent in demands of before there were any. */
  readonly placeAsked?: true | undefined;
  /** Offered while the place is asked for, in the order of their numbers. */
  readonly choices: readonly PlaceChoice[];
  readonly media: readonly string[];
  readonly reporters: readonly Reporter[];
  readonly clocks: readonly Clock[];
  readonly whistles: readonly Whistle[];
  /** Whistles that needed somebody's agreement; absent in demands of before there were any. */
  readonly requests?: readonly WhistleRequest[] | undefined;
  /** Calls to persons; absent in demands of before there were any. */
  readonly pools?: readonly PoolCall[] | undefined;
  /** What carries it instead of its holder's own work. */
  readonly carrier?: Carrier | undefined;
  readonly proposals: readonly Proposal[];
  readonly objections: readonly Objection[];
  readonly extensions: readonly Extension[];
  /** Units that were pressed, in order; absent in demands of before there were any. */
  readonly presses?: readonly Press[] | undefined;
  readonly exclusion?: Exclusion | undefined;
  readonly ratings: readonly Rating[];
  /** Units that have held it, first unit first (首接). */
  readonly held: readonly string[];
  /** Units put in charge by a dispatch or as a whistle's lead, in order; each after the first is a transfer. */
  readonly charged: readonly string[];
  readonly redos: number;
  /** Revisit round: one more after each redo. */
  readonly round: number;
}

/** Still something to be done by somebody, or to be asked. */
export function isOpen(demand: Demand): boolean {
  return !['closed', 'withdrawn', 'merged'].includes(demand.phase.status);
}

/** The reporter was asked where it is, and nobody has said. */
export function awaitsPlace({ phase, placeAsked, facts: { place } }: Demand): boolean {
  return phase.status === 'incomplete' || (placeAsked === true && (place === undefined || place.assumed === true));
}

/** Somebody's duty to act: not yet done, nor ended. */
export function isInHand(demand: Demand): boolean {
  return ['waiting', 'handling'].includes(demand.phase.status);
}

/** Those who still wait for an outcome. */
export function present(demand: Demand): readonly Reporter[] {
  return demand.reporters.filter((reporter) => reporter.left === undefined);
}

/** How often the matter went from one unit to another. */
export function transfers(demand: Demand): number {
  return Math.max(0, demand.charged.length - 1);
}

/** The reporter with this number. */
export function reporterOf(demand: Demand, no: string): Reporter | undefined {
  return demand.reporters.find((reporter) => reporter.no === no);
}

/** Whether the reporter with this number wants to stay hidden. */
export function isHidden(demand: Demand, no: string): boolean {
  return no === demand.id ? demand.facts.hidden : reporterOf(demand, no)?.hidden === true;
}

/** Whether any of those who raised it wants to stay hidden. */
export function asksSecrecy(demand: Demand): boolean {
  return demand.reporters.some(({ no, left }) => left !== 'unmerged' && isHidden(demand, no));
}

/** The clock that runs until an extension is decided; undefined when it was overtaken, even where another of the same unit waits. */
export function decisionClock(demand: Demand, { unit, whistle, at }: Extension): Clock | undefined {
  return demand.clocks.find(({ id, from }) => id === clockId('extension', whistle, unit) && from.getTime() === at.getTime());
}

/** The next moment at which the demand itself must be looked at; undefined when nothing is owed any more. */
export function nextDueAt(demand: Demand): Date | undefined {
  const marks = demand.clocks.flatMap((clock) => clock.marks.map((mark) => mark.at.getTime()));
  const revisits = demand.reporters.flatMap(({ revisit }) => ('next' in revisit ? [revisit.next.getTime()] : []));
  const first = Math.min(...marks, ...revisits);
  return Number.isFinite(first) ? new Date(first) : undefined;
}
