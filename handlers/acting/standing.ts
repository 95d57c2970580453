import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism, UnitRef } from '../../domain/mechanism/mechanism.ts';
import type { Standing, WhistleRate } from '../../domain/standing.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';

/** What is needed to find what speaks for and against a dispatch or a whistle. */
export interface Standings {
  readonly demands: Pick<DemandStore, 'alike' | 'workOf'>;
  readonly directory: () => Directory;
  readonly now: Now;
}

const DAY_MS = 24 * 3600_000;
const ALIKE = 30;
/** Of a caller's matters, the newest so many say how often it whistles. */
const LOOKED_AT = 500;

/** What each unit is to such a matter at this place, what is whistled there already, and how often the caller whistles. */
export async function standingOf(deps: Standings, mechanism: Mechanism, demand: Demand, caller: UnitRef | undefined, near?: string): Promise<Standing> {
  const { admission } = mechanism;
  return {
    duties: dutiesOf(deps.directory(), demand, near),
    duplicates: admission?.duplicates === undefined ? undefined : await duplicatesOf(deps, demand, admission.duplicates.days),
    rate: admission?.rate === undefined || caller === undefined ? undefined : await rateOf(deps, caller.id, admission.rate.days),
  };
}

function dutiesOf(directory: Directory, demand: Demand, near: string | undefined): Standing['duties'] {
  return Object.fromEntries(handlersOf(directory, demand, near).map(({ unit, role }) => [unit.id, role]));
}

function handlersOf(directory: Directory, { category, facts: { place } }: Demand, near?: string) {
  return directory.unitsFor(category, place?.id ?? place?.grid ?? near);
}

/** Where such a matter belongs by the directory: those responsible, lowest tier first. */
export function ownersOf(directory: Directory, demand: Demand, near?: string): readonly string[] {
  return handlersOf(directory, demand, near).filter(({ role }) => role === 'responsible' || role === 'own').map(({ unit }) => unit.id);
}

async function duplicatesOf({ demands, now }: Standings, { id, category, facts: { place } }: Demand, days: number): Promise<readonly string[]> {
  if (place?.grid === undefined) return [];
  const alike = await demands.alike(category, place.grid, new Date(now().getTime() - days * DAY_MS), ALIKE);
  const isWhistled = ({ whistles }: Demand) => whistles.some(({ status }) => status === 'sounding');
  return alike.filter((one) => one.id !== id && one.facts.place?.name === place.name && isWhistled(one)).map((one) => one.id);
}

/** The same demands, of which the work of a unit is read once, however many matters are weighed by it in one go. */
export function workReadOnce<D extends Pick<DemandStore, 'workOf'>>(demands: D): D {
  const read = new Map<string, ReturnType<DemandStore['workOf']>>();
  const workOf: DemandStore['workOf'] = (unit, since, limit) => {
    const key = [unit, Math.floor(since.getTime() / DAY_MS), limit].join(' ');
    const work = read.get(key) ?? demands.workOf(unit, since, limit);
    read.set(key, work);
    return work;
  };
  return { ...demands, workOf };
}

async function rateOf({ demands, now }: Standings, caller: string, days: number): Promise<WhistleRate> {
  const work = await demands.workOf(caller, new Date(now().getTime() - days * DAY_MS), LOOKED_AT);
  return { whistles: work.reduce((sum, { whistles }) => sum + whistles.filter((one) => one.caller === caller && one.status !== 'cancelled').length, 0), demands: work.length };
}
