import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaShelf } from '../handlers/ports/media.ts';

/** Files in a folder, each whole under its name or not there at all; its time is when it was kept. */
export function createMediaFolder(folder: string): MediaShelf {
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id);
  return {
    keep: async (id, bytes, at) => {
      const part = `${pathOf(id)}.part`;
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true });
      await writeFile(part, bytes);
      await utimes(part, at, at);
      await rename(part, pathOf(id));
    },
    read: async (id) => await readFile(pathOf(id)).catch(absent),
    remove: async (id) => await rm(pathOf(id), { force: true }),
    keptBefore: async function* (before) {
      for (const shelf of (await readdir(folder).catch(absent)) ?? []) {
        for (const name of await readdir(join(folder, shelf)).catch(() => [])) {
          const found = await stat(join(folder, shelf, name)).catch(absent);
          if (found !== undefined && found.mtime < before) yield name;
        }
      }
    },
  };
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
