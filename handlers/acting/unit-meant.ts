import type { Actor } from '../../domain/commands.ts';
import type { Place } from '../../domain/demand.ts';
import type { Directory, Unit } from '../../domain/directory/directory.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';
import { unitOfTeam } from './unit-of-team.ts';

/** Why no unit could be found for words. */
export interface UnitUnknown {
  readonly refusal: 'no-such-unit' | 'which-unit';
  readonly params: Readonly<Record<string, string | readonly string[]>>;
}

/** The unit meant by words: of several with one name the one within the actor's own unit, else within the nearest above it, else the one that serves the matter's place. */
export function unitMeant(directory: Directory, by: Actor, words: string, place?: Place): UnitRef | UnitUnknown {
  const near = [...(by.unit === undefined ? [undefined] : [by.unit.id, ...by.unit.above]), ...Object.values(place?.path ?? {})];
  const [first = directory.unitNamed(words), ...wider] = near.map((unit) => directory.unitNamed(words, unit));
  const guess = [first, ...wider].find(({ kind }) => kind === 'found') ?? first;
  if (guess.kind === 'found') return directory.unitRef(guess.unit.id) ?? { refusal: 'no-such-unit', params: { words, example: '' } };
  const leader = guess.kind === 'unknown' ? (unitOfLeader(directory, words) ?? unitOfTeam(directory, by, words)) : undefined;
  if (leader !== undefined) return leader;
  if (guess.kind === 'unknown') return { refusal: 'no-such-unit', params: { words, example: directory.data.units.find(({ tier }) => tier === by.unit?.tier)?.name ?? '' } };
  return { refusal: 'which-unit', params: { words, names: guess.choices.map((unit) => nameApart(directory, unit, guess.choices)) } };
}

/** A name that others bear too is said after that of the unit above. */
function nameApart(directory: Directory, { name, parent }: Unit, others: readonly Unit[]): string {
  const isAlone = others.filter((one) => one.name === name).length === 1;
  return isAlone || parent === undefined ? name : `${directory.unit(parent)?.name ?? ''}${name}`;
}

/** A leader may be called by name: the unit is the one where that person leads. */
function unitOfLeader(directory: Directory, words: string): UnitRef | undefined {
  const found = directory.data.people.filter(({ name, roles, unit }) => name === words.trim() && unit !== undefined && roles.includes('leader'));
  const [only, ...others] = found;
  return only?.unit === undefined || others.length > 0 ? undefined : directory.unitRef(only.unit);
}

/** The lead and the assisting units meant by words; why not, for the first that cannot be found. */
export function unitsMeant(directory: Directory, by: Actor, lead: string, assists: readonly string[], place?: Place): { readonly lead: UnitRef; readonly assists: readonly UnitRef[] } | UnitUnknown {
  const first = unitMeant(directory, by, lead, place);
  if ('refusal' in first) return first;
  const others: UnitRef[] = [];
  for (const words of assists) {
    const unit = unitMeant(directory, by, words, place);
    if ('refusal' in unit) return unit;
    others.push(unit);
  }
  return { lead: first, assists: others };
}
