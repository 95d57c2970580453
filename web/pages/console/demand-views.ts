import { z } from 'zod';

/** What demands are looked for by. */
export const FILTERS = ['q', 'status', 'tier', 'unit', 'grid', 'category', 'source'] as const;
/** What is shown of each. */
export const COLUMNS = ['category', 'place', 'tier', 'owner', 'status', 'source', 'raised', 'due'] as const;

const KEPT = 'shaozi.console.demands';
const Filters = z.partialRecord(z.enum(FILTERS), z.string());
const Views = z.object({
  columns: z.array(z.string()).transform((names) => COLUMNS.filter((one) => names.includes(one))).catch([...COLUMNS]),
  views: z.array(z.object({ name: z.string(), filters: Filters })).catch([]),
});

export type Filters = z.infer<typeof Filters>;
/** Which columns somebody wants to see, and the searches that were given a name. */
export type Views = z.infer<typeof Views>;

/** What this browser keeps; what cannot be read is as if nothing was kept. */
export function viewsIn(storage: Pick<Storage, 'getItem'>): Views {
  return Views.safeParse(parsed(storage.getItem(KEPT) ?? '')).data ?? Views.parse({});
}

/** Keeps it. */
export function keepViews(storage: Pick<Storage, 'setItem'>, views: Views): void {
  storage.setItem(KEPT, JSON.stringify(views));
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}
