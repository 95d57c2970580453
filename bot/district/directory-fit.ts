import { createDirectory, type Directory } from '../../domain/directory/directory.ts';
import { staffingGaps } from '../../domain/directory/staffing-gaps.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import { faultInWords, readDirectoryFiles } from './directory-files.ts';
import { readClassNames, WrongDistrict } from './district-files.ts';

interface Words {
  readonly speak: Speak;
  readonly language: Language;
}

/** The directory, when the mechanism knows the class of each of its units. Throws WrongDistrict with every one that could never be called otherwise. */
export function fitting(directory: Directory, mechanism: Mechanism, path: string, words: Words): Directory {
  const complaints = strangeClasses(directory, mechanism, words);
  if (complaints.length === 0) return directory;
  throw new WrongDistrict(path, complaints);
}

/** What a directory lacks for a mechanism, in words: what cannot be read of it, units of unknown classes, and chains without anybody to whistle, to agree or to be called. */
export async function misfits(mechanism: Mechanism, path: string, words: Words): Promise<readonly string[]> {
  const { speak, language } = words;
  const read = await readDirectoryFiles(path, readClassNames().listed);
  if (!read.ok) return read.faults.map((fault) => faultInWords(fault, (key, params) => speak(language, key, params)));
  const directory = createDirectory(read.data);
  const gaps = staffingGaps(mechanism, directory).map(({ code, roles, ...gap }) => speak(language, `district.gap.${code}`, { ...gap, roles: roles.map((role) => speak(language, `district.role.${role}`)) }));
  return [...strangeClasses(directory, mechanism, words), ...gaps];
}

function strangeClasses({ data }: Directory, { unitClasses }: Mechanism, { speak, language }: Words): readonly string[] {
  const known = new Set(unitClasses.map(({ id }) => id));
  return data.units.filter((unit) => !known.has(unit.class)).map((unit) => speak(language, 'district.strange-class', { unit: unit.name, class: unit.class }));
}
