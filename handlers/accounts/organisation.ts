import type { Person as Listed } from '../../domain/directory/directory-data.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { plain } from '../../domain/directory/unit-named.ts';
import { hasOffice } from '../acting/actor.ts';

/** The departments and members of a messenger's organisation; what may not be read is empty. */
export interface Organisation {
  readonly departments: readonly { readonly id: string; readonly name: string; readonly parent?: string | undefined }[];
  readonly members: readonly Member[];
}

/** One member; `account` is the messenger's own id. */
export interface Member {
  readonly account: string;
  readonly name: string;
  readonly mobile: string;
  readonly departments: readonly string[];
}

/** Why somebody of the directory is proposed for a member. */
export type Ground = 'mobile' | 'name-and-unit' | 'name';

/** What is proposed: units by the names of departments, people by number or name; several of the same name are never chosen between. */
export interface Matches {
  readonly units: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, { readonly person: string; readonly ground: Ground }>;
}

/** Proposes who of the directory's staff each member is. Nobody is proposed twice: where two members would be the same person, neither is. */
export function proposeMatches({ departments, members }: Organisation, directory: Directory): Matches {
  const units = new Map(departments.flatMap(({ id, name, parent }): [string, string][] => {
    const unit = unitNamed(directory, name, departments.find((one) => one.id === parent)?.name);
    return unit === undefined ? [] : [[id, unit]];
  }));
  const staff = directory.data.people.filter(({ roles }) => hasOffice(roles));
  const proposed = members.flatMap((member) => {
    const match = personFor(member, staff, directory, new Set(member.departments.flatMap((id) => units.get(id) ?? [])));
    return match === undefined ? [] : [{ account: member.account, ...match }];
  });
  const times = (person: string) => proposed.filter((one) => one.person === person).length;
  return { units, people: new Map(proposed.filter(({ person }) => times(person) === 1).map(({ account, ...match }) => [account, match])) };
}

/** By its full or another name; of several, the one below the unit that the department above is. */
function unitNamed({ data, unit }: Directory, name: string, above: string | undefined): string | undefined {
  const said = plain(name);
  if (said === '') return undefined;
  const named = data.units.filter((one) => [one.name, ...one.otherNames].some((each) => plain(each) === said));
  const below = named.filter(({ parent }) => above !== undefined && parent !== undefined && plain(unit(parent)?.name ?? '') === plain(above));
  const [only, ...others] = below.length === 1 ? below : named;
  return others.length === 0 ? only?.id : undefined;
}

function personFor({ name, mobile }: Member, staff: readonly Listed[], directory: Directory, units: ReadonlySet<string>): { readonly person: string; readonly ground: Ground } | undefined {
  const byNumber = mobile === '' ? [] : staff.filter(({ phone }) => phone !== undefined && digits(phone) === digits(mobile));
  if (byNumber.length === 1) return { person: byNumber[0]?.id ?? '', ground: 'mobile' };
  const namesakes = plain(name) === '' ? [] : staff.filter((one) => plain(one.name) === plain(name));
  const within = namesakes.filter((one) => [...units].some((unit) => unitsOf(directory, one).has(unit)));
  if (within.length === 1) return { person: within[0]?.id ?? '', ground: 'name-and-unit' };
  return namesakes.length === 1 && units.size === 0 ? { person: namesakes[0]?.id ?? '', ground: 'name' } : undefined;
}

/** A grid worker belongs to the community of the grid. */
function unitsOf(directory: Directory, { unit, team, grid }: Listed): ReadonlySet<string> {
  return new Set([unit, team, grid === undefined ? undefined : directory.grid(grid)?.community].filter((id) => id !== undefined));
}

/** With or without the country's code. */
function digits(number: string): string {
  return number.replace(/\D/g, '').slice(-11);
}
