import { parentPort, workerData } from 'node:worker_threads';
import { readMatterTable, type MatterTableFile } from './matter-table.ts';

const ROWS_AT_ONCE = 500;

// Rows are handed over a few at a time, when they are asked for: taking them all at once would hold up the thread that this one is there for.
const { rows, ...rest } = await readMatterTable(workerData as MatterTableFile);
let given = 0;
parentPort?.on('message', () => {
  parentPort?.postMessage(rows.slice(given, given + ROWS_AT_ONCE));
  given += ROWS_AT_ONCE;
});
parentPort?.postMessage({ ...rest, count: rows.length });
