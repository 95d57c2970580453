import { caseFacts } from '../domain/assessment/case-facts.ts';
import type { CaseFacts } from '../domain/assessment/case-facts.ts';
import { isOpen, nextDueAt, present, type Demand } from '../domain/demand.ts';
import { THE_CLOCK } from '../domain/events.ts';
import { outcomeOf } from '../domain/outcome.ts';
import { owes } from '../domain/whistle.ts';
import type { DemandFact, Entry } from '../handlers/ports/demands.ts';

/** What demands are found by, worked out from state and timeline at each write. Absent when there is nothing to find. */
export interface Facets {
  readonly origin: string;
  /** Numbers that lead to it: its own and those of the reporters present. */
  readonly numbers: readonly string[];
  /** Persons present among the reporters. */
  readonly people: readonly string[];
  /** Every person who ever was a reporter. */
  readonly everyone: readonly string[];
  /** While open: units in whose hands it is or to which it is called, those that a clock waits for, and persons called by name; each with the rank. */
  readonly concerns?: readonly string[] | undefined;
  /** Units that hold it, call for it or were called to it. */
  readonly units: readonly string[];
  /** Those, the units that held it and those that answer for its place. */
  readonly scope: readonly string[];
  /** What caused its last entries; `x#y` is found as `x` too. */
  readonly causes: readonly string[];
  readonly status: string;
  /** The demand it was merged into. */
  readonly into?: string | undefined;
  readonly tier: string;
  readonly grid?: string | undefined;
  readonly category: string;
  /** While open: grid and class, with the rank. */
  readonly alike?: string | undefined;
  readonly source: string;
  /** The sources of its reporters. */
  readonly raisedFrom: readonly string[];
  /** Sorts what has ended by when it did. */
  readonly endedAs?: string | undefined;
  /** Sorts demands by when they were raised, and never puts two in the same place. */
  readonly rank: string;
  readonly open: boolean;
  readonly nextDueAt?: Date | undefined;
  /** What hot spots need of it, unless it was withdrawn or merged. */
  readonly fact?: Omit<DemandFact, 'id'> | undefined;
  /** The rank of what is dangerous. */
  readonly danger?: string | undefined;
  /** What an assessment needs of it, and the months (of UTC) that any of it falls into. */
  readonly caseFacts: CaseFacts;
  readonly months: readonly string[];
}

const CAUSES = 50;
const AFTER_SPACE = '!';

/** What a demand is found by. */
export function facetsOf(demand: Demand, timeline: readonly Entry[]): Facets {
  const open = isOpen(demand);
  const { id, phase, facts, category, reporters, origin, tier, source } = demand;
  const units = unitsOf(demand);
  const grid = facts.place?.grid;
  const rank = rankOf(demand.raisedAt, id);
  const outcome = outcomeOf(demand);
  const cases = caseFacts(timeline, demand.clocks);
  const counts = !['withdrawn', 'merged'].includes(phase.status);
  return {
    origin,
    numbers: distinct([id, ...present(demand).map(({ no }) => no)]),
    people: distinct(present(demand).map(({ person }) => person)),
    everyone: distinct(reporters.map(({ person }) => person)),
    concerns: open ? concernsOf(demand).map((unit) => ranked(unit, rank)) : undefined,
    units,
    scope: distinct([...units, ...demand.held, ...Object.values(facts.place?.path ?? {})]),
    causes: causesOf(timeline),
    status: phase.status,
    into: phase.status === 'merged' ? phase.into : undefined,
    tier,
    grid,
    category,
    alike: open && grid !== undefined ? ranked(alikeKey(category, grid), rank) : undefined,
    source,
    raisedFrom: distinct(reporters.map((reporter) => reporter.source)),
    endedAs: outcome === undefined ? undefined : rankOf(outcome.at, id),
    rank,
    open,
    nextDueAt: nextDueAt(demand),
    fact: counts ? factOf(demand) : undefined,
    danger: counts && demand.urgency === 'danger' ? rank : undefined,
    caseFacts: cases,
    months: distinct(cases.items.map(({ at }) => monthOf(at))),
  };
}

/** The month of UTC that a moment falls into, as "2026-11". */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

function factOf(demand: Demand): Omit<DemandFact, 'id'> {
  const { category, urgency, raisedAt, facts: { place }, charged, holder, phase } = demand;
  const doneAt = phase.status === 'done' ? phase.at : 'doneAt' in phase ? phase.doneAt : undefined;
  const persons = present(demand).map(({ person }) => person);
  return { category, urgency, raisedAt, doneAt, grid: place?.grid, place: place?.id, unit: charged.at(-1) ?? holder, dispatched: charged.length > 0, persons };
}

/** The key under which open demands of a class in a grid are found. */
export function alikeKey(category: string, grid: string): string {
  return `${grid}|${category}`;
}

/** The bounds between which every key that begins with this word lies, from a moment on when one is given. */
export function within(word: string, since?: Date): { readonly $gte: string; readonly $lt: string } {
  return { $gte: ranked(word, since === undefined ? '' : rankOf(since)), $lt: `${word}${AFTER_SPACE}` };
}

/** Where in time a demand stands among all; without an id, before every demand raised then. */
export function rankOf(raisedAt: Date, id = ''): string {
  return `${raisedAt.toISOString()} ${id}`;
}

/** A word that thousands of demands may share, made a key of its own for each: an index finds and drops those fast. */
function ranked(word: string, rank: string): string {
  return `${word} ${rank}`;
}

function unitsOf({ holder, whistles }: Demand): string[] {
  return distinct([holder, ...whistles.flatMap(({ caller, callees }) => [caller, ...callees.map(({ unit }) => unit)])]);
}

function concernsOf({ holder, whistles, clocks, pools }: Demand): string[] {
  const sounding = whistles.filter(({ status }) => status === 'sounding');
  const called = sounding.flatMap(({ caller, callees }) => [caller, ...callees.filter(owes).map(({ unit }) => unit)]);
  const people = (pools ?? []).filter(({ status }) => status === 'open').flatMap(({ invited }) => invited);
  return distinct([holder, ...called, ...clocks.map(({ unit }) => unit), ...people]);
}

/** The clock's own causes are left out: nobody asks for them, and one may be shared by thousands. */
function causesOf(timeline: readonly Entry[]): string[] {
  const causes = distinct(timeline.filter(({ by }) => by !== THE_CLOCK).map(({ cause }) => cause)).slice(-CAUSES);
  return distinct(causes.flatMap((cause) => [cause, ...cause.split('#').slice(0, cause.includes('#') ? 1 : 0)]));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
