import type { DirectoryData } from '../../domain/directory/directory-data.ts';
import type { Person } from '../../handlers/ports/people.ts';
import type { Room } from '../../handlers/ports/rooms.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import { faultInWords, readDirectoryFiles } from './directory-files.ts';
import type { ClassNames } from './district-files.ts';
import { WrongDistrict } from './district-files.ts';

/** The directory at `path`. Throws WrongDistrict with every fault at once; nothing is half read. */
export async function readDirectoryAt(path: string, classes: ClassNames, words: { speak: Speak; language: Language }): Promise<DirectoryData> {
  const read = await readDirectoryFiles(path, classes.listed);
  if (!read.ok) throw new WrongDistrict(path, read.faults.map((fault) => faultInWords(fault, (key, params) => words.speak(words.language, key, params))));
  return read.data;
}

/** Makes the directory's people and groups known to the program, with their accounts on the channel where these are the same ids. */
export async function seedPeople({ people, rooms, sealer }: Pick<Stores, 'people' | 'rooms' | 'sealer'>, data: DirectoryData, channel: string | undefined): Promise<void> {
  const fresh: Person[] = [];
  for (const listed of data.people) {
    if ((await people.get(listed.id)) !== undefined) continue;
    const seal = async (text: string) => sealer.seal(listed.id, text);
    fresh.push({
      id: listed.id,
      name: await seal(listed.name),
      phone: listed.phone === undefined ? undefined : await seal(listed.phone),
      roles: listed.roles,
      unit: listed.unit,
      team: listed.team,
      grids: listed.grid === undefined ? [] : [listed.grid, ...listed.alsoGrids],
      language: listed.language === 'en' ? 'en' : 'zh-CN',
      noticed: false,
      erased: false,
      accounts: channel === undefined ? [] : [{ channel, account: listed.id }],
    });
  }
  await people.saveAll(fresh);
  const known = await Promise.all(data.rooms.map(({ id }) => rooms.get(id)));
  const groups = data.rooms.map(({ id, name, grid, unit }): Room => ({ id, name, grid, unit, channel, account: channel === undefined ? undefined : id }));
  await rooms.saveAll(groups.filter((_, index) => known[index] === undefined));
}
