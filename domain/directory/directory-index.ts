import type { Unit } from './directory-data.ts';

/** The units above one, nearest first. */
export type Above = (id: string) => readonly Unit[];

/** Climbs from a unit to the topmost, nearest first; a circle is walked once. Remembers what it found. */
export function unitsAboveIn(units: ReadonlyMap<string, Unit>): Above {
  const known = new Map<string, readonly Unit[]>();
  const climb = (id: string): readonly Unit[] => {
    const chain: Unit[] = [];
    const parentOf = (unit: Unit | undefined) => units.get(unit?.parent ?? '');
    for (let unit = parentOf(units.get(id)); unit !== undefined && !chain.includes(unit); unit = parentOf(unit)) chain.push(unit);
    return chain;
  };
  return (id) => {
    const chain = known.get(id) ?? climb(id);
    known.set(id, chain);
    return chain;
  };
}

/** Rows by their id. */
export function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Rows by each of their keys, in their own order. */
export function grouped<T>(rows: readonly T[], keys: (row: T) => readonly (string | undefined)[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of new Set(keys(row))) {
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}
