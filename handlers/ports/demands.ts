import type { CaseFacts } from '../../domain/assessment/case-facts.ts';
import type { Demand } from '../../domain/demand.ts';
import type { DemandEvent } from '../../domain/events.ts';
import type { AggregateStore, ChangeOf, Creation, EntryOf, Kept } from './kept.ts';

/** Which demands are listed; what is left out does not narrow. */
export interface DemandQuery {
  readonly status?: string | undefined;
  readonly tier?: string | undefined;
  readonly unit?: string | undefined;
  /** Only demands that one of these units holds, held, is called to or answers for by place. */
  readonly units?: readonly string[] | undefined;
  readonly grid?: string | undefined;
  readonly category?: string | undefined;
  readonly source?: string | undefined;
  readonly q?: string | undefined;
  readonly since?: Date | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Which outcomes are looked for: those of a source, from a moment on or after the last one that was read. */
export interface OutcomeQuery {
  readonly source: string;
  readonly since?: Date | undefined;
  /** Where the page before ended: a time and a number. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly units?: readonly string[] | undefined;
  readonly limit: number;
}

/** The little that hot spots need of a demand: nothing that anybody wrote. */
export interface DemandFact {
  readonly id: string;
  readonly category: string;
  readonly urgency: Demand['urgency'];
  readonly raisedAt: Date;
  readonly doneAt?: Date | undefined;
  readonly grid?: string | undefined;
  /** The directory's id of the place. */
  readonly place?: string | undefined;
  /** The unit last put in charge of it, else the one that holds it. */
  readonly unit: string;
  readonly dispatched: boolean;
  /** Who reported it and still waits for an outcome, one entry for each report. */
  readonly persons: readonly string[];
}

/** What an assessment needs of a demand. */
export interface DemandCase {
  readonly id: string;
  readonly facts: CaseFacts;
}

/** An entry of a demand's timeline. */
export type Entry = EntryOf<DemandEvent>;

/** A demand as it is kept. */
export type KeptDemand = Kept<Demand, DemandEvent>;

/** A write of a demand. */
export interface DemandChange extends ChangeOf<Demand, DemandEvent> {
  /** Words of the summary for the search, opened; kept only as keyed hashes. */
  readonly searchable?: string | undefined;
}

/** Demands: written as a whole, and found by what is worked out at each write. */
export interface DemandStore extends AggregateStore<Demand, DemandEvent> {
  readonly create: (change: DemandChange) => Promise<Creation<KeptDemand>>;
  readonly append: (before: KeptDemand, change: DemandChange) => Promise<KeptDemand>;
  /** The demand that a number belongs to now: merged numbers lead to their lead demand. */
  readonly idOf: (no: string) => Promise<string | undefined>;
  /** Open demands somebody raised, newest first; closed ones too when asked. */
  readonly raisedBy: (person: string, options: { readonly open: boolean; readonly limit: number }) => Promise<readonly Demand[]>;
  /** Open demands that are in the hands of a unit, or to which it is called, newest first. */
  readonly concerning: (unit: string, limit: number) => Promise<readonly Demand[]>;
  /** Open demands of a class in a grid since a moment, newest first. */
  readonly alike: (category: string, grid: string, since: Date, limit: number) => Promise<readonly Demand[]>;
  /** Demands that a unit has, called for or was called to, raised since a moment, newest first. */
  readonly workOf: (unit: string, since: Date, limit: number) => Promise<readonly Demand[]>;
  /** The demand made from this origin. */
  readonly madeFrom: (origin: string) => Promise<string | undefined>;
  readonly causedBy: (cause: string) => Promise<readonly string[]>;
  readonly list: (query: DemandQuery) => Promise<{ readonly items: readonly KeptDemand[]; readonly next?: string | undefined }>;
  /** Demands raised since then that one of the units has to do with, without those withdrawn or merged into others, oldest first. */
  readonly factsSince: (since: Date, units?: readonly string[]) => AsyncIterable<DemandFact>;
  /** The dangerous ones among them. */
  readonly dangersSince: (since: Date) => AsyncIterable<DemandFact>;
  /** What an assessment needs of demands that have anything to do with this time, of all or of those that one of the units has to do with; the oldest first. */
  readonly casesBetween: (from: Date, to: Date, units?: readonly string[]) => AsyncIterable<DemandCase>;
  /** Works out what an assessment needs of demands that were written before it was kept with them; gives how many. */
  readonly keepCases: () => Promise<number>;
  /** Demands raised by a source (by their reporters' sources) that have ended since a moment, or after the one last read, in the order in which they did. */
  readonly outcomesOf: (query: OutcomeQuery) => Promise<readonly Demand[]>;
  /** The pictures, voices and files of demands that are not over, or were not at that moment. */
  readonly mediaInUse: (endedSince: Date) => Promise<ReadonlySet<string>>;
  /** Demands that a person ever raised or supported, the newest first. */
  readonly everRaisedBy: (person: string, limit: number) => Promise<readonly KeptDemand[]>;
  /** Takes the words of a person's demands out of the search. */
  readonly forget: (person: string) => Promise<void>;
  /** How many are not over yet. */
  readonly countOpen: () => Promise<number>;
}
