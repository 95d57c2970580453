import type { Demand } from '../domain/demand.ts';
import type { Directory, Person } from '../domain/directory.ts';
import type { Chain, Mechanism, UnitRef } from '../domain/mechanism.ts';

/** The chain on which this caller calls people of this name together; the first one that does where nothing fits the caller. */
export function poolMeant({ chains }: Mechanism, caller: UnitRef | undefined, words: string): Chain | undefined {
  const said = words.trim().toLowerCase();
  const named = chains.filter(({ pool, id }) => pool !== undefined && (id === said || pool.words.some((word) => word.toLowerCase() === said)));
  return named.find((one) => caller !== undefined && one.caller.tiers.includes(caller.tier) && one.caller.classes.includes(caller.class)) ?? named[0];
}

/** Who is asked on such a chain (党员、志愿者): persons with its roles, of the units called, of the matter's grid, or of the caller's grids. */
export function peopleCalled(directory: Directory, chain: Chain, caller: UnitRef, demand: Demand): readonly string[] {
  const { pool, callee } = chain;
  if (pool === undefined) return [];
  const asked = peopleFrom(directory, { from: pool.from, classes: callee.classes }, caller, demand);
  return [...new Set(asked.filter(({ roles }) => roles.some((role) => pool.roles.includes(role))).map(({ id }) => id))];
}

interface From {
  readonly from: NonNullable<Chain['pool']>['from'];
  readonly classes: readonly string[];
}

function peopleFrom(directory: Directory, { from, classes }: From, caller: UnitRef, demand: Demand): readonly Person[] {
  const { grid } = demand.facts.place ?? {};
  switch (from) {
    case 'units':
      return classes.flatMap((one) => directory.unitsOfClass(one, caller.id)).flatMap(({ id }) => directory.peopleOf(id));
    case 'grid':
      return grid === undefined ? [] : directory.peopleInGrid(grid);
    case 'grids':
      return directory.gridsIn(caller.id).flatMap(({ id }) => directory.peopleInGrid(id));
  }
}
