import { createHash } from 'node:crypto';
import { readCalendarCorrections } from '../../bot/district/calendar-files.ts';
import { createCalendar } from '../../bot/district/calendar.ts';
import { districtFile, readMechanism } from '../../bot/district/district-files.ts';
import type { CaseFacts, CaseItem } from '../../domain/assessment/case-facts.ts';
import { createDirectory } from '../../domain/directory/directory.ts';
import { createAssessments } from '../../handlers/assessment/assessing.ts';
import { createSpeak } from '../../locales/speak.ts';
import { connectStore, type Store } from '../../models/connect.ts';
import { demandsOn } from '../../models/demand-rows.ts';
import { storesOn } from '../../models/open-stores.ts';
import { withFolder } from './temp-stores.ts';

/** How long an assessment takes, beside plain counts of the same documents; times in milliseconds. */
export interface AssessmentFigures {
  readonly demands: number;
  readonly units: number;
  readonly cases: number;
  readonly assessMs: number;
  /** The store's own aggregation: cases by unit and kind. */
  readonly aggregateMs: number;
  /** Reading the same documents and counting them by unit and kind, without any rule. */
  readonly countMs: number;
}

const PERIOD = { id: '2026-11', from: Date.UTC(2026, 9, 31, 16), days: 30 };
const DAY_MS = 24 * 3600_000;
const BATCH = 5000;
const ROUNDS = 3;
const STREETS = 10;
const DEPARTMENTS = 30;

/** Assesses one month with so many demands in it, of a district of so many units; the quickest of some rounds. */
export async function benchAssessment(demands = 200_000, units = 120): Promise<AssessmentFigures> {
  return withFolder(async (dataDir) => {
    const store = await connectStore({ uri: process.env['MONGODB_TEST_URI'], dataDir });
    try {
      const stores = storesOn(store, { dataKey: Buffer.alloc(32), now });
      await store.ensureIndexes();
      await fill(store, demands, units);
      return { demands, units, ...(await measured(store, stores, units)) };
    } finally {
      await store.close();
    }
  });
}

const now = () => new Date(PERIOD.from + (PERIOD.days + 1) * DAY_MS);

async function measured(store: Store, stores: ReturnType<typeof storesOn>, units: number): Promise<Omit<AssessmentFigures, 'demands' | 'units'>> {
  const mechanism = readMechanism(districtFile('wuchang.yaml'), { speak: createSpeak(), language: 'en' });
  const calendar = createCalendar(readCalendarCorrections(districtFile('calendar')));
  const directory = createDirectory({ units: unitsOf(units), grids: [], people: [], rooms: [], places: [], dispatch: [], services: [], teams: [] });
  const assessments = createAssessments({ ...stores, mechanism, calendar, directory: () => directory, now, fingerprint: (text) => createHash('sha256').update(text).digest('hex') });
  const [from, to] = [new Date(PERIOD.from), new Date(PERIOD.from + PERIOD.days * DAY_MS)];
  let [cases, counted] = [0, 0];
  const assessMs = await quickest(async () => {
    const assessed = await assessments.read(PERIOD.id);
    cases = (assessed?.classes ?? []).flatMap((one) => one.units).flatMap(({ figures }) => Object.values(figures)).reduce((sum, { count }) => sum + count, 0);
  });
  const aggregateMs = await quickest(async () => {
    await demandsOn(store.connection).aggregate([{ $match: { months: { $in: [PERIOD.id, '2026-10'] } } }, { $unwind: '$caseFacts.items' }, { $match: { 'caseFacts.items.at': { $gte: from, $lt: to } } }, { $group: { _id: { unit: '$caseFacts.items.unit', kind: '$caseFacts.items.kind' }, count: { $sum: 1 } } }]);
  });
  const countMs = await quickest(async () => {
    const counts = new Map<string, number>();
    for await (const { facts } of stores.demands.casesBetween(from, to)) {
      for (const item of facts.items) if (item.at >= from && item.at < to) counts.set(`${'unit' in item ? item.unit : item.doer}|${item.kind}`, (counts.get(`${'unit' in item ? item.unit : item.doer}|${item.kind}`) ?? 0) + 1);
    }
    counted = counts.size;
  });
  if (counted === 0 || cases === 0) throw new Error('Nothing was assessed');
  return { cases, assessMs, aggregateMs, countMs };
}

