import type { Actor } from '../../domain/commands.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';

/** The unit of somebody of a service team in the actor's area, called by the name or the title under which residents know them; undefined when it could be several. */
export function unitOfTeam(directory: Directory, { unit }: Pick<Actor, 'unit'>, words: string): UnitRef | undefined {
  const said = words.replace(/\s+/g, '');
  const areas = unit === undefined ? [] : [unit.id, ...unit.above].map((id) => directory.gridsIn(id));
  const team = (areas.find((grids) => grids.length > 0) ?? []).flatMap(({ id }) => directory.teamAt(id));
  const called = team.filter(({ person, title = '' }) => [person?.name, `${title}${person?.name ?? ''}`].includes(said));
  const units = new Set(called.flatMap((one) => one.unit?.id ?? []));
  const [only] = units;
  return units.size === 1 && only !== undefined ? directory.unitRef(only) : undefined;
}
