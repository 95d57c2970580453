import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DirectoryData } from '../domain/directory-data.ts';
import type { Directory } from '../domain/directory.ts';
import { createDirectory } from '../domain/directory.ts';
import type { ClassNames } from './district-files.ts';
import { faultInWords, readDirectoryFiles } from './directory-files.ts';
import { WrongDistrict } from './district-files.ts';
import type { Person, Room, Stores } from '../handlers/ports.ts';
import type { Speak } from '../locales/speak.ts';
import type { Language } from '../locales/text.ts';

/** Reads the directory at `path` and keeps it when it is new. Throws WrongDistrict with every fault at once; nothing is half loaded. */
export async function loadDirectory(stores: Pick<Stores, 'directory'>, path: string, classes: ClassNames, words: { speak: Speak; language: Language }, importedTo?: string): Promise<Directory> {
  const imported = importedTo === undefined ? undefined : await importedAt(importedTo);
  if (imported !== undefined) return createDirectory(imported);
  const read = await readDirectoryFiles(path, classes.listed);
  if (!read.ok) throw new WrongDistrict(path, read.faults.map((fault) => faultInWords(fault, (key, params) => words.speak(words.language, key, params))));
  const kept = await stores.directory.load();
  if (kept === undefined || JSON.stringify(kept.data) !== JSON.stringify(read.data)) await stores.directory.save(read.data);
  return createDirectory(read.data);
}

/** The directory that was imported on the pages, which stands instead of the files; undefined while none was. Throws when it cannot be read. */
async function importedAt(file: string): Promise<DirectoryData | undefined> {
  return existsSync(file) ? DirectoryData.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined;
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
