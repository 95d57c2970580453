import type { Directory } from '../domain/directory.ts';
import type { Mechanism } from '../domain/mechanism.ts';
import type { Speak } from '../locales/speak.ts';
import type { Language } from '../locales/text.ts';
import { WrongDistrict } from './district-files.ts';

/** The directory, when the mechanism knows the class of each of its units. Throws WrongDistrict with every one that could never be called otherwise. */
export function fitting(directory: Directory, { unitClasses }: Mechanism, path: string, { speak, language }: { readonly speak: Speak; readonly language: Language }): Directory {
  const known = new Set(unitClasses.map(({ id }) => id));
  const strange = directory.data.units.filter((unit) => !known.has(unit.class));
  if (strange.length === 0) return directory;
  throw new WrongDistrict(path, strange.map((unit) => speak(language, 'district.strange-class', { unit: unit.name, class: unit.class })));
}
