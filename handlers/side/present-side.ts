import type { Correction } from '../../domain/correction.ts';
import type { Deliberation } from '../../domain/deliberation/deliberation.ts';
import { deliberationDueAt } from '../../domain/deliberation/deliberation.ts';
import { nextDueAt } from '../../domain/demand.ts';
import type { Need } from '../../domain/need/need.ts';
import { needDueAt } from '../../domain/need/need.ts';
import type { Resource } from '../../domain/need/resource.ts';
import type { Project } from '../../domain/project/project.ts';
import { projectDueAt } from '../../domain/project/project.ts';
import { isoTime } from '../iso-time.ts';
import type { Sealer } from '../ports/sealer.ts';
import { statusOf } from '../showing/describe.ts';
import type { Lists } from './lists.ts';

/** What is needed to show what stands beside demands to another program or a page. */
export interface PresentingSide {
  readonly sealer: Pick<Sealer, 'openAll'>;
  readonly maskPersonal: (text: string) => string;
  readonly erased: string;
}

/** Opens the words of what is shown and masks personal data in them; times become texts, what is missing is left out. */
export async function shownSide<T extends object>({ sealer, maskPersonal, erased }: PresentingSide, value: T): Promise<T> {
  const opened = await sealer.openAll(value, erased);
  const cover = (one: unknown, name?: string): unknown => {
    if (typeof one === 'string') return name !== undefined && WORDS.has(name) ? maskPersonal(one) : one;
    if (Array.isArray(one)) return one.map((each) => cover(each, name));
    if (typeof one === 'object' && one !== null) return Object.fromEntries(Object.entries(one).flatMap(([key, each]) => (each === undefined ? [] : [[key, cover(each, key)]])));
    return one;
  };
  return cover(opened) as T;
}

/** Fields that hold what people wrote. */
const WORDS: ReadonlySet<string> = new Set(['title', 'topics', 'research', 'options', 'words', 'design', 'reason', 'summary']);

function time(at: Date | undefined): string | undefined {
  return at === undefined ? undefined : isoTime(at);
}

/** A deliberation: how many voted for what, never who. */
export function deliberationBody(one: Deliberation) {
  const { id, no, level, unit, supervisor, rooms, step, title, topics, topic, research, options, ballot, results, decision, applied, checks, begunAt } = one;
  return {
    id, no, level, unit, supervisor, rooms, step, title, topic, research,
    topics: topics.map(({ words }) => words),
    options: options.map(({ words }) => words),
    ballot: ballot && { round: ballot.round, options: ballot.options, openedAt: isoTime(ballot.openedAt), closesAt: isoTime(ballot.closesAt), turnout: ballot.votes.length, eligible: ballot.eligible },
    results,
    decision: decision && { ...decision, at: isoTime(decision.at) },
    applied: applied && { words: applied.words, at: isoTime(applied.at), checkAt: isoTime(applied.checkAt) },
    checks: checks.map(({ kept, mark, words, at }) => ({ kept, mark, words, at: isoTime(at) })),
    begunAt: isoTime(begunAt),
    nextDueAt: time(deliberationDueAt(one)),
  };
}

/** A resource. */
export function resourceBody({ id, unit, kind, words, days, people, registeredAt, stoppedAt }: Resource) {
  return { id, unit, kind, words, days, people, registeredAt: isoTime(registeredAt), stoppedAt: time(stoppedAt) };
}

/** A need with what was put forward for it. */
export function needBody(one: Need) {
  const { id, demand, unit, decider, kind, words, step, offers, handedOver, thanks, notedAt } = one;
  const said = (what: Need['thanks']) => what && { words: what.words, at: isoTime(what.at) };
  return {
    id, demand, unit, decider, kind, words, step,
    offers: offers.map(({ resource, unit: from, reasons, state }) => ({ resource, unit: from, reasons, state })),
    handedOver: said(handedOver),
    thanks: said(thanks),
    notedAt: isoTime(notedAt),
    nextDueAt: time(needDueAt(one)),
  };
}

/** A project with its milestones. */
export function projectBody(one: Project) {
  const { id, demand, need, unit, title, budget, step, design, taker, milestones, rating, proposedAt } = one;
  return {
    id, demand, need, unit, title, budget, step, design,
    taker: taker?.unit,
    milestones: milestones.map(({ due, doneAt, ...rest }) => ({ ...rest, due: isoTime(due), doneAt: time(doneAt) })),
    rating: rating && { marks: rating.marks, words: rating.words, at: isoTime(rating.at) },
    proposedAt: isoTime(proposedAt),
    nextDueAt: time(projectDueAt(one)),
  };
}

function correctionBody({ id, unit, about, why, reason, openedAt, clocks }: Correction) {
  return { id, unit, about, why, reason, openedAt: isoTime(openedAt), due: time(clocks[0]?.due) };
}

/** The four lists of a unit. */
export function listsBody({ unit, duties, projects, problems, corrections }: Lists, categoryName: (id: string) => string) {
  return {
    unit,
    duties: duties.map(({ category, role }) => ({ category, categoryName: categoryName(category), role })),
    projects: projects.map(projectBody),
    problems: problems.map(({ demand, late }) => ({ id: demand.id, summary: demand.facts.what, status: statusOf(demand), owner: demand.holder, late, nextDueAt: time(nextDueAt(demand)) })),
    corrections: corrections.map(correctionBody),
  };
}
