import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Person } from './world.ts';

const Newcomer = z.object({ id: z.string(), name: z.string() });

/** Residents who were added to the sandbox by hand: kept, so that they are there again after a restart. */
export interface Newcomers {
  readonly all: () => readonly Person[];
  readonly add: (person: Person) => Promise<void>;
}

/** Reads those kept in `file`, one JSON line each; a line cut short by a sudden end is left out. */
export function openNewcomers(file: string): Newcomers {
  const known: Person[] = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(person) : [];
  return {
    all: () => known,
    add: async (added) => {
      known.push(added);
      await mkdir(dirname(file), { recursive: true });
      await appendFile(file, `${JSON.stringify(added)}\n`);
    },
  };
}

function person(line: string): Person[] {
  try {
    return [Newcomer.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
