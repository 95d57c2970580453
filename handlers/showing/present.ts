import type { Demand, Proposal, TimeMeant } from '../../domain/demand.ts';
import { asksSecrecy, nextDueAt, present } from '../../domain/demand.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { gradeIn } from '../../domain/mechanism/mechanism.ts';
import type { PoolCall } from '../../domain/pool-call.ts';
import { stageOf, stagesSeen } from '../../domain/stages.ts';
import type { Admitted } from '../../domain/standing.ts';
import { firstLimit } from '../../domain/time/clocks.ts';
import type { WhistleRequest } from '../../domain/whistle-request.ts';
import type { Whistle } from '../../domain/whistle.ts';
import type { Language } from '../../locales/text.ts';
import { isoTime } from '../iso-time.ts';
import type { Entry, KeptDemand } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';

/** What is needed to show a demand to another program or a page. */
export interface Presenting {
  readonly sealer: Pick<Sealer, 'openAll'>;
  readonly mechanismOf: (began: Demand['mechanism']) => Mechanism;
  readonly categoryName: (id: string, language: Language) => string;
  /** For what people said. */
  readonly maskPersonal: (text: string) => string;
  /** For what stands around it: the names of units and staff stay. */
  readonly maskAround: (text: string) => string;
  readonly erased: string;
}

/**
 * A demand as HTTP gives it, without its timeline: words opened, personal data masked, the people who raised it shown by their
 * numbers only. Who they are is revealed elsewhere, with a reason. Steps and classes have their names in the district's own language, or in another that is asked for.
 */
export async function presentDemand(deps: Presenting, { state: demand, timeline = [] }: Pick<KeptDemand, 'state'> & Partial<Pick<KeptDemand, 'timeline'>>, language: Language = 'zh-CN') {
  const hide = hiding(deps, demand);
  const shown = await deps.sealer.openAll(body(deps, demand, timeline, language), deps.erased, deps.maskPersonal);
  return hide({ ...shown, facts: withoutErased(shown.facts, deps.erased) });
}

/** The timeline as HTTP gives it, covered in the same way; the hashes are those of the sealed entries. */
export async function presentTimeline(deps: Presenting, { state: demand, timeline }: KeptDemand) {
  const hide = hiding(deps, demand);
  const opened = await deps.sealer.openAll(timeline.map(entryBody), deps.erased, deps.maskPersonal);
  return opened.map((entry) => {
    const told = { ...entry, data: withoutErased(entry.data, deps.erased) };
    return { ...(entry.type === 'pool-joined' ? told : hide(told)), hash: entry.hash };
  });
}

/** What words for a time meant goes with them. */
function withoutErased<T extends { readonly when?: unknown; readonly words?: unknown }>(told: T, erased: string): T {
  return (told.when ?? told.words) === erased ? { ...told, whenMeant: undefined } : told;
}

function entryBody({ seq, at, by, type, data, hash }: Entry) {
  return { seq, at: isoTime(at), by, type, data: plainData(data), hash };
}

/** Data as JSON: times as text with their offset. */
function plainData(value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value ?? {}).flatMap(([name, one]) => (one === undefined ? [] : [[name, plainValue(one)]])));
}

function plainValue(value: unknown): unknown {
  if (value instanceof Date) return isoTime(value);
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === 'object' && value !== null ? plainData(value) : value;
}

/** Covers who raised it, and masks what identifies anybody in words. */
function hiding({ maskAround }: Presenting, demand: Demand): <T>(value: T) => T {
  const numbers = new Map(demand.reporters.map(({ person, no }) => [person, `reporter:${no}`]));
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string') return numbers.get(value) ?? (NAME_OF_A_THING.test(value) ? value : maskAround(value));
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, KEPT.has(name) ? one : hide(one)]));
    return value;
  };
  return <T>(value: T) => hide(value) as T;
}

/**
 * Never words of a person, and those who were called by name, who must not be recognised as reporters by how they are shown: ids, numbers, times and hashes, which a mask
 * could take for something else.
 */
const KEPT: ReadonlySet<string> = new Set(['id', 'no', 'nos', 'hash', 'at', 'seq', 'externalId', 'follows', 'origin', 'due', 'from', 'raisedAt', 'doneAt', 'nextDueAt', 'marks', 'invited', 'joined']);

/** What a district's files call sources, units, classes and stages: a mask could take it for somebody's account. Words of people were covered when they were opened. */
const NAME_OF_A_THING = /^(?=.*[a-z])[a-z0-9]+(?:[-_.][a-z0-9]+)*$/i;

