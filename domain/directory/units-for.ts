import type { TierPath, Whereabouts } from '../whereabouts.ts';
import { answersTo, type DirectoryData, type Unit } from './directory-data.ts';
import { byId, grouped, unitsAboveIn } from './directory-index.ts';
import { Duty } from './duty.ts';

/** A unit that has to do with a matter, what it is to it, and the tier it stands at. */
export interface Handler {
  readonly unit: Unit;
  readonly role: Duty;
  readonly tier: string;
}

interface Known extends Whereabouts {
  readonly units: ReadonlyMap<string, Unit>;
  readonly isWithin: (id: string, ancestor: string) => boolean;
}

/** Makes the look-up in the dispatch directory; a unit stands at a place when it is within the unit that the place has at the tier named. */
export function createUnitsFor(data: DirectoryData, known: Known): (category: string, where?: string) => readonly Handler[] {
  const rows = grouped(data.dispatch, ({ category }) => [category]);
  const heights = tierHeights(data);

  function meant(phrase: string, path: TierPath): readonly Unit[] {
    const [word = '', tier] = phrase.split('@');
    if (tier === undefined) return [known.units.get(word)].filter((unit) => unit !== undefined);
    const root = path[tier];
    return root === undefined ? [] : data.units.filter((unit) => answersTo(unit, word) && known.isWithin(unit.id, root));
  }

  return (category, where) => {
    const around = where === undefined ? [] : known.surroundings(where);
    const path = where === undefined ? {} : known.path(where);
    const found = new Map<string, Handler & { distance: number }>();
    for (const row of rows.get(category) ?? []) {
      const distance = row.place === undefined ? around.length : around.indexOf(row.place);
      if (distance < 0) continue;
      for (const unit of meant(row.unit, path)) {
        if (distance < (found.get(unit.id)?.distance ?? Infinity)) found.set(unit.id, { unit, role: row.role, tier: unit.tier, distance });
      }
    }
    return [...found.values()].sort((a, b) => (heights.get(a.tier) ?? 0) - (heights.get(b.tier) ?? 0) || dutyOrder(a.role) - dutyOrder(b.role)).map(({ unit, role, tier }) => ({ unit, role, tier }));
  };
}

function dutyOrder(role: Duty): number {
  return Duty.options.indexOf(role);
}

/** Lower tiers have lower numbers: a tier stands above every tier of which it has units as parents. */
function tierHeights({ units }: DirectoryData): ReadonlyMap<string, number> {
  const all = byId(units);
  const above = unitsAboveIn(all);
  const depths = new Map<string, number>();
  for (const unit of units) {
    const chain = [unit, ...above(unit.id)];
    const depth = chain.filter(({ tier }, index) => index > 0 && tier !== chain[index - 1]?.tier).length;
    depths.set(unit.tier, Math.max(depth, depths.get(unit.tier) ?? 0));
  }
  return new Map([...depths].map(([tier, depth]) => [tier, -depth]));
}
