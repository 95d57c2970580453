import { faultInWords, readDirectoryFiles } from '../../bot/district/directory-files.ts';
import { readClassNames, districtFile } from '../../bot/district/district-files.ts';
import { createDirectory, type Directory } from '../../domain/directory/directory.ts';

/** The directory in a folder; the demo's when none is given. Throws with all that is wrong with it. */
export async function readDirectory(folder = districtFile('demo')): Promise<Directory> {
  const read = await readDirectoryFiles(folder, readClassNames().listed);
  if (!read.ok) throw new Error(read.faults.map((fault) => faultInWords(fault, (key, params) => `${key} ${JSON.stringify(params)}`)).join('\n'));
  return createDirectory(read.data);
}
