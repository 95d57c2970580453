import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** The checked lines of a file of JSON lines; throws at the first that is not as it should be. */
export function jsonLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line.trim())));
}
