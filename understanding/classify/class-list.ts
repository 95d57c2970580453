import { z } from 'zod';
import type { ResidentsClass } from './petition-head.ts';

const ClassList = z.object({
  classes: z.array(z.object({ id: z.string(), petition: z.tuple([z.string(), z.string()]) })),
});

/** The classes of a parsed districts/classes.yaml; throws where it is not one. */
export function classListFrom(parsed: unknown): ResidentsClass[] {
  return ClassList.parse(parsed).classes.map(({ id, petition: [l1, l2] }) => ({ id, petition: { l1, l2 } }));
}
