import { z } from 'zod';
import { createInTurn } from '../in-turn.ts';
import { originOf } from '../intake/intake.ts';
import type { HandedIn, TakeIn } from '../intake/intake.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { FailedRow, Import, ImportPart, Imports } from '../ports/imports.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';

/** A matter of a table, and where it stands. */
export interface RowHandedIn {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly matter: HandedIn;
}

/** What is needed to register tables of matters. */
export interface Importing {
  readonly imports: Imports;
  readonly sealer: Pick<Sealer, 'seal' | 'open' | 'erase'>;
  readonly demands: Pick<DemandStore, 'madeFrom'>;
  readonly takeIn: TakeIn;
  readonly now: Now;
  readonly newId: () => string;
  /** Gives others their turn. */
  readonly breathe: () => Promise<void>;
  readonly failed: (error: unknown, what: string) => void;
}

/** A file to be registered. */
export interface FileHandedIn {
  readonly name: string;
  readonly print: string;
  readonly by: string;
  readonly rows: readonly RowHandedIn[];
}

/** Registers tables of matters in the background. */
export interface ImportWork {
  /** Keeps a table to be registered; the same file that is under way already is not begun a second time. */
  readonly begin: (file: FileHandedIn) => Promise<Import>;
  /** The origins of those that were handed in before. */
  readonly known: (rows: readonly RowHandedIn[]) => Promise<ReadonlySet<string>>;
  /** Registers one part of what waits; gives how many rows, 0 when nothing waits. Safe to do twice, late, and in several processes. */
  readonly work: () => Promise<number>;
}

const ROWS_IN_PART = 20;
const CLAIMED_MS = 5 * 60_000;
const MOST_TRIES = 5;
const WAIT_MS = 10_000;
const AT_ONCE = 50;

const Text = z.string();
const Rows = z.array(
  z.object({
    sheet: Text.optional(),
    row: z.number().int(),
    matter: z.object({
      source: Text,
      externalId: Text,
      text: Text,
      reporter: z.object({ id: Text.optional(), name: Text.optional(), phone: Text.optional() }).optional(),
      place: Text.optional(),
      occurredAt: z.coerce.date().optional(),
    }),
  }),
);

/** Tables of matters go the way of single ones, a few rows at a time; what a process that died had begun, another goes on with, and no row makes a second demand. */
export function createImportWork(deps: Importing): ImportWork {
  const [beginning, working] = [createInTurn(), createInTurn()];
  return {
    begin: (file) => beginning(() => begin(deps, file)),
    known: (rows) => known(deps, rows),
    work: () => working(() => next(deps)),
  };
}

async function begin(deps: Importing, { name, print, by, rows }: FileHandedIn): Promise<Import> {
  const underWay = (await deps.imports.unfinished()).find((one) => one.print === print);
  if (underWay !== undefined) return underWay;
  const id = deps.newId();
  const before = await known(deps, rows);
  const parts: Parameters<Imports['begin']>[1][number][] = [];
  for (const part of inParts(rows)) {
    parts.push({ count: part.length, rows: await deps.sealer.seal(ownerOf(id), JSON.stringify(part)) });
    await deps.breathe();
  }
  const begun = { id, name, print, by, at: deps.now(), total: rows.length, known: before.size, parts: parts.length };
  await deps.imports.begin(begun, parts);
  return { ...begun, done: 0, failed: [] };
}

/** Its rows are sealed with a key of its own, which is destroyed when they are registered. */
function ownerOf(id: string): string {
  return `import:${id}`;
}

function inParts<T>(rows: readonly T[], size = ROWS_IN_PART): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, nth) => rows.slice(nth * size, (nth + 1) * size));
}

async function known({ demands, breathe }: Importing, rows: readonly RowHandedIn[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of inParts(rows, AT_ONCE)) {
    const made = await Promise.all(some.map(({ matter }) => demands.madeFrom(originOf(matter))));
    some.forEach(({ matter }, nth) => { if (made[nth] !== undefined) found.add(originOf(matter)); });
    await breathe();
  }
  return found;
}

async function next(deps: Importing): Promise<number> {
  for (const one of await deps.imports.unfinished()) {
    const part = await deps.imports.claim(one.id, deps.now(), new Date(deps.now().getTime() + CLAIMED_MS));
    if (part !== undefined) return register(deps, part);
    if (one.done >= one.total) await finish(deps, one);
  }
  return 0;
}

async function register(deps: Importing, part: ImportPart): Promise<number> {
  const opened = await deps.sealer.open(part.rows);
  const rows = Rows.parse(JSON.parse(opened ?? '[]'));
  const refused: FailedRow[] = [];
  const broken: FailedRow[] = [];
  for (const { sheet, row, matter } of rows) {
    await deps.breathe();
    try {
      const taken = await deps.takeIn(matter, true);
      if (!taken.ok) refused.push({ sheet, row, why: taken.refusal });
    } catch (error) {
      deps.failed(error, `${part.id} row ${row}`);
      broken.push({ sheet, row, why: 'broken' });
    }
  }
  if (broken.length > 0 && part.attempts + 1 < MOST_TRIES) await deps.imports.later(part.id, new Date(deps.now().getTime() + WAIT_MS * 2 ** part.attempts));
  else await deps.imports.done(part.id, [...refused, ...broken]);
  return part.count;
}

async function finish({ imports, sealer, now }: Importing, { id }: Import): Promise<void> {
  await imports.finish(id, now());
  await sealer.erase(ownerOf(id));
}
