import type { Correction } from '../../domain/correction.ts';
import type { Demand } from '../../domain/demand.ts';
import { isInHand } from '../../domain/demand.ts';
import { answersTo } from '../../domain/directory/directory-data.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Duty } from '../../domain/directory/duty.ts';
import type { Project } from '../../domain/project/project.ts';
import { firstLimit } from '../../domain/time/clocks.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { Stores } from '../ports/stores.ts';

/** A matter that a unit has in hand, and whether it is late. */
export interface Problem {
  readonly demand: Demand;
  readonly late: boolean;
}

/** The four lists of a unit and everything below it. */
export interface Lists {
  readonly unit: string;
  readonly duties: readonly { readonly category: string; readonly unit: string; readonly role: Duty }[];
  readonly projects: readonly Project[];
  readonly problems: readonly Problem[];
  readonly corrections: readonly Correction[];
}

interface Reading {
  readonly stores: Pick<Stores, 'projects' | 'corrections'>;
  readonly demands: Pick<DemandStore, 'concerning'>;
  readonly directory: () => Directory;
  readonly now: Now;
}

const MOST = 200;

/** The lists of duties, projects, problems and corrections of a unit: its own, and of the units below; what is late comes first. */
export async function listsOf({ stores, demands, directory, now }: Reading, unit: string): Promise<Lists> {
  const units = [unit, ...directory().unitsBelow(unit).map(({ id }) => id)];
  const [projects, corrections, held] = await Promise.all([
    stores.projects.list({ units, open: true, limit: MOST }),
    stores.corrections.list({ units, open: true, limit: MOST }),
    Promise.all(units.map((id) => demands.concerning(id, MOST))),
  ]);
  return { unit, duties: dutiesOf(directory(), unit), projects: projects.items, problems: problemsOf(held.flat(), units, now()), corrections: corrections.items };
}

/** Lines of the dispatch directory that name the unit, or its class or name; the same class and part once. */
function dutiesOf(directory: Directory, id: string): Lists['duties'] {
  const unit = directory.unit(id);
  if (unit === undefined) return [];
  const own = directory.data.dispatch.filter((row) => {
    const [word = '', tier] = row.unit.split('@');
    return row.unit === id || (tier !== undefined && tier === unit.tier && answersTo(unit, word)) || (tier !== undefined && answersTo(unit, word) && directory.unitsAbove(id).some((above) => above.tier === tier));
  });
  const seen = new Set<string>();
  return own.flatMap(({ category, role }) => {
    const key = `${category} ${role}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ category, unit: id, role }];
  });
}

function problemsOf(held: readonly Demand[], units: readonly string[], now: Date): readonly Problem[] {
  const once = new Map(held.filter((demand) => isInHand(demand) && units.includes(demand.holder)).map((demand) => [demand.id, demand]));
  const problems = [...once.values()].map((demand): Problem => ({ demand, late: (firstLimit(demand.clocks)?.due ?? now) < now }));
  return problems.sort((a, b) => Number(b.late) - Number(a.late) || a.demand.raisedAt.getTime() - b.demand.raisedAt.getTime());
}
