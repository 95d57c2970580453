import type { TierPath } from '../whereabouts.ts';
import { answersTo, type DirectoryData, type Unit } from './directory-data.ts';

interface Known {
  readonly unit: (id: string) => Unit | undefined;
  readonly isWithin: (id: string, ancestor: string) => boolean;
  readonly path: (where: string) => TierPath;
}

/** The units that an id, or `word@tier` seen from a place, means. From nowhere, the only one of that tier that answers to the word. */
export function createUnitsMeant({ units }: Pick<DirectoryData, 'units'>, { unit, isWithin, path }: Known): (phrase: string, where?: string) => readonly Unit[] {
  return (phrase, where) => {
    const [word = '', tier] = phrase.split('@');
    if (tier === undefined) return [unit(word)].filter((one) => one !== undefined);
    const called = units.filter((one) => answersTo(one, word) && one.tier === tier);
    const root = where === undefined ? undefined : path(where)[tier];
    if (root !== undefined) return called.filter(({ id }) => isWithin(id, root));
    return called.length === 1 ? called : [];
  };
}
