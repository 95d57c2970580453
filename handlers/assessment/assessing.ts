import { z } from 'zod';
import { assess } from '../../domain/assessment/assess.ts';
import type { ClassResult, Figures } from '../../domain/assessment/assess.ts';
import { closesAt, periodNamed } from '../../domain/assessment/period.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { Score } from '../../domain/assessment/score.ts';
import { Tallies } from '../../domain/assessment/tally.ts';
import { scoreVerdicts, verdictsOf } from '../../domain/assessment/verdicts.ts';
import type { Judging, Verdict } from '../../domain/assessment/verdicts.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { AssessmentSettings, formulaOf, RatingRelation } from '../../domain/mechanism/assessment.ts';
import type { AssessmentFormula } from '../../domain/mechanism/assessment.ts';
import type { Mechanism, UnitRef } from '../../domain/mechanism/mechanism.ts';
import { localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import type { Scores, SealedPeriod, SealedPeriods } from '../ports/assessment.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';

/** What is needed to assess. */
export interface Assessing {
  readonly demands: Pick<DemandStore, 'casesBetween' | 'keepCases'>;
  readonly scores: Pick<Scores, 'about'>;
  readonly sealedPeriods: SealedPeriods;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly calendar: Calendar;
  readonly now: Now;
  /** A hash that shows whether a text is still the same. */
  readonly fingerprint: (text: string) => string;
}

/** The figures of a period: as they were sealed, else as the record gives them now. */
export interface Assessed {
  readonly period: Period;
  readonly state: 'running' | 'ended' | 'sealed';
  readonly formula: AssessmentFormula;
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly classes: readonly ClassResult[];
  /** When and as what it was sealed, whether what is kept is still that, and the units whose figures would be others today. */
  readonly sealed?: { readonly at: Date; readonly hash: string; readonly intact: boolean; readonly differs: readonly string[] } | undefined;
}

/** One case of a unit. */
export interface UnitCase extends Verdict {
  /** The demand, unless it is a score given apart. */
  readonly demand?: string | undefined;
  readonly excluded?: { readonly reason: string; readonly by: string; readonly approvedBy: string; readonly at: Date } | undefined;
}

/** Reads assessments, opens them to their cases, and seals what is over. */
export interface Assessments {
  /** Undefined when there is no such period, or the mechanism assesses nothing. */
  readonly read: (id: string) => Promise<Assessed | undefined>;
  /** The same with another formula; nothing of it is kept. */
  readonly tryWith: (id: string, formula: AssessmentFormula) => Promise<readonly ClassResult[]>;
  readonly cases: (period: Period, formula: AssessmentFormula, unit: string) => Promise<readonly UnitCase[]>;
  /** Figures of units together over any time, by indicator; scores given apart are not among them. */
  readonly tallied: (from: Date, to: Date, units?: readonly string[]) => Promise<Tallies>;
  /** Whether anything is counted in a period: a matter, or a score given for it or one of its days. */
  readonly anything: (period: Period) => Promise<boolean>;
  /** Seals a period that is to be closed; undefined when it is not, or was sealed before. */
  readonly seal: (period: Period) => Promise<SealedPeriod | undefined>;
  /** The formula in force; undefined when the mechanism assesses nothing. */
  readonly formula: AssessmentFormula | undefined;
}

/** Makes what reads assessments. */
export function createAssessments(deps: Assessing): Assessments {
  const { mechanism, calendar, now, sealedPeriods } = deps;
  const formula = formulaOf(mechanism);
  const named = (id: string) => formula && periodNamed(formula.settings.period, calendar, id);
  return {
    formula,
    read: async (id) => {
      const period = named(id);
      if (period === undefined || formula === undefined) return undefined;
      const sealed = await sealedPeriods.get(id);
      if (sealed !== undefined) return asSealed(deps, period, sealed);
      const { id: of, version } = mechanism;
      return { period, state: now() < period.to ? 'running' : 'ended', formula, mechanism: { id: of, version }, classes: await classesOf(deps, period, formula) };
    },
    tryWith: async (id, other) => {
      const period = named(id);
      return period === undefined ? [] : classesOf(deps, period, other);
    },
    cases: (period, by, unit) => casesOf(deps, period, by, unit),
    tallied: async (from, to, units) => (formula === undefined ? new Tallies() : demandTallies(deps, { id: '', from, to }, formula, units)),
    anything: async (period) => formula !== undefined && (!(await demandTallies(deps, period, formula)).empty || (await scoresOf(deps, period)).length > 0),
    seal: async (period) => (formula === undefined ? undefined : sealed(deps, period, formula)),
  };
}

async function classesOf(deps: Assessing, period: Period, formula: AssessmentFormula): Promise<readonly ClassResult[]> {
  const tallies = await demandTallies(deps, period, formula);
  const { classOf } = judging(deps, period, formula);
  tallies.addAll(scoreVerdicts({ formula, classOf }, await scoresOf(deps, period)));
  return assess(formula, tallies, unitsOf(deps.directory()));
}

async function demandTallies(deps: Assessing, period: Period, formula: AssessmentFormula, units?: readonly string[]): Promise<Tallies> {
  const tallies = new Tallies();
  const with_ = judging(deps, period, formula);
  for await (const { facts } of deps.demands.casesBetween(period.from, period.to, units)) tallies.addAll(verdictsOf(with_, facts));
  return tallies;
}

function judging({ directory, now }: Assessing, period: Period, formula: AssessmentFormula): Judging {
  const known = directory();
  return { formula, period, now: now(), classOf: (unit) => known.unit(unit)?.class };
}

function unitsOf({ data, unitRef }: Directory): readonly UnitRef[] {
  return data.units.flatMap(({ id }) => unitRef(id) ?? []);
}

/** Those for the period itself, and for its days. */
async function scoresOf({ scores, calendar }: Assessing, { id, from, to }: Period): Promise<readonly Score[]> {
  const [first, after] = [localDate(calendar, from), localDate(calendar, to)];
  const found = await scores.about(id < first ? id : first, after > `${id}~` ? after : `${id}~`);
  return found.filter(({ about }) => about === id || (about.length > id.length && about >= first && about < after));
}

async function casesOf(deps: Assessing, period: Period, formula: AssessmentFormula, unit: string): Promise<readonly UnitCase[]> {
  const with_ = judging(deps, period, formula);
  const found: UnitCase[] = [];
  for await (const { id: demand, facts } of deps.demands.casesBetween(period.from, period.to, [unit])) {
    for (const verdict of verdictsOf(with_, facts)) if (verdict.unit === unit) found.push({ ...verdict, demand, excluded: facts.excluded });
  }
  return [...found, ...scoreVerdicts(with_, await scoresOf(deps, period)).filter((one) => one.unit === unit)];
}

async function sealed(deps: Assessing, period: Period, formula: AssessmentFormula): Promise<SealedPeriod | undefined> {
  const { sealedPeriods, mechanism, calendar, now, fingerprint } = deps;
  if (now() < closesAt(formula.settings.period, calendar, period) || (await sealedPeriods.get(period.id)) !== undefined) return undefined;
  await deps.demands.keepCases();
  const content = JSON.stringify({ period: period.id, mechanism: { id: mechanism.id, version: mechanism.version }, formula, classes: await classesOf(deps, period, formula) });
  return sealedPeriods.seal({ id: period.id, at: now(), mechanism: { id: mechanism.id, version: mechanism.version }, content, hash: fingerprint(content) });
}

const Value = z.number().optional();
const Figure = z.object({ count: z.number(), credit: z.number(), left: z.number(), value: Value, why: z.enum(['none', 'too-few', 'too-few-raters']).optional(), raters: z.number().optional() });
const FiguresById = z.record(z.string(), Figure);
const Result = z.object({ unit: z.string(), figures: FiguresById, parts: z.array(z.object({ id: z.string(), weight: z.number(), value: Value })), score: Value, band: z.string().optional(), rank: Value });
const Sealed = z.object({
  formula: z.object({
    settings: AssessmentSettings,
    relations: z.array(RatingRelation),
    callees: z.object({ scale: z.number(), named: z.boolean(), leastRaters: z.number(), dimensions: RatingRelation.shape.dimensions }),
  }),
  classes: z.array(z.object({ id: z.string(), axis: z.enum(['vertical', 'horizontal']), ranked: z.boolean(), total: FiguresById, units: z.array(Result) })),
});

async function asSealed(deps: Assessing, period: Period, kept: SealedPeriod): Promise<Assessed> {
  const { formula, classes } = Sealed.parse(JSON.parse(kept.content));
  const today = await classesOf(deps, period, formula);
  const { at, hash, mechanism, content } = kept;
  return { period, state: 'sealed', formula, mechanism, classes, sealed: { at, hash, intact: deps.fingerprint(content) === hash, differs: differing(classes, today) } };
}

/** The units whose figures are not the same in both. */
function differing(sealedOnes: readonly ClassResult[], today: readonly ClassResult[]): readonly string[] {
  const written = (classes: readonly ClassResult[]) => new Map(classes.flatMap(({ id, units }) => units.map(({ unit, figures }) => [`${id}|${unit}`, inLine(figures)] as const)));
  const [before, now] = [written(sealedOnes), written(today)];
  return [...new Set([...before.keys(), ...now.keys()].filter((key) => before.get(key) !== now.get(key)).map((key) => key.split('|')[1] ?? ''))];
}

function inLine(figures: Figures): string {
  const lines = Object.entries(figures).map(([id, { count, credit, left, value, why, raters }]) => [id, count, credit, left, value, why, raters].join(' '));
  return lines.sort().join(';');
}
