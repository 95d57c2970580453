import type { DirectoryData, Person, Unit } from './directory-data.ts';

/** One of a grid's service team: a person, a unit, or a person of a unit, as which force, and for what. */
export interface TeamMember {
  readonly force: string;
  readonly person?: Person | undefined;
  readonly unit?: Unit | undefined;
  readonly title?: string | undefined;
  readonly duties: readonly string[];
  readonly categories: readonly string[];
}

interface Known {
  readonly person: (id: string) => Person | undefined;
  readonly unit: (id: string) => Unit | undefined;
  readonly unitsMeant: (phrase: string, where: string) => readonly Unit[];
  /** The units that a grid belongs to. */
  readonly around: (grid: string) => readonly string[];
}

/** Makes the look-up of a grid's team: those of the grid itself, then of its community and further up; within each, in the order of the table. */
export function createTeamAt({ teams }: Pick<DirectoryData, 'teams'>, known: Known): (grid: string) => readonly TeamMember[] {
  return (grid) =>
    [grid, ...known.around(grid)].flatMap((place) =>
      teams.filter((row) => row.place === place).flatMap(({ force, person, unit, title, duties, categories }): TeamMember[] => {
        const one = person === undefined ? undefined : known.person(person);
        const units = unit === undefined ? [known.unit(one?.team ?? one?.unit ?? '')] : known.unitsMeant(unit, grid);
        return units.filter((of) => of !== undefined || one !== undefined).map((of) => ({ force, person: one, unit: of, title, duties, categories }));
      }),
    );
}
