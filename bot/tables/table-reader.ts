import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createInTurn } from '../../handlers/in-turn.ts';
import type { MatterTable, MatterTableFile } from './matter-table.ts';
import type { MatterRow } from './source-rows.ts';

/** Reads tables of matters in a thread of their own, one after the other. */
export type ReadTableApart = (file: MatterTableFile) => Promise<MatterTable>;

type Head = Omit<MatterTable, 'rows'> & { readonly count: number };

/** What a table of the largest size needs several times over. */
const MEMORY_MB = 512;
/** A thread does not inherit from every way of starting the program how TypeScript is read. */
const PROGRAM = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};\nregister();\nawait import(${JSON.stringify(new URL('./matter-table-worker.ts', import.meta.url).href)});`;

/** Makes the reader. A file that needs more memory than it may take is not read, which harms nobody else. */
export function createTableReader(memoryMb = MEMORY_MB): ReadTableApart {
  const inTurn = createInTurn();
  return (file) => inTurn(() => readApart(file, memoryMb));
}

async function readApart(file: MatterTableFile, memoryMb: number): Promise<MatterTable> {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`), { workerData: file, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const ended = new AbortController();
  worker.on('error', () => undefined).once('exit', () => ended.abort());
  const heard = <T>() => once(worker, 'message', { signal: ended.signal }) as Promise<[T]>;
  try {
    const [{ count, ...head }] = await heard<Head>();
    const rows: MatterRow[] = [];
    while (rows.length < count) {
      worker.postMessage('next');
      const [some] = await heard<readonly MatterRow[]>();
      rows.push(...some);
    }
    return { ...head, rows };
  } catch (error) {
    if (isTooMuch(error)) return tooLarge(file);
    throw error;
  } finally {
    await worker.terminate();
  }
}

function isTooMuch(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge({ name }: MatterTableFile): MatterTable {
  return { total: 0, rows: [], ignored: [], unreadable: [{ code: 'too-large', file: name }], faults: [], faultCount: 1, isWhole: false, digest: '' };
}
