import { createHash } from 'node:crypto';
import { readMatters, type MatterFault, type MatterRow, type ReadingMatters } from './source-rows.ts';
import { readTableFile, type UnreadableFile } from './table-files.ts';

/** A file with a table of matters, and how it is to be read. Everything in it can be handed to another thread. */
export interface MatterTableFile {
  readonly name: string;
  /** In Base64. */
  readonly content: string;
  readonly how: ReadingMatters;
  /** How many faults are to be told of. */
  readonly mostFaults: number;
}

/** What is in a table of matters, and the first of what is wrong with it. */
export interface MatterTable {
  readonly total: number;
  readonly rows: readonly MatterRow[];
  readonly ignored: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
  /** In the order of the rows. */
  readonly faults: readonly MatterFault[];
  readonly faultCount: number;
  /** Only rows are wrong, not the table as such. */
  readonly isWhole: boolean;
  /** The same for the same bytes. */
  readonly digest: string;
}

const OF_THE_TABLE: readonly MatterFault['code'][] = ['missing-column', 'which-source', 'duplicate-column'];

/** Reads the whole table at once, which takes the thread for seconds when it is large. */
export async function readMatterTable({ name, content, how, mostFaults }: MatterTableFile): Promise<MatterTable> {
  const bytes = Buffer.from(content, 'base64');
  const { sheets, unreadable } = await readTableFile(name, bytes);
  const { faults, ...read } = readMatters(sheets, how);
  const inOrder = faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return {
    ...read,
    unreadable,
    faults: inOrder.slice(0, mostFaults),
    faultCount: unreadable.length > 0 ? unreadable.length : faults.length,
    isWhole: faults.every(({ code, row }) => row !== undefined && !OF_THE_TABLE.includes(code)),
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}
