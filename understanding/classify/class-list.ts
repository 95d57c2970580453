import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ResidentsClass } from './petition-head.ts';

const ClassList = z.object({
  classes: z.array(z.object({ id: z.string(), petition: z.tuple([z.string(), z.string()]) })),
});
const KeptList = ClassList.extend({ of: z.string() });

/** The classes of a parsed districts/classes.yaml; throws where it is not one. */
export function classListFrom(parsed: unknown): ResidentsClass[] {
  return ClassList.parse(parsed).classes.map(({ id, petition: [l1, l2] }) => ({ id, petition: { l1, l2 } }));
}

/** The classes as they are kept to be read sooner than the file a person writes: a line of JSON that remembers which text it was made of. */
export function keptClassList(text: string, parsed: unknown): string {
  return `${JSON.stringify({ of: digestOf(text), ...ClassList.parse(parsed) })}\n`;
}

/** The classes from what was kept; undefined when it was made of another text. */
export function classListKept(text: string, kept: string): ResidentsClass[] | undefined {
  const list = KeptList.parse(JSON.parse(kept));
  return list.of === digestOf(text) ? classListFrom(list) : undefined;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
