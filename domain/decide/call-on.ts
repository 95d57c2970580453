import type { Mechanism, UnitRef } from '../mechanism/mechanism.ts';
import type { Standing } from '../standing.ts';
import type { Called } from '../whistle-request.ts';

/** The units that are called: a joint team stands for its member units, the first of them in the lead where the team was to lead. */
export function calledUnits({ jointTeams }: Mechanism, lead: UnitRef, assists: readonly UnitRef[]): readonly Called[] {
  return [lead, ...assists].flatMap((unit, index): Called[] => {
    const role = index === 0 ? 'lead' : 'assist';
    const members = jointTeams?.classes.includes(unit.class) === true ? (unit.members ?? []) : [];
    if (members.length === 0) return [{ unit: unit.id, role }];
    return members.map((member, nth) => ({ unit: member, role: nth === 0 ? role : 'assist', team: unit.id }));
  });
}

/** Whether matters of this class may not be given to a unit: none of its list, or on the list of what it need not do (准入). */
export function isBarred({ access }: Mechanism, unit: UnitRef, standing: Standing | undefined): boolean {
  const list = access?.find(({ classes }) => classes.includes(unit.class))?.list;
  if (list === undefined || standing === undefined) return false;
  const duty = standing.duties[unit.id];
  return duty === 'not' || (list === 'positive' && duty === undefined);
}
