import { periodNamed } from '../../domain/assessment/period.ts';
import type { Score } from '../../domain/assessment/score.ts';
import { markNames } from '../../domain/assessment/verdicts.ts';
import type { Actor } from '../../domain/commands.ts';
import type { Directory, Person } from '../../domain/directory/directory.ts';
import { formulaOf, isAmong } from '../../domain/mechanism/assessment.ts';
import type { RatingRelation } from '../../domain/mechanism/assessment.ts';
import type { Mechanism, UnitRef } from '../../domain/mechanism/mechanism.ts';
import type { Result } from '../../domain/result.ts';
import { accept, refuse } from '../../domain/result.ts';
import { localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { unitMeant } from '../acting/unit-meant.ts';
import type { Scores, SealedPeriods } from '../ports/assessment.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';

/** A score as somebody writes it: for which period or day, whom, by which relation, and why. */
export interface ScoreInput {
  readonly about: string;
  /** A unit, or a person who was sent to a team; left out by who rates the own unit. */
  readonly rated?: string | undefined;
  readonly relation: string;
  readonly marks: readonly number[];
  readonly reason: string;
  /** For whom an administrator gives it; anybody else gives it for the own unit. */
  readonly rater?: string | undefined;
}

/** Why a score was not taken. */
export type ScoreRefusal = 'no-assessment' | 'no-such-rating' | 'no-such-period' | 'period-not-begun' | 'period-closed' | 'no-such-rated' | 'not-yours-to-rate' | 'wrong-score' | 'reason-missing';

/** What is needed to take scores. */
export interface GivingScores {
  readonly scores: Pick<Scores, 'add'>;
  readonly sealedPeriods: Pick<SealedPeriods, 'get'>;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly calendar: Calendar;
  readonly now: Now;
}

/** Whoever gives a score: a person, or the administrator for somebody else. */
export type ScoreGiver = { readonly actor: Actor } | { readonly admin: true };

/** Keeps a score, once for each cause. A second one for the same thing by the same rater corrects the first, which stays. */
export type GiveScore = (giver: ScoreGiver, input: ScoreInput, cause: string) => Promise<Result<Score, ScoreRefusal>>;

/** Takes scores for what has begun, until its period is closed. */
export function createGiveScore(deps: GivingScores): GiveScore {
  return async (giver, input, cause) => {
    const { mechanism, now, directory } = deps;
    const formula = formulaOf(mechanism);
    if (formula === undefined) return refuse('no-assessment');
    const relation = relationNamed(mechanism.ratings, input.relation);
    if (relation === undefined) return refuse('no-such-rating');

    const begun = beginning(deps, relation, input.about);
    if (begun === undefined) return refuse('no-such-period');
    if (begun.from > now()) return refuse('period-not-begun');
    if ((await deps.sealedPeriods.get(begun.period)) !== undefined) return refuse('period-closed');

    const parties = partiesTo(directory(), relation, giver, input);
    if (!parties.ok) return parties;
    const marks = marksOf(relation, input.marks);
    if (marks === undefined) return refuse('wrong-score');
    if (input.reason.trim() === '') return refuse('reason-missing');

    const by = 'actor' in giver ? giver.actor.person : 'admin';
    const { unit, person, rater } = parties.value;
    const score: Score = { id: `${cause}#${relation.id}:${unit}:${person ?? ''}`, relation: relation.id, about: input.about, unit, person, by, rater, at: now(), marks, reason: await deps.sealer.seal(by, input.reason.trim()) };
    await deps.scores.add(score);
    return accept(score);
  };
}

/** When the period or day begins that a score is about, and the period it counts for. */
function beginning({ calendar, mechanism }: GivingScores, { every }: RatingRelation, about: string): { from: Date; period: string } | undefined {
  const settings = mechanism.assessment?.period;
  if (settings === undefined) return undefined;
  if (every === 'period') {
    const period = periodNamed(settings, calendar, about);
    return period && { from: period.from, period: period.id };
  }
  const day = /^20\d\d-\d\d-\d\d$/.test(about) ? new Date(`${about}T00:00:00Z`) : undefined;
  if (day === undefined || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== about) return undefined;
  const from = new Date(day.getTime() - calendar.offsetMinutes * 60_000);
  const candidates = [about.slice(0, 7), localDate(calendar, new Date(from.getTime() + 31 * 24 * 3600_000)).slice(0, 7)];
  const period = candidates.map((id) => periodNamed(settings, calendar, id)).find((one) => one !== undefined && dayWithin(calendar, one, about));
  return period && { from, period: period.id };
}

function dayWithin(calendar: Calendar, period: { readonly from: Date; readonly to: Date }, day: string): boolean {
  return day >= localDate(calendar, period.from) && day < localDate(calendar, period.to);
}

/** The relation meant by its id, its name in any language, or another word for it. */
export function relationNamed(relations: readonly RatingRelation[], said: string): RatingRelation | undefined {
  const bare = said.trim().toLowerCase();
  return relations.find(({ id, name, words }) => [id, ...Object.values(name), ...words].some((word) => word.toLowerCase() === bare));
}

interface Parties {
  readonly unit: string;
  readonly person?: string | undefined;
  readonly rater: string;
}

function partiesTo(directory: Directory, relation: RatingRelation, giver: ScoreGiver, input: ScoreInput): Result<Parties, ScoreRefusal> {
  const rater = raterOf(directory, relation, giver, input);
  const rated = ratedOf(directory, relation, giver, input, rater);
  if (rated === undefined) return refuse('no-such-rated');
  const from = relation.by.own && 'admin' in giver ? directory.unitRef(rated.unit) : rater;
  if (from === undefined || !mayGive(relation, giver, from, rated)) return refuse('not-yours-to-rate');
  if (!mayGet(directory, relation, from, rated)) return refuse('not-yours-to-rate');
  return accept({ ...rated, rater: from.id });
}

/** The administrator gives it for the unit named, else for the one that a person was sent to, else for the first that may. */
function raterOf(directory: Directory, { by, of }: RatingRelation, giver: ScoreGiver, { rater, rated }: ScoreInput): UnitRef | undefined {
  if ('actor' in giver) return giver.actor.unit;
  if (rater !== undefined) return directory.unitRef(rater);
  const team = of.sent ? personSent(directory, rated)?.team : undefined;
  if (team !== undefined) return [team, ...directory.unitsAbove(team).map(({ id }) => id)].flatMap((id) => directory.unitRef(id) ?? []).find((unit) => isAmong(by, unit));
  const first = directory.data.units.find((unit) => isAmong(by, unit));
  return first && directory.unitRef(first.id);
}

function ratedOf(directory: Directory, { by, of }: RatingRelation, giver: ScoreGiver, { rated }: ScoreInput, rater: UnitRef | undefined): Omit<Parties, 'rater'> | undefined {
  if (of.sent) {
    const person = personSent(directory, rated, (team) => rater !== undefined && directory.isWithin(team, rater.id));
    return person?.unit === undefined ? undefined : { unit: person.unit, person: person.id };
  }
  if (rated === undefined) return by.own && rater !== undefined ? { unit: rater.id } : undefined;
  const meant = 'actor' in giver ? unitMeant(directory, giver.actor, rated) : (directory.unitRef(rated) ?? unitMeant(directory, { person: '', roles: [] }, rated));
  return 'refusal' in meant ? undefined : { unit: meant.id };
}

/** Somebody who was sent to a team, by id or name. */
function personSent(directory: Directory, said: string | undefined, to: (team: string) => boolean = () => true): Person | undefined {
  return directory.data.people.find(({ id, name, team }) => (id === said || name === said) && team !== undefined && to(team));
}

function mayGive({ by }: RatingRelation, giver: ScoreGiver, rater: UnitRef, rated: Omit<Parties, 'rater'>): boolean {
  if (by.own && rater.id !== rated.unit) return false;
  if (!isAmong(by, rater)) return false;
  return 'admin' in giver || by.roles === undefined || giver.actor.roles.some((role) => by.roles?.includes(role));
}

function mayGet(directory: Directory, { by, of }: RatingRelation, rater: UnitRef, { unit }: Omit<Parties, 'rater'>): boolean {
  const rated = directory.unitRef(unit);
  if (rated === undefined || !isAmong(of, rated)) return false;
  if (!by.own && !of.sent && unit === rater.id) return false;
  return !of.below || rated.above.includes(rater.id);
}

/** One mark for each dimension, or one for all. */
function marksOf(relation: RatingRelation, given: readonly number[]): Readonly<Record<string, number>> | undefined {
  const names = markNames(relation);
  const all = given.length === 1 ? names.map(() => given[0] ?? NaN) : given;
  if (all.length !== names.length || all.some((mark) => !(mark >= 0 && mark <= relation.scale))) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, all[index] ?? 0]));
}
