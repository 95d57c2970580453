import type { Demand } from '../../domain/demand.ts';
import type { Directory, Person } from '../../domain/directory/directory.ts';
import type { Chain, Mechanism, Role, UnitRef } from '../../domain/mechanism/mechanism.ts';
import type { Language } from '../../locales/text.ts';

/** Persons with one of these roles, or who are one of these forces in a grid's service team. */
interface Whom {
  readonly roles?: readonly Role[] | undefined;
  readonly forces?: readonly string[] | undefined;
}

/** The chain on which this caller calls people of this name together; the first one that does where nothing fits the caller. */
export function poolMeant({ chains }: Mechanism, caller: UnitRef | undefined, words: string): Chain | undefined {
  const named = chains.filter((chain) => whomNamed(chain, words).length > 0);
  return named.find((one) => caller !== undefined && one.caller.tiers.includes(caller.tier) && one.caller.classes.includes(caller.class)) ?? named[0];
}

/** All who can be called, by a word for all of them; else those only whose name it is. */
function whomNamed({ id, pool }: Chain, said: string): readonly Whom[] {
  if (pool === undefined) return [];
  const { words, roles, parts = [] } = pool;
  const isSaid = (word: string): boolean => word.toLowerCase() === said.trim().toLowerCase();
  return [id, ...words].some(isSaid) ? [{ roles }, ...parts] : parts.filter(({ name }) => Object.values(name).some(isSaid));
}

/** Everything that people may be called by in a command. */
export function poolNames({ words, parts = [] }: NonNullable<Chain['pool']>, language: Language): readonly string[] {
  return [...words, ...parts.map(({ name }) => name[language])];
}

/** Who is asked on such a chain by these words (党员、志愿者、楼栋长): persons of the units called, of the matter's grid, or of the caller's grids. */
export function peopleCalled(directory: Directory, chain: Chain, caller: UnitRef, demand: Demand, words: string): readonly string[] {
  const { pool, callee } = chain;
  if (pool === undefined) return [];
  const whom = whomNamed(chain, words);
  const near = peopleFrom(directory, { from: pool.from, classes: callee.classes }, caller, demand);
  const withRole = near.filter(({ roles }) => roles.some((role) => whom.some((one) => one.roles?.includes(role) === true)));
  const serving = gridsFrom(directory, pool.from, caller, demand).flatMap((grid) => directory.teamAt(grid)).filter(({ force }) => whom.some(({ forces }) => forces?.includes(force) === true));
  return [...new Set([...withRole, ...serving.flatMap(({ person }) => person ?? [])].map(({ id }) => id))];
}

interface From {
  readonly from: NonNullable<Chain['pool']>['from'];
  readonly classes: readonly string[];
}

function peopleFrom(directory: Directory, { from, classes }: From, caller: UnitRef, demand: Demand): readonly Person[] {
  if (from === 'units') return classes.flatMap((one) => directory.unitsOfClass(one, caller.id)).flatMap(({ id }) => directory.peopleOf(id));
  return gridsFrom(directory, from, caller, demand).flatMap((grid) => directory.peopleInGrid(grid));
}

function gridsFrom(directory: Directory, from: From['from'], caller: UnitRef, { facts: { place } }: Demand): readonly string[] {
  if (from === 'grid') return place?.grid === undefined ? [] : [place.grid];
  return directory.gridsIn(caller.id).map(({ id }) => id);
}
