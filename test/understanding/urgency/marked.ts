import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Marked = z.object({ id: z.string(), text: z.string(), urgency: z.string() });

/** A marked utterance of one of the sets beside this file. */
export type Marked = z.infer<typeof Marked>;

/** The marked utterances of a file beside this one. */
export function markedIn(file: string): Marked[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => Marked.parse(JSON.parse(line)));
}