async function quickest(work: () => Promise<void>): Promise<number> {
  let ms = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    ms = Math.min(ms, performance.now() - began);
  }
  return ms;
}

function unitsOf(count: number) {
  const plain = { otherNames: [], members: [], duties: [] };
  const top = { id: 'district', name: 'district', tier: 'district', class: 'district', ...plain };
  const one = (nth: number) => {
    if (nth < DEPARTMENTS) return { id: `u${nth}`, name: `u${nth}`, tier: 'district', class: 'department', parent: 'district', ...plain };
    if (nth < DEPARTMENTS + STREETS) return { id: `u${nth}`, name: `u${nth}`, tier: 'street', class: 'street', parent: 'district', ...plain };
    return { id: `u${nth}`, name: `u${nth}`, tier: 'community', class: 'community', parent: `u${DEPARTMENTS + (nth % STREETS)}`, ...plain };
  };
  return [top, ...Array.from({ length: count - 1 }, (_, nth) => one(nth))];
}

async function fill(store: Store, count: number, units: number): Promise<void> {
  const rows = store.connection.collection<{ _id: string }>(demandsOn(store.connection).collection.name);
  for (let from = 0; from < count; from += BATCH) {
    await rows.insertMany(Array.from({ length: Math.min(BATCH, count - from) }, (_, nth) => rowOf(from + nth, count, units)), { ordered: false });
  }
}

function rowOf(nth: number, count: number, units: number) {
  const raised = new Date(PERIOD.from + Math.floor((nth / count) * (PERIOD.days - 10) * DAY_MS));
  const id = String(10_000 + nth);
  const caseFacts = factsOf(nth, raised, units);
  const months = [...new Set(caseFacts.items.map(({ at }) => at.toISOString().slice(0, 7)))];
  return { _id: id, version: 1, origin: `bench:${id}`, rank: `${raised.toISOString()} ${id}`, months, caseFacts, numbers: [id], everyone: [`p${nth % 20_000}`], causes: [`bench:${id}`] };
}

/** A matter that a community passes on to its street, which calls a department; done, answered and rated. */
function factsOf(nth: number, raised: Date, units: number): CaseFacts {
  const after = (hours: number) => new Date(raised.getTime() + hours * 3600_000);
  const community = DEPARTMENTS + STREETS + (nth % (units - 1 - DEPARTMENTS - STREETS));
  const [street, department] = [`u${DEPARTMENTS + (community % STREETS)}`, `u${(nth * 7) % DEPARTMENTS}`];
  const late = nth % 9 === 0;
  const satisfied = nth % 5 === 0 ? ('dissatisfied' as const) : nth % 3 === 0 ? ('basically' as const) : ('satisfied' as const);
  const items: CaseItem[] = [
    { kind: 'take-up', unit: `u${community}`, at: after(9), doneAt: after(2) },
    { kind: 'solve', unit: `u${community}`, at: after(72), ended: { at: after(3), why: 'passed-on' } },
    { kind: 'take-up', unit: street, at: after(12), doneAt: after(4) },
    { kind: 'report-in', unit: department, at: after(50), whistle: 'w1', doneAt: after(late ? 60 : 6) },
    { kind: 'finish', unit: department, at: after(150), whistle: 'w1', doneAt: after(late ? 170 : 90) },
    { kind: 'answer', at: after(180), no: String(nth), doer: department, called: [department], place: [`u${community}`, street, 'district'], answers: { satisfied } },
    { kind: 'marks', at: after(175), unit: department, rater: street, whistle: 'w1', marks: { 'report-in': 5, cooperation: 4, professionalism: 5, responsibility: late ? 2 : 5 } },
  ];
  return nth % 100 === 0 ? { items, excluded: { reason: '', by: 'a', approvedBy: 'b', at: after(200) } } : { items };
}
