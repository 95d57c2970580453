import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import type { ClassNames } from './district/district-files.ts';

/** The classes of matters, and that of what is done on somebody's behalf where the district has it: no complaint is ever of this class. */
export function withTaskClass(classes: ClassNames, { services }: Pick<Mechanism, 'services'>): ClassNames {
  const own = services?.onBehalf?.category;
  if (own === undefined) return classes;
  return { ...classes, name: (id, language) => (id === own.id ? own.name[language] : classes.name(id, language)) };
}
