import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DirectoryData } from '../../domain/directory/directory-data.ts';
import { createDirectory, type Directory } from '../../domain/directory/directory.ts';
import { createInTurn } from '../../handlers/in-turn.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { seedPeople } from './seed.ts';

/** The directory that holds: the one set on the pages, else the one of the files. */
export interface KeptDirectory {
  readonly current: () => Directory;
  /** Keeps what is made of it, so that the next start has it, then uses it at once; what somebody else changed meanwhile is not lost. */
  readonly change: (make: (data: DirectoryData) => DirectoryData) => Promise<void>;
  /** Takes what another process has set. */
  readonly refresh: () => Promise<void>;
}

interface Keeping {
  readonly stores: Pick<Stores, 'directory' | 'people' | 'rooms' | 'sealer'> & Pick<OpenStores, 'kind'>;
  /** Where a directory set on the pages is kept beside an embedded store. */
  readonly importedTo: string;
  readonly readFiles: () => Promise<DirectoryData>;
  /** Throws when the program cannot begin with it. */
  readonly check: (directory: Directory) => void;
  /** The sandbox's people have their ids as accounts. */
  readonly seedChannel: string | undefined;
}

const TRIES = 5;

/** Opens the directory. Throws when it cannot be read. */
export async function openKeptDirectory(keeping: Keeping): Promise<KeptDirectory> {
  const { stores, seedChannel } = keeping;
  let held = await opened(keeping);
  keeping.check(held.directory);
  await seedPeople(stores, held.directory.data, seedChannel);

  /** What files said elsewhere is for those who have those files; only its version counts. */
  async function adopt(): Promise<void> {
    const kept = await stores.directory.load();
    if (kept === undefined || kept.version <= held.version) return;
    held = { version: kept.version, directory: kept.onPages ? createDirectory(kept.data) : held.directory };
  }

  async function change(make: (data: DirectoryData) => DirectoryData): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const { version, directory } = held;
      const data = make(directory.data);
      if (await stores.directory.set(data, version)) {
        await keepBeside(keeping, data);
        await seedPeople(stores, data, seedChannel);
        held = { version: version + 1, directory: createDirectory(data) };
        return;
      }
      await adopt();
    }
    throw new Error('The directory is changed by others again and again');
  }

  // Each begins with what the one before has left.
  const inTurn = createInTurn();
  return {
    current: () => held.directory,
    change: (make) => inTurn(() => change(make)),
    refresh: () => inTurn(async () => {
      const version = await stores.directory.versionOnPages();
      if (version !== undefined && version > held.version) await adopt();
    }),
  };
}

interface Held {
  readonly version: number;
  readonly directory: Directory;
}

/** Several processes share the database alone, so what was set on the pages is there; one process keeps it in a file, which can be taken away again. */
async function opened({ stores, importedTo, readFiles }: Keeping): Promise<Held> {
  const kept = await stores.directory.load();
  const isShared = stores.kind === 'mongodb';
  if (isShared && kept?.onPages === true) return { version: kept.version, directory: createDirectory(kept.data) };
  const imported = await importedAt(importedTo);
  const data = imported ?? (await readFiles());
  const directory = createDirectory(data);
  const onPages = imported !== undefined;
  if (kept !== undefined && kept.onPages === onPages && JSON.stringify(kept.data) === JSON.stringify(data)) return { version: kept.version, directory };
  return { version: await stores.directory.save(data, onPages), directory };
}

async function importedAt(file: string): Promise<DirectoryData | undefined> {
  return existsSync(file) ? DirectoryData.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined;
}

async function keepBeside({ stores, importedTo }: Keeping, data: DirectoryData): Promise<void> {
  if (stores.kind === 'mongodb') return;
  await mkdir(join(importedTo, '..'), { recursive: true });
  await writeFile(`${importedTo}.new`, JSON.stringify(data), { mode: 0o600 });
  await rename(`${importedTo}.new`, importedTo);
}