function body({ mechanismOf, categoryName }: Presenting, demand: Demand, timeline: readonly Entry[], language: Language) {
  const { facts, phase } = demand;
  const mechanism = mechanismOf(demand.mechanism);
  return defined({
    id: demand.id,
    status: phase.status,
    mergedInto: phase.status === 'merged' ? phase.into : undefined,
    tier: demand.tier,
    grade: demand.grade,
    gradeName: language === 'zh-CN' ? undefined : gradeIn(mechanism, demand.grade, language),
    source: demand.source,
    externalId: demand.externalId,
    follows: demand.follows,
    category: demand.category,
    categoryName: categoryName(demand.category, language),
    place: facts.place === undefined ? undefined : defined({ id: facts.place.id, name: facts.place.name, detail: facts.place.detail, grid: facts.place.grid, assumed: facts.place.assumed }),
    urgency: demand.urgency,
    summary: facts.what,
    facts: defined({ hidden: asksSecrecy(demand), when: facts.when, whenMeant: facts.whenMeant && timeBody(facts.whenMeant), place: facts.place?.name, placeSaid: facts.placeSaid, what: facts.what, course: facts.course }),
    supporters: Math.max(0, present(demand).length - 1),
    owner: demand.holder,
    raisedAt: isoTime(demand.raisedAt),
    doneAt: 'doneAt' in phase ? isoTime(phase.doneAt) : phase.status === 'done' ? isoTime(phase.at) : undefined,
    result: 'result' in phase ? phase.result : undefined,
    whistles: demand.whistles.map(whistleBody),
    approvals: demand.requests?.map(approvalBody),
    pools: demand.pools?.map(poolBody),
    proposals: demand.proposals.length === 0 ? undefined : demand.proposals.map(proposalBody),
    ratings: demand.ratings.map(({ at, reason, answers, ...rating }) => defined({ ...rating, at: isoTime(at), answers: defined(answers), reason })),
    carrier: demand.carrier && { ...demand.carrier, since: isoTime(demand.carrier.since) },
    nextDueAt: time(nextDueAt(demand)),
    limitAt: time(firstLimit(demand.clocks)?.due),
    mechanism: { ...demand.mechanism },
    stage: stageOf(mechanism, demand)?.id ?? '',
    stages: stagesSeen(mechanism, demand, timeline).map(({ stage, state, at }) => defined({ id: stage.id, name: stage.name[language], state, at: time(at) })),
  });
}

function timeBody({ from, to, dated }: TimeMeant) {
  return defined({ from: isoTime(from), to: time(to), dated });
}

function approvalBody({ id, at, by, unit, chain, kind, called, note, approver, status, decision, soundedBy, whistle, admission }: WhistleRequest) {
  return defined({
    id,
    at: isoTime(at),
    by,
    caller: unit,
    chain,
    kind,
    called: called.map((one) => defined({ ...one })),
    note,
    approver: { unit: approver.unit, roles: [...approver.roles] },
    status,
    decision: decision && defined({ ...decision, at: isoTime(decision.at) }),
    soundedBy,
    whistle,
    admission: admission && admissionBody(admission),
  });
}

function admissionBody({ outcome, case: fitting, against, duplicates, reason, rate }: Admitted) {
  return defined({ outcome, case: fitting, against: [...against], duplicates: [...duplicates], reason, rate: rate && { ...rate } });
}

function poolBody({ id, chain, caller, at, until, wanted, invited, joined, status }: PoolCall) {
  return { id, chain, caller, at: isoTime(at), until: isoTime(until), wanted, asked: invited.length, joined: joined.map((one) => ({ person: one.person, at: isoTime(one.at) })), status };
}

function proposalBody({ by, unit, at, lead, assists, note, accepted }: Proposal) {
  return defined({ by, unit, at: isoTime(at), lead, assists: [...assists], note, accepted: accepted && { by: accepted.by, at: isoTime(accepted.at) } });
}

function whistleBody({ id, chain, kind, caller, at, status, urgent, callees, note, request, admission }: Whistle) {
  return defined({
    id,
    chain,
    kind,
    caller,
    at: isoTime(at),
    status,
    urgent,
    note,
    callees: callees.map((callee) =>
      defined({
        unit: callee.unit,
        team: callee.team,
        role: callee.role,
        status: callee.status,
        calledAt: isoTime(callee.calledAt),
        reportBy: isoTime(callee.reportBy),
        reportedAt: time(callee.reportedAt),
        feedbackBy: isoTime(callee.feedbackBy),
        feedbackAt: time(callee.feedbackAt),
        doneBy: isoTime(callee.doneBy),
        doneAt: time(callee.doneAt),
        result: callee.result,
        ratings: callee.ratings.map(({ by, unit, at: ratedAt, marks }) => ({ by, unit, at: isoTime(ratedAt), marks: { ...marks } })),
      }),
    ),
    approval: request,
    admission: admission && admissionBody(admission),
  });
}

function time(at: Date | undefined): string | undefined {
  return at === undefined ? undefined : isoTime(at);
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<T>;
}
