import type { Actor } from '../../domain/commands.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { THE_CLOCK } from '../../domain/events.ts';
import type { Person } from '../ports/people.ts';

/** What a person may act as: the roles, unit and grids the directory knows now. */
export function actorOf(directory: Directory, person: Person): Actor {
  const known = directory.person(person.id);
  const unitId = known?.unit ?? person.unit ?? communityOf(directory, person);
  const unit = unitId === undefined ? undefined : directory.unitRef(unitId);
  return { person: person.id, roles: known?.roles ?? person.roles, unit, grids: directory.gridsOf(person.id).map(({ id }) => id) };
}

/** A grid worker works for the community of the grid. */
function communityOf(directory: Directory, person: Person): string | undefined {
  const roles = directory.person(person.id)?.roles ?? person.roles;
  return roles.includes('grid-worker') ? directory.gridsOf(person.id)[0]?.community : undefined;
}

/** The clock gives commands too. */
export const clockActor: Actor = { person: THE_CLOCK, roles: [] };

/** Whether any of these roles is one of staff: everything but what residents and enterprises are. */
export function hasOffice(roles: readonly string[]): boolean {
  return roles.some((role) => role !== 'resident' && role !== 'enterprise');
}

/** Whether the person works for a unit, so that commands of staff mean something from them. */
export function isStaff(actor: Actor): boolean {
  return actor.unit !== undefined;
}
